/** The reviewer's desk: batches, what comes into them, who reviews what, editions and rules, statistics. One text is in `texts.ts`. */
import { ITEMS } from '@mingsuan/core/checklist/items';
import { decidedOf, isNoisy } from '@mingsuan/core/review/statistics';
import { unspaced } from '@mingsuan/core/text/fold';
import {
  addReviewChecklist,
  addReviewTexts,
  assignReviews,
  assureSpace,
  collectedTexts,
  type DocumentInput,
  deleteReviewBatch,
  editReviewBatch,
  listGrants,
  listReviews,
  listUnits,
  openReviewBatch,
  type ReviewBatchFields,
  type ReviewChecklist,
  type ReviewItem,
  type RuleSetting,
  reviewChecklists,
  reviewStatistics,
  ruleSettings,
  type Store,
  setReviewRule,
} from '@mingsuan/store';
import type { Engine } from '../../engine/engine.ts';
import { unpackUploads } from '../../engine/unpack.ts';
import { Fault, roomFor } from '../../fault.ts';
import { plainName } from '../../plain-name.ts';
import type { Visit } from '../accounts/service.ts';
import { today } from '../execution/scope.ts';
import { reportedTexts } from './reported.ts';
import { reviewSight } from './sight.ts';

export interface Desk {
  readonly store: Store;
  readonly engine: Engine;
  readonly config: { readonly dataDir: string };
}

/** Texts of the portal that come into a batch in one transaction. */
const AT_ONCE = 10;

