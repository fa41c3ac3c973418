/** The project library: what each person sees and does, from a project's application to what a budget makes of it. */

import { effectiveAmount } from '@mingsuan/core/library/amounts';
import { applicationFaults, type ProjectApplication, parseApplication } from '@mingsuan/core/library/application';
import type { ProjectClass } from '@mingsuan/core/library/classes';
import { rankProjects } from '@mingsuan/core/library/ranking';
import { reviewCounters } from '@mingsuan/core/library/review-counters';
import { applicationReview } from '@mingsuan/core/library/target-review';
import { profileFor } from '@mingsuan/core/performance/choose-profile';
import { NATIONAL_CALENDAR } from '@mingsuan/core/process/national-calendar';
import type { ProjectState } from '@mingsuan/core/process/projects';
import {
  assignReviewer,
  controlProjects,
  giveOpinion,
  gradeTargets,
  type Inspection,
  inspectProject,
  type LibraryProject,
  type LibrarySettings,
  librarySettings,
  listProjects,
  mayView,
  type Opinion,
  projectReviewers,
  reviewAmount,
  reviewedProjects,
  reviewsOf,
  type Store,
  saveApplication,
  setLibrary,
  setPriority,
  type TargetGrade,
  targetGrade,
  workContent,
} from '@mingsuan/store';
import { Fault, found } from '../../fault.ts';
import type { Visit } from '../accounts/service.ts';
import { scopeOf } from '../execution/scope.ts';
import { regionOf } from '../work/region.ts';
import { sight, today } from '../work/sight.ts';
import { type ProjectSeen, projectShown } from './shown.ts';

const PAGE = 100;
/** More than a region has waiting. */
const ALL = 20_000;
const PROJECT = '这个项目';

interface Asked {
  readonly q?: string | undefined;
  readonly state?: ProjectState | undefined;
  readonly class?: ProjectClass | undefined;
  readonly setUp?: number | undefined;
  readonly after?: number | undefined;
}

