/** What can be done to the chosen units at once: reminding, and the steps that a person may take on all or some of them. */
import { useState } from 'react';
import type { WorkBoard, WorkManyDone } from '../../../api/types.ts';
import { FormDialog } from '../../../components/form-dialog.tsx';
import { useText } from '../../../i18n/index.tsx';
import { Field } from '../../../office/field.tsx';
import { useOfficeWrite } from '../../../office/queries.ts';
import { Refused } from '../refused.tsx';
import { NeedsDialog } from '../steps.tsx';

interface Props {
  readonly id: string;
  readonly year: string;
  readonly board: WorkBoard;
  readonly chosen: ReadonlySet<number>;
  readonly onDone: () => void;
}

type Offer = WorkBoard['units'][number]['offers'][number];

export function Bulk({ id, year, board, chosen, onDone }: Props) {
  const t = useText();
  const [asking, setAsking] = useState<Offer>();
  const [isReminding, setReminding] = useState(false);
  const steps = useOfficeWrite<WorkManyDone>();
  const remind = useOfficeWrite();
  const units = board.units.filter(({ unitId }) => chosen.has(unitId));
  const offers = new Map(
    units.flatMap((unit) => unit.offers.filter(({ event }) => event !== 'edit').map((offer) => [offer.event, offer])),
  );
  const take = ({ event }: Offer, more: object = {}) => {
    setAsking(undefined);
    const items = units.flatMap(({ item, offers: own }) =>
      item && own.some((offer) => offer.event === event) ? [{ id: item.id, revision: item.revision }] : [],
    );
    steps.mutate(
      { method: 'POST', path: `/boards/${id}/${year}/steps`, body: { event, items, ...more } },
      { onSuccess: onDone },
    );
  };
  const of = (event: string) => units.filter((unit) => unit.offers.some((offer) => offer.event === event)).length;
  const nameOf = (item: number) => board.units.find((unit) => unit.item?.id === item)?.name ?? '';
  const done = steps.data ?? [];
  return (
    <>
      <p className="actions">
        <span className="faint">{t('boards.chosen', { count: units.length })}</span>
        {board.may.remind && (
          <button type="button" className="button" disabled={units.length === 0} onClick={() => setReminding(true)}>
            {t('boards.remind')}
          </button>
        )}
        {[...offers.values()].map((offer) => (
          <button
            key={offer.event}
            type="button"
            className="button"
            disabled={steps.isPending}
            onClick={() => (offer.needs ? setAsking(offer) : take(offer))}
          >
            {t('boards.step', { name: offer.name, count: of(offer.event) })}
          </button>
        ))}
      </p>
      {done.length > 0 && (
        <div role="status">
          <p>{t('boards.done', { count: done.filter(({ refusal }) => refusal === null).length })}</p>
          <ul className="office-errors">
            {done.map(
              ({ id: item, refusal }) =>
                refusal !== null && (
                  <li key={item}>
                    {nameOf(item)}
                    {t('text.colon')}
                    {refusal}
                  </li>
                ),
            )}
          </ul>
        </div>
      )}
      <Refused error={steps.error ?? remind.error} />
      {asking && (
        <NeedsDialog
          offer={asking}
          said={[]}
          onCancel={() => setAsking(undefined)}
          onDone={(more) => take(asking, more)}
        />
      )}
      {isReminding && (
        <RemindDialog
          onCancel={() => setReminding(false)}
          onRemind={(text) => {
            setReminding(false);
            const body = { units: units.map(({ unitId }) => unitId), text };
            remind.mutate({ method: 'POST', path: `/boards/${id}/${year}/reminders`, body }, { onSuccess: onDone });
          }}
        />
      )}
    </>
  );
}

interface RemindProps {
  readonly onRemind: (text: string) => void;
  readonly onCancel: () => void;
}

function RemindDialog({ onRemind, onCancel }: RemindProps) {
  const t = useText();
  const [text, setText] = useState<string>(t('boards.remindText'));
  return (
    <FormDialog title={t('boards.remind')} go={t('boards.remind')} onSubmit={() => onRemind(text)} onCancel={onCancel}>
      <Field label={t('boards.remindWhat')} value={text} onChange={setText} />
    </FormDialog>
  );
}
