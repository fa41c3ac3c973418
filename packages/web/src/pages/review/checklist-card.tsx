/** The bureau's checklist of a text: what the program says of each item, and what a reviewer signs in its place. */
import { useState } from 'react';
import type { ReviewText } from '../../api/types.ts';
import { Card } from '../../components/card.tsx';
import { DataTable } from '../../components/data-table.tsx';
import { FormDialog } from '../../components/form-dialog.tsx';
import { useText } from '../../i18n/index.tsx';
import { Choice, Field } from '../../office/field.tsx';
import { useOfficeWrite } from '../../office/queries.ts';
import { Refused } from '../office/refused.tsx';

type Row = ReviewText['checklists'][number]['rows'][number];
const metKey = (met: boolean | null) => `review.met.${met === null ? 'null' : met ? 'true' : 'false'}` as const;

export function ChecklistCard({ text: { id, checklists, mayWork } }: { readonly text: ReviewText }) {
  const t = useText();
  const [signing, setSigning] = useState<Row>();
  const { mutate, error } = useOfficeWrite();
  if (checklists.length === 0) return null;
  return (
    <Card title={t('review.checklist')}>
      <Refused error={error} />
      {checklists.map(({ agency, rows }) => (
        <DataTable
          key={agency}
          caption={`${t('review.checklist')} ${agency}`}
          stacks
          rows={rows}
          rowKey={(row) => row.id}
          columns={[
            { key: 'item', title: t('review.item'), heads: true, cell: ({ title }) => title },
            { key: 'met', title: t('review.met'), cell: ({ met }) => t(metKey(met)) },
            { key: 'found', title: t('review.found'), numeric: true, cell: ({ findings }) => findings },
            { key: 'note', title: t('review.note'), cell: ({ note }) => note },
            {
              key: 'sign',
              title: t('review.sign'),
              cell: (row) =>
                mayWork && (
                  <button
                    type="button"
                    className="quiet"
                    aria-label={t('text.labelled', { label: t('review.sign'), text: row.title })}
                    onClick={() => setSigning(row)}
                  >
                    {t('review.sign')}
                  </button>
                ),
            },
          ]}
        />
      ))}
      {signing && (
        <SignDialog
          row={signing}
          onCancel={() => setSigning(undefined)}
          onDone={(met, note) => {
            setSigning(undefined);
            mutate({ method: 'PUT', path: `/review-texts/${id}/checklist`, body: { item: signing.id, met, note } });
          }}
        />
      )}
    </Card>
  );
}

interface SignProps {
  readonly row: Row;
  readonly onCancel: () => void;
  readonly onDone: (met: boolean | null, note: string) => void;
}

const VERDICTS = [true, false, null] as const;

function SignDialog({ row, onCancel, onDone }: SignProps) {
  const t = useText();
  const [met, setMet] = useState<boolean | null>(row.met);
  const [note, setNote] = useState('');
  return (
    <FormDialog title={row.title} go={t('review.sign')} onSubmit={() => onDone(met, note)} onCancel={onCancel}>
      <Choice
        label={t('review.met')}
        value={String(met)}
        onChange={(value) => setMet(VERDICTS.find((one) => String(one) === value) ?? null)}
      >
        {VERDICTS.map((one) => (
          <option key={String(one)} value={String(one)}>
            {t(metKey(one))}
          </option>
        ))}
      </Choice>
      <Field label={t('review.note')} value={note} onChange={setNote} />
    </FormDialog>
  );
}