/** @throws Fault `missing` for what a person does not see; ChangeRefused for what may not be done */
export const library = (services: { readonly store: Store }) => {
  const { store } = services;
  const { db } = store;
  const { workerAt } = sight(services);

  /** A project where this person has a role that sees it, or was asked to review it. */
  const seen = async (visit: Visit, id: number): Promise<ProjectSeen> => {
    const row = await db
      .selectFrom('work_items')
      .select(['unit_id', 'year'])
      .where('id', '=', id)
      .where('process', '=', 'project')
      .executeTakeFirst();
    const worker = await workerAt(visit, row?.unit_id ?? 0);
    const isOffice = mayView(worker.roles);
    const isAsked =
      row !== undefined &&
      (isOffice || (await projectReviewers(db, id)).some(({ personId }) => personId === visit.person.id));
    const units = row && isAsked ? [row.unit_id] : [];
    const [project] = await listProjects(db, { units, ids: [id], budgetYear: row?.year ?? 0 });
    return { project: found(project, PROJECT), worker, isOffice };
  };
  const applicationOf = async ({ id, version }: LibraryProject): Promise<ProjectApplication | undefined> => {
    const held = version === 0 ? undefined : await workContent(db, id, version);
    const read = held && parseApplication(held.content);
    return read && 'application' in read ? read.application : undefined;
  };

  /** What stands against its targets, and what they were graded. */
  const targetsShown = async (project: LibraryProject, application: ProjectApplication) => {
    const profile = profileFor((await regionOf(store, project))?.code, project.year);
    const review = profile && applicationReview(application, project, profile);
    if (!review) return null;
    const { points, inWords, indicators, best } = review;
    return { points, inWords, indicators, best, given: (await targetGrade(db, project)) ?? null };
  };

  return {
    board: async (visit: Visit, placeId: number, year: number) => {
      const { place, units, region, worker } = await scopeOf(services, visit, placeId);
      const ids = units.map((unit) => unit.id);
      const settings = await librarySettings(db, region.id);
      const [projects, reviewed] = await Promise.all([
        listProjects(db, { units: ids, budgetYear: year, limit: ALL }),
        reviewedProjects(db, ids, year),
      ]);
      const days = settings.reviewDays;
      const term = days === null ? undefined : ({ days, count: 'working-days' } as const);
      const { coverage, timeliness = null, saving } = reviewCounters(reviewed, term, today(), NATIONAL_CALENDAR);
      const states: Record<string, number> = {};
      for (const { state } of projects) states[state] = (states[state] ?? 0) + 1;
      return {
        name: place.name,
        year,
        settings,
        states,
        counters: { coverage, timeliness, saving },
        ranking: rankingOf(projects.filter(({ state }) => state === 'stored')),
        may: {
          set: place.id === region.id && worker.roles.includes('bureau-budget'),
          control: worker.roles.includes('bureau-budget'),
        },
      };
    },
    list: async (visit: Visit, placeId: number, year: number, { state, setUp, ...asked }: Asked) => {
      const { units } = await scopeOf(services, visit, placeId);
      return listProjects(db, {
        ...asked,
        units: units.map(({ id }) => id),
        budgetYear: year,
        limit: PAGE,
        ...(state === undefined ? {} : { states: [state] }),
        ...(setUp === undefined ? {} : { year: setUp }),
      });
    },
    get: async (visit: Visit, id: number) => {
      const of = await seen(visit, id);
      const application = await applicationOf(of.project);
      const faults = application ? applicationFaults(application, of.project.year) : ['还没有填申报。'];
      const targets = application ? await targetsShown(of.project, application) : null;
      return { ...(await projectShown(store, of, visit.person.id)), application: application ?? null, faults, targets };
    },
    save: async (visit: Visit, id: number, { revision, application }: { revision: number; application: unknown }) => {
      const { worker } = await seen(visit, id);
      const read = parseApplication(application);
      if ('faults' in read) throw new Fault('wrong', read.faults[0]!);
      return saveApplication(store, id, { revision, application: read.application }, worker);
    },
    rank: async (visit: Visit, id: number, priority: number | null) => {
      const { project, worker } = await seen(visit, id);
      await setPriority(store, project, priority, worker);
    },
    assign: async (visit: Visit, id: number, asked: { readonly personId: number; readonly due: string | null }) => {
      const { worker } = await seen(visit, id);
      await assignReviewer(store, id, asked, worker);
    },
    opine: async (visit: Visit, id: number, opinion: Opinion) => {
      const { worker } = await seen(visit, id);
      await giveOpinion(store, id, opinion, worker);
    },
    reviewed: async (visit: Visit, id: number, given: { readonly fen: number; readonly reason: string }) => {
      const { project, worker } = await seen(visit, id);
      await reviewAmount(store, id, { ...given, asked: project.asked }, worker);
    },
    grade: async (visit: Visit, id: number, given: Pick<TargetGrade, 'grade' | 'reason'>) => {
      const { worker } = await seen(visit, id);
      await gradeTargets(store, id, given, worker);
    },
    control: async (
      visit: Visit,
      id: number,
      {
        year,
        document,
        ...given
      }: {
        readonly year: number;
        readonly fen: number;
        readonly reason: string;
        readonly document: { readonly number: string; readonly date: string };
      },
    ) => {
      const { project, worker } = await seen(visit, id);
      const { unitId, title } = project;
      await controlProjects(store, year, [{ itemId: id, unitId, title, ...given }], document, worker);
    },
    inspect: async (visit: Visit, id: number, inspection: Inspection & { readonly revision: number }) => {
      const { worker } = await seen(visit, id);
      return inspectProject(store, id, inspection, worker);
    },
    /** What a person is asked to review, the first due first. */
    reviews: async (visit: Visit) => {
      const asked = await reviewsOf(db, visit.person.id);
      return Promise.all(
        asked.map(async ({ itemId, due, isGiven }) => {
          const { project } = await seen(visit, itemId);
          return { id: itemId, unit: project.unit, title: project.title, year: project.year, due, isGiven };
        }),
      );
    },
    set: async (visit: Visit, placeId: number, settings: LibrarySettings) =>
      setLibrary(store, placeId, settings, await workerAt(visit, placeId)),
  };
};

/** Stored projects in their order, with what they come to one after the other. */
function rankingOf(projects: readonly LibraryProject[]) {
  const byId = new Map(projects.map((project) => [project.id, project]));
  const ranks = rankProjects(
    projects.map(({ id, priority, score, isNew }) => ({
      id,
      isNew,
      ...(priority === null ? {} : { priority }),
      ...(score === null ? {} : { score }),
    })),
  );
  let sum = 0;
  return ranks.slice(0, PAGE).map((rank) => {
    const { title, unit, code, amounts } = byId.get(rank.id)!;
    const amount = effectiveAmount(amounts) ?? null;
    sum += amount ?? 0;
    return { ...rank, title, unit, code, amount, sum };
  });
}
