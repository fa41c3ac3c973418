import { Link } from '@tanstack/react-router';
import { type Ref, useState } from 'react';
import type { PerformanceListed } from '../../api/types.ts';
import { Card } from '../../components/card.tsx';
import { DataTable } from '../../components/data-table.tsx';
import { yuan } from '../../components/money.tsx';
import { Answer, Nothing } from '../../components/state.tsx';
import { type TextKey, useText } from '../../i18n/index.tsx';
import { Choice } from '../../office/field.tsx';
import { useOfficeAnswer } from '../../office/queries.ts';
import { tableOf } from '../office/names.ts';
import { Light, type LightName } from './lights.tsx';

const PROCESSES = ['monitoring', 'evaluation', 'warning', 'rectification'] as const;
const moneyOf = (fen: number | null) => (fen === null ? '—' : yuan(fen));

/** What the server gives at once. */
const PAGE = 100;

/** Which tasks are asked for: those of a kind (of every kind where none is named), and of these some. */
export interface AskedTasks {
  readonly process?: (typeof PROCESSES)[number];
  readonly month?: number;
  readonly state?: string;
  readonly light?: LightName;
  readonly grade?: string;
  readonly office?: string;
  readonly standing?: 'open' | 'late' | 'projects' | 'scored' | 'unscored' | 'tracked';
  readonly unit?: { readonly id: number; readonly name: string };
}

interface Props {
  readonly place: number;
  readonly year: number;
  readonly asked: AskedTasks;
  readonly onAsk: (asked: AskedTasks) => void;
  readonly ref: Ref<HTMLElement>;
}

/** Tasks one by one, each down to its form: what the board counts. */
export function TasksCard({ place, year, asked, onAsk, ref }: Props) {
  const t = useText();
  const { unit, ...filter } = asked;
  const { process, month, state, light, grade, office, standing } = filter;
  const only = [
    unit?.name,
    month !== undefined && t('exec.monthOf', { month }),
    process !== undefined && state !== undefined && tableOf(process).states[state],
    light !== undefined && t(`perf.light.${light}` as TextKey),
    grade,
    office,
    standing !== undefined && t(`perf.standing.${standing}`),
  ].filter(Boolean);
  return (
    <Card title={t('perf.tasks')} lead={only.join(t('list.pause'))} ref={ref}>
      <div className="office-line">
        <Choice
          label={t('perf.kind')}
          value={process ?? ''}
          onChange={(value) => onAsk(PROCESSES.flatMap((each) => (each === value ? [{ process: each }] : []))[0] ?? {})}
        >
          <option value="">{t('perf.anyProcess')}</option>
          {PROCESSES.map((each) => (
            <option key={each} value={each}>
              {t(`perf.process.${each}`)}
            </option>
          ))}
        </Choice>
        {only.length > 0 && (
          <button type="button" className="button" onClick={() => onAsk(process ? { process } : {})}>
            {t('perf.all')}
          </button>
        )}
      </div>
      <Listed
        key={JSON.stringify(asked)}
        path={`/performance/places/${unit?.id ?? place}/${year}/tasks`}
        filter={filter}
        onOffice={(chosen) => onAsk({ ...asked, office: chosen })}
      />
    </Card>
  );
}

function Listed({
  path,
  filter,
  onOffice,
}: {
  readonly path: string;
  readonly filter: Readonly<Record<string, string | number>>;
  readonly onOffice: (office: string) => void;
}) {
  const t = useText();
  const [after, setAfter] = useState(0);
  const answer = useOfficeAnswer<readonly PerformanceListed[]>(path, { ...filter, after });
  return (
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
                {
                  key: 'offices',
                  title: t('perf.office'),
                  cell: ({ offices }) =>
                    offices.map((office) => (
                      <span key={office}>
                        <button type="button" className="link-button" onClick={() => onOffice(office)}>
                          {office}
                        </button>{' '}
                      </span>
                    )),
                },
                { key: 'light', title: t('perf.lights'), cell: ({ light }) => light && <Light light={light} /> },
                {
                  key: 'score',
                  title: t('perf.score'),
                  numeric: true,
                  cell: ({ score, grade }) => [score, grade].filter(Boolean).join(' '),
                },
                { key: 'budget', title: t('exec.adjusted'), numeric: true, cell: ({ budget }) => moneyOf(budget) },
                { key: 'executed', title: t('exec.paid'), numeric: true, cell: ({ executed }) => moneyOf(executed) },
                { key: 'due', title: t('perf.due'), cell: ({ due }) => due ?? '—' },
              ]}
            />
            {tasks.length === PAGE && (
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
  );
}
