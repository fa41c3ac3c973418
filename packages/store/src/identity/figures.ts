/** Figures of an imported scan that a person settled: kept with the file, logged, and the file read again with them. */

import { logTitle } from '@mingsuan/core/model/log-titles';
import type { Recognised } from '@mingsuan/documents/read';
import { type CorrectionBook, rewritten } from '@mingsuan/documents/scan/correction-book';
import type { Store } from '../open.ts';
import { keptRecognised } from '../recognised.ts';
import { type Author, ChangeRefused, logChange } from './changes.ts';
import { beginAgain, type Ruled } from './rule.ts';

export interface DocumentScan {
  readonly name: string;
  readonly recognised: Recognised | undefined;
  readonly book: CorrectionBook | undefined;
}

/** Undefined where there is no such file. */
export async function documentScan(store: Pick<Store, 'db' | 'files'>, id: number): Promise<DocumentScan | undefined> {
  const row = await store.db
    .selectFrom('documents')
    .select(['name', 'recognised_sha256', 'corrections'])
    .where('id', '=', id)
    .executeTakeFirst();
  if (!row) return undefined;
  const recognised = await keptRecognised(store, row.recognised_sha256);
  return { name: row.name, recognised, book: (row.corrections as CorrectionBook | null) ?? undefined };
}

/** Undefined where there is no such file. @throws ChangeRefused where nothing is changed, or somebody else was quicker */
export function correctDocument(
  { db }: Pick<Store, 'db'>,
  id: number,
  next: (book: CorrectionBook) => CorrectionBook,
  author: Author = {},
  undoes?: number,
): Promise<Ruled | undefined> {
  return db.transaction().execute(async (tx) => {
    const document = await tx
      .selectFrom('documents')
      .select(['name', 'corrections'])
      .where('id', '=', id)
      .forUpdate()
      .executeTakeFirst();
    if (!document) return undefined;
    const before = (document.corrections as CorrectionBook | null) ?? { corrections: [], log: [] };
    const after = next(before);
    if (after.log.length <= before.log.length) throw new ChangeRefused('与现在认定的相同，或别人刚校对过，没有改动。');
    const title = logTitle('figures', { count: after.log.length - before.log.length, name: document.name });
    const change = await logChange(tx, {
      kind: 'figures',
      subject: id,
      title,
      before: before.corrections,
      after: after.corrections,
      ...author,
      ...(undoes === undefined ? {} : { undoes }),
    });
    await tx
      .updateTable('documents')
      .set({ corrections: JSON.stringify(after) })
      .where('id', '=', id)
      .execute();
    return { change, batch: await beginAgain(tx, id, document.name, title) };
  });
}

/** What stood before a change, settled anew. */
export const correctedBack = (
  store: Pick<Store, 'db'>,
  id: number,
  before: CorrectionBook['corrections'],
  author: Author,
  undoes: number,
): Promise<Ruled | undefined> =>
  correctDocument(
    store,
    id,
    (book) => rewritten(book, before, { at: new Date().toISOString(), person: author.person }),
    author,
    undoes,
  );
