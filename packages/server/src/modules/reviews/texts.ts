/** One text under review: what was found in it, by whom it was decided, its checklist, its letters, its pages. */
import { checklistsOf } from '@mingsuan/core/checklist/checklist';
import { editedChecklist } from '@mingsuan/core/checklist/edition';
import type { DocumentReading } from '@mingsuan/core/disclosure';
import type { Finding } from '@mingsuan/core/finding';
import { STAGES } from '@mingsuan/core/model/document-kinds';
import { REVIEW, REVIEW_FINDING } from '@mingsuan/core/process/reviews';
import { actionsOf } from '@mingsuan/core/process/tables';
import { bureauName, type LetterFinding, reviewLetter } from '@mingsuan/core/review/letter';
import type { OwnFinding } from '@mingsuan/core/review/own-finding';
import type { PageSize } from '@mingsuan/documents/report/pages';
import {
  actingOn,
  addOwnFinding,
  ChangeRefused,
  commentReview,
  type Decision,
  type DocumentInput,
  decideFindings,
  findingSteps,
  listReviewBatches,
  type NewLetter,
  type ReviewBatch,
  type ReviewFile,
  type ReviewFinding,
  type ReviewItem,
  receiveCorrected,
  reviewComments,
  reviewFiles,
  reviewFindings,
  reviewLetters,
  reviewOffers,
  reviewSteps,
  reviewVerdicts,
  sendLetter,
  signItem,
  stepReview,
  type Worker,
} from '@mingsuan/store';
import { type Corrections, figuresOf } from '../../engine/corrections.ts';
import { gained } from '../../engine/engine.ts';
import { type Picture, pagePictures } from '../../engine/pictures.ts';
import type { ReportFormat } from '../../engine/tasks.ts';
import { Fault, found, roomFor } from '../../fault.ts';
import { plainName } from '../../plain-name.ts';
import type { Visit } from '../accounts/service.ts';
import { today } from '../execution/scope.ts';
import { correctText, readingsOf, scanOfText } from './reading.ts';
import { editionOf, fileOfRound, reportedTexts, standing } from './reported.ts';
import type { Desk } from './service.ts';
import { reviewSight } from './sight.ts';

const TEXT = '这份文本';

