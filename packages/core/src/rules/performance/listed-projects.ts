/** The projects of a document, wherever it lists them by name: the project table, the words, targets, procurement. */
import type { Disclosure, Origin } from '../../disclosure.ts';
import { PERFORMANCE, PROCUREMENT, PROJECTS } from '../../kinds/index.ts';
import { rowsOf } from '../../model/tables.ts';
import { projectBudgets, projectKey } from './budgets.ts';

/** A project where a list names it. */
export interface ListedProject {
  readonly name: string;
  /** As names are compared. */
  readonly key: string;
  readonly origin: Origin;
}

/** One list of projects, each project once. */
export interface ProjectList {
  /** What findings call it. */
  readonly where: string;
  readonly projects: readonly ListedProject[];
}

/** What a list may hold: as a table of its kind, or a list in the words. */
export interface ProjectLists {
  readonly table: ProjectList;
  readonly words: ProjectList;
  readonly targets: ProjectList;
  readonly procurement: ProjectList;
}

/** All lists of projects that a disclosure has; one that it lacks is empty. */
export function projectLists(disclosure: Disclosure): ProjectLists {
  const table = rowsOf(disclosure, PROJECTS).filter(({ kind }) => kind === 'project');
  const words = projectBudgets(disclosure).filter(({ source }) => source === 'words');
  const targets = rowsOf(disclosure, PERFORMANCE);
  const procurement = rowsOf(disclosure, PROCUREMENT).filter(({ kind }) => kind === 'item');
  return {
    table: listOf(
      PROJECTS.name,
      table.map(({ label, origin }) => [label, origin]),
    ),
    words: listOf(
      '说明所列项目',
      words.map(({ name, origin }) => [name, origin]),
    ),
    targets: listOf(
      PERFORMANCE.name,
      targets.map(({ project, origin }) => [project, origin]),
    ),
    procurement: listOf(
      PROCUREMENT.name,
      procurement.map(({ project, origin }) => [project, origin]),
    ),
  };
}

function listOf(where: string, named: readonly (readonly [string | undefined, Origin])[]): ProjectList {
  const projects = new Map<string, ListedProject>();
  for (const [name = '', origin] of named) {
    const key = projectKey(name);
    if (key !== '' && !projects.has(key)) projects.set(key, { name, key, origin });
  }
  return { where, projects: [...projects.values()] };
}
