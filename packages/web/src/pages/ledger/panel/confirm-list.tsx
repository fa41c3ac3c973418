/** Amounts that came from last year or were worked out: gone to, confirmed sheet by sheet, or all of them. */
import type { CellPlace } from '@mingsuan/core/ledger/review';
import type { SheetId } from '@mingsuan/core/ledger/sheets';
import { useText } from '../../../i18n/index.tsx';
import type { Unconfirmed } from '../state/confirm.ts';

interface Props {
  readonly sheets: readonly Unconfirmed[];
  readonly onGo: (place: CellPlace) => void;
  /** Undefined where nothing may be changed. */
  readonly onConfirm: ((sheets: readonly SheetId[]) => void) | undefined;
}

export function ConfirmList({ sheets, onGo, onConfirm }: Props) {
  const t = useText();
  const all = sheets.reduce((sum, { count }) => sum + count, 0);
  if (all === 0) return null;
  return (
    <section aria-labelledby="ledger-unconfirmed">
      <h2 id="ledger-unconfirmed">
        {t('ledger.unconfirmed')} <span className="faint">{all}</span>
      </h2>
      <p className="faint small">{t('ledger.unconfirmed.lead')}</p>
      <ul className="ledger-unanswered">
        {sheets.map(({ sheet, name, count, row }) => (
          <li key={sheet}>
            <button type="button" className="finding-message" onClick={() => onGo({ sheet, row })}>
              {name} <span className="faint">{count}</span>
            </button>
            {onConfirm && (
              <button
                type="button"
                className="button"
                aria-label={t('ledger.unconfirmed.of', { name })}
                onClick={() => onConfirm([sheet])}
              >
                {t('ledger.unconfirmed.sheet')}
              </button>
            )}
          </li>
        ))}
      </ul>
      {onConfirm && sheets.length > 1 && (
        <p className="actions">
          <button type="button" className="button" onClick={() => onConfirm(sheets.map(({ sheet }) => sheet))}>
            {t('ledger.unconfirmed.all', { count: all })}
          </button>
        </p>
      )}
    </section>
  );
}
