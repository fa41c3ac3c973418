/** The projects that sheets of an execution name: by name, by name and code, or by a label of both. */
import { groupBy } from '../group-by.ts';
import { nameInLabel, projectKey, projectLabel } from '../ledger/projects.ts';
import type { AuthorityLine } from './execution.ts';

/** How a row names its project. */
export interface ProjectNamed {
  readonly unit: string;
  readonly project: string;
  readonly code?: string | undefined;
}

const namedIn = ({ project, code }: ProjectNamed) => ({
  name: nameInLabel({ project, code }),
  ...(code === undefined ? {} : { code }),
});

/** Lines under the labels of their projects: those of one name in a unit have their codes before it. */
export function labelled(lines: readonly AuthorityLine[]): readonly AuthorityLine[] {
  const projects = new Map(
    [...groupBy(lines, ({ unit }) => unit)].map(([unit, own]) => [
      unit,
      // A project has a line for each of its items.
      [...new Map(own.map(namedIn).map((one) => [projectKey(one), one])).values()],
    ]),
  );
  return lines.map((line) => ({ ...line, project: projectLabel(namedIn(line), projects.get(line.unit)!) }));
}

/** The label that a row's project has on the lines, its own words where it has none; undefined where several bear the name and no code is told. */
export function labelOf({ unit, project, code }: ProjectNamed, lines: readonly AuthorityLine[]): string | undefined {
  const own = lines.filter((line) => line.unit === unit);
  const exact = own.find((line) => (code === undefined ? line.project === project : line.code === code));
  if (exact) return exact.project;
  const labels = new Set(own.filter((line) => namedIn(line).name === project).map((line) => line.project));
  return labels.size > 1 ? undefined : ([...labels][0] ?? project);
}
