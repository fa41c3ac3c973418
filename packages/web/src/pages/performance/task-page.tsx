/** A task of performance: its form as it stands, what is lacking, what the person may do, what happened. */
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { PerformanceTask } from '../../api/types.ts';
import { AsPrinted } from '../../components/as-printed.tsx';
import { Card } from '../../components/card.tsx';
import { DataTable } from '../../components/data-table.tsx';
import { FormDialog } from '../../components/form-dialog.tsx';
import { yuan } from '../../components/money.tsx';
import { Answer } from '../../components/state.tsx';
import { useText } from '../../i18n/index.tsx';
import { Field } from '../../office/field.tsx';
import { useOfficeAnswer, useOfficeWrite } from '../../office/queries.ts';
import { AttachmentsCard } from '../office/attachments-card.tsx';
import { Desk } from '../office/desk.tsx';
import { useMoment } from '../office/moment.ts';
import { tableOf } from '../office/names.ts';
import { Refused } from '../office/refused.tsx';
import { Returned } from '../office/returned.tsx';
import { EvaluationForm } from './evaluation-form.tsx';
import { MonitoringForm } from './monitoring-form.tsx';
import { ReviewCard } from './review-card.tsx';
import { TaskSteps } from './task-steps.tsx';

const route = getRouteApi('/office/performance/$id');

export function TaskPage() {
  const t = useText();
  const { id } = route.useParams();
  return (
    <Desk title={t('perf.task')} section="performance">
      <Asked id={id} />
    </Desk>
  );
}

function Asked({ id }: { readonly id: string }) {
  const answer = useOfficeAnswer<PerformanceTask>(`/performance/tasks/${id}`);
  return <Answer of={answer}>{(task) => <Task task={task} />}</Answer>;
}

function Task({ task }: { readonly task: PerformanceTask }) {
  const t = useText();
  const form = task.monitoring ?? task.evaluation;
  const mayEdit = task.offers.some(({ event }) => event === 'edit');
  const [isDirty, setDirty] = useState(false);
  // What is missing or not saved would be refused, or left behind.
  const wait = !mayEdit
    ? undefined
    : isDirty
      ? t('perf.unsaved')
      : task.missing.length > 0
        ? t('perf.notWhole', { count: task.missing.length })
        : undefined;
  return (
    <>
      <Card title={`${task.unit} ${task.title}`} lead={task.due && `${t('perf.due')} ${task.due}`}>
        <ol className="track" aria-label={t('work.state')}>
          {Object.entries(tableOf(task.process).states).map(([id, name]) => (
            <li key={id} aria-current={id === task.state ? 'step' : undefined}>
              {name}
            </li>
          ))}
        </ol>
        <Returned history={task.history} />
        {task.project && (
          <p>
            <Link
              to="/office/project/$unit/$year"
              params={{ unit: String(task.unitId), year: String(task.year) }}
              search={{ project: task.project }}
            >
              {t('perf.life')}
              {t('text.colon')}
              {task.project}
            </Link>
          </p>
        )}
        {task.profile && (
          <p>
            <AsPrinted>{t('exec.profile', { name: task.profile.name, source: task.profile.source })}</AsPrinted>
          </p>
        )}
        {task.problem && <Problem problem={task.problem} />}
        {mayEdit && <Missing missing={task.missing} />}
      </Card>
      {form && <Funds funds={form.funds} />}
      {task.monitoring && <MonitoringForm task={task} form={task.monitoring} mayEdit={mayEdit} onDirty={setDirty} />}
      {task.evaluation && <EvaluationForm task={task} form={task.evaluation} mayEdit={mayEdit} onDirty={setDirty} />}
      {task.evaluation && task.offers.some(({ event }) => event === 'rescore') && (
        <ReviewCard key={`review ${task.revision}`} task={task} form={task.evaluation} />
      )}
      <AttachmentsCard id={task.id} abouts={form?.indicators.map(({ name }) => name)} />
      <TaskSteps item={task} skip={['rescore']} wait={wait} notMine={task.waits} />
      {task.mayRectify && <Rectify id={task.id} />}
      <History history={task.history} />
    </>
  );
}

