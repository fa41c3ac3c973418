/** Texts under review as reports take them: their readings, what stands of their findings, the edition and what was signed. */
import type { DocumentReading } from '@mingsuan/core/disclosure';
import type { Finding } from '@mingsuan/core/finding';
import {
  type ReviewBatch,
  type ReviewFile,
  type ReviewFinding,
  type ReviewItem,
  readInBatch,
  reviewChecklists,
  reviewFiles,
  reviewFindings,
  reviewVerdicts,
  type Store,
} from '@mingsuan/store';
import type { ReportedReading, Tasks } from '../../engine/tasks.ts';
import { readingsOf } from './reading.ts';

type Signature = NonNullable<ReportedReading['signature']>;

/** What is held against a text in its newest round: not what was set aside or put right. */
export const standing = (findings: readonly ReviewFinding[], round: number): readonly Finding[] =>
  findings.flatMap(({ state, lastRound, isOwn, finding }) =>
    (state === 'open' || state === 'told') && (isOwn || lastRound === round) ? [finding] : [],
  );

/** The edition that a batch is reviewed by. */
export async function editionOf(
  { db }: Pick<Store, 'db'>,
  { unitId, checklistId }: Pick<ReviewBatch, 'unitId' | 'checklistId'>,
): Promise<Signature['edition']> {
  const known = checklistId === null ? [] : await reviewChecklists(db, unitId);
  const { leftOut = [], ownItems = [] } = known.find(({ id }) => id === checklistId) ?? {};
  return { leftOut, ownItems };
}

/** Findings by the reading that they are of: the one that has their agency, else the first. */
function byReading(
  readings: readonly DocumentReading[],
  findings: readonly Finding[],
): readonly (readonly Finding[])[] {
  const owner = ({ agency }: Finding) =>
    Math.max(
      0,
      readings.findIndex(({ disclosures }) => disclosures.some((one) => one.agency.name === agency)),
    );
  return readings.map((_, i) => findings.filter((finding) => owner(finding) === i));
}

/** The documents of a report of these texts, and those of them that could not be read. */
export async function reportedTexts(
  store: Store,
  batch: Pick<ReviewBatch, 'id' | 'unitId' | 'checklistId'>,
  items: readonly ReviewItem[],
): Promise<Pick<Tasks['report']['takes'], 'documents' | 'unread'>> {
  const ids = items.map(({ id }) => id);
  const [edition, files, findings, signed] = await Promise.all([
    editionOf(store, batch),
    readInBatch(store.db, batch.id),
    reviewFindings(store.db, ids),
    reviewVerdicts(store.db, ids),
  ]);
  const documents = await Promise.all(
    items.map(async ({ id, round }, file) => {
      const text = files.find(({ documentId }) => documentId === id);
      if (!text) return [];
      const own = findings.filter(({ documentId }) => documentId === id);
      const signature = { edition, signed: signed.filter(({ documentId }) => documentId === id) };
      return reportedReadings(await readingsOf(store, text), standing(own, round), file, signature);
    }),
  );
  const unread = items.flatMap(({ id, name, problem }) =>
    files.some(({ documentId }) => documentId === id) ? [] : [{ source: name, why: problem ?? '还没有读完。' }],
  );
  return { documents: documents.flat(), unread };
}

function reportedReadings(
  readings: readonly DocumentReading[],
  findings: readonly Finding[],
  file: number,
  signature: Signature,
): readonly ReportedReading[] {
  const own = byReading(readings, findings);
  return readings.map((reading, i) => ({ file, reading, findings: own[i]!, signature }));
}

/** The file of a round; the newest where none is named. */
export async function fileOfRound(
  { db }: Pick<Store, 'db'>,
  documentId: number,
  round?: number,
): Promise<ReviewFile | undefined> {
  const files = await reviewFiles(db, documentId);
  return round === undefined ? files.at(-1) : files.find((one) => one.round === round);
}
