import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { apiUrl } from '../../api/client.ts';
import type { PerformanceBoard, PerformanceListed, PerformanceResults } from '../../api/types.ts';
import { Card } from '../../components/card.tsx';
import { DataTable } from '../../components/data-table.tsx';
import { percent, yuan } from '../../components/money.tsx';
import { Answer, Nothing } from '../../components/state.tsx';
import { type TextKey, useText } from '../../i18n/index.tsx';
import { Choice } from '../../office/field.tsx';
import { useAccount, useOfficeAnswer, useOfficeWrite } from '../../office/queries.ts';
import { tableOf } from '../office/names.ts';
import { Refused } from '../office/refused.tsx';
import { Light, LightCounts } from './lights.tsx';

interface Props {
  readonly place: number;
  readonly year: number;
}

const MONTHS = Array.from({ length: 12 }, (_, i) => i + 1);
const PROCESSES = ['monitoring', 'evaluation', 'warning', 'rectification'] as const;

/** Lights, late tasks, grades and money of a place, and its tasks one by one. */
export function Board({ place, year }: Props) {
  const t = useText();
  const path = `/performance/places/${place}/${year}`;
  const answer = useOfficeAnswer<PerformanceBoard>(`${path}/board`);
  return (
    <>
      <Answer of={answer}>
        {(board) => (
          <Card
            title={`${t('perf.board')}：${board.name} ${year}`}
            lead={t('exec.profile', { name: board.profile.name, source: board.profile.source })}
          >
            {board.processes.every(({ states }) => Object.keys(states).length === 0) ? (
              <Nothing>{t('perf.noBoard')}</Nothing>
            ) : (
              <Shown board={board} />
            )}
            <SetTasks path={path} place={place} />
          </Card>
        )}
      </Answer>
      <Tasks path={path} />
      <Results path={path} />
    </>
  );
}

function Shown({ board }: { readonly board: PerformanceBoard }) {
  const t = useText();
  const { months, processes, grades, money, units } = board;
  return (
    <>
      <DataTable
        caption={t('perf.board')}
        stacks
        rows={processes.filter(({ states }) => Object.keys(states).length > 0)}
        rowKey={({ process }) => process}
        columns={[
          {
            key: 'process',
            title: t('perf.tasks'),
            heads: true,
            cell: ({ process }) => t(`perf.process.${process}` as TextKey),
          },
          {
            key: 'states',
            title: t('work.state'),
            cell: ({ process, states }) =>
              Object.entries(states)
                .map(([state, count]) => `${tableOf(process).states[state]} ${count}`)
                .join('，'),
          },
          { key: 'late', title: t('perf.late'), numeric: true, cell: ({ late }) => late },
        ]}
      />
      {months.length > 0 && (
        <DataTable
          caption={t('perf.lights')}
          stacks
          rows={months}
          rowKey={({ month }) => month}
          columns={[
            {
              key: 'month',
              title: t('exec.month'),
              heads: true,
              cell: ({ month }) => t('exec.monthOf', { month }),
            },
            { key: 'lights', title: t('perf.lights'), cell: ({ lights }) => <LightCounts lights={lights} /> },
            { key: 'open', title: t('perf.open'), numeric: true, cell: ({ open, all }) => `${open} / ${all}` },
            { key: 'late', title: t('perf.late'), numeric: true, cell: ({ late }) => late },
          ]}
        />
      )}
      {Object.keys(grades).length > 0 && (
        <p>
          {t('perf.grade')}：
          {Object.entries(grades)
            .map(([grade, count]) => `${grade} ${count}`)
            .join('，')}
        </p>
      )}
      <p>
        {t('exec.adjusted')} {yuan(money.budget)}，{t('exec.paid')} {yuan(money.executed)}（
        {percent(money.executed, money.budget) ?? '—'}）
      </p>
      <DataTable
        caption={t('work.unit')}
        stacks
        rows={units}
        rowKey={({ unitId }) => unitId}
        first={20}
        columns={[
          { key: 'unit', title: t('work.unit'), heads: true, cell: ({ name }) => name },
          { key: 'lights', title: t('perf.lights'), cell: ({ lights }) => <LightCounts lights={lights} /> },
          { key: 'late', title: t('perf.late'), numeric: true, cell: ({ late }) => late },
          {
            key: 'money',
            title: t('exec.rate'),
            numeric: true,
            cell: ({ budget, executed }) => percent(executed, budget) ?? '—',
          },
        ]}
      />
    </>
  );
}

