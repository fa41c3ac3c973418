/** Projects of a ledger: a code tells one from another, a name is a label that several may bear. */
import { squeeze } from '../text/fold.ts';
import type { Project } from './ledger.ts';

/** Stands for the projects whose names a published document does not tell; of what they are for it says nothing. */
export const UNNAMED_PROJECTS = '其他项目支出';

/** What tells a project from others: its code, or its name where it has none. */
export const projectKey = ({ code, name }: Pick<Project, 'code' | 'name'>): string => code ?? name;

/** How a form names a project, and texts about it are kept: by its name, with the code before it where several bear the name. */
export function projectLabel(project: Named, all: readonly Named[]): string {
  const isShared = all.filter(({ name }) => name === project.name).length > 1;
  return isShared && project.code ? `${project.code} ${project.name}` : project.name;
}

type Named = Pick<Project, 'code' | 'name'>;

/** What follows from a budget under a project's label, with the code that the project had there. */
export interface Labelled {
  readonly project: string;
  readonly code?: string | null | undefined;
}

/** The bare name in a label. */
export const nameInLabel = ({ project, code }: Labelled): string =>
  code && project.startsWith(`${code} `) ? project.slice(code.length + 1) : project;

/**
 * The label of a project of a budget in all that follows from it. One that goes under a label already keeps it, whoever of its name came or
 * went in an adjustment; another of that name has its code before it.
 */
export function lastingLabel(project: Named, all: readonly Named[], standing: readonly Labelled[]): string {
  // A code that two of a budget bear tells nothing of either.
  const isOwn = all.filter(({ code }) => code === project.code).length === 1;
  const known = project.code && isOwn ? standing.find(({ code }) => code === project.code) : undefined;
  if (known) return known.project;
  const codes = new Set(all.flatMap(({ code }) => code ?? []));
  const gone = standing.filter(({ code }) => code && !codes.has(code));
  return projectLabel(project, [...all, ...gone.map((each) => ({ code: each.code!, name: nameInLabel(each) }))]);
}

/** The projects of a label: one, or all that bear a name and no code. */
export const projectsLabelled = <P extends Named>(all: readonly P[], label: string): readonly P[] =>
  all.filter((project) => projectLabel(project, all) === label);

/** The codes of the projects that a bare name may mean; none where it means one. */
export function codesOfName(all: readonly Named[], text: string): readonly string[] {
  const wanted = squeeze(text);
  if (all.some(({ code }) => code !== undefined && squeeze(code) === wanted)) return [];
  const bearing = all.filter(({ name }) => squeeze(name) === wanted);
  const codes = bearing.flatMap(({ code }) => code ?? []);
  return codes.length > 1 && codes.length === bearing.length ? codes : [];
}

/**
 * The project that a text means: a code, a name, or a code and a name, whatever the width of its brackets and its spaces. A bare
 * name that several bear is that of the one without a code.
 */
export function projectNamed<P extends Named>(all: readonly P[], text: string): P | undefined {
  const exact = text.trim();
  const wanted = squeeze(text);
  return (
    all.find(({ code }) => code !== undefined && squeeze(code) === wanted) ??
    all.find(({ code, name }) => code === undefined && name === exact) ??
    all.find(({ name }) => name === exact) ??
    all.find(({ name }) => squeeze(name) === wanted) ??
    all.find(({ code, name }) => code !== undefined && wanted === squeeze(`${code} ${name}`))
  );
}
