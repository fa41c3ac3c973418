/** A sheet for reading on a small screen: each row as a card of what it says. */
import type { LedgerSheet } from '@mingsuan/core/ledger/sheets';
import { useState } from 'react';
import { useText } from '../../i18n/index.tsx';
import { CellText } from './grid/cell-text.tsx';
import { keyOf, type Mark } from './grid/marks.ts';
import type { Row } from './state/book.ts';

interface Props {
  readonly sheet: LedgerSheet;
  readonly rows: readonly Row[];
  readonly marks: ReadonlyMap<string, Mark>;
  readonly names: Readonly<Record<string, string>>;
}

const FIRST = 40;

export function SheetReading({ sheet, rows, marks, names }: Props) {
  const t = useText();
  const [isWhole, setWhole] = useState(false);
  const filled = rows.filter(({ cells }) => cells.some((text) => text !== ''));
  const shown = isWhole ? filled : filled.slice(0, FIRST);
  if (filled.length === 0) return <p className="faint">{t('ledger.blankSheet')}</p>;
  return (
    <>
      <p className="faint small">{t('ledger.reading.hint')}</p>
      <ol className="ledger-cards">
        {shown.map((row) => (
          <li key={row.id} className="card">
            <dl>
              {sheet.columns.map(({ field, header, cell }, at) => {
                const [text, mark] = [row.cells[at] ?? '', marks.get(keyOf(row.id, at))];
                if (text === '' && !mark) return null;
                return (
                  <div key={field}>
                    <dt>{header}</dt>
                    <dd>
                      <CellText text={text} cell={cell} names={names} />
                      {mark && <span className="field-error">{mark.messages.join(' ')}</span>}
                    </dd>
                  </div>
                );
              })}
            </dl>
          </li>
        ))}
      </ol>
      {filled.length > shown.length && (
        <p className="actions">
          <span className="faint small">{t('ledger.reading.rows', { count: filled.length, shown: shown.length })}</span>
          <button type="button" className="button" onClick={() => setWhole(true)}>
            {t('ledger.reading.all')}
          </button>
        </p>
      )}
    </>
  );
}
