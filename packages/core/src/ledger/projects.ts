/** Projects of a ledger: a code tells one from another, a name is a label that several may bear. */
import { squeeze } from '../text/fold.ts';
import type { Project } from './ledger.ts';

/** Stands for the projects whose names a published document does not tell; of what they are for it says nothing. */
export const UNNAMED_PROJECTS = '其他项目支出';

/** What tells a project from others: its code, or its name where it has none. */
export const projectKey = ({ code, name }: Pick<Project, 'code' | 'name'>): string => code ?? name;

/** How a form names a project: by its name, with the code before it where several bear the name. */
export function projectLabel(project: Project, all: readonly Project[]): string {
  const isShared = all.filter(({ name }) => name === project.name).length > 1;
  return isShared && project.code ? `${project.code} ${project.name}` : project.name;
}

/** The project that a text means: a code, a name, or a code and a name, whatever the width of its brackets and its spaces. */
export function projectNamed<P extends Pick<Project, 'code' | 'name'>>(all: readonly P[], text: string): P | undefined {
  const exact = text.trim();
  const wanted = squeeze(text);
  return (
    all.find(({ code }) => code !== undefined && squeeze(code) === wanted) ??
    all.find(({ name }) => name === exact) ??
    all.find(({ name }) => squeeze(name) === wanted) ??
    all.find(({ code, name }) => code !== undefined && wanted === squeeze(`${code} ${name}`))
  );
}
