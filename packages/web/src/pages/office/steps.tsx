import { type ChangeEvent, useState } from 'react';
import type { WorkAnswer } from '../../api/types.ts';
import { Card } from '../../components/card.tsx';
import { FormDialog } from '../../components/form-dialog.tsx';
import { useText } from '../../i18n/index.tsx';
import { Field } from '../../office/field.tsx';
import { useOfficeWrite } from '../../office/queries.ts';
import { Refused } from './refused.tsx';

type Offer = WorkAnswer['offers'][number];

/** What the person may do now. What needs a reason or a document asks for it. */
export function Steps({ item }: { readonly item: WorkAnswer }) {
  const t = useText();
  const [asking, setAsking] = useState<Offer>();
  const { mutate, error, isPending } = useOfficeWrite();
  const { id, revision, offers } = item;
  const take = ({ event }: Offer, more: object = {}) => {
    setAsking(undefined);
    mutate({ method: 'POST', path: `/work/${id}/steps`, body: { revision, event, ...more } });
  };
  const steps = offers.filter(({ event }) => event !== 'edit');
  return (
    <Card title={t('work.step')}>
      {steps.length === 0 && <p className="faint">{t('work.noStep')}</p>}
      <p className="actions">
        {steps.map((offer, i) => (
          <button
            key={offer.event}
            type="button"
            disabled={isPending}
            className={i === 0 ? 'button button-strong' : 'button'}
            onClick={() => (offer.needs ? setAsking(offer) : take(offer))}
          >
            {offer.name}
          </button>
        ))}
      </p>
      {offers.some(({ event }) => event === 'edit') && item.process === 'round' && <Upload item={item} />}
      <Refused error={error} />
      {asking && (
        <NeedsDialog offer={asking} onCancel={() => setAsking(undefined)} onDone={(more) => take(asking, more)} />
      )}
    </Card>
  );
}

interface DialogProps {
  readonly offer: Offer;
  readonly onCancel: () => void;
  readonly onDone: (more: object) => void;
}

function NeedsDialog({ offer: { name, needs = [] }, onCancel, onDone }: DialogProps) {
  const t = useText();
  const [reason, setReason] = useState('');
  const [field, setField] = useState('');
  const [number, setNumber] = useState('');
  const [date, setDate] = useState('');
  const isAsked = needs.includes('reason');
  const more = {
    ...(isAsked ? { reason } : {}),
    ...(isAsked && field.trim() !== '' ? { fields: [{ field: field.trim(), reason }] } : {}),
    ...(needs.includes('document') ? { document: { number, date } } : {}),
  };
  return (
    <FormDialog title={name} go={name} onSubmit={() => onDone(more)} onCancel={onCancel}>
      {isAsked && (
        <>
          <Field label={t('work.reason')} value={reason} onChange={setReason} />
          <Field label={t('work.field')} value={field} onChange={setField} isRequired={false} />
        </>
      )}
      {needs.includes('document') && (
        <>
          <Field label={t('work.documentNumber')} value={number} onChange={setNumber} />
          <Field label={t('work.documentDate')} type="date" value={date} onChange={setDate} />
        </>
      )}
    </FormDialog>
  );
}

/** A ledger as JSON becomes the next version. */
function Upload({ item: { id, revision } }: { readonly item: WorkAnswer }) {
  const t = useText();
  const [isWrong, setWrong] = useState(false);
  const { mutate, error } = useOfficeWrite();
  const read = async ({ target }: ChangeEvent<HTMLInputElement>) => {
    const [file] = target.files ?? [];
    if (!file) return;
    const content: unknown = await file
      .text()
      .then(JSON.parse)
      .catch(() => undefined);
    target.value = '';
    setWrong(typeof content !== 'object' || content === null);
    if (typeof content === 'object' && content !== null)
      mutate({ method: 'POST', path: `/work/${id}/versions`, body: { revision, content } });
  };
  return (
    <>
      <label className="field">
        {t('work.upload')}
        <input type="file" accept=".json,application/json" onChange={(event) => void read(event)} />
      </label>
      {isWrong && (
        <p role="alert" className="field-error">
          {t('work.notJson')}
        </p>
      )}
      <Refused error={error} />
    </>
  );
}
