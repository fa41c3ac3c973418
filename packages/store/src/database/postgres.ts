/** A PostgreSQL server, named by a URL. */
import { createHash } from 'node:crypto';
import { Kysely, PostgresDialect, type PostgresPool, type PostgresPoolClient } from 'kysely';
import pg from 'pg';
import { noNul } from './no-nul.ts';
import { BIGINT, safeInteger } from './numbers.ts';
import { PREPARED } from './prepared.ts';
import type { Database } from './schema.ts';

const types = {
  getTypeParser: (oid: number, format?: 'text' | 'binary') =>
    oid === BIGINT ? safeInteger : pg.types.getTypeParser(oid, format as 'text'),
} as pg.CustomTypesConfig;

/** `connections`: how many questions and imports run at once. */
export function openPostgres(url: string, connections: number): Kysely<Database> {
  const pool = new pg.Pool({ connectionString: url, max: connections, types, application_name: 'mingsuan' });
  // An idle connection that the server closes is replaced at the next question.
  pool.on('error', () => {});
  return new Kysely<Database>({ dialect: new PostgresDialect({ pool: preparing(pool) }), plugins: [noNul] });
}

function preparing(pool: pg.Pool): PostgresPool {
  return {
    connect: async () => {
      const client = await pool.connect();
      // Whoever asks is told of a connection that breaks; the pool takes no broken one back.
      client.on('error', ignore);
      const query = (text: string, values: unknown[]) =>
        text.startsWith(PREPARED) ? client.query({ name: nameOf(text), text, values }) : client.query(text, values);
      const release = (): void => {
        client.off('error', ignore);
        client.release();
      };
      // The other way to ask, by cursor, is not used.
      return { query: query as unknown as PostgresPoolClient['query'], release };
    },
    end: () => pool.end(),
  };
}

const ignore = (): void => {};

const names = new Map<string, string>();

function nameOf(text: string): string {
  const name = names.get(text) ?? createHash('sha256').update(text).digest('hex').slice(0, 32);
  names.set(text, name);
  return name;
}
