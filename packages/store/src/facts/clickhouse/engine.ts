/** What of ClickHouse is used: a server by HTTP, or the engine in this process (chdb), which tests use. */
import type { EngineRow } from '../ask.ts';

export interface Clickhouse {
  /** Rows of a question; integers beyond 53 bits as digits. */
  rows(sql: string): Promise<readonly EngineRow[]>;
  run(sql: string): Promise<void>;
  /** Runs an INSERT … SELECT from lines of CSV; `source` is what to select from, of these columns. */
  insert(statement: (source: string) => string, columns: string, csv: string): Promise<void>;
  close(): Promise<void>;
}

/**
 * For every question: integers are exact; where a part of a cluster is away a question fails, it is never answered with less; what is
 * dropped is dropped when the call returns.
 */
export const SETTINGS: Readonly<Record<string, string>> = {
  output_format_json_quote_64bit_integers: '1',
  skip_unavailable_shards: '0',
  mutations_sync: '2',
  join_use_nulls: '0',
};

/** A word in ClickHouse's SQL, where a backslash means more than itself. */
export const quoted = (text: string): string => `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
