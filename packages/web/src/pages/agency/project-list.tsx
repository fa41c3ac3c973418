/** What the projects cost, the largest first; a project leads to its page over the years. */

import type { Cell } from '@mingsuan/core/disclosure';
import { kindOf, mainProjects, PROJECTS, type ProjectRow } from '@mingsuan/core/kinds/index';
import { tablesOfPublished } from '@mingsuan/core/model/published';
import { squeeze } from '@mingsuan/core/text/fold';
import { Link } from '@tanstack/react-router';
import type { DisclosureAnswer } from '../../api/types.ts';
import { AsPrinted } from '../../components/as-printed.tsx';
import { Card } from '../../components/card.tsx';
import { DataTable } from '../../components/data-table.tsx';
import { projectTitle } from '../../components/project-title.ts';
import { UnitNote, useScale } from '../../components/scale.tsx';
import { PlacedMoney } from '../../components/source/placed-money.tsx';
import { useNarrow } from '../../components/use-narrow.ts';
import { useText } from '../../i18n/index.tsx';

interface Project {
  readonly name: string;
  /** Whose, where the table lists several units. */
  readonly unit: string | undefined;
  /** Absent where the document prints no amount of it. */
  readonly fen: number | undefined;
  readonly cell: Pick<Cell, 'text' | 'origin'> | undefined;
  readonly goal: string | undefined;
}

/** Of the table that tells what all of them cost where there is one, else of their performance targets. */
export function projectsOf(content: DisclosureAnswer): readonly Project[] {
  const tables = tablesOfPublished(content).filter(({ form }) => form === PROJECTS.id);
  const goals = new Map(
    tables.flatMap(({ rows }) =>
      (rows as readonly ProjectRow[]).flatMap(({ label, goal }) => (goal ? [[keyOf(label), goal] as const] : [])),
    ),
  );
  let unit: string | undefined;
  const listed = ((mainProjects(tables)?.rows ?? []) as readonly ProjectRow[]).flatMap((row): Project[] => {
    const { kind, label, cells, goal } = row;
    // A unit's row is the sum of those below it.
    if (kind === 'subtotal') unit = label;
    if (kind !== 'project' || !cells.total) return [];
    return [
      {
        name: label,
        unit: row.unit ?? unit,
        fen: cells.total.fen,
        cell: cells.total,
        goal: goal ?? goals.get(keyOf(label)),
      },
    ];
  });
  const aimed = content.performance.flatMap(({ project, goal, funds = [] }): Project[] => {
    const amount = funds[0]?.amount;
    return project ? [{ name: project, unit: undefined, fen: amount?.fen, cell: amount, goal }] : [];
  });
  return [...(listed.length > 0 ? listed : aimed)].sort((a, b) => (b.fen ?? 0) - (a.fen ?? 0));
}

/** As the store names projects in addresses. */
const keyOf = (name: string): string => squeeze(name).toLowerCase();

/** Each amount may be off by half of 0.01 万元, in fen. */
const HALF_STEP = 5_000;

/** Undefined where the amount of any is not printed. */
const sumOf = (projects: readonly Project[]): number | undefined =>
  projects.some(({ fen }) => fen === undefined) ? undefined : projects.reduce((sum, { fen = 0 }) => sum + fen, 0);

export function ProjectList({
  content,
  projects,
}: {
  readonly content: DisclosureAnswer;
  readonly projects: readonly Project[];
}) {
  const t = useText();
  const total = content.statements.find(({ form }) => form === 'expenditure')?.rows.find(({ key }) => key === 'total')
    ?.cells.project?.fen;
  const part = kindOf(PROJECTS.id)!.shown.id;
  const { format, unit } = useScale();
  const sum = sumOf(projects);
  const rest = total === undefined || sum === undefined ? 0 : sum - total;
  const told = (fen: number) => `${format(fen)} ${unit}`;
  return (
    <Card title={t('projects.list')} lead={<UnitNote />}>
      <DataTable
        caption={t('projects.list')}
        rows={projects}
        first={useNarrow() ? 3 : 5}
        rowKey={(_, i) => i}
        columns={[
          {
            key: 'name',
            title: t('column.name'),
            heads: true,
            cell: ({ name, unit, fen, goal }) => (
              <>
                {fen === undefined ? (
                  <AsPrinted>{projectTitle(name).title}</AsPrinted>
                ) : (
                  <Link to="/item/$kind/$key" params={{ kind: 'project', key: keyOf(name) }}>
                    <AsPrinted>{projectTitle(name).title}</AsPrinted>
                  </Link>
                )}
                {projectTitle(name).code && <span className="faint small wide-only"> {projectTitle(name).code}</span>}
                {unit && unit !== content.agency.name && (
                  <span className="faint small" lang="zh-CN">
                    {' '}
                    {unit}
                  </span>
                )}
                {goal && (
                  <span className="project-goal faint small" lang="zh-CN">
                    {goal}
                  </span>
                )}
              </>
            ),
          },
          {
            key: 'fen',
            title: t('column.amount'),
            numeric: true,
            cell: ({ name, fen, cell }) => <PlacedMoney fen={fen} label={name} cell={cell} />,
          },
        ]}
      />
      {total !== undefined && Math.abs(rest) > (projects.length + 1) * HALF_STEP && (
        <p className="small faint">
          {t(rest < 0 ? 'projects.less' : 'projects.more', { sum: told(sum!), rest: told(Math.abs(rest)) })}
        </p>
      )}
      {total !== undefined && (
        <p className="small faint">
          {projects.every(({ fen }) => fen === undefined) && t('projects.noAmounts')} {t('projects.ofTotal')}{' '}
          <PlacedMoney fen={total} label={t('total.project')} cell={undefined} />{' '}
          <a href={`#${content.projects.length > 0 ? part : 'projects'}`}>{t('projects.details')}</a>
        </p>
      )}
    </Card>
  );
}
