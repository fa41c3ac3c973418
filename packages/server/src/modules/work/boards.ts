/** Boards: where the budgets of a department's units, or of a bureau's departments, stand in a year, and what is done to many at once. */
import { aggregate } from '@mingsuan/core/aggregate/aggregate';
import type { Disclosure } from '@mingsuan/core/disclosure';
import { countProgress, isLate, progressOf } from '@mingsuan/core/process/progress';
import type { RoundState } from '@mingsuan/core/process/rounds';
import {
  ChangeRefused,
  type ControlFigure,
  controlFigures,
  issueControl,
  lastSteps,
  listUnits,
  listWork,
  mayView,
  type OfficeUnit,
  openReminders,
  remindUnits,
  type StepQuestion,
  type Store,
  setWorkDeadline,
  type WorkDeadline,
  type WorkItem,
  workDeadlines,
  workHistory,
  yearContents,
} from '@mingsuan/store';
import { type Engine, gained } from '../../engine/engine.ts';
import { Fault } from '../../fault.ts';
import type { Visit } from '../accounts/service.ts';
import { compiledOf, isCompiled } from './compiled.ts';
import { mayAct, offersOf } from './offers.ts';
import { sight, today } from './sight.ts';
import { added, sumsOfUnits } from './sums.ts';

/** Takes one step as the service of single items does. */
export type TakeOne = (visit: Visit, id: number, question: Omit<StepQuestion, 'facts'>) => Promise<WorkItem>;

export interface ManySteps extends Pick<StepQuestion, 'event' | 'reason' | 'document'> {
  readonly items: readonly { readonly id: number; readonly revision: number }[];
}

/** The disclosures of a department's units that have a version of a year, by what is held. */
export async function disclosuresOf(
  store: Store,
  units: readonly number[],
  year: number,
): Promise<readonly Disclosure[]> {
  const contents = await yearContents(store.db, units, year);
  return units.flatMap((id) => {
    const kept = contents.get(id);
    const compiled = kept && compiledOf(kept);
    return compiled && isCompiled(compiled) ? [compiled.disclosure] : [];
  });
}