/** @throws Fault `missing` for what a person does not see; ChangeRefused for what may not be done */
export const reviewTexts = ({ store, engine, config }: Desk) => {
  const { db, files } = store;
  const sight = reviewSight({ store });
  const draw = pagePictures(engine);
  const batchOf = async ({ batchId, unitId }: ReviewItem, on = db): Promise<ReviewBatch> =>
    found((await listReviewBatches(on, { id: batchId, units: [unitId], personId: 0 }))[0], '这个批次');
  /** The checklists of a text by what stands, as the batch's edition has them. */
  const checklistsFor = async (item: ReviewItem, batch: ReviewBatch, findings: readonly ReviewFinding[]) => {
    const [file, edition, signed] = await Promise.all([
      fileOfRound(store, item.id),
      editionOf(store, batch),
      reviewVerdicts(db, [item.id]),
    ]);
    return checklistsBy(item, { findings, file, edition, signed });
  };
  const checklistsBy = async (
    item: ReviewItem,
    {
      findings,
      file,
      edition,
      signed,
    }: {
      readonly findings: readonly ReviewFinding[];
      readonly file: ReviewFile | undefined;
      readonly edition: Awaited<ReturnType<typeof editionOf>>;
      readonly signed: Awaited<ReturnType<typeof reviewVerdicts>>;
    },
  ) => {
    const readings: readonly DocumentReading[] = file ? await readingsOf(store, file) : [];
    const current = standing(findings, item.round);
    return readings.flatMap((reading) =>
      checklistsOf(reading, current).map((checklist) => editedChecklist(checklist, edition, signed)),
    );
  };
  return {
    get: async (visit: Visit, id: number) => {
      // On one connection, one after the other: an embedded database has one, and each question of its own would wait behind others' writes.
      const asked = await db.connection().execute(async (one) => {
        const { item, worker } = await reviewSight({ store: { db: one } }).review(visit, id);
        const batch = await batchOf(item, one);
        const findings = await reviewFindings(one, [id]);
        const history = await reviewSteps(one, id);
        return {
          item,
          worker,
          batch,
          findings,
          history,
          steps: await findingSteps(one, id),
          comments: await reviewComments(one, id),
          texts: await reviewFiles(one, id),
          letters: await reviewLetters(one, id),
          offers: await reviewOffers(one, item, findings, worker, history),
          edition: await editionOf({ db: one }, batch),
          signed: await reviewVerdicts(one, [id]),
        };
      });
      const { item, worker, batch, findings, history, steps, comments, texts, letters, offers, edition, signed } =
        asked;
      const checklists = await checklistsBy(item, { findings, file: texts.at(-1), edition, signed });
      const mayWork = mayWorkOn(item, worker);
      return {
        ...item,
        batch: { id: batch.id, title: batch.title, due: batch.due },
        offers,
        mayWork,
        files: texts.map(({ round, name, pages, problem, isChecked, person, at, coverage, recognisedSha256 }) => ({
          round,
          name,
          pageSizes: (pages ?? []) as readonly PageSize[],
          coverage: coverage ?? null,
          problem,
          isChecked,
          isDoubtful: recognisedSha256 !== null,
          person,
          at,
        })),
        findings: findings.map((one) => ({
          id: one.id,
          revision: one.revision,
          state: one.state,
          isOwn: one.isOwn,
          firstRound: one.firstRound,
          lastRound: one.lastRound,
          person: one.person,
          finding: one.finding,
          steps: steps.get(one.id) ?? [],
          comments: comments.filter(({ findingId }) => findingId === one.id),
          offers: mayWork ? offersOn(one, actingOn(item, worker)) : [],
        })),
        comments: comments.filter(({ findingId }) => findingId === null),
        checklists: checklists.map(({ agency, rows }) => ({
          agency: agency.name,
          rows: rows.map(({ findings: held, met, note, ...row }) => ({
            ...row,
            met: met ?? null,
            note: note ?? '',
            findings: held.length,
          })),
        })),
        letters,
        history: history.map(({ content: _, personId: __, ...step }) => step),
      };
    },
    step: async (
      visit: Visit,
      id: number,
      question: { readonly revision: number; readonly event: string; readonly reason?: string | undefined },
    ) => {
      const { worker } = await sight.review(visit, id);
      await stepReview(store, id, question, worker);
    },
    decide: async (visit: Visit, id: number, decision: Decision) => {
      const { worker } = await sight.review(visit, id);
      await decideFindings(store, id, decision, worker);
    },
    add: async (visit: Visit, id: number, own: OwnFinding) => {
      const { item, worker } = await sight.review(visit, id);
      const file = found(await fileOfRound(store, item.id), TEXT);
      const pages = (file.pages ?? []) as readonly PageSize[];
      if (pages.length > 0 && own.page > pages.length) throw new Fault('wrong', `这份文本只有 ${pages.length} 页。`);
      return { id: await addOwnFinding(store, id, own, worker) };
    },
    comment: async (
      visit: Visit,
      id: number,
      comment: { readonly findingId?: number | undefined; readonly text: string },
    ) => {
      const { worker } = await sight.review(visit, id);
      await commentReview(store, id, comment, worker);
    },
    sign: async (
      visit: Visit,
      id: number,
      signed: { readonly item: string; readonly met: boolean | null; readonly note: string },
    ) => {
      const { worker } = await sight.review(visit, id);
      await signItem(store, id, signed, worker);
    },
    receive: async (visit: Visit, id: number, { name, bytes }: DocumentInput, revision: number) => {
      const { worker } = await sight.review(visit, id);
      await roomFor(config.dataDir, bytes.length);
      await receiveCorrected(store, id, { name: plainName(name), bytes }, revision, worker);
    },
    figures: async (visit: Visit, id: number) => {
      const { item } = await sight.review(visit, id);
      return figuresOf(engine, await scanOfText(store, found(await fileOfRound(store, item.id), TEXT)));
    },
    correct: async (visit: Visit, id: number, corrections: Corrections) => {
      const { item, worker } = await sight.review(visit, id);
      if (!mayWorkOn(item, worker)) throw new ChangeRefused('这份文本现在不在您手里审核，不能校对。');
      return correctText({ store, engine }, found(await fileOfRound(store, item.id), TEXT), corrections, worker);
    },
    /** The letter as the program proposes it. */
    draft: async (visit: Visit, id: number) => {
      const { item } = await sight.review(visit, id);
      const batch = await batchOf(item);
      const findings = await reviewFindings(db, [id]);
      const parts = new Map(
        (await checklistsFor(item, batch, findings)).flatMap(({ rows }) =>
          rows.flatMap(({ title, findings: held }) => held.map((one) => [one.id, title] as const)),
        ),
      );
      const open = findings.filter(({ state }) => state === 'open');
      return reviewLetter({
        bureau: bureauName(batch.unit),
        agency: item.agency ?? item.name.replace(/\.[^.]+$/, ''),
        year: item.year ?? undefined,
        stage: STAGES.find((stage) => stage === item.stage) ?? 'budget',
        round: item.round,
        findings: open.map((one) => letterFinding(one, parts.get(one.finding.id) ?? '其他', item.round)),
        mended: findings.filter(({ state }) => state === 'fixed').length,
        day: today(),
        due: batch.due ?? undefined,
      });
    },
    send: async (visit: Visit, id: number, letter: NewLetter) => {
      const { worker } = await sight.review(visit, id);
      return { id: await sendLetter(store, id, letter, worker) };
    },
    letter: async (visit: Visit, id: number, letterId: number, format: 'docx' | 'pdf') => {
      const { item } = await sight.review(visit, id);
      const { title, paragraphs } = found(
        (await reviewLetters(db, id)).find((one) => one.id === letterId),
        '这封函',
      );
      const author = bureauName((await batchOf(item)).unit);
      const bytes = gained(await engine.writers.run('letter', { letter: { title, paragraphs }, author, format }));
      return { name: title, bytes };
    },
    report: async (visit: Visit, id: number, format: ReportFormat) => {
      const { item } = await sight.review(visit, id);
      const file = found(await fileOfRound(store, id), TEXT);
      const bytes = found(await files.get(file.sha256), TEXT);
      const reported = await reportedTexts(store, await batchOf(item), [item]);
      const asked = { format, ...reported, dismissals: [], files: { 0: bytes } };
      const written = gained(await engine.uploads.run('report', asked));
      if (written === undefined) throw new Fault('unusable', '这个文件不是 PDF，没有页面可以标注。');
      return { name: item.agency ?? item.name, bytes: written };
    },
    picture: async (visit: Visit, id: number, round: number, picture: Picture) => {
      const { item } = await sight.review(visit, id);
      const file = found(await fileOfRound(store, item.id, round), TEXT);
      return found(
        await draw({ sha256: file.sha256, read: async () => found(await files.get(file.sha256), TEXT) }, picture),
        '这一页',
      );
    },
    original: async (visit: Visit, id: number, round: number) => {
      const { item } = await sight.review(visit, id);
      const file = found(await fileOfRound(store, item.id, round), TEXT);
      return { name: file.name, bytes: found(await files.get(file.sha256), TEXT) };
    },
  };
};

const mayWorkOn = (item: ReviewItem, worker: Worker): boolean =>
  REVIEW.editable.includes(item.state) &&
  actingOn(item, worker).some((role) => role === 'reviewer' || role === 'bureau-office');

/** What a person may do with a finding by hand; the others are what letters and corrected texts do. */
const offersOn = ({ state }: ReviewFinding, roles: ReturnType<typeof actingOn>) =>
  actionsOf(REVIEW_FINDING, state, roles).flatMap(({ event, name, needs = [] }) =>
    event === 'tell' || event === 'recur' ? [] : [{ event, name, needs }],
  );

function letterFinding({ finding, firstRound }: ReviewFinding, part: string, round: number): LetterFinding {
  const pages = (one: Finding) =>
    one.evidence.flatMap(({ origin: { page, source } }) => (page === undefined || source !== undefined ? [] : [page]));
  return {
    part,
    message: finding.message,
    suggestion: finding.suggestion,
    pages: [...new Set(pages(finding))],
    isNotice: finding.severity === 'notice',
    isRepeated: firstRound < round,
  };
}
