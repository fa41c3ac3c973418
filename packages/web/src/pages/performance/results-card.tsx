/** What the evaluations of a place come to, in the words of the accounts' disclosure; each number opens what it counts. */
import { reportSentenceParts } from '@mingsuan/core/performance/reports';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { apiUrl } from '../../api/client.ts';
import type { PerformanceResults, ProjectsWithTargets, ResultProposals } from '../../api/types.ts';
import { Card } from '../../components/card.tsx';
import { DataTable } from '../../components/data-table.tsx';
import { yuan } from '../../components/money.tsx';
import { Answer } from '../../components/state.tsx';
import { useText } from '../../i18n/index.tsx';
import { useOfficeAnswer } from '../../office/queries.ts';
import { Count } from './count.tsx';
import { countedBy } from './counted.ts';
import type { AskedTasks } from './tasks-card.tsx';

interface Props {
  /** Of the place and the year. */
  readonly path: string;
  readonly onOpen: (some: AskedTasks) => void;
}

export function ResultsCard({ path, onOpen }: Props) {
  const t = useText();
  const answer = useOfficeAnswer<PerformanceResults>(`${path}/results`);
  const [showsTargets, setShowsTargets] = useState(false);
  return (
    <Card title={t('perf.results')}>
      <Answer of={answer}>
        {({ sentences, tracked, evaluated }) => (
          <>
            <p>
              {sentences.map((sentence) => (
                <Told key={sentence} sentence={sentence} onOpen={onOpen} onTargets={() => setShowsTargets(true)} />
              ))}
            </p>
            {showsTargets && <Targets path={path} year={answer.data?.year ?? 0} />}
            <p className="actions">
              {[
                ...(evaluated.projects > 0 ? (['evaluation'] as const) : []),
                ...(tracked.projects > 0 ? (['monitoring'] as const) : []),
              ].flatMap((process) =>
                (['docx', 'pdf', 'xlsx'] as const).map((format) => (
                  <a
                    key={`${process} ${format}`}
                    className="button"
                    href={apiUrl(`${path}/report/${format}`, { process })}
                  >
                    {t(`perf.process.${process}`)} {format.toUpperCase()}
                  </a>
                )),
              )}
            </p>
            <Proposals path={path} />
          </>
        )}
      </Answer>
    </Card>
  );
}

/** What the results propose for the next year, a page at a time. */
function Proposals({ path }: { readonly path: string }) {
  const t = useText();
  const [after, setAfter] = useState(0);
  const answer = useOfficeAnswer<ResultProposals>(`${path}/proposals`, { after });
  return (
    <Answer of={answer}>
      {({ proposals, next }) =>
        proposals.length === 0 && after === 0 && next === null ? null : (
          <>
            <h3>{t('perf.proposals')}</h3>
            <DataTable
              caption={t('perf.proposals')}
              stacks
              rows={proposals}
              rowKey={({ id }) => id}
              columns={[
                {
                  key: 'project',
                  title: t('exec.project'),
                  heads: true,
                  cell: ({ id, unit, project }) => (
                    <Link to="/office/performance/$id" params={{ id: String(id) }}>
                      {unit} {project}
                    </Link>
                  ),
                },
                { key: 'grade', title: t('perf.grade'), cell: ({ grade }) => grade },
                { key: 'use', title: t('perf.use'), cell: ({ name }) => name },
                { key: 'last', title: t('perf.last'), numeric: true, cell: ({ last }) => yuan(last) },
                {
                  key: 'most',
                  title: t('perf.most'),
                  numeric: true,
                  cell: ({ most }) => (most === undefined ? '—' : yuan(most)),
                },
              ]}
            />
            {(next !== null || after > 0) && (
              <p className="more">
                {after > 0 && (
                  <button type="button" className="button" onClick={() => setAfter(0)}>
                    {t('perf.first')}
                  </button>
                )}
                {next !== null && (
                  <button type="button" className="button" onClick={() => setAfter(next)}>
                    {t('perf.more')}
                  </button>
                )}
              </p>
            )}
          </>
        )
      }
    </Answer>
  );
}

interface ToldProps {
  readonly sentence: string;
  readonly onOpen: (some: AskedTasks) => void;
  readonly onTargets: () => void;
}

function Told({ sentence, onOpen, onTargets }: ToldProps) {
  const read = reportSentenceParts(sentence);
  if (!read) return sentence;
  return read.parts.map(({ text, slot }) => {
    const counted = slot === undefined ? undefined : countedBy(read.id, slot, read.values);
    if (!counted) return text;
    return <Count key={slot} of={text} onOpen={() => (counted === 'targets' ? onTargets() : onOpen(counted))} />;
  });
}

/** Projects of the approved budgets that have targets, each down to its life. */
function Targets({ path, year }: { readonly path: string; readonly year: number }) {
  const t = useText();
  const answer = useOfficeAnswer<ProjectsWithTargets>(`${path}/targets`);
  return (
    <Answer of={answer}>
      {(rows) => (
        <DataTable
          caption={t('perf.withTargets')}
          stacks
          rows={rows}
          rowKey={({ unitId, project }) => `${unitId} ${project}`}
          first={20}
          columns={[
            {
              key: 'project',
              title: t('exec.project'),
              heads: true,
              cell: ({ unitId, unit, project }) => (
                <Link
                  to="/office/project/$unit/$year"
                  params={{ unit: String(unitId), year: String(year) }}
                  search={{ project }}
                >
                  {unit} {project}
                </Link>
              ),
            },
            { key: 'fen', title: t('perf.approvedBudget'), numeric: true, cell: ({ fen }) => yuan(fen) },
          ]}
        />
      )}
    </Answer>
  );
}
