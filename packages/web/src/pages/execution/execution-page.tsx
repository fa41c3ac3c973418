/** The execution of a unit or a department by the end of a month. */
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import { apiUrl } from '../../api/client.ts';
import type { ExecutionAnswer } from '../../api/types.ts';
import { Card } from '../../components/card.tsx';
import { DataTable } from '../../components/data-table.tsx';
import { yuan } from '../../components/money.tsx';
import { Answer } from '../../components/state.tsx';
import { useText } from '../../i18n/index.tsx';
import { Choice, Field } from '../../office/field.tsx';
import { useOfficeAnswer, useOfficeWrite } from '../../office/queries.ts';
import { AttachmentsCard } from '../office/attachments-card.tsx';
import { Desk } from '../office/desk.tsx';
import { tableOf } from '../office/names.ts';
import { Refused } from '../office/refused.tsx';
import { TaskSteps } from '../performance/task-steps.tsx';
import { EnterCard } from './enter-card.tsx';
import { ExplainCard } from './explain-card.tsx';
import { ImportCard } from './import-card.tsx';
import { LinesCard } from './lines-card.tsx';
import '../../styles/performance.css';

const route = getRouteApi('/office/execution/$unit/$year');
const MONTHS = Array.from({ length: 12 }, (_, i) => i + 1);
/** Steps that bring entries come with them, from their own cards. */
const WITH_ENTRIES = ['authorise', 'adjust', 'plan', 'pay', 'commit', 'accept', 'explain'];

export function ExecutionPage() {
  const t = useText();
  const { unit, year } = route.useParams();
  return (
    <Desk title={t('exec.title')} section="execution">
      <Year key={`${unit} ${year}`} />
    </Desk>
  );
}

function Year() {
  const t = useText();
  const { unit, year } = route.useParams();
  const [month, setMonth] = useState('');
  const path = `/execution/${unit}/${year}`;
  const answer = useOfficeAnswer<ExecutionAnswer>(path, month === '' ? {} : { month }, true, undefined, true);
  return (
    <Answer of={answer}>
      {(execution) => (
        <>
          <Card
            title={`${execution.name} ${year}`}
            lead={t('exec.profile', { name: execution.profile.name, source: execution.profile.source })}
          >
            <div className="office-line">
              <Choice label={t('exec.month')} value={String(execution.month)} onChange={setMonth}>
                {MONTHS.map((each) => (
                  <option key={each} value={each}>
                    {t('exec.monthOf', { month: each })}
                  </option>
                ))}
              </Choice>
              {(['xlsx', 'docx', 'pdf'] as const).map((format) => (
                <a
                  key={format}
                  className="button"
                  href={apiUrl(`${path}/report/${format}`, { month: execution.month })}
                >
                  {t('exec.report')} {format.toUpperCase()}
                </a>
              ))}
            </div>
            <Report execution={execution} />
          </Card>
          {execution.mayAuthorise && <Authorise path={path} />}
          {execution.item && <TaskSteps item={execution.item} skip={WITH_ENTRIES} />}
          {execution.item && <EnterCard path={path} execution={execution} item={execution.item} />}
          {execution.item?.offers.some(({ event }) => event === 'pay') && (
            <ImportCard path={path} revision={execution.item.revision} lines={execution.lines} />
          )}
          {execution.item?.offers.some(({ event }) => event === 'explain') && (
            <ExplainCard path={path} execution={execution} />
          )}
          <Faults execution={execution} />
          <AgainstBudget path={path} execution={execution} />
          <Warnings path={path} execution={execution} />
          {execution.item && <AttachmentsCard id={execution.item.id} />}
          {execution.item && <LinesCard path={path} lines={execution.lines} />}
        </>
      )}
    </Answer>
  );
}

function Report({ execution: { rows, total, unitId, year } }: { readonly execution: ExecutionAnswer }) {
  const t = useText();
  return (
    <DataTable
      caption={t('exec.report')}
      stacks
      rows={[...rows, total]}
      rowKey={({ unit, project }) => `${unit} ${project}`}
      first={60}
      columns={[
        {
          key: 'project',
          title: t('exec.project'),
          heads: true,
          cell: (row) =>
            row === total ? (
              t('exec.total')
            ) : (
              <Link
                to="/office/project/$unit/$year"
                params={{ unit: String(unitId), year: String(year) }}
                search={{ project: row.project }}
              >
                {row.project}
              </Link>
            ),
        },
        { key: 'initial', title: t('exec.initial'), numeric: true, cell: ({ initial }) => yuan(initial) },
        { key: 'adjusted', title: t('exec.adjusted'), numeric: true, cell: ({ adjusted }) => yuan(adjusted) },
        { key: 'month', title: t('exec.thisMonth'), numeric: true, cell: ({ month }) => yuan(month) },
        { key: 'paid', title: t('exec.paid'), numeric: true, cell: ({ cumulative }) => yuan(cumulative) },
        { key: 'committed', title: t('exec.committed'), numeric: true, cell: ({ committed }) => yuan(committed) },
        { key: 'available', title: t('exec.available'), numeric: true, cell: ({ available }) => yuan(available) },
        { key: 'rate', title: t('exec.rate'), numeric: true, cell: ({ rate }) => rate ?? '—' },
        { key: 'gap', title: t('exec.gap'), numeric: true, cell: ({ gap }) => gap ?? '—' },
        { key: 'cause', title: t('exec.cause'), cell: ({ cause }) => cause ?? '' },
      ]}
    />
  );
}