/** For the performance office alone. */
function SetTasks({ path, place }: { readonly path: string; readonly place: number }) {
  const t = useText();
  const account = useAccount();
  const [month, setMonth] = useState('7');
  const { mutate, error, data, isPending } = useOfficeWrite<{ readonly made: number }>();
  const mine = account.data?.person?.roles.find(({ unitId }) => unitId === place)?.roles ?? [];
  if (!mine.includes('performance-office')) return null;
  const set = (body: object) => mutate({ method: 'POST', path: `${path}/tasks`, body });
  return (
    <>
      <div className="office-line">
        <Choice label={t('exec.month')} value={month} onChange={setMonth}>
          {MONTHS.map((each) => (
            <option key={each} value={each}>
              {t('exec.monthOf', { month: each })}
            </option>
          ))}
        </Choice>
        <button
          type="button"
          className="button"
          disabled={isPending}
          onClick={() => set({ process: 'monitoring', month: Number(month) })}
        >
          {t('perf.setMonitoring')}
        </button>
        <button type="button" className="button" disabled={isPending} onClick={() => set({ process: 'evaluation' })}>
          {t('perf.setEvaluation')}
        </button>
      </div>
      {data && <p role="status">{t('perf.made', { count: data.made })}</p>}
      <Refused error={error} />
    </>
  );
}

function Tasks({ path }: { readonly path: string }) {
  const t = useText();
  const [process, setProcess] = useState<string>('monitoring');
  const [after, setAfter] = useState(0);
  const answer = useOfficeAnswer<readonly PerformanceListed[]>(`${path}/tasks`, { process, after });
  return (
    <Card title={t('perf.tasks')}>
      <div className="office-line">
        <Choice
          label={t('perf.kind')}
          value={process}
          onChange={(value) => {
            setAfter(0);
            setProcess(value);
          }}
        >
          {PROCESSES.map((each) => (
            <option key={each} value={each}>
              {t(`perf.process.${each}`)}
            </option>
          ))}
        </Choice>
      </div>
      <Answer of={answer}>
        {(tasks) =>
          tasks.length === 0 ? (
            <Nothing>{t('perf.noBoard')}</Nothing>
          ) : (
            <>
              <DataTable
                caption={t('perf.tasks')}
                stacks
                rows={tasks}
                rowKey={({ id }) => id}
                columns={[
                  {
                    key: 'title',
                    title: t('perf.task'),
                    heads: true,
                    cell: ({ id, unit, title }) => (
                      <Link to="/office/performance/$id" params={{ id: String(id) }}>
                        {unit} {title}
                      </Link>
                    ),
                  },
                  { key: 'state', title: t('work.state'), cell: (task) => tableOf(task.process).states[task.state] },
                  { key: 'light', title: t('perf.lights'), cell: ({ light }) => light && <Light light={light} /> },
                  {
                    key: 'score',
                    title: t('perf.score'),
                    numeric: true,
                    cell: ({ score, grade }) => [score, grade].filter(Boolean).join(' '),
                  },
                  { key: 'due', title: t('perf.due'), cell: ({ due }) => due ?? '—' },
                ]}
              />
              {tasks.length === 100 && (
                <p className="more">
                  <button type="button" className="button" onClick={() => setAfter(tasks.at(-1)!.id)}>
                    {t('perf.more')}
                  </button>
                </p>
              )}
            </>
          )
        }
      </Answer>
    </Card>
  );
}

function Results({ path }: { readonly path: string }) {
  const t = useText();
  const answer = useOfficeAnswer<PerformanceResults>(`${path}/results`);
  return (
    <Card title={t('perf.results')}>
      <Answer of={answer}>
        {({ sentences, proposals }) => (
          <>
            <p>{sentences.join('')}</p>
            <p className="actions">
              {(['evaluation', 'monitoring'] as const).flatMap((process) =>
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
            {proposals.length > 0 && (
              <>
                <h3>{t('perf.proposals')}</h3>
                <DataTable
                  caption={t('perf.proposals')}
                  stacks
                  rows={proposals}
                  rowKey={({ unit, project }) => `${unit} ${project}`}
                  first={20}
                  columns={[
                    {
                      key: 'project',
                      title: t('exec.project'),
                      heads: true,
                      cell: ({ unit, project }) => `${unit} ${project}`,
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
              </>
            )}
          </>
        )}
      </Answer>
    </Card>
  );
}
