/** The life of a project in one page: applied, budgeted, contracted, paid, watched, scored. */
import { getRouteApi, Link } from '@tanstack/react-router';
import type { ProjectLife } from '../../api/types.ts';
import { Card } from '../../components/card.tsx';
import { DataTable } from '../../components/data-table.tsx';
import { yuan } from '../../components/money.tsx';
import { Answer } from '../../components/state.tsx';
import { type TextKey, useText } from '../../i18n/index.tsx';
import { useOfficeAnswer } from '../../office/queries.ts';
import { LinesCard } from '../execution/lines-card.tsx';
import { Desk } from '../office/desk.tsx';
import { tableOf } from '../office/names.ts';
import { Light } from './lights.tsx';
import { Series } from './series.tsx';
import '../../styles/performance.css';

const route = getRouteApi('/office/project/$unit/$year');

export function ProjectPage() {
  const t = useText();
  return (
    <Desk title={t('perf.life')} section="performance">
      <Asked />
    </Desk>
  );
}

function Asked() {
  const { unit, year } = route.useParams();
  const { project } = route.useSearch();
  const answer = useOfficeAnswer<ProjectLife>(`/performance/places/${unit}/${year}/project`, { project });
  return <Answer of={answer}>{(life) => <Life life={life} />}</Answer>;
}

function Amounts({ of }: { readonly of: ProjectLife['applied'][number]['amounts'] }) {
  const t = useText();
  return (
    of
      .map(
        ({ kind, fen, reason }) =>
          `${t(`perf.amount.${kind}`)} ${yuan(fen)}${reason ? t('text.aside', { text: reason }) : ''}`,
      )
      .join(' → ') || '—'
  );
}

function Life({ life }: { readonly life: ProjectLife }) {
  const t = useText();
  const { applied, budget, money, contracts, measured, tasks } = life;
  return (
    <>
      <Card title={`${life.project}`} lead={`${life.unit} ${life.year} · ${t('exec.unit')}`}>
        <dl className="life">
          <dt>{t('perf.applied')}</dt>
          <dd>
            {applied.length === 0
              ? '—'
              : applied.map(({ id, year, state }) => (
                  <Link key={id} to="/office/library/$id" params={{ id: String(id) }}>
                    {year} {tableOf('project').states[state]}
                  </Link>
                ))}
          </dd>
          <dt>{t('perf.reviewedStage')}</dt>
          <dd>
            <Amounts of={applied.flatMap(({ amounts }) => amounts)} />
          </dd>
          <dt>{t('perf.budgeted')}</dt>
          <dd>
            {budget
              ? `${yuan(budget.fen)}${t('list.semicolon')}${t('perf.indicator')} ${budget.indicators}${t('list.semicolon')}${budget.goal || '—'}`
              : '—'}{' '}
            {budget && budget.id !== null && (
              <Link to="/office/work/$id" params={{ id: String(budget.id) }}>
                {t('perf.approvedBudget')}
              </Link>
            )}
          </dd>
          <dt>{t('perf.paidStage')}</dt>
          <dd>
            {money ? (
              <Link to="/office/execution/$unit/$year" params={{ unit: String(life.unitId), year: String(life.year) }}>
                {`${t('exec.adjusted')} ${yuan(money.adjusted)}${t('list.pause')}${t('exec.paid')} ${yuan(money.paid)}${t('text.aside', { text: `${money.rate ?? '—'}%` })}${t('list.pause')}${t('exec.committed')} ${yuan(money.committed)}${t('list.pause')}${t('exec.available')} ${yuan(money.available)}`}
              </Link>
            ) : (
              t('exec.notOpen')
            )}
          </dd>
          <dt>{t('perf.nextYear', { year: life.year + 1 })}</dt>
          <dd>
            <Amounts of={applied.flatMap(({ next }) => next)} />
          </dd>
        </dl>
      </Card>
      {life.lines.length > 0 && <LinesCard path={`/execution/${life.unitId}/${life.year}`} lines={life.lines} />}
      {contracts.length > 0 && (
        <Card title={t('perf.contracted')}>
          <DataTable
            caption={t('perf.contracted')}
            stacks
            rows={contracts}
            rowKey={({ contract }) => contract}
            columns={[
              { key: 'contract', title: t('exec.event.commit'), heads: true, cell: ({ contract }) => contract },
              { key: 'committed', title: t('exec.adjusted'), numeric: true, cell: ({ committed }) => yuan(committed) },
              { key: 'accepted', title: t('perf.accepted'), numeric: true, cell: ({ accepted }) => yuan(accepted) },
              { key: 'paid', title: t('exec.paid'), numeric: true, cell: ({ paid }) => yuan(paid) },
            ]}
          />
        </Card>
      )}
      {measured.length > 0 && (
        <Card title={t('perf.measured')}>
          <DataTable
            caption={t('perf.measured')}
            stacks
            rows={measured}
            rowKey={({ evidence }) => evidence}
            columns={[
              { key: 'indicator', title: t('survey.indicator'), heads: true, cell: ({ indicator }) => indicator },
              { key: 'achieved', title: t('measure.value'), numeric: true, cell: ({ achieved }) => achieved },
              { key: 'evidence', title: t('perf.evidence'), cell: ({ evidence }) => evidence },
              { key: 'series', title: t('measure.series'), cell: ({ series }) => <Series of={series} /> },
            ]}
          />
        </Card>
      )}
      <Card title={t('perf.watched')}>
        <DataTable
          caption={t('perf.watched')}
          stacks
          rows={tasks}
          rowKey={({ id }) => id}
          columns={[
            {
              key: 'title',
              title: t('perf.task'),
              heads: true,
              cell: ({ id, title }) => (
                <Link to="/office/performance/$id" params={{ id: String(id) }}>
                  {title}
                </Link>
              ),
            },
            { key: 'kind', title: t('perf.kind'), cell: ({ process }) => t(`perf.process.${process}` as TextKey) },
            { key: 'state', title: t('work.state'), cell: (task) => tableOf(task.process).states[task.state] },
            { key: 'light', title: t('perf.lights'), cell: ({ light }) => light && <Light light={light} /> },
            {
              key: 'score',
              title: t('perf.score'),
              numeric: true,
              cell: ({ score, grade }) => [score, grade].filter(Boolean).join(' '),
            },
          ]}
        />
      </Card>
    </>
  );
}
