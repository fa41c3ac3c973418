/** The statutory tables as published, one at a time. */

import type { Statement } from '@mingsuan/core/disclosure';
import { AsPrinted } from '../../components/as-printed.tsx';
import { Card } from '../../components/card.tsx';
import { useNames } from '../../components/names.ts';
import { unitName } from '../../components/unit-name.ts';
import { useText } from '../../i18n/index.tsx';
import { BalanceTable } from './balance-table.tsx';
import { StatementTable } from './statement-table.tsx';
import { useChosen } from './use-chosen.ts';

export function Statements({ statements }: { readonly statements: readonly Statement[] }) {
  const t = useText();
  const names = useNames();
  const [{ table: chosen = 0 }, choose] = useChosen();
  const statement = statements[chosen];
  return (
    <Card title={t('tables.title')} lead={t('tables.lead')}>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset does not lay out in a row */}
      <div role="group" aria-label={t('tables.title')} className="chips">
        {statements.map(({ form, rows }, i) => (
          <button
            // biome-ignore lint/suspicious/noArrayIndexKey: a document may print a form twice
            key={i}
            type="button"
            className={rows.length === 0 ? 'chip faint' : 'chip'}
            aria-pressed={i === chosen}
            onClick={() => choose({ table: i === 0 ? undefined : i })}
          >
            {names.form(form)}
          </button>
        ))}
      </div>
      {statement && <Printed key={chosen} statement={statement} />}
    </Card>
  );
}

function Printed({ statement }: { readonly statement: Statement }) {
  const t = useText();
  const { title, unit, note, rows } = statement;
  const twoSides = rows.some(({ side }) => side !== undefined);
  return (
    <>
      <p className="form-title">
        <strong>
          <AsPrinted>{title}</AsPrinted>
        </strong>
        <span className="faint small">{t('tables.unit', { unit: unitName(t, unit) })}</span>
      </p>
      {rows.length === 0 ? (
        <p className="form-note">{note ? <AsPrinted>{note}</AsPrinted> : t('tables.empty')}</p>
      ) : (
        <>
          {twoSides ? <BalanceTable statement={statement} /> : <StatementTable statement={statement} />}
          {note && (
            <p className="form-note small">
              <AsPrinted>{note}</AsPrinted>
            </p>
          )}
        </>
      )}
    </>
  );
}
