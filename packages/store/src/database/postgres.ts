/** A PostgreSQL server, named by a URL. */
import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import { noNul } from './no-nul.ts';
import { BIGINT, safeInteger } from './numbers.ts';
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
  return new Kysely<Database>({ dialect: new PostgresDialect({ pool }), plugins: [noNul] });
}
