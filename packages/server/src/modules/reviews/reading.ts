/** Reading the texts of reviews, as jobs: each by itself, then with those of its batch that belong together. */
import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { gunzipSync, gzip } from 'node:zlib';
import type { DocumentReading } from '@mingsuan/core/disclosure';
import type { Finding } from '@mingsuan/core/finding';
import { type Identity, identitiesOf, relatedDocuments } from '@mingsuan/core/related';
import type { Recognised } from '@mingsuan/documents/read';
import {
  correctReview,
  enterReviewFindings,
  enterReviewReading,
  getReview,
  getReviewFile,
  type Handler,
  type Job,
  keptRecognised,
  REVIEW_FILE,
  type ReviewFile,
  type ReviewReading,
  readInBatch,
  type Store,
  type Worker,
} from '@mingsuan/store';
import { type Corrections, corrected, type Figures, type KeptScan, settledReading } from '../../engine/corrections.ts';
import { type Engine, whyNot } from '../../engine/engine.ts';
import { runWithScans } from '../../engine/scans.ts';

/** What is kept of a file that was read. */
type Readings = readonly DocumentReading[];

/** The last try of a job: what fails then is told with the file. */
const LAST_TRY = 3;

/** Said of a file that nothing of a budget was recognised in. */
const NOTHING = '没有认出预决算公开的内容，请人工审核。';

const packed = promisify(gzip);

/** Readings as they are kept, by their hash, the last asked for last: opened again and again while a batch is reviewed. */
const held = new Map<string, Uint8Array>();
const MOST_HELD = 64;

/**
 * The disk and unpacking beside the program stand in one line with what an embedded database writes: opening a text waited seconds for
 * that. What was read or opened lately waits for nothing.
 */
async function keptReading(files: Store['files'], sha256: string): Promise<Uint8Array | undefined> {
  const bytes = held.get(sha256) ?? (await files.get(sha256));
  if (bytes) hold(sha256, bytes);
  return bytes;
}

function hold(sha256: string, bytes: Uint8Array): void {
  held.delete(sha256);
  held.set(sha256, bytes);
  for (const oldest of held.keys()) {
    if (held.size <= MOST_HELD) break;
    held.delete(oldest);
  }
}

/** What a file was read into; empty where it was not. */
export async function readingsOf(
  { files }: Pick<Store, 'files'>,
  { readingSha256 }: Pick<ReviewFile, 'readingSha256'>,
): Promise<Readings> {
  const bytes = readingSha256 === null ? undefined : await keptReading(files, readingSha256);
  return bytes ? (JSON.parse(gunzipSync(bytes).toString()) as Readings) : [];
}

interface Grounds {
  readonly store: Store;
  readonly engine: Engine;
}

/** Does the jobs of texts that came in. */
export const reviewHandlers = (grounds: Grounds): Readonly<Record<typeof REVIEW_FILE, Handler>> => ({
  [REVIEW_FILE]: async (job) => {
    const { file: id } = job.payload as { readonly file: number };
    const file = await getReviewFile(grounds.store.db, id);
    // Its batch was deleted meanwhile.
    if (!file) return { gone: true };
    await told(grounds, job, file, async () => {
      if (file.readingSha256 !== null || (await read(grounds, file))) await checkWithOthers(grounds, file);
    });
    return { file: id };
  },
});

/** What fails for good is told with the file: nobody waits for it for ever. */
async function told({ store }: Grounds, { attempts }: Job, file: ReviewFile, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (attempts >= LAST_TRY)
      await enterReviewReading(store, file, { problem: '读这个文件时出了内部错误，请告诉管理员，或请人工审核。' });
    throw error;
  }
}

/** @returns whether it could be read */
async function read({ store, engine }: Grounds, file: ReviewFile): Promise<boolean> {
  const bytes = await store.files.get(file.sha256);
  if (!bytes) throw new Error('the text of a review is not kept');
  const outcome = await runWithScans(engine.uploads, 'read', { name: file.name, bytes });
  if (!outcome.ok) {
    if ('failure' in outcome && outcome.failure === 'closed') throw new Error('the server stops');
    await enterReviewReading(store, file, { problem: whyNot(outcome) });
    return false;
  }
  const { readings, pages, recognised } = outcome.value;
  // What people settled in the portal of a scan came along with it.
  const scan = await scanOfText(store, file);
  const settled = await settledReading(engine, scan);
  const kept = settled ? keptOf([settled], pages, scan.recognised) : keptOf(readings, pages, recognised);
  await enterReviewReading(store, file, await kept);
  return true;
}

