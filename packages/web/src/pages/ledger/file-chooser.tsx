/** A button that takes a file, reads it and shows what it brings. */
import type { SheetRows } from '@mingsuan/core/ledger/sheet-rows';
import { useRef } from 'react';
import { Sentence } from '../../components/state.tsx';
import { useText } from '../../i18n/index.tsx';
import { ImportDialog } from './import-dialog.tsx';
import { useFile } from './work/use-file.ts';

interface Props {
  readonly label: string;
  /** What the file is chosen for, for those who hear the page. */
  readonly purpose: string;
  readonly accept: string;
  readonly nextYear: boolean;
  readonly isStrong?: boolean;
  readonly before?: SheetRows;
  readonly onTake: (rows: SheetRows) => void;
}

export function FileChooser({ label, purpose, accept, nextYear, isStrong = false, before, onTake }: Props) {
  const t = useText();
  const input = useRef<HTMLInputElement>(null);
  const { state, read, done } = useFile(nextYear);
  const isReading = state.state === 'reading';
  return (
    <>
      <input
        ref={input}
        type="file"
        className="unseen"
        tabIndex={-1}
        accept={accept}
        aria-label={purpose}
        onChange={({ target }) => {
          const [file] = target.files ?? [];
          if (file) void read(file);
          target.value = '';
        }}
      />
      <button
        type="button"
        className={isStrong ? 'button button-strong' : 'button'}
        disabled={isReading}
        onClick={() => input.current?.click()}
      >
        {isReading ? t('ledger.reading') : label}
      </button>
      {state.state === 'failed' && (
        <p role="alert" className="field-error">
          <Sentence error={state.error} />
        </p>
      )}
      {state.state === 'which' && (
        <fieldset>
          <legend>{t('ledger.import.which')}</legend>
          <ul className="ledger-which">
            {state.agencies.map(({ code, name }) => (
              <li key={`${code} ${name}`}>
                <button type="button" className="quiet" onClick={() => void read(state.file, code ?? name ?? '')}>
                  {[code, name].filter(Boolean).join(' ')}
                </button>
              </li>
            ))}
          </ul>
        </fieldset>
      )}
      {state.state === 'read' && (
        <ImportDialog
          read={state.read}
          {...(before ? { before } : {})}
          onCancel={done}
          onTake={(rows) => {
            done();
            onTake(rows);
          }}
        />
      )}
    </>
  );
}
