/** What the projects cost, the largest first; a project leads to its page over the years. */
import type { Cell } from '@mingsuan/core/disclosure';
import { kindOf, PROJECTS } from '@mingsuan/core/kinds/index';
import { squeeze } from '@mingsuan/core/text/fold';
import { Link } from '@tanstack/react-router';
import type { DisclosureAnswer } from '../../api/types.ts';
import { Card } from '../../components/card.tsx';
import { DataTable } from '../../components/data-table.tsx';
import { UnitNote } from '../../components/scale.tsx';
import { PlacedMoney } from '../../components/source/placed-money.tsx';
import { useText } from '../../i18n/index.tsx';

interface Project {
  readonly name: string;
  /** Absent where the document prints no amount of it. */
  readonly fen: number | undefined;
  readonly cell: Pick<Cell, 'text' | 'origin'> | undefined;
  readonly goal: string | undefined;
}

/** Of the table of projects where it is printed, else of their performance targets. */
export function projectsOf(content: DisclosureAnswer): readonly Project[] {
  const listed = content.projects.flatMap(({ kind, label, cells, goal }): Project[] =>
    kind === 'project' && cells.total ? [{ name: label, fen: cells.total.fen, cell: cells.total, goal }] : [],
  );
  const aimed = content.performance.flatMap(({ project, goal, funds = [] }): Project[] => {
    const amount = funds[0]?.amount;
    return project ? [{ name: project, fen: amount?.fen, cell: amount, goal }] : [];
  });
  return [...(listed.length > 0 ? listed : aimed)].sort((a, b) => (b.fen ?? 0) - (a.fen ?? 0));
}

/** As the store names projects in addresses. */
const keyOf = (name: string): string => squeeze(name).toLowerCase();

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
  return (
    <Card title={t('projects.list')} lead={<UnitNote />}>
      <DataTable
        caption={t('projects.list')}
        rows={projects}
        first={6}
        rowKey={(_, i) => i}
        columns={[
          {
            key: 'name',
            title: t('column.name'),
            heads: true,
            cell: ({ name, fen, goal }) => (
              <>
                {fen === undefined ? (
                  name
                ) : (
                  <Link to="/item/$kind/$key" params={{ kind: 'project', key: keyOf(name) }}>
                    {name}
                  </Link>
                )}
                {goal && <span className="project-goal faint small">{goal}</span>}
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
