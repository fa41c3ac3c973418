/** Control figures beside what is asked for, by fund and class; issued to the department, split among its units; and deadlines. */

import { parseAmount } from '@mingsuan/core/money';
import { conceptById, FUND_IDS, sourceName } from '@mingsuan/core/vocabulary/index';
import { useState } from 'react';
import type { WorkBoard } from '../../../api/types.ts';
import { Card } from '../../../components/card.tsx';
import { DataTable } from '../../../components/data-table.tsx';
import { yuan } from '../../../components/money.tsx';
import { useText } from '../../../i18n/index.tsx';
import { Choice, Field } from '../../../office/field.tsx';
import { useOfficeWrite } from '../../../office/queries.ts';
import { Refused } from '../refused.tsx';

const CLASSES = ['personnel', 'operating', 'project'] as const;

interface Props {
  readonly board: WorkBoard;
  readonly year: string;
}

export function ControlCard({ board, year }: Props) {
  const t = useText();
  const { control, units, may } = board;
  const keys = new Set([...control, ...units.flatMap((unit) => [...unit.sums, ...unit.control])].map(keyOf));
  const rows = [...keys].sort().map((key) => {
    const [fund = '', of = ''] = key.split(' ');
    const sum = (lines: readonly Line[]) => lines.reduce((all, one) => all + (keyOf(one) === key ? one.fen : 0), 0);
    return {
      key,
      fund,
      of: CLASSES.find((one) => one === of)!,
      asked: sum(units.flatMap((unit) => unit.sums)),
      split: sum(units.flatMap((unit) => unit.control)),
      control: control.some((one) => keyOf(one) === key) ? sum(control) : undefined,
    };
  });
  return (
    <Card title={t('boards.control')} lead={t('work.exact')}>
      <DataTable
        caption={t('boards.control')}
        stacks
        rows={rows}
        rowKey={({ key }) => key}
        columns={[
          { key: 'fund', title: t('work.fund'), heads: true, cell: ({ fund }) => sourceName(conceptById(fund)) },
          { key: 'class', title: t('work.class'), cell: ({ of }) => t(`work.class.${of}`) },
          { key: 'asked', title: t('boards.sum'), numeric: true, cell: ({ asked }) => yuan(asked) },
          {
            key: 'control',
            title: t('work.control'),
            numeric: true,
            cell: ({ control: most }) => (most === undefined ? '—' : yuan(most)),
          },
          { key: 'split', title: t('boards.split'), numeric: true, cell: ({ split }) => yuan(split) },
          {
            key: 'left',
            title: t('boards.left'),
            numeric: true,
            cell: ({ asked, control: most }) =>
              most === undefined ? (
                '—'
              ) : (
                <span className={asked > most ? 'field-error' : undefined}>{yuan(most - asked)}</span>
              ),
          },
        ]}
      />
      {(may.issueControl || may.splitControl) && <Issue board={board} year={year} />}
      {may.setDeadline && <Deadline board={board} year={year} />}
    </Card>
  );
}

interface Line {
  readonly fund: string;
  readonly class: string;
  readonly fen: number;
}

const keyOf = (line: Omit<Line, 'fen'>): string => `${line.fund} ${line.class}`;

function Issue({ board: { departmentId, name, units, may }, year }: Props) {
  const t = useText();
  const places = [
    ...(may.issueControl ? [{ id: departmentId, name }] : []),
    ...(may.splitControl ? units.map((unit) => ({ id: unit.unitId, name: unit.name })) : []),
  ];
  const [place, setPlace] = useState(String(places[0]!.id));
  const [fund, setFund] = useState<string>(FUND_IDS[0]!);
  const [of, setClass] = useState<string>('project');
  const [amount, setAmount] = useState('');
  const [number, setNumber] = useState('');
  const [date, setDate] = useState('');
  const [isWrong, setWrong] = useState(false);
  const { mutate, error } = useOfficeWrite();
  return (
    <form
      className="office-line"
      aria-label={t('boards.issue')}
      onSubmit={(event) => {
        event.preventDefault();
        const fen = parseAmount(amount, '元')?.fen;
        setWrong(fen === undefined || fen < 0);
        if (fen === undefined || fen < 0) return;
        const body = { figures: [{ fund, class: of, fen }], document: { number, date } };
        mutate({ method: 'PUT', path: `/control-figures/${place}/${year}`, body }, { onSuccess: () => setAmount('') });
      }}
    >
      <Choice label={t('boards.to')} value={place} onChange={setPlace}>
        {places.map((one) => (
          <option key={one.id} value={one.id}>
            {one.name}
          </option>
        ))}
      </Choice>
      <Choice label={t('work.fund')} value={fund} onChange={setFund}>
        {FUND_IDS.map((id) => (
          <option key={id} value={id}>
            {sourceName(conceptById(id))}
          </option>
        ))}
      </Choice>
      <Choice label={t('work.class')} value={of} onChange={setClass}>
        {CLASSES.map((id) => (
          <option key={id} value={id}>
            {t(`work.class.${id}`)}
          </option>
        ))}
      </Choice>
      <Field label={t('boards.amount')} value={amount} onChange={setAmount} />
      <Field label={t('work.documentNumber')} value={number} onChange={setNumber} />
      <Field label={t('work.documentDate')} type="date" value={date} onChange={setDate} />
      <button type="submit" className="button">
        {t('boards.issue')}
      </button>
      {isWrong && (
        <p role="alert" className="field-error">
          {t('boards.notAmount')}
        </p>
      )}
      <Refused error={error} />
    </form>
  );
}

function Deadline({ board: { departmentId, deadlines }, year }: Props) {
  const t = useText();
  const [round, setRound] = useState('1');
  const [due, setDue] = useState(deadlines[0]?.due ?? '');
  const { mutate, error } = useOfficeWrite();
  return (
    <form
      className="office-line"
      aria-label={t('boards.deadline')}
      onSubmit={(event) => {
        event.preventDefault();
        mutate({ method: 'PUT', path: `/work-deadlines/${departmentId}/${year}`, body: { round: Number(round), due } });
      }}
    >
      <Choice label={t('boards.round')} value={round} onChange={setRound}>
        <option value="1">{t('work.round.1')}</option>
        <option value="2">{t('work.round.2')}</option>
      </Choice>
      <Field label={t('boards.due')} type="date" value={due} onChange={setDue} />
      <button type="submit" className="button">
        {t('boards.deadline')}
      </button>
      <Refused error={error} />
    </form>
  );
}