/** @throws Fault `missing` for a department that a person does not see; ChangeRefused for what may not be done */
export const boards = ({ store, engine }: { readonly store: Store; readonly engine: Engine }, takeOne: TakeOne) => {
  const { db } = store;
  const { rolesIn, workerAt, department: seenDepartment } = sight({ store });
  const standing = async (units: readonly OfficeUnit[], year: number, above: readonly (number | null)[]) => {
    const ids = units.map(({ id }) => id);
    const items = (await listWork(store, ids, today())).filter((one) => one.process === 'round' && one.year === year);
    const last = await lastSteps(
      db,
      items.map(({ id }) => id),
    );
    const deadlines = await workDeadlines(
      db,
      above.filter((id) => id !== null),
      year,
    );
    return units.map((unit) => {
      const item = items.find(({ unitId }) => unitId === unit.id);
      const progress = progressOf(item?.state as RoundState | undefined, item && last.get(item.id)?.event);
      const due = dueIn(deadlines, above, item?.round ?? 1);
      const step = item && last.get(item.id);
      const returned = progress === 'returned' && step ? step : undefined;
      return { unit, item, progress, due, isLate: isLate(progress, due, today()), returned };
    });
  };
  const summed = async (visit: Visit, id: number, year: number) => {
    const { department, units } = await seenDepartment(visit, id);
    const disclosures = await disclosuresOf(
      store,
      units.map((one) => one.id),
      year,
    );
    if (disclosures.length === 0) throw new Fault('not-yet', '还没有单位编出预算，不能汇总。');
    const { code, name } = department;
    return { ...aggregate(disclosures, { agency: { code, name, level: 'department' } }), units: disclosures.length };
  };
  return {
    /** The departments that a person sees: how far their units are, and their money. */
    overview: async (visit: Visit, year: number) => {
      const roles = await rolesIn(visit);
      const all = await listUnits(store, today(), true);
      const departments = all.filter(({ id, kind }) => kind === 'department' && mayView(roles.get(id)));
      const control = await controlFigures(
        db,
        departments.map(({ id }) => id),
        year,
      );
      const shown = departments.map((department) => ({
        department,
        units: all.filter(({ parentId }) => parentId === department.id),
      }));
      const sums = await sumsOfUnits(
        store,
        shown.flatMap(({ units }) => units.map(({ id }) => id)),
        year,
      );
      return Promise.all(
        shown.map(async ({ department: { id, code, name, parentId }, units }) => {
          const rows = await standing(units, year, [id, parentId]);
          return {
            departmentId: id,
            code,
            name,
            units: units.length,
            counts: countProgress(rows.map(({ progress }) => progress)),
            late: rows.filter((row) => row.isLate).length,
            sums: added(units.map((unit) => sums.get(unit.id) ?? [])),
            control: control.filter(({ unitId }) => unitId === id),
          };
        }),
      );
    },
    /** A department's units: where each stands, what this person may do to it, its money and its control figures. */
    board: async (visit: Visit, departmentId: number, year: number) => {
      const { department, units, worker } = await seenDepartment(visit, departmentId);
      const ids = units.map(({ id }) => id);
      const sums = await sumsOfUnits(store, ids, year);
      const control = await controlFigures(db, [departmentId, ...ids], year);
      const controlOf = (unitId: number) => control.filter((figure) => figure.unitId === unitId);
      const reminders = (await openReminders(db, ids)).filter((one) => one.year === year);
      const roles = await rolesIn(visit);
      const rows = await standing(units, year, [departmentId, department.parentId]);
      const deadlines = await workDeadlines(
        db,
        [departmentId, department.parentId].filter((id) => id !== null),
        year,
      );
      return {
        departmentId,
        name: department.name,
        control: controlOf(departmentId),
        deadlines: [1, 2].flatMap((round) => {
          const due = dueIn(deadlines, [departmentId, department.parentId], round);
          return due === undefined ? [] : [{ round, due }];
        }),
        may: {
          issueControl: worker.roles.includes('bureau-budget'),
          splitControl: worker.roles.includes('department-finance'),
          setDeadline: worker.roles.some((role) => role === 'bureau-budget' || role === 'department-finance'),
          remind: worker.roles.some((role) => ['department-finance', 'bureau-office', 'bureau-budget'].includes(role)),
        },
        units: await Promise.all(
          rows.map(async ({ unit: { id, code, name }, item, progress, due, isLate: late, returned }) => {
            const held = roles.get(id) ?? [];
            const reminded = reminders.find(({ unitId }) => unitId === id);
            return {
              unitId: id,
              code,
              name,
              item: item ?? null,
              offers:
                item && mayAct(item, held)
                  ? offersOf(item, await workHistory(db, item.id), visit.person.id, held, controlOf(id).length > 0)
                  : [],
              progress,
              due: due ?? null,
              isLate: late,
              returned: returned ?? null,
              reminded: reminded ? { person: reminded.person, at: reminded.at } : null,
              sums: sums.get(id) ?? [],
              control: controlOf(id),
            };
          }),
        ),
      };
    },
    /** The department's disclosure as the sum of its units', as far as they are there. */
    aggregate: async (visit: Visit, departmentId: number, year: number) => {
      const { units, problems, disclosure } = await summed(visit, departmentId, year);
      return { units, problems: problems.map(({ message }) => message), disclosure };
    },
    /** The same as a workbook. */
    workbook: async (visit: Visit, departmentId: number, year: number): Promise<Uint8Array> => {
      const { disclosure } = await summed(visit, departmentId, year);
      return gained(await engine.views.run('workbook', { disclosure }));
    },
    /** The same step upon many items of a department, each by itself: what is refused says why. */
    steps: async (visit: Visit, departmentId: number, year: number, { items, ...asked }: ManySteps) => {
      const { units } = await seenDepartment(visit, departmentId);
      const own = new Set(
        (
          await listWork(
            store,
            units.map(({ id }) => id),
            today(),
          )
        ).flatMap((one) => (one.year === year ? [one.id] : [])),
      );
      const done: { readonly id: number; readonly refusal: string | null }[] = [];
      for (const { id, revision } of items) {
        if (!own.has(id)) {
          done.push({ id, refusal: '这项工作不在这个部门，请刷新后重试。' });
          continue;
        }
        try {
          await takeOne(visit, id, { ...asked, revision });
          done.push({ id, refusal: null });
        } catch (error) {
          if (!(error instanceof ChangeRefused || error instanceof Fault)) throw error;
          done.push({ id, refusal: error.message });
        }
      }
      return done;
    },
    /** Reminds units of a department. */
    remind: async (
      visit: Visit,
      departmentId: number,
      year: number,
      { units: asked, text }: { readonly units: readonly number[]; readonly text: string },
    ) => {
      const { units, worker } = await seenDepartment(visit, departmentId);
      await remindUnits(
        store,
        units.filter(({ id }) => asked.includes(id)),
        { year, text },
        worker,
      );
    },
    /** What a person's own units are reminded of. */
    reminders: async (visit: Visit) => {
      const own = [...(await rolesIn(visit))].flatMap(([unitId, roles]) =>
        roles.includes('unit-clerk') || roles.includes('unit-head') ? [unitId] : [],
      );
      const units = await listUnits(store, today());
      return (await openReminders(db, own)).map((one) => ({
        ...one,
        unit: units.find(({ id }) => id === one.unitId)?.name ?? '',
      }));
    },
    setDeadline: async (visit: Visit, deadline: WorkDeadline) =>
      setWorkDeadline(store, deadline, await workerAt(visit, deadline.unitId)),
    issueControl: async (visit: Visit, unitId: number, figures: readonly Omit<ControlFigure, 'unitId'>[]) =>
      issueControl(store, unitId, figures, await workerAt(visit, unitId)),
  };
};

/** The earlier of the department's and the region's. */
const dueIn = (all: readonly WorkDeadline[], above: readonly (number | null)[], round: number): string | undefined =>
  all
    .filter((one) => one.round === round && above.includes(one.unitId))
    .map(({ due }) => due)
    .sort()[0];