const TOLD = [
  ['message', 'perf.problem'],
  ['problem', 'perf.problem'],
  ['demand', 'perf.demand'],
  ['from', 'perf.task'],
] as const;

function Problem({ problem }: { readonly problem: NonNullable<PerformanceTask['problem']> }) {
  const t = useText();
  return (
    <dl className="life">
      {TOLD.flatMap(([key, name]) =>
        typeof problem[key] === 'string'
          ? [<dt key={key}>{t(name)}</dt>, <dd key={`${key} told`}>{problem[key]}</dd>]
          : [],
      )}
    </dl>
  );
}

function Missing({ missing }: { readonly missing: readonly string[] }) {
  const t = useText();
  if (missing.length === 0) return <p>{t('perf.complete')}</p>;
  return (
    <details>
      <summary>
        {t('perf.missing')}
        {t('text.aside', { text: missing.length })}
      </summary>
      <ul className="office-errors">
        {missing.map((one) => (
          <li key={one}>{one}</li>
        ))}
      </ul>
    </details>
  );
}

function Funds({ funds }: { readonly funds: NonNullable<PerformanceTask['monitoring']>['funds'] }) {
  const t = useText();
  const money = (fen: number | undefined) => (fen === undefined ? '—' : yuan(fen));
  return (
    <Card title={t('perf.money')} lead={t('exec.unit')}>
      <DataTable
        caption={t('perf.money')}
        stacks
        rows={funds}
        rowKey={({ source }) => source}
        columns={[
          { key: 'source', title: t('perf.source'), heads: true, cell: ({ source }) => source },
          { key: 'initial', title: t('exec.initial'), numeric: true, cell: ({ initial }) => money(initial) },
          { key: 'adjusted', title: t('exec.adjusted'), numeric: true, cell: ({ adjusted }) => money(adjusted) },
          { key: 'executed', title: t('exec.paid'), numeric: true, cell: ({ executed }) => money(executed) },
        ]}
      />
    </Card>
  );
}

function Rectify({ id }: { readonly id: number }) {
  const t = useText();
  const [isOpen, setOpen] = useState(false);
  const [problem, setProblem] = useState('');
  const [demand, setDemand] = useState('');
  const [due, setDue] = useState('');
  const { mutate, error, data } = useOfficeWrite<{ readonly made: number }>();
  return (
    <>
      <p className="actions">
        <button type="button" className="button" onClick={() => setOpen(true)}>
          {t('perf.rectify')}
        </button>
      </p>
      {data && <p role="status">{t('perf.made', { count: data.made })}</p>}
      <Refused error={error} />
      {isOpen && (
        <FormDialog
          title={t('perf.rectify')}
          go={t('perf.rectify')}
          onCancel={() => setOpen(false)}
          onSubmit={() => {
            setOpen(false);
            mutate({ method: 'POST', path: `/performance/tasks/${id}/rectification`, body: { problem, demand, due } });
          }}
        >
          <Field label={t('perf.problem')} value={problem} onChange={setProblem} />
          <Field label={t('perf.demand')} value={demand} onChange={setDemand} />
          <Field label={t('perf.due')} type="date" value={due} onChange={setDue} />
        </FormDialog>
      )}
    </>
  );
}

function History({ history }: Pick<PerformanceTask, 'history'>) {
  const t = useText();
  const moment = useMoment();
  if (history.length === 0) return null;
  return (
    <Card title={t('work.history')}>
      <DataTable
        caption={t('work.history')}
        stacks
        rows={[...history].reverse()}
        rowKey={({ at, name }) => `${at} ${name}`}
        columns={[
          { key: 'what', title: t('work.what'), heads: true, cell: ({ name }) => name },
          { key: 'when', title: t('work.when'), cell: ({ at }) => moment(at) },
          { key: 'who', title: t('work.who'), cell: ({ person }) => person },
          { key: 'why', title: t('work.reason'), cell: ({ reason }) => reason ?? '—' },
        ]}
      />
    </Card>
  );
}
