/** What of ClickHouse is used: one server or a cluster by HTTP, or the engine in this process (chdb), which tests use. */
import type { EngineRow } from '../ask.ts';

export interface Clickhouse {
  /** Where the tables are, in every place. */
  readonly database: string;
  /** The cluster over which `facts` are spread, as its servers' own settings name it; absent: there is one place. */
  readonly cluster?: string;
  /** Rows of a question, put to the first place; integers beyond 53 bits as digits. */
  rows(sql: string): Promise<readonly EngineRow[]>;
  /** Done at the first place, or at every one of them. @throws where one of them is away */
  run(sql: string, where?: 'first' | 'everywhere'): Promise<void>;
  /** Puts lines of CSV into a table of the first place, before it returns. */
  insert(table: string, columns: string, csv: string): Promise<void>;
  close(): Promise<void>;
}

/**
 * For every question: integers are exact; where a part of a cluster is away a question fails, it is never answered with less; what is
 * put into a cluster is there when the call returns.
 */
export const SETTINGS: Readonly<Record<string, string>> = {
  output_format_json_quote_64bit_integers: '1',
  skip_unavailable_shards: '0',
  insert_distributed_sync: '1',
};

/** A word in ClickHouse's SQL, where a backslash means more than itself. */
export const quoted = (text: string): string => `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