/** What is kept of a text that was read. */
async function keptOf(readings: Readings, pages: unknown, recognised: Recognised | undefined): Promise<ReviewReading> {
  const [first] = readings.flatMap(({ disclosures }) => disclosures);
  const readingBytes = await packed(JSON.stringify(readings));
  hold(createHash('sha256').update(readingBytes).digest('hex'), readingBytes);
  return {
    readingBytes,
    recognised,
    identities: readings.flatMap(identitiesOf),
    pages,
    coverage: countsOf(readings),
    ...(first ? {} : { problem: readings.flatMap(({ problems }) => problems)[0]?.message ?? NOTHING }),
    ...(first ? { agency: first.agency, year: first.year, stage: first.stage } : {}),
  };
}

/** A scanned text with what was settled of it. */
export const scanOfText = async ({ files }: Pick<Store, 'files'>, file: ReviewFile): Promise<KeptScan> => ({
  name: file.name,
  recognised: await keptRecognised({ files }, file.recognisedSha256),
  book: file.corrections ?? undefined,
});

/** Reads a scanned text again with what a person saw on it, and checks it beside the others. @throws Fault; ChangeRefused */
export async function correctText(
  { store, engine }: Grounds,
  file: ReviewFile,
  corrections: Corrections,
  worker: Worker,
): Promise<Figures> {
  const scan = await scanOfText(store, file);
  const { reading, book, shown } = await corrected(engine, scan, corrections, worker.person);
  await correctReview(store, file, { reading: await keptOf([reading], file.pages, scan.recognised), book }, worker);
  await checkWithOthers({ store, engine }, file);
  return shown;
}

/** How much was read, without the tables one by one. */
function countsOf([first]: Readings): unknown {
  if (!first?.coverage) return undefined;
  const { perTable: _, ...counts } = first.coverage;
  return counts;
}

/** Checks a text beside those of its batch that belong to it; again where one more of them was read meanwhile. */
async function checkWithOthers({ store, engine }: Grounds, file: ReviewFile): Promise<void> {
  const item = await getReview(store.db, file.documentId);
  if (!item) return;
  for (let group = await groupOf(store, item.batchId, file.id); ; ) {
    const readings = await Promise.all(group.map((one) => readingsOf(store, one)));
    const found = await checkAll(engine, readings);
    const now = await groupOf(store, item.batchId, file.id);
    if (now.map(({ id }) => id).join() === group.map(({ id }) => id).join()) {
      for (const [i, one] of group.entries()) await enterReviewFindings(store, one.id, found[i]!);
      return;
    }
    group = now;
  }
}

/** The newest texts of a batch that are checked with this one, itself among them. */
async function groupOf(store: Store, batchId: number, fileId: number): Promise<readonly ReviewFile[]> {
  const files = await readInBatch(store.db, batchId);
  const own = files.findIndex(({ id }) => id === fileId);
  if (own < 0) return [];
  const related = relatedDocuments(files.map(({ identities }) => (identities ?? []) as readonly Identity[]));
  const group = related.find((places) => places.includes(own)) ?? [own];
  return group.map((at) => files[at]!);
}

/** What was found, file by file; where checking them together does not come to an end, each alone. */
async function checkAll({ uploads }: Engine, files: readonly Readings[]): Promise<readonly (readonly Finding[])[]> {
  const readings = files.flat();
  if (readings.length === 0) return files.map(() => []);
  const outcome = await uploads.run('check', { readings });
  if (!outcome.ok) {
    if (('failure' in outcome && outcome.failure === 'closed') || files.length === 1) throw new Error(whyNot(outcome));
    return (await Promise.all(files.map((one) => checkAll({ uploads } as Engine, [one])))).flat();
  }
  let at = 0;
  return files.map((one) => one.flatMap(() => outcome.value[at++]!.findings));
}
