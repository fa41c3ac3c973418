/** The one row of 基本信息, as fields below one another. */
import type { LedgerColumn, LedgerSheet } from '@mingsuan/core/ledger/sheets';
import { useEffect, useState } from 'react';
import { keyOf, type Mark } from './grid/marks.ts';
import type { Row } from './state/book.ts';
import type { Choice } from './state/choices.ts';

interface Props {
  readonly sheet: LedgerSheet;
  readonly row: Row | undefined;
  readonly marks: ReadonlyMap<string, Mark>;
  readonly choicesOf: (column: LedgerColumn) => (() => Promise<readonly Choice[]>) | undefined;
  readonly onWrite: (column: number, text: string) => void;
  /** A field to go to, once for each object. */
  readonly goTo: { readonly place: { readonly column: number } } | undefined;
}

export function UnitForm({ sheet, row, marks, choicesOf, onWrite, goTo }: Props) {
  useEffect(() => {
    if (goTo) document.getElementById(`ledger-unit-${sheet.columns[goTo.place.column]?.field}`)?.focus();
  }, [goTo, sheet]);
  return (
    <div className="ledger-unit">
      {sheet.columns.map((column, at) => (
        <Field
          key={column.field}
          column={column}
          text={row?.cells[at] ?? ''}
          mark={row && marks.get(keyOf(row.id, at))}
          choices={choicesOf(column)}
          onWrite={(text) => onWrite(at, text)}
        />
      ))}
    </div>
  );
}

interface FieldProps {
  readonly column: LedgerColumn;
  readonly text: string;
  readonly mark: Mark | undefined;
  readonly choices: (() => Promise<readonly Choice[]>) | undefined;
  readonly onWrite: (text: string) => void;
}

function Field({ column: { field, header, hint, required, cell }, text, mark, choices, onWrite }: FieldProps) {
  const id = `ledger-unit-${field}`;
  const [all, setAll] = useState<readonly Choice[]>([]);
  const isPicked = cell.is === 'choice' || cell.is === 'label';
  useEffect(() => {
    let isShown = true;
    if (isPicked) void choices?.().then((list) => isShown && setAll(list));
    return () => {
      isShown = false;
    };
  }, [choices, isPicked]);
  const said = mark?.messages.join(' ') ?? hint;
  const shared = {
    id,
    className: 'text-input',
    'aria-invalid': mark !== undefined && mark.kind !== 'notice',
    ...(said ? { 'aria-describedby': `${id}-said` } : {}),
  };
  return (
    <div className="field">
      <label htmlFor={id}>
        {header}
        {required ? ' *' : ''}
      </label>
      {isPicked ? (
        <select {...shared} value={text} onChange={({ target }) => onWrite(target.value)}>
          <option value="" />
          {[...new Set([...(text === '' ? [] : [text]), ...all.map((choice) => choice.text)])].map((each) => (
            <option key={each}>{each}</option>
          ))}
        </select>
      ) : (
        <Line {...shared} text={text} onWrite={onWrite} />
      )}
      {said && (
        <p id={`${id}-said`} className={mark ? 'field-error' : 'faint small'}>
          {said}
        </p>
      )}
    </div>
  );
}

/** Written when it is left, so that one undo takes back one change. */
function Line({ text, onWrite, ...shared }: { readonly text: string; readonly onWrite: (text: string) => void }) {
  const [written, setWritten] = useState(text);
  useEffect(() => setWritten(text), [text]);
  return (
    <input
      {...shared}
      value={written}
      autoComplete="off"
      onChange={({ target }) => setWritten(target.value)}
      onBlur={() => written !== text && onWrite(written)}
      onKeyDown={({ key }) => key === 'Enter' && written !== text && onWrite(written)}
    />
  );
}
