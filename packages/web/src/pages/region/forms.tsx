/** Which of the required forms those who published left out. */
import { useMemo } from 'react';
import type { FormId, FormState, Overview } from '../../api/types.ts';
import { Card } from '../../components/card.tsx';
import { DataTable } from '../../components/data-table.tsx';
import { useNames } from '../../components/names.ts';
import { useText } from '../../i18n/index.tsx';

const STATES: readonly FormState[] = ['filled', 'partial', 'empty', 'unread', 'missing'];

type Standing = { readonly form: FormId } & Readonly<Record<FormState, number>>;

function standingOf(forms: Overview['forms']): readonly Standing[] {
  const byForm = new Map<FormId, Record<FormState, number>>();
  for (const { form, state, count } of forms) {
    const counts = byForm.get(form as FormId) ?? { filled: 0, partial: 0, empty: 0, unread: 0, missing: 0 };
    counts[state] = count;
    byForm.set(form as FormId, counts);
  }
  return [...byForm].map(([form, counts]) => ({ form, ...counts })).sort((a, b) => b.missing - a.missing);
}

export function Forms({ forms }: Pick<Overview, 'forms'>) {
  const t = useText();
  const names = useNames();
  const rows = useMemo(() => standingOf(forms), [forms]);
  const share = ({ filled, partial, empty, unread, missing }: Standing) =>
    (100 * (filled + partial + empty)) / (filled + partial + empty + unread + missing);
  if (rows.length === 0) return null;
  return (
    <Card title={t('region.forms')} lead={t('region.formsLead')}>
      <DataTable
        caption={t('region.forms')}
        rows={rows}
        rowKey={({ form }) => form}
        columns={[
          {
            key: 'form',
            title: t('column.name'),
            heads: true,
            cell: (row) => (
              <>
                {names.form(row.form)}
                <span className="bar bar-wide" aria-hidden="true">
                  <span style={{ width: `${share(row)}%` }} />
                </span>
              </>
            ),
          },
          ...STATES.map((state) => ({
            key: state,
            title: t(`region.form.${state}`),
            numeric: true,
            sort: (a: Standing, b: Standing) => a[state] - b[state],
            cell: (row: Standing) =>
              state === 'missing' && row.missing > 0 ? (
                <span className="tag tag-error">{row.missing}</span>
              ) : (
                row[state]
              ),
          })),
        ]}
      />
    </Card>
  );
}
