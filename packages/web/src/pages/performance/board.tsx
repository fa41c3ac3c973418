import { useRef, useState } from 'react';
import type { PerformanceBoard } from '../../api/types.ts';
import { Card } from '../../components/card.tsx';
import { DataTable } from '../../components/data-table.tsx';
import { percent, yuan } from '../../components/money.tsx';
import { Answer, Nothing } from '../../components/state.tsx';
import { type TextKey, useText } from '../../i18n/index.tsx';
import { Choice } from '../../office/field.tsx';
import { useAccount, useOfficeAnswer, useOfficeWrite } from '../../office/queries.ts';
import { tableOf } from '../office/names.ts';
import { Refused } from '../office/refused.tsx';
import { Count } from './count.tsx';
import { LightCounts } from './lights.tsx';
import { ResultsCard } from './results-card.tsx';
import { type AskedTasks, TasksCard } from './tasks-card.tsx';

interface Props {
  readonly place: number;
  readonly year: number;
}

const MONTHS = Array.from({ length: 12 }, (_, i) => i + 1);

/** Lights, late tasks, grades and money of a place, and its tasks one by one. */
export function Board({ place, year }: Props) {
  const t = useText();
  const path = `/performance/places/${place}/${year}`;
  const answer = useOfficeAnswer<PerformanceBoard>(`${path}/board`);
  const [asked, setAsked] = useState<AskedTasks>({ process: 'monitoring' });
  const tasks = useRef<HTMLElement>(null);
  const open = (some: AskedTasks) => {
    setAsked(some);
    tasks.current?.scrollIntoView();
  };
  return (
    <>
      <Answer of={answer}>
        {(board) => (
          <Card
            title={`${t('perf.board')}${t('text.colon')}${board.name} ${year}`}
            lead={`${t('exec.profile', { name: board.profile.name, source: board.profile.source })} ${t('exec.unit')}`}
          >
            {board.processes.every(({ states }) => Object.keys(states).length === 0) ? (
              <Nothing>{t('perf.noBoard')}</Nothing>
            ) : (
              <Shown board={board} onOpen={open} />
            )}
            <SetTasks path={path} place={place} />
          </Card>
        )}
      </Answer>
      <TasksCard place={place} year={year} asked={asked} onAsk={setAsked} ref={tasks} />
      <ResultsCard path={path} onOpen={open} />
    </>
  );
}

/** Each count opens the tasks that it counts. */
function Shown({ board, onOpen }: { readonly board: PerformanceBoard; readonly onOpen: (some: AskedTasks) => void }) {
  const t = useText();
  const { months, processes, grades, money, units } = board;
  // Units are told by what was last monitored.
  const month = Math.max(0, ...months.map((each) => each.month));
  const latest = month > 0 ? { month } : {};
  // What the money is added up from.
  const isEvaluated = processes.some(
    ({ process, states }) => process === 'evaluation' && Object.keys(states).length > 0,
  );
  const funded: AskedTasks = isEvaluated
    ? { process: 'evaluation', standing: 'projects' }
    : { process: 'monitoring', ...latest };
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
              Object.entries(states).map(([state, count]) => (
                <span key={state}>
                  <button type="button" className="link-button" onClick={() => onOpen({ process, state })}>
                    {tableOf(process).states[state]} {count}
                  </button>{' '}
                </span>
              )),
          },
          {
            key: 'late',
            title: t('perf.late'),
            numeric: true,
            cell: ({ process, late }) => <Count of={late} onOpen={() => onOpen({ process, standing: 'late' })} />,
          },
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
            {
              key: 'lights',
              title: t('perf.lights'),
              cell: ({ month, lights }) => (
                <LightCounts lights={lights} onOpen={(light) => onOpen({ process: 'monitoring', month, light })} />
              ),
            },
            {
              key: 'open',
              title: t('perf.open'),
              numeric: true,
              cell: ({ month, open, all }) => (
                <>
                  <Count of={open} onOpen={() => onOpen({ process: 'monitoring', month, standing: 'open' })} /> /{' '}
                  <Count of={all} onOpen={() => onOpen({ process: 'monitoring', month })} />
                </>
              ),
            },
            {
              key: 'late',
              title: t('perf.late'),
              numeric: true,
              cell: ({ month, late }) => (
                <Count of={late} onOpen={() => onOpen({ process: 'monitoring', month, standing: 'late' })} />
              ),
            },
          ]}
        />
      )}
      {Object.keys(grades).length > 0 && (
        <p>
          {t('perf.grade')}
          {t('text.colon')}
          {Object.entries(grades).map(([grade, count], i) => (
            <span key={grade}>
              {i > 0 && t('list.pause')}
              {grade} <Count of={count} onOpen={() => onOpen({ process: 'evaluation', grade })} />
            </span>
          ))}
        </p>
      )}
      <p>
        <button type="button" className="link-button" onClick={() => onOpen(funded)}>
          {t('exec.adjusted')} {yuan(money.budget)}
          {t('list.pause')}
          {t('exec.paid')} {yuan(money.executed)}
          {t('text.aside', { text: percent(money.executed, money.budget) ?? '—' })}
        </button>
      </p>
      <DataTable
        caption={t('work.unit')}
        stacks
        rows={units}
        rowKey={({ unitId }) => unitId}
        first={20}
        columns={[
          { key: 'unit', title: t('work.unit'), heads: true, cell: ({ name }) => name },
          {
            key: 'lights',
            title: t('perf.lights'),
            cell: ({ unitId, name, lights }) => (
              <LightCounts
                lights={lights}
                onOpen={(light) => onOpen({ process: 'monitoring', light, unit: { id: unitId, name }, ...latest })}
              />
            ),
          },
          {
            key: 'late',
            title: t('perf.late'),
            numeric: true,
            cell: ({ unitId, name, late }) => (
              <Count of={late} onOpen={() => onOpen({ standing: 'late', unit: { id: unitId, name } })} />
            ),
          },
          {
            key: 'money',
            title: t('exec.rate'),
            numeric: true,
            cell: ({ unitId, name, budget, executed }) => {
              const rate = percent(executed, budget);
              return rate === undefined ? (
                '—'
              ) : (
                <Count of={rate} onOpen={() => onOpen({ ...funded, unit: { id: unitId, name } })} />
              );
            },
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
