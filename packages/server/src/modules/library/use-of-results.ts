/** 结果应用: grades of a year's evaluations become control figures of the projects in the next one. */
import { type Proposal, proposalOf, USE_NAMES } from '@mingsuan/core/performance/use-of-results';
import { STORED_STATES } from '@mingsuan/core/process/projects';
import {
  type ControlOfProject,
  controlProjects,
  type LibraryProject,
  listProjects,
  listTasks,
  type Store,
  type TaskItem,
} from '@mingsuan/store';
import type { Visit } from '../accounts/service.ts';
import { profileIn, scopeOf } from '../execution/scope.ts';
import { projectsMeant } from './meant.ts';

/** More than a region has in a year. */
const ALL = 100_000;

export interface UseQuestion {
  readonly document: { readonly number: string; readonly date: string };
  /** To what those are cut that the profile says are to be cut. */
  readonly cuts: readonly { readonly unitId: number; readonly project: string; readonly fen: number }[];
}

/** A project that is controlled for its grade. */
interface Controlled {
  readonly task: TaskItem;
  /** Under which its evaluation went. */
  readonly label: string;
  readonly project: LibraryProject;
  readonly proposal: Proposal;
  readonly last: number;
}

/** What the grades of a year make of the next one: looked at, then set. @throws Fault `missing` for a place that a person does not see */
export const useOfResults = (services: { readonly store: Store }) => {
  const { store } = services;

  /** What a year's results say of the next one's projects, and why they say nothing of the others. */
  const said = async (visit: Visit, placeId: number, year: number) => {
    const scope = await scopeOf(services, visit, placeId);
    const profile = profileIn(scope, year);
    const units = scope.units.map(({ id }) => id);
    const [tasks, projects] = await Promise.all([
      listTasks(store.db, { process: 'evaluation', units, year, states: ['reviewed', 'published'], limit: ALL }),
      listProjects(store.db, { units, budgetYear: year + 1, states: STORED_STATES, limit: ALL }),
    ]);
    const left: string[] = [];
    const controlled = tasks.flatMap((task): readonly Controlled[] => {
      const { unitId, project: label, code, unit, grade, profile: of, budget } = task;
      if (label === null) return [];
      const told = (why: string) => {
        left.push(`${unit} ${label}：${why}`);
        return [];
      };
      const last = budget ?? 0;
      const proposal = proposalOf({ profile: of ?? '', ...(grade === null ? {} : { grade }) }, last, profile);
      if (!proposal) return told('没有等级，或口径没有写怎样应用。');
      if (proposal.use === 'favour') return told('优先保障，不设上限。');
      const own = projects.filter((each) => each.unitId === unitId);
      const [project, ...others] = projectsMeant({ project: label, code }, own);
      if (!project) return told('不在项目库里。');
      return others.length === 0 ? [{ task, label, project, proposal, last }] : told('在项目库里有几个同名的。');
    });
    return { scope, left, controlled };
  };

  return {
    /** What would be set, beside what holds now: looked at before it is done. */
    proposed: async (visit: Visit, placeId: number, year: number) => {
      const { left, controlled } = await said(visit, placeId, year);
      return {
        controls: controlled.map(
          ({ label, project: { unitId, unit, amounts }, proposal: { use, grade, most }, last }) => ({
            unitId,
            unit,
            project: label,
            grade,
            name: USE_NAMES[use],
            last,
            now: amounts.control ?? null,
            most: most ?? null,
          }),
        ),
        left,
      };
    },
    /** @returns how many were set, and why the others were left. @throws ChangeRefused but by the budget office */
    use: async (visit: Visit, placeId: number, year: number, { document, cuts }: UseQuestion) => {
      const { scope, left, controlled } = await said(visit, placeId, year);
      const controls = controlled.flatMap(({ task, label, project, proposal, last }): readonly ControlOfProject[] => {
        const { id: itemId, unitId, title } = project;
        const cut = cuts.find((each) => each.unitId === unitId && each.project === label);
        const fen = proposal.most ?? (cut && Math.min(cut.fen, last));
        if (fen === undefined) {
          left.push(`${task.unit} ${label}：要压减，请写明压减到多少。`);
          return [];
        }
        const reason = `${year} 年绩效自评为“${proposal.grade}”`;
        return [{ itemId, unitId, title, fen, reason, sourceId: task.id }];
      });
      if (controls.length > 0) await controlProjects(store, year + 1, controls, document, scope.worker);
      return { made: controls.length, left };
    },
  };
};
