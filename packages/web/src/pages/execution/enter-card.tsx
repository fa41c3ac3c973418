import { parseAmount } from '@mingsuan/core/money';
import { ADJUSTMENTS } from '@mingsuan/core/performance/execution';
import { useState } from 'react';
import type { ExecutionAnswer } from '../../api/types.ts';
import { Card } from '../../components/card.tsx';
import { useText } from '../../i18n/index.tsx';
import { Choice, Field } from '../../office/field.tsx';
import { useOfficeWrite } from '../../office/queries.ts';
import { Refused } from '../office/refused.tsx';

const EVENTS = ['pay', 'commit', 'accept', 'plan', 'adjust'] as const;
type EntryEvent = (typeof EVENTS)[number];

interface Props {
  readonly path: string;
  readonly execution: ExecutionAnswer;
  readonly item: NonNullable<ExecutionAnswer['item']>;
}

/** One entry by hand, of the kinds that this person may enter. */
export function EnterCard({ path, execution, item }: Props) {
  const t = useText();
  const events = EVENTS.filter((event) => item.offers.some((offer) => offer.event === event));
  const [event, setEvent] = useState<EntryEvent>();
  const [line, setLine] = useState('');
  const [day, setDay] = useState('');
  const [amount, setAmount] = useState('');
  const [contract, setContract] = useState('');
  const [change, setChange] = useState('added');
  const [reason, setReason] = useState('');
  const [number, setNumber] = useState('');
  const [isWrong, setWrong] = useState(false);
  const { mutate, error, isPending } = useOfficeWrite();
  const chosen = event ?? events[0];
  if (chosen === undefined) return null;
  const enter = () => {
    const fen = parseAmount(amount, '元')?.fen;
    setWrong(fen === undefined);
    if (fen === undefined) return;
    const isAcceptance = chosen === 'accept';
    const entry = {
      ...(isAcceptance ? {} : { line: line || execution.lines[0]?.number }),
      month: Number(day.slice(5, 7)),
      day,
      fen,
      ...(contract.trim() === '' ? {} : { contract: contract.trim() }),
      ...(chosen === 'adjust' ? { change } : {}),
    };
    const more = chosen === 'adjust' ? { reason, document: { number, date: day } } : {};
    mutate(
      {
        method: 'POST',
        path: `${path}/entries`,
        body: { revision: item.revision, event: chosen, entries: [entry], ...more },
      },
      { onSuccess: () => setAmount('') },
    );
  };
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
        {chosen !== 'accept' && (
          <Choice label={t('exec.line')} value={line || (execution.lines[0]?.number ?? '')} onChange={setLine}>
            {execution.lines.map(({ number: each, project, functional }) => (
              <option key={each} value={each}>
                {each} {project} {functional}
              </option>
            ))}
          </Choice>
        )}
        <Field label={t('exec.day')} type="date" value={day} onChange={setDay} />
        <Field label={t('exec.amount')} value={amount} onChange={setAmount} />
        {(chosen === 'pay' || chosen === 'commit' || chosen === 'accept') && (
          <Field label={t('exec.contract')} value={contract} onChange={setContract} isRequired={chosen !== 'pay'} />
        )}
        {chosen === 'adjust' && (
          <>
            <Choice label={t('exec.change')} value={change} onChange={setChange}>
              {Object.entries(ADJUSTMENTS).map(([id, name]) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </Choice>
            <Field label={t('work.documentNumber')} value={number} onChange={setNumber} />
            <Field label={t('work.reason')} value={reason} onChange={setReason} />
          </>
        )}
        <button type="submit" className="button button-strong" disabled={isPending}>
          {t('exec.enter')}
        </button>
      </form>
      {isWrong && (
        <p role="alert" className="field-error">
          {t('exec.notAmount')}
        </p>
      )}
      <Refused error={error} />
    </Card>
  );
}
