import { isSetback } from '@mingsuan/core/process/tables';
import { Link } from '@tanstack/react-router';
import { type ChangeEvent, useState } from 'react';
import type { WorkAnswer } from '../../api/types.ts';
import { Card } from '../../components/card.tsx';
import { FormDialog } from '../../components/form-dialog.tsx';
import { useText } from '../../i18n/index.tsx';
import { Field } from '../../office/field.tsx';
import { useOfficeWrite } from '../../office/queries.ts';
import { hasLedger } from './names.ts';
import { Refused } from './refused.tsx';

type Offer = WorkAnswer['offers'][number];

/** What the person may do now, and the ledger that it is about. */
export function Steps({ item }: { readonly item: WorkAnswer }) {
  const t = useText();
  const mayEdit = item.offers.some(({ event }) => event === 'edit');
  const isRound = hasLedger(item);
  const hasSteps = item.offers.some(({ event }) => event !== 'edit');
  return (
    <Card title={t('work.step')}>
      {item.waits.map((why) => (
        <p key={why}>{why}</p>
      ))}
      {!hasSteps && item.waits.length === 0 && <p className="faint">{t('work.noStep')}</p>}
      <p className="actions">
        {isRound && (mayEdit || item.version > 0) && (
          <Link to="/office/work/$id/ledger" params={{ id: String(item.id) }} className="button button-strong">
            {t(mayEdit ? 'work.openLedger' : 'work.readLedger')}
          </Link>
        )}
        <StepButtons item={item} skip={isRound && item.version === 0 ? ['submit'] : []} />
      </p>
      {mayEdit && isRound && (
        <details className="small">
          <summary>{t('work.upload')}</summary>
          <Upload item={item} />
        </details>
      )}
    </Card>
  );
}

interface StepProps {
  readonly item: Pick<WorkAnswer, 'id' | 'process' | 'state' | 'revision' | 'offers'>;
  /** Steps that come with content of their own, from another card. */
  readonly skip?: readonly string[];
  /** What was said of single cells; it goes along with a return. */
  readonly fields?: WorkAnswer['history'][number]['fields'];
  readonly isHeld?: boolean;
  /** What has to be done before. @returns the revision to step upon; undefined where it may not be done */
  readonly before?: () => Promise<number | undefined>;
}

/** A button for each step that a person may take. What needs a reason or a document asks for it. */
export function StepButtons({ item, skip = [], fields = [], isHeld = false, before }: StepProps) {
  const t = useText();
  const [asking, setAsking] = useState<Offer>();
  const [taking, setTaking] = useState<string>();
  const { mutate, error, isPending } = useOfficeWrite();
  const { id, process, state, offers } = item;
  const take = async ({ event }: Offer, more: object = {}) => {
    setAsking(undefined);
    setTaking(event);
    const revision = before ? await before() : item.revision;
    if (revision !== undefined)
      mutate({ method: 'POST', path: `/work/${id}/steps`, body: { revision, event, ...more } });
  };
  const steps = offers.filter(({ event }) => event !== 'edit' && !skip.includes(event));
  const onward = steps.find(({ event }) => !isSetback(process, state, event));
  return (
    <>
      {steps.map((offer) => (
        <button
          key={offer.event}
          type="button"
          disabled={isPending || isHeld}
          className={offer === onward ? 'button button-strong' : 'button'}
          onClick={() => (offer.needs ? setAsking(offer) : void take(offer))}
        >
          {isPending && taking === offer.event ? t('work.stepping') : offer.name}
        </button>
      ))}
      <Refused error={error} />
      {asking && (
        <NeedsDialog
          offer={asking}
          said={fields}
          onCancel={() => setAsking(undefined)}
          onDone={(more) => void take(asking, more)}
        />
      )}
    </>
  );
}

interface DialogProps {
  readonly offer: Offer;
  readonly said: NonNullable<StepProps['fields']>;
  readonly onCancel: () => void;
  readonly onDone: (more: object) => void;
}

/** Asks for what a step needs: a reason, on fields where it is a return; the document that says so. */
export function NeedsDialog({ offer: { event, name, needs = [] }, said, onCancel, onDone }: DialogProps) {
  const t = useText();
  const [reason, setReason] = useState('');
  const [field, setField] = useState('');
  const [number, setNumber] = useState('');
  const [date, setDate] = useState('');
  const isAsked = needs.includes('reason');
  const isReturn = event === 'return';
  const fields = [...(isReturn ? said : []), ...(field.trim() === '' ? [] : [{ field: field.trim(), reason }])];
  const more = {
    ...(isAsked ? { reason } : {}),
    ...(isAsked && fields.length > 0 ? { fields } : {}),
    ...(needs.includes('document') ? { document: { number, date } } : {}),
  };
  return (
    <FormDialog title={name} go={name} onSubmit={() => onDone(more)} onCancel={onCancel}>
      {isAsked && (
        <>
          <Field label={t('work.reason')} value={reason} onChange={setReason} />
          {isReturn && said.length > 0 ? (
            <ul className="small">
              {said.map((one) => (
                <li key={`${one.field} ${one.reason}`}>
                  {one.field}
                  {t('text.colon')}
                  {one.reason}
                </li>
              ))}
            </ul>
          ) : (
            isReturn && <Field label={t('work.field')} value={field} onChange={setField} isRequired={false} />
          )}
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
        {t('work.upload.file')}
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
