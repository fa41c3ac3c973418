/** The original file of a disclosure. */
import type { Problem } from '@mingsuan/core/disclosure';
import type { Store } from '../open.ts';

export interface DocumentAnswer {
  readonly id: number;
  readonly name: string;
  /** Told by content: `pdf`, `text`, `mingsuan-json`, `docx`, `xlsx`, `html`. */
  readonly kind: string;
  readonly sha256: string;
  readonly size: number;
  /** What of it could not be read. */
  readonly problems: readonly Problem[];
  readonly importedAt: string;
}

/** The original that a disclosure was read from; undefined for an unknown id. */
export async function getDocument({ db }: Pick<Store, 'db'>, id: number): Promise<DocumentAnswer | undefined> {
  const row = await db.selectFrom('documents').selectAll().where('id', '=', id).executeTakeFirst();
  if (!row) return undefined;
  const { name, kind, sha256, bytes_size: size, problems, imported_at } = row;
  return { id, name, kind, sha256, size, problems: problems as Problem[], importedAt: imported_at.toISOString() };
}
