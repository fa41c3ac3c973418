/** Which projects of a unit's budget its library lets in, and what an approval does to them there. */

import type { Ledger } from '@mingsuan/core/ledger/ledger';
import { admissionFaults, entryOf, givenTo, type LibraryEntry } from '@mingsuan/core/library/admission';
import { profileFor } from '@mingsuan/core/performance/choose-profile';
import { PROJECT, type ProjectState, STORED_STATES } from '@mingsuan/core/process/projects';
import {
  type BudgetedProject,
  type LibraryProject,
  librarySettings,
  listProjects,
  listTasks,
  listUnits,
  projectControls,
  type Store,
  type WorkItem,
} from '@mingsuan/store';
import { today } from '../work/sight.ts';
import { projectsMeant } from './meant.ts';

interface Entry extends LibraryEntry {
  readonly id: number;
  readonly state: ProjectState;
}

export interface Admission {
  /** Why projects may not be budgeted, one sentence with its place each. */
  readonly faults: readonly string[];
  /** Those of the ledger that the library has, with what the ledger gives them. */
  readonly projects: readonly BudgetedProject[];
}

/** More than a unit has. */
const ALL = 5000;

/** The projects of a budget held against the unit's library, the bureau's setting, control figures and what is not put right. */
export async function admissionOf(
  { store }: { readonly store: Store },
  { unitId, departmentId, year }: Pick<WorkItem, 'unitId' | 'departmentId' | 'year'>,
  ledger: Pick<Ledger, 'projects'>,
): Promise<Admission> {
  const { db } = store;
  const units = await listUnits(store, today());
  const department = units.find(({ id }) => id === departmentId);
  const region = units.find(({ id }) => id === department?.parentId);
  const [{ sinceYear }, projects] = await Promise.all([
    librarySettings(db, region?.id ?? 0),
    listProjects(db, { units: [unitId], budgetYear: year, limit: ALL }),
  ]);
  const controls = await projectControls(
    db,
    projects.map(({ id }) => id),
    year,
  );
  const held = await heldProjects(store, unitId, year, region?.code ?? '', projects);
  const entries = projects.map(({ id, code, title, state }): Entry => {
    const control = controls.get(id);
    return {
      id,
      state,
      code,
      name: title,
      isStored: STORED_STATES.includes(state),
      standing: PROJECT.states[state],
      ...(control ? { control: { fen: control.fen, why: control.reason ?? control.documentNumber ?? '' } } : {}),
      ...(held.has(id) ? { held: held.get(id) } : {}),
    };
  });
  return {
    faults: admissionFaults(ledger, entries, sinceYear !== null && year >= sinceYear).map(({ message }) => message),
    projects: ledger.projects.flatMap((project) => {
      const entry = entryOf(project, entries, ledger.projects);
      return entry && entry !== 'several' ? [{ id: entry.id, state: entry.state, fen: givenTo(project) }] : [];
    }),
  };
}

/** Projects of the year before with problems that are due and not put right, where the place holds these back. */
async function heldProjects(
  { db }: Store,
  unitId: number,
  year: number,
  region: string,
  library: readonly LibraryProject[],
): Promise<ReadonlyMap<number, string>> {
  if (profileFor(region, year)?.unrectified !== 'hold') return new Map();
  const open = await listTasks(db, {
    process: 'rectification',
    units: [unitId],
    year: year - 1,
    states: ['open', 'under-way', 'reported'],
    dueBefore: today(),
  });
  return new Map(
    open.flatMap(({ project, code, title, due }) =>
      project === null
        ? []
        : projectsMeant({ project, code }, library).map(
            ({ id }) => [id, `“${title}”应在 ${due} 前整改，还没有销号，整改到位后再安排。`] as const,
          ),
    ),
  );
}