function Authorise({ path }: { readonly path: string }) {
  const t = useText();
  const [number, setNumber] = useState('');
  const [date, setDate] = useState('');
  const [lumpSums, setLumpSums] = useState('');
  const { mutate, error, isPending } = useOfficeWrite();
  return (
    <Card title={t('exec.authorise')} lead={t('exec.authoriseLead')}>
      <form
        className="office-line"
        onSubmit={(event) => {
          event.preventDefault();
          const projects = lumpSums.split('\n').map((line) => line.trim());
          const body = { document: { number, date }, lumpSums: projects.filter((line) => line !== '') };
          mutate({ method: 'POST', path, body });
        }}
      >
        <Field label={t('work.documentNumber')} value={number} onChange={setNumber} />
        <Field label={t('work.documentDate')} type="date" value={date} onChange={setDate} />
        <label className="field">
          {t('exec.lumpSums')}
          <textarea
            className="text-input"
            rows={2}
            value={lumpSums}
            onChange={({ target }) => setLumpSums(target.value)}
          />
        </label>
        <button type="submit" className="button button-strong" disabled={isPending}>
          {t('exec.authorise')}
        </button>
      </form>
      <Refused error={error} />
    </Card>
  );
}

function Faults({ execution: { faults } }: { readonly execution: ExecutionAnswer }) {
  const t = useText();
  return (
    <Card title={t('exec.faults')}>
      {faults.length === 0 ? (
        <p>{t('exec.noFaults')}</p>
      ) : (
        <ul className="office-errors">
          {faults.map(({ message }) => (
            <li key={message}>{message}</li>
          ))}
        </ul>
      )}
    </Card>
  );
}

/** What of the lines is not as approved, and adjustments of the budget that the lines do not have yet. */
function AgainstBudget({ path, execution }: { readonly path: string; readonly execution: ExecutionAnswer }) {
  const t = useText();
  const [reason, setReason] = useState('');
  const [number, setNumber] = useState('');
  const [date, setDate] = useState('');
  const { mutate, error, isPending } = useOfficeWrite();
  const { item, differences, mayAdopt, month } = execution;
  if (!item) return null;
  return (
    <Card title={t('exec.against')}>
      {differences.length === 0 ? (
        <p>{t('exec.agrees')}</p>
      ) : (
        <ul className="office-errors">
          {differences.map(({ functional, lines, document }) => (
            <li key={functional}>{t('exec.differs', { functional, lines: yuan(lines), document: yuan(document) })}</li>
          ))}
        </ul>
      )}
      {mayAdopt > 0 && (
        <form
          className="office-line"
          onSubmit={(event) => {
            event.preventDefault();
            const body = { revision: item.revision, month, reason, document: { number, date } };
            mutate({ method: 'POST', path: `${path}/adjusted`, body });
          }}
        >
          <p>{t('exec.toAdopt', { count: mayAdopt })}</p>
          <Field label={t('work.reason')} value={reason} onChange={setReason} />
          <Field label={t('work.documentNumber')} value={number} onChange={setNumber} />
          <Field label={t('work.documentDate')} type="date" value={date} onChange={setDate} />
          <button type="submit" className="button" disabled={isPending}>
            {t('exec.adopt')}
          </button>
        </form>
      )}
      <Refused error={error} />
    </Card>
  );
}

function Warnings({ path, execution }: { readonly path: string; readonly execution: ExecutionAnswer }) {
  const t = useText();
  const { mutate, error, isPending } = useOfficeWrite();
  const { due, warnings, month, mayWarn } = execution;
  if (due.length === 0 && warnings.length === 0) return null;
  return (
    <Card title={t('exec.warnings')}>
      {due.length > 0 && (
        <>
          <p className="actions">
            {t('exec.due', { count: due.length })}
            {mayWarn && (
              <button
                type="button"
                className="button"
                disabled={isPending}
                onClick={() => mutate({ method: 'POST', path: `${path}/warnings`, body: { month } })}
              >
                {t('exec.warn')}
              </button>
            )}
          </p>
          <ul>
            {due.map(({ unitId, project, kind, message }) => (
              <li key={`${unitId} ${project} ${kind}`}>
                {project}
                {t('text.colon')}
                {message}
              </li>
            ))}
          </ul>
        </>
      )}
      <Refused error={error} />
      {warnings.length > 0 && (
        <DataTable
          caption={t('exec.warnings')}
          stacks
          rows={warnings}
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
            { key: 'state', title: t('work.state'), cell: ({ state }) => tableOf('warning').states[state] },
            { key: 'due', title: t('perf.due'), cell: ({ due: day }) => day ?? '—' },
          ]}
        />
      )}
    </Card>
  );
}
