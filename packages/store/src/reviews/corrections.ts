/** Figures of a scanned text that a reviewer settled: kept with its file, in the audit, and its reading exchanged for the one made with them. */
import type { CorrectionBook } from '@mingsuan/documents/scan/correction-book';
import { ChangeRefused } from '../identity/changes.ts';
import { forgetFiles, keepingFiles } from '../kept-files.ts';
import type { Store } from '../open.ts';
import type { Worker } from '../work/steps.ts';
import type { ReviewFile } from './items.ts';
import { actingOn, auditReview, heldReview } from './moves.ts';
import { type ReviewReading, setReading } from './texts.ts';

/** @throws ChangeRefused where the text was handed on, or somebody else was quicker */
export async function correctReview(
  store: Store,
  file: ReviewFile,
  { reading, book }: { readonly reading: ReviewReading; readonly book: CorrectionBook },
  worker: Worker,
  now = new Date(),
): Promise<void> {
  await store.db.transaction().execute(async (tx) => {
    await keepingFiles(tx);
    const item = await heldReview(tx, file.documentId);
    const [role] = actingOn(item, worker);
    if (item.state !== 'open' || item.round !== file.round || !role)
      throw new ChangeRefused('这份文本现在不在您手里审核，不能校对。');
    const row = await tx.selectFrom('review_files').select('corrections').where('id', '=', file.id).executeTakeFirst();
    const before = (row?.corrections as CorrectionBook | null) ?? { corrections: [], log: [] };
    const count = book.log.length - before.log.length;
    if (before.log.length !== (file.corrections?.log.length ?? 0) || count <= 0)
      throw new ChangeRefused('与现在认定的相同，或别人刚校对过，没有改动。');
    await setReading(store, tx, file, reading);
    await tx
      .updateTable('review_files')
      .set({ corrections: JSON.stringify(book) })
      .where('id', '=', file.id)
      .execute();
    const told = { title: `看图校对 ${count} 个数`, before: before.corrections, after: book.corrections };
    await auditReview(tx, item, worker, role, told, now);
  });
  if (file.readingSha256 !== null) await forgetFiles(store, [file.readingSha256]);
}
