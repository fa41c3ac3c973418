/** What was published of evaluations, for everybody. */
import { useQuery } from '@tanstack/react-query';
import { ask } from '../../api/client.ts';
import type { PublishedResult } from '../../api/types.ts';
import { Card } from '../../components/card.tsx';
import { DataTable } from '../../components/data-table.tsx';
import { percent, yuan } from '../../components/money.tsx';
import { Answer, Nothing } from '../../components/state.tsx';
import { useTitle } from '../../components/title.ts';
import { useText } from '../../i18n/index.tsx';

export function ResultsPage() {
  const t = useText();
  useTitle(t('perf.public'));
  const answer = useQuery({
    queryKey: ['/performance-results'],
    queryFn: ({ signal }) => ask<readonly PublishedResult[]>('/performance-results', {}, { signal }),
  });
  return (
    <div className="agency">
      <div className="page-head">
        <h1>{t('perf.public')}</h1>
      </div>
      <Card title={t('perf.public')} lead={`${t('perf.publicLead')}${t('exec.unit')}`}>
        <Answer of={answer}>
          {(rows) =>
            rows.length === 0 ? (
              <Nothing>{t('perf.noPublic')}</Nothing>
            ) : (
              <DataTable
                caption={t('perf.public')}
                stacks
                rows={rows}
                rowKey={({ unit, project, year }) => `${year} ${unit} ${project}`}
                first={50}
                columns={[
                  { key: 'project', title: t('exec.project'), heads: true, cell: ({ project }) => project },
                  { key: 'unit', title: t('work.unit'), cell: ({ unit }) => unit },
                  {
                    key: 'year',
                    title: t('work.year'),
                    numeric: true,
                    cell: ({ year }) => year,
                    sort: (a, b) => a.year - b.year,
                  },
                  {
                    key: 'budget',
                    title: t('exec.adjusted'),
                    numeric: true,
                    cell: ({ budget }) => (budget === null ? '—' : yuan(budget)),
                    sort: (a, b) => (a.budget ?? 0) - (b.budget ?? 0),
                  },
                  {
                    key: 'rate',
                    title: t('exec.rate'),
                    numeric: true,
                    cell: ({ budget, executed }) => percent(executed ?? 0, budget ?? 0) ?? '—',
                  },
                  {
                    key: 'score',
                    title: t('perf.score'),
                    numeric: true,
                    cell: ({ score }) => score ?? '—',
                    sort: (a, b) => Number(a.score ?? 0) - Number(b.score ?? 0),
                  },
                  { key: 'grade', title: t('perf.grade'), cell: ({ grade }) => grade ?? '—' },
                ]}
              />
            )
          }
        </Answer>
      </Card>
    </div>
  );
}
