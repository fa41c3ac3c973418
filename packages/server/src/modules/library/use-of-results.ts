/** 结果应用: grades of a year's evaluations become control figures of the projects in the next one. */
import { proposalOf } from '@mingsuan/core/performance/use-of-results';
import { STORED_STATES } from '@mingsuan/core/process/projects';
import { type ControlOfProject, controlProjects, listProjects, listTasks, type Store } from '@mingsuan/store';
import type { Visit } from '../accounts/service.ts';
import { profileIn, scopeOf } from '../execution/scope.ts';

/** More than a region has in a year. */
const ALL = 100_000;

export interface UseQuestion {
  readonly document: { readonly number: string; readonly date: string };
  /** To what those are cut that the profile says are to be cut. */
  readonly cuts: readonly { readonly unitId: number; readonly project: string; readonly fen: number }[];
}

/** @returns how many were set, and why the others were left. @throws ChangeRefused but by the budget office */
export const useOfResults =
  (services: { readonly store: Store }) =>
  async (visit: Visit, placeId: number, year: number, { document, cuts }: UseQuestion) => {
    const { store } = services;
    const scope = await scopeOf(services, visit, placeId);
    const profile = profileIn(scope, year);
    const units = scope.units.map(({ id }) => id);
    const [tasks, projects] = await Promise.all([
      listTasks(store.db, { process: 'evaluation', units, year, states: ['reviewed', 'published'], limit: ALL }),
      listProjects(store.db, { units, budgetYear: year + 1, states: STORED_STATES, limit: ALL }),
    ]);
    const left: string[] = [];
    const controls = tasks.flatMap((task): readonly ControlOfProject[] => {
      const { id, unitId, project: name, unit, grade, profile: of, budget } = task;
      if (name === null) return [];
      const told = (why: string) => {
        left.push(`${unit} ${name}：${why}`);
        return [];
      };
      const last = budget ?? 0;
      const proposal = proposalOf({ profile: of ?? '', ...(grade === null ? {} : { grade }) }, last, profile);
      if (!proposal) return told('没有等级，或口径没有写怎样应用。');
      if (proposal.use === 'favour') return told('优先保障，不设上限。');
      const stored = projects.find((project) => project.unitId === unitId && project.title === name);
      if (!stored) return told('不在项目库里。');
      const cut = cuts.find((each) => each.unitId === unitId && each.project === name);
      const fen = proposal.most ?? (cut && Math.min(cut.fen, last));
      if (fen === undefined) return told('要压减，请写明压减到多少。');
      const reason = `${year} 年绩效自评为“${proposal.grade}”`;
      return [{ itemId: stored.id, unitId, title: name, fen, reason, sourceId: id }];
    });
    if (controls.length > 0) await controlProjects(store, year + 1, controls, document, scope.worker);
    return { made: controls.length, left };
  };
