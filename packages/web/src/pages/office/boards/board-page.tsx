/** A department's units in a year: who has handed up, been returned, is late; money beside control figures; many done at once. */
import { PROGRESS } from '@mingsuan/core/process/progress';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import { apiUrl } from '../../../api/client.ts';
import type { WorkBoard } from '../../../api/types.ts';
import { Card } from '../../../components/card.tsx';
import { DataTable } from '../../../components/data-table.tsx';
import { yuan } from '../../../components/money.tsx';
import { Answer } from '../../../components/state.tsx';
import { useText } from '../../../i18n/index.tsx';
import { useOfficeAnswer } from '../../../office/queries.ts';
import { Desk } from '../desk.tsx';
import { useMoment } from '../moment.ts';
import { Bulk } from './bulk.tsx';
import { ControlCard } from './control-card.tsx';
import { EVERY } from './every.ts';

const route = getRouteApi('/office/boards/$id/$year');

export function BoardPage() {
  const t = useText();
  const { id, year } = route.useParams();
  return (
    <Desk title={t('office.section.boards')} section="boards">
      <Board key={`${id} ${year}`} id={id} year={year} />
    </Desk>
  );
}

type Unit = WorkBoard['units'][number];

function Board({ id, year }: { readonly id: string; readonly year: string }) {
  const t = useText();
  const answer = useOfficeAnswer<WorkBoard>(`/boards/${id}/${year}`, {}, true, EVERY);
  const [chosen, setChosen] = useState<ReadonlySet<number>>(new Set());
  // What was there when the page was opened: what comes after it is marked.
  const [first, setFirst] = useState<ReadonlyMap<number, number>>();
  const board = answer.data;
  if (board && !first) setFirst(new Map(board.units.map((unit) => [unit.unitId, unit.item?.revision ?? 0])));
  const toggle = (unitId: number) =>
    setChosen((now) =>
      now.has(unitId) ? new Set([...now].filter((one) => one !== unitId)) : new Set([...now, unitId]),
    );
  return (
    <Answer of={answer}>
      {(shown) => (
        <>
          <Card title={`${shown.name} ${t('boards.year', { year })}`} lead={deadlinesText(t, shown)}>
            <p className="actions">
              <button
                type="button"
                className="button"
                onClick={() =>
                  setChosen(
                    chosen.size === shown.units.length ? new Set() : new Set(shown.units.map((unit) => unit.unitId)),
                  )
                }
              >
                {t(chosen.size === shown.units.length ? 'boards.noneChosen' : 'boards.allChosen')}
              </button>
              <button
                type="button"
                className="button"
                onClick={() => setChosen(new Set(shown.units.filter(isWaitedFor).map((unit) => unit.unitId)))}
              >
                {t('boards.chooseLate')}
              </button>
              <a className="button" href={apiUrl(`/boards/${id}/${year}/workbook`)} download>
                {t('boards.workbook')}
              </a>
            </p>
            <Units board={shown} chosen={chosen} first={first} onToggle={toggle} />
            <Bulk id={id} year={year} board={shown} chosen={chosen} onDone={() => setChosen(new Set())} />
          </Card>
          <ControlCard board={shown} year={year} />
        </>
      )}
    </Answer>
  );
}

const isWaitedFor = ({ progress, isLate }: Unit): boolean =>
  isLate || progress === 'missing' || progress === 'drafting' || progress === 'returned';

const deadlinesText = (t: ReturnType<typeof useText>, { deadlines }: WorkBoard): string =>
  deadlines
    .map(({ round, due }) => `${t(round === 1 ? 'work.round.1' : 'work.round.2')} ${t('boards.until', { due })}`)
    .join(t('list.semicolon'));

interface UnitsProps {
  readonly board: WorkBoard;
  readonly chosen: ReadonlySet<number>;
  readonly first: ReadonlyMap<number, number> | undefined;
  readonly onToggle: (unitId: number) => void;
}

function Units({ board: { units }, chosen, first, onToggle }: UnitsProps) {
  const t = useText();
  const moment = useMoment();
  const isNew = ({ unitId, item }: Unit) => first !== undefined && (item?.revision ?? 0) !== (first.get(unitId) ?? 0);
  return (
    <DataTable
      caption={t('boards.units')}
      stacks
      rows={units}
      rowKey={({ unitId }) => unitId}
      rowClass={(unit) => (isNew(unit) ? 'office-new' : undefined)}
      columns={[
        {
          key: 'unit',
          title: t('work.unit'),
          heads: true,
          cell: ({ unitId, code, name, item }) => (
            <label className="office-chosen">
              <input
                type="checkbox"
                aria-label={`${code} ${name}`}
                checked={chosen.has(unitId)}
                onChange={() => onToggle(unitId)}
              />{' '}
              {item ? (
                <Link to="/office/work/$id" params={{ id: String(item.id) }}>
                  {code} {name}
                </Link>
              ) : (
                `${code} ${name}`
              )}
            </label>
          ),
        },
        {
          key: 'progress',
          title: t('work.state'),
          cell: (unit) => (
            <>
              <span className="tag">{PROGRESS[unit.progress]}</span>{' '}
              {unit.item && t(unit.item.round === 1 ? 'work.round.1' : 'work.round.2')}
              {unit.isLate && <strong className="field-error"> {t('boards.isLate', { due: unit.due ?? '' })}</strong>}
              {unit.returned && (
                <span className="faint small">
                  {' '}
                  {unit.returned.person}
                  {t('text.colon')}
                  {unit.returned.reason}
                </span>
              )}
            </>
          ),
        },
        {
          key: 'changed',
          title: t('boards.changed'),
          cell: (unit) => (
            <>
              {unit.item ? moment(unit.item.changedAt) : '—'}
              {isNew(unit) && <strong> {t('boards.justChanged')}</strong>}
              {unit.reminded && (
                <span className="faint small">
                  {' '}
                  {t('boards.reminded', { person: unit.reminded.person, when: moment(unit.reminded.at) })}
                </span>
              )}
            </>
          ),
        },
        { key: 'sum', title: t('boards.sum'), numeric: true, cell: ({ sums }) => yuan(total(sums)) },
        {
          key: 'control',
          title: t('work.control'),
          numeric: true,
          cell: ({ control, sums }) =>
            control.length === 0 ? (
              '—'
            ) : (
              <span className={total(sums) > total(control) ? 'field-error' : undefined}>{yuan(total(control))}</span>
            ),
        },
      ]}
    />
  );
}

const total = (lines: readonly { readonly fen: number }[]): number => lines.reduce((sum, { fen }) => sum + fen, 0);
