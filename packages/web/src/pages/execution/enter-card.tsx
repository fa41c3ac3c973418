import { parseAmount } from '@mingsuan/core/money';
import { ADJUSTMENTS, CHANGE_SIGNS } from '@mingsuan/core/performance/execution';
import { useState } from 'react';
import type { ExecutionAnswer } from '../../api/types.ts';
import { Card } from '../../components/card.tsx';
import { yuan } from '../../components/money.tsx';
import { useText } from '../../i18n/index.tsx';
import { Choice, Field } from '../../office/field.tsx';
import { useOfficeWrite } from '../../office/queries.ts';
import { Refused } from '../office/refused.tsx';

const EVENTS = ['pay', 'commit', 'accept', 'plan', 'adjust'] as const;
type EntryEvent = (typeof EVENTS)[number];
type Change = keyof typeof ADJUSTMENTS;

interface Props {
  readonly path: string;
  readonly execution: ExecutionAnswer;
  readonly item: NonNullable<ExecutionAnswer['item']>;
}

const EMPTY = { amount: '', contract: '', reason: '' };

/** One entry by hand, of the kinds that this person may enter; what is moved from one line to another is two of them. */
export function EnterCard({ path, execution, item }: Props) {
  const t = useText();
  const events = EVENTS.filter((event) => item.offers.some((offer) => offer.event === event));
  const [event, setEvent] = useState<EntryEvent>();
  const [line, setLine] = useState('');
  const [to, setTo] = useState('');
  const [day, setDay] = useState('');
  const [change, setChange] = useState<Change>('added');
  const [number, setNumber] = useState('');
  const [told, setTold] = useState(EMPTY);
  const [wrong, setWrong] = useState<'exec.notAmount' | 'exec.sameLine'>();
  const { mutate, error, isPending, isSuccess } = useOfficeWrite();
  const chosen = event ?? events[0];
  if (chosen === undefined) return null;
  const { amount, contract, reason } = told;
  const set = (field: keyof typeof EMPTY) => (value: string) => setTold({ ...told, [field]: value });
  const sign = CHANGE_SIGNS[change];
  const isMove = chosen === 'adjust' && sign === 0;
  const first = execution.lines[0]?.number ?? '';
  const from = line || first;
  const enter = () => {
    const fen = parseAmount(amount, '元')?.fen;
    const fault = fen === undefined ? 'exec.notAmount' : isMove && from === (to || first) ? 'exec.sameLine' : undefined;
    setWrong(fault);
    if (fen === undefined || fault) return;
    const entryOf = (of: string, money: number) => ({
      ...(chosen === 'accept' ? {} : { line: of }),
      month: Number(day.slice(5, 7)),
      day,
      fen: money,
      ...(contract.trim() === '' ? {} : { contract: contract.trim() }),
      ...(chosen === 'adjust' ? { change } : {}),
    });
    const moved = Math.abs(fen);
    const entries = isMove
      ? [entryOf(from, -moved), entryOf(to || first, moved)]
      : [entryOf(from, chosen === 'adjust' ? moved * sign : fen)];
    const more = chosen === 'adjust' ? { reason, document: { number, date: day } } : {};
    mutate(
      {
        method: 'POST',
        path: `${path}/entries`,
        body: { revision: item.revision, event: chosen, entries, ...more },
      },
      { onSuccess: () => setTold(EMPTY) },
    );
  };
  const lines = execution.lines.map(({ number: each, project, functional, economic, available }) => (
    <option key={each} value={each}>
      {each} {project} {[functional, economic].filter(Boolean).join(' · ')} {t('exec.available')} {yuan(available)}
    </option>
  ));
  return (
    <Card title={t('exec.enter')}>
      <form
        className="office-line"
        onSubmit={(submitted) => {
          submitted.preventDefault();
          enter();
        }}
      >
        <Choice label={t('exec.kind')} value={chosen} onChange={(value) => setEvent(value as EntryEvent)}>
          {events.map((each) => (
            <option key={each} value={each}>
              {t(`exec.event.${each}`)}
            </option>
          ))}
        </Choice>
        {chosen === 'adjust' && (
          <Choice label={t('exec.change')} value={change} onChange={(value) => setChange(value as Change)}>
            {Object.entries(ADJUSTMENTS).map(([id, name]) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </Choice>
        )}
        {chosen !== 'accept' && (
          <Choice label={t(isMove ? 'exec.lineFrom' : 'exec.line')} value={from} onChange={setLine}>
            {lines}
          </Choice>
        )}
        {isMove && (
          <Choice label={t('exec.lineTo')} value={to || first} onChange={setTo}>
            {lines}
          </Choice>
        )}
        <Field label={t('exec.day')} type="date" value={day} onChange={setDay} />
        <Field
          label={t(chosen === 'adjust' ? 'exec.changed' : 'exec.amount')}
          value={amount}
          onChange={set('amount')}
        />
        {(chosen === 'pay' || chosen === 'commit' || chosen === 'accept') && (
          <Field
            label={t(chosen === 'pay' ? 'exec.contract' : 'exec.contractNumber')}
            value={contract}
            onChange={set('contract')}
            isRequired={chosen !== 'pay'}
          />
        )}
        {chosen === 'adjust' && (
          <>
            <Field label={t('work.documentNumber')} value={number} onChange={setNumber} />
            <Field label={t('work.reason')} value={reason} onChange={set('reason')} />
          </>
        )}
        <button type="submit" className="button button-strong" disabled={isPending}>
          {t('exec.enter')}
        </button>
      </form>
      {wrong && (
        <p role="alert" className="field-error">
          {t(wrong)}
        </p>
      )}
      {isSuccess && !wrong && amount === '' && <p role="status">{t('exec.entered')}</p>}
      <Refused error={error} />
    </Card>
  );
}
