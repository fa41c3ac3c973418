/** Scans in the store as recognition leaves them: nothing is recognised in a test. */
import { gzipSync } from 'node:zlib';
import { identitiesOf } from '@mingsuan/core/related';
import type { Recognised } from '@mingsuan/documents/read';
import { readCorrected } from '@mingsuan/documents/scan/corrections';
import { enterReviewReading, importDocument, type ReviewFile, type Store } from '@mingsuan/store';
import { prepareDocument } from '@mingsuan/store/import/prepare';

/** Takes in a file that was recognised so. @returns its number */
export async function scannedImport(
  store: Store,
  bytes: Uint8Array,
  layout: Recognised['layout'],
  name = '扫描件.pdf',
): Promise<number> {
  const settled = { recognised: { layout, before: [] }, corrections: [] };
  const taken = await importDocument(store, { name, bytes }, (input) => prepareDocument({ ...input, settled }));
  return taken.documentId;
}

/** A text under review was recognised so. */
export async function scannedReview(store: Store, file: ReviewFile, layout: Recognised['layout']): Promise<void> {
  const recognised = { layout, before: [] };
  const { reading } = await readCorrected(file.name, recognised, []);
  await enterReviewReading(store, file, {
    readingBytes: gzipSync(JSON.stringify([reading])),
    recognised,
    identities: identitiesOf(reading),
    pages: [{ width: 595, height: 842 }],
  });
}
