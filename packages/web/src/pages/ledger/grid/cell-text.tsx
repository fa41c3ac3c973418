/** How cells look: amounts with separators, codes with their own names, everything else as it was written. */
import type { CellKind } from '@mingsuan/core/ledger/sheets';
import { normalizeNumber, separated } from '@mingsuan/core/money';
import { codeOf, ownName } from '../state/choices.ts';

interface Props {
  readonly text: string;
  readonly cell: CellKind;
  /** Names of codes that stand alone. */
  readonly names: Readonly<Record<string, string>>;
}

export function CellText({ text, cell, names }: Props) {
  if (text === '') return null;
  if (cell.is === 'money') {
    const number = normalizeNumber(text);
    return <span className="numeric">{/^-?\d+(?:\.\d+)?$/.test(number) ? separated(number) : text}</span>;
  }
  if (cell.is === 'code') {
    const code = codeOf(text);
    const name = code === text.trim() ? names[code] : ownName(text);
    return code === '' ? (
      text
    ) : (
      <>
        <span className="numeric">{code}</span> {name}
      </>
    );
  }
  return text;
}
