/** Writing in a cell: a line, several lines, or a line with what to pick from below it. */
import type { LedgerColumn } from '@mingsuan/core/ledger/sheets';
import { type KeyboardEvent, useEffect, useId, useLayoutEffect, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import { above, type Choice, codeOf, found, ownName } from '../state/choices.ts';

export interface EditorProps {
  readonly text: string;
  readonly column: LedgerColumn;
  /** Whether a key of a letter opened it: what was there is replaced. */
  readonly isTyped: boolean;
  /** To pick from; undefined where a person writes. */
  readonly choices?: (() => Promise<readonly Choice[]>) | undefined;
  /** Codes and texts that the sheet's column has already. */
  readonly used: ReadonlySet<string>;
  readonly onText: (text: string) => void;
  /** Done with this text; the step says which cell is next. */
  readonly onDone: (text: string, step: readonly [rows: number, columns: number]) => void;
  readonly onCancel: () => void;
}

export function CellEditor({ text, column, isTyped, choices, used, onText, onDone, onCancel }: EditorProps) {
  const id = useId();
  const field = useRef<HTMLInputElement & HTMLTextAreaElement>(null);
  const [written, setWritten] = useState(text);
  const [hasChanged, setChanged] = useState(false);
  const [all, setAll] = useState<readonly Choice[]>([]);
  const [chosen, setChosen] = useState(-1);
  const isList = choices !== undefined;
  const isLong = !isList && column.cell.is === 'text' && column.width >= 30;
  // What stands in the cell already is no question: all is shown until something is written.
  const shown = isList ? found(all, hasChanged ? written : '', used) : [];

  useEffect(() => {
    let isOpen = true;
    void choices?.().then((list) => isOpen && setAll(list));
    return () => {
      isOpen = false;
    };
  }, [choices]);

  useLayoutEffect(() => {
    const input = field.current!;
    input.focus({ preventScroll: true });
    if (isTyped || isList) input.select();
    else input.setSelectionRange(input.value.length, input.value.length);
  }, [isTyped, isList]);

  const write = (next: string) => {
    setWritten(next);
    setChanged(true);
    setChosen(next.trim() === '' ? -1 : 0);
    onText(next);
  };
  const keep = (step: readonly [number, number]) => {
    const picked = hasChanged || chosen >= 0 ? shown[chosen]?.text : undefined;
    onDone(picked ?? written, step);
  };

  const onKeyDown = (event: KeyboardEvent) => {
    // Keys of an input method are its own.
    if (event.nativeEvent.isComposing) return event.stopPropagation();
    const take = () => {
      event.preventDefault();
      event.stopPropagation();
    };
    if (event.key === 'Escape') {
      take();
      onCancel();
    } else if (event.key === 'Enter' && !(isLong && (event.altKey || event.shiftKey))) {
      take();
      keep([1, 0]);
    } else if (event.key === 'Enter') {
      take();
      const input = field.current!;
      input.setRangeText('\n', input.selectionStart!, input.selectionEnd!, 'end');
      write(input.value);
    } else if (event.key === 'Tab') {
      take();
      keep([0, event.shiftKey ? -1 : 1]);
    } else if (isList && (event.key === 'ArrowDown' || event.key === 'ArrowUp')) {
      take();
      const step = event.key === 'ArrowDown' ? 1 : -1;
      setChosen((now) => Math.max(0, Math.min(shown.length - 1, now + step)));
    } else event.stopPropagation();
  };

  const shared = {
    ref: field,
    value: written,
    className: isLong ? 'ledger-field ledger-field-long' : 'ledger-field',
    'aria-label': column.header,
    autoComplete: 'off',
    spellCheck: false,
    onChange: ({ target }: { readonly target: { readonly value: string } }) => write(target.value),
    onKeyDown,
  };
  if (isLong) return <textarea {...shared} rows={Math.min(8, Math.max(3, Math.ceil(written.length / 22)))} />;
  if (!isList) return <input {...shared} inputMode={column.cell.is === 'text' ? 'text' : 'decimal'} />;
  return (
    <>
      <input
        {...shared}
        role="combobox"
        aria-expanded={shown.length > 0}
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-activedescendant={shown[chosen] ? `${id}-${chosen}` : undefined}
      />
      <Options
        id={id}
        label={column.header}
        shown={shown}
        chosen={chosen}
        beside={field}
        onPick={(choice) => onDone(choice.text, [0, 1])}
      />
    </>
  );
}

interface OptionsProps {
  readonly id: string;
  readonly label: string;
  readonly shown: readonly Choice[];
  readonly chosen: number;
  readonly beside: { readonly current: HTMLElement | null };
  readonly onPick: (choice: Choice) => void;
}

const MOST_HEIGHT = 320;

/** The list stands over the page, below its cell or, where there is no room, above it. */
function Options({ id, label, shown, chosen, beside, onPick }: OptionsProps) {
  const list = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const place = () => {
      const [box, { style }] = [beside.current?.getBoundingClientRect(), list.current!];
      if (!box) return;
      const below = innerHeight - box.bottom;
      const isBelow = below >= Math.min(MOST_HEIGHT, list.current!.scrollHeight) || below > box.top;
      style.left = `${Math.max(8, Math.min(box.left, innerWidth - list.current!.offsetWidth - 8))}px`;
      style.top = isBelow ? `${box.bottom + 2}px` : 'auto';
      style.bottom = isBelow ? 'auto' : `${innerHeight - box.top + 2}px`;
      style.maxHeight = `${Math.min(MOST_HEIGHT, (isBelow ? below : box.top) - 12)}px`;
      style.minWidth = `${box.width}px`;
    };
    place();
    addEventListener('scroll', place, true);
    addEventListener('resize', place);
    return () => {
      removeEventListener('scroll', place, true);
      removeEventListener('resize', place);
    };
  });
  useEffect(() => {
    list.current?.children[chosen]?.scrollIntoView({ block: 'nearest' });
  }, [chosen]);
  return createPortal(
    <div
      ref={list}
      id={`${id}-list`}
      role="listbox"
      aria-label={label}
      className={shown.length === 0 ? 'ledger-options unseen' : 'ledger-options'}
      onMouseDown={(event) => event.preventDefault()}
    >
      {shown.map((choice, i) => {
        const [code, higher] = [codeOf(choice.text), above(choice.text)];
        return (
          // biome-ignore lint/a11y/useFocusableInteractive: as above
          // biome-ignore lint/a11y/useKeyWithClickEvents: the field takes the keys
          <div
            key={choice.text}
            id={`${id}-${i}`}
            role="option"
            aria-selected={i === chosen}
            className="ledger-option"
            onClick={() => onPick(choice)}
          >
            {code !== '' && <span className="numeric">{code}</span>} <strong>{ownName(choice.text)}</strong>
            {higher !== '' && <span className="faint small">{higher}</span>}
          </div>
        );
      })}
    </div>,
    document.body,
  );
}
