/** A list handed over as a spreadsheet. */
import { useRef } from 'react';

interface Props {
  readonly label: string;
  readonly disabled: boolean;
  readonly onChoose: (file: File) => void;
}

export function SheetButton({ label, disabled, onChoose }: Props) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <input
        ref={input}
        type="file"
        className="unseen"
        tabIndex={-1}
        accept=".xlsx,.xls,.csv"
        aria-label={label}
        onChange={({ target }) => {
          const [chosen] = target.files ?? [];
          if (chosen) onChoose(chosen);
          target.value = '';
        }}
      />
      <button type="button" className="button button-strong" disabled={disabled} onClick={() => input.current?.click()}>
        {label}
      </button>
    </>
  );
}
