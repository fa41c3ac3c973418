/** What a reviewer says of single cells while reading, and what was said when the ledger came back. */
import type { CellPlace } from '@mingsuan/core/ledger/review';
import { returnOf } from '@mingsuan/core/process/progress';
import { type ReactNode, useState } from 'react';
import type { WorkAnswer } from '../../../api/types.ts';
import { useText } from '../../../i18n/index.tsx';
import { fieldName, placeOfField } from '../../ledger/state/fields.ts';

type Field = WorkAnswer['history'][number]['fields'][number];

export interface OpenRemarks {
  readonly mayReturn: boolean;
  /** They go along with a return. */
  readonly fields: readonly Field[];
  readonly ask: (place: CellPlace) => ReactNode;
  readonly remove: (field: Field) => void;
}

/** Remarks are kept with the page until the ledger is returned with them. */
export function useRemarks({ offers }: WorkAnswer): OpenRemarks {
  const [fields, setFields] = useState<readonly Field[]>([]);
  return {
    mayReturn: offers.some(({ event }) => event === 'return'),
    fields,
    ask: (place) => (
      <RemarkForm place={place} onSay={(reason) => setFields([...fields, { field: fieldName(place), reason }])} />
    ),
    remove: (field) => setFields(fields.filter((one) => one !== field)),
  };
}

function RemarkForm({ place, onSay }: { readonly place: CellPlace; readonly onSay: (reason: string) => void }) {
  const t = useText();
  const [reason, setReason] = useState('');
  return (
    <form
      className="office-line office-remark"
      onSubmit={(event) => {
        event.preventDefault();
        if (reason.trim() === '') return;
        onSay(reason.trim());
        setReason('');
      }}
    >
      <input
        className="text-input"
        maxLength={500}
        aria-label={t('work.remark.of', { field: fieldName(place) })}
        placeholder={t('work.remark.of', { field: fieldName(place) })}
        value={reason}
        onChange={({ target }) => setReason(target.value)}
      />
      <button type="submit" className="button">
        {t('work.remark.add')}
      </button>
    </form>
  );
}

interface Props {
  readonly item: WorkAnswer;
  readonly remarks: OpenRemarks;
  readonly onGo: (place: CellPlace) => void;
  readonly label: string;
}

/** The own remarks; or, where the ledger came back and stands in its draft, the reasons of the return. */
export function Remarks({ item: { history }, remarks: { fields, remove }, onGo, label }: Props) {
  const t = useText();
  const returned = returnOf(history);
  const shown = fields.length > 0 ? fields : (returned?.fields ?? []);
  if (shown.length === 0 && !returned) return null;
  return (
    <section className="ledger-saving office-remarks" aria-label={label}>
      {returned && (
        <p>
          <strong>{t('work.returned', { person: returned.person })}</strong> {returned.reason}
        </p>
      )}
      <ul>
        {shown.map((one) => {
          const place = placeOfField(one.field);
          return (
            <li key={`${one.field} ${one.reason}`}>
              {place ? (
                <button type="button" className="quiet" onClick={() => onGo(place)}>
                  {one.field}
                </button>
              ) : (
                one.field
              )}
              {t('text.colon')}
              {one.reason}{' '}
              {fields.includes(one) && (
                <button type="button" className="quiet" onClick={() => remove(one)}>
                  {t('work.remark.remove')}
                </button>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