/** @throws Fault `missing` for what a person does not see; ChangeRefused for what may not be done */
export const reviews = ({ store, engine, config }: Desk) => {
  const { db } = store;
  const sight = reviewSight({ store });
  const reviewersAt = async (unitId: number) => {
    const grants = await listGrants(store, today());
    const held = grants.filter(
      (grant) =>
        grant.unitId === unitId && ['reviewer', 'bureau-office'].includes(grant.role) && grant.since <= today(),
    );
    return [...new Map(held.map(({ personId, person }) => [personId, { id: personId, name: person }])).values()];
  };
  return {
    list: async (visit: Visit) => {
      const { roles } = await sight.workersOf(visit);
      const units = await listUnits(store, today(), true);
      return {
        places: units.flatMap(({ id, name, kind }) =>
          kind === 'region' && roles.get(id)?.includes('bureau-office') ? [{ id, name }] : [],
        ),
        batches: (await sight.batchesFor(visit)).map(({ batch }) => batch),
      };
    },
    open: async (visit: Visit, unitId: number, fields: ReviewBatchFields) => {
      const worker = await sight.place(visit, unitId);
      const unit = (await listUnits(store, today(), true)).find(({ id }) => id === unitId);
      if (unit?.kind !== 'region') throw new Fault('wrong', '批次要建在一个地区的财政部门。');
      return { id: await openReviewBatch(store, unitId, fields, worker) };
    },
    get: async (visit: Visit, id: number) => {
      const { batch, worker, isWhole } = await sight.batch(visit, id);
      const isOffice = worker.roles.includes('bureau-office');
      const items = await listReviews(db, id, isWhole ? undefined : visit.person.id);
      const units = isWhole ? await listUnits(store, today(), true) : [];
      return {
        ...batch,
        isOffice,
        items,
        missing: units.flatMap(({ kind, parentId, code, name }) =>
          kind === 'department' && parentId === batch.unitId && !items.some((item) => isOf(item, { code, name }))
            ? [{ code, name }]
            : [],
        ),
        reviewers: isOffice ? await reviewersAt(batch.unitId) : [],
        checklists: isWhole ? await reviewChecklists(db, batch.unitId) : [],
      };
    },
    edit: async (visit: Visit, id: number, fields: ReviewBatchFields) => {
      const { batch, worker } = await sight.batch(visit, id);
      await editReviewBatch(store, batch, fields, worker);
    },
    remove: async (visit: Visit, id: number, reason: string) => {
      const { batch, worker } = await sight.batch(visit, id);
      await deleteReviewBatch(store, batch, reason, worker);
    },
    /** Files that were uploaded; those in a zip or an e-mail each by itself. @returns how many are new */
    addFiles: async (visit: Visit, id: number, sent: readonly DocumentInput[]) => {
      const { batch, worker } = await sight.batch(visit, id);
      const files = await unpackUploads(engine.uploads, sent);
      await roomFor(
        config.dataDir,
        files.reduce((sum, { bytes }) => sum + bytes.length, 0),
      );
      const texts = files.map(({ name, bytes }) => ({ name: plainName(name), bytes }));
      return { made: await addReviewTexts(store, batch, texts, worker) };
    },
    /** What the portal collected of the region already. @returns how many are new */
    addCollected: async (visit: Visit, id: number, year: number, stage: string) => {
      const { batch, worker } = await sight.batch(visit, id);
      const known = await collectedTexts(store, batch.unitCode, year, stage);
      let made = 0;
      for (let at = 0; at < known.length; at += AT_ONCE) {
        await assureSpace(config.dataDir);
        const part = await Promise.all(
          known
            .slice(at, at + AT_ONCE)
            .map(async ({ sha256, ...text }) => ({ ...text, bytes: await store.files.get(sha256) })),
        );
        const texts = part.flatMap(({ bytes, ...text }) => (bytes ? [{ ...text, bytes }] : []));
        made += await addReviewTexts(store, batch, texts, worker);
      }
      return { made };
    },
    assign: async (visit: Visit, id: number, documents: readonly number[], personId: number | null) => {
      const { batch, worker } = await sight.batch(visit, id);
      const known = await reviewersAt(batch.unitId);
      const reviewer = known.find((one) => one.id === personId);
      if (personId !== null && !reviewer) throw new Fault('wrong', '这个人在这里不是评审专家，也不在财政业务处。');
      await assignReviews(store, batch, documents, reviewer, worker);
    },
    /** The checklists of all that a person sees of a batch, after an overview of them; without pictures. */
    workbook: async (visit: Visit, id: number) => {
      const { batch, isWhole } = await sight.batch(visit, id);
      const items = await listReviews(db, id, isWhole ? undefined : visit.person.id);
      return { name: batch.title, ...(await reportedTexts(store, batch, items)) };
    },
    /** What rules found and what became of it, over all that this person's bureau keeps. */
    statistics: async (visit: Visit, unitId: number) => {
      await sight.place(visit, unitId);
      const { rules, ...others } = await reviewStatistics(db, [unitId]);
      const settings = new Map((await ruleSettings(db, unitId)).map((one) => [one.rule, one]));
      const known = rules.map((one) => ({
        ...one,
        decided: decidedOf(one),
        isNoisy: isNoisy(one),
        setting: settings.get(one.rule) ?? null,
      }));
      return { rules: known, ...others };
    },
    setRule: async (visit: Visit, unitId: number, rule: Pick<RuleSetting, 'rule' | 'isNotice' | 'reason'>) =>
      setReviewRule(store, unitId, rule, await sight.place(visit, unitId)),
    checklists: async (visit: Visit, unitId: number) => {
      await sight.place(visit, unitId);
      return {
        items: ITEMS.flatMap(({ id, title, extra }) => (extra ? [] : [{ id, title }])),
        editions: await reviewChecklists(db, unitId),
      };
    },
    addChecklist: async (
      visit: Visit,
      unitId: number,
      edition: Pick<ReviewChecklist, 'name' | 'leftOut' | 'ownItems'>,
    ) => ({ id: await addReviewChecklist(store, unitId, edition, await sight.place(visit, unitId)) }),
  };
};

/** Whether a text is of a department, by its code or by the end of its name: 鹿泉区水利局 is 水利局. */
const isOf = (
  { code, agency, name }: Pick<ReviewItem, 'code' | 'agency' | 'name'>,
  department: { readonly code: string; readonly name: string },
): boolean => code === department.code || unspaced(agency ?? name.replace(/\.[^.]+$/, '')).endsWith(department.name);

export type ReviewsService = ReturnType<typeof reviews>;
