/** Exports of a finance system into the ledger: what changes is shown before, and words that nobody knows are asked for. */
import { CATEGORY_NAMES, FIELD_NAMES, FUND_NAMES, type OpenWords } from '@mingsuan/core/import/learn';
import type { SheetRows } from '@mingsuan/core/ledger/sheet-rows';
import { formatAmount, separated } from '@mingsuan/core/money';
import { useRef, useState } from 'react';
import { readWorkbook } from '../../api/ledger.ts';
import { Sentence } from '../../components/state.tsx';
import { useText } from '../../i18n/index.tsx';
import { ImportDialog } from './import-dialog.tsx';
import { askWorker } from './work/ask.ts';
import { knownWords, rememberWords } from './work/known-words.ts';
import type { ImportedExport, SheetText } from './work/questions.ts';

interface Props {
  readonly before: SheetRows;
  readonly onTake: (rows: SheetRows) => void;
}

type State =
  | { readonly is: 'none' | 'reading' }
  | { readonly is: 'failed'; readonly error: unknown }
  | {
      readonly is: 'read';
      readonly files: string;
      readonly sheets: readonly SheetText[];
      readonly found: ImportedExport;
      readonly agency?: string | undefined;
    };

export function ExportImport({ before, onTake }: Props) {
  const t = useText();
  const input = useRef<HTMLInputElement>(null);
  const [state, setState] = useState<State>({ is: 'none' });
  const done = () => setState({ is: 'none' });
  const look = async (files: string, sheets: readonly SheetText[], agency?: string) => {
    const found = await askWorker('export', { rows: before, sheets, mapping: await knownWords(), agency });
    setState({ is: 'read', files, sheets, found, agency });
  };
  const read = async (files: readonly File[]) => {
    setState({ is: 'reading' });
    try {
      const sheets: SheetText[] = [];
      for (const file of files) sheets.push(...(await readWorkbook(file)).sheets);
      await look(files.map(({ name }) => name).join(t('list.comma')), sheets);
    } catch (error) {
      setState({ is: 'failed', error });
    }
  };
  return (
    <>
      <input
        ref={input}
        type="file"
        className="unseen"
        tabIndex={-1}
        multiple
        accept=".xlsx,.xls,.et,.ods,.csv"
        aria-label={t('ledger.export')}
        onChange={({ target }) => {
          const files = [...(target.files ?? [])];
          if (files.length > 0) void read(files);
          target.value = '';
        }}
      />
      <button type="button" className="button" disabled={state.is === 'reading'} onClick={() => input.current?.click()}>
        {state.is === 'reading' ? t('ledger.reading') : t('ledger.export')}
      </button>
      {state.is === 'failed' && (
        <p role="alert" className="field-error">
          <Sentence error={state.error} />
        </p>
      )}
      {state.is === 'read' && (
        <ImportDialog
          read={{ file: state.files, rows: state.found.rows, notes: state.found.notes }}
          before={before}
          onCancel={done}
          onTake={(rows) => {
            done();
            onTake(rows);
          }}
        >
          <p>
            {t('ledger.export.taken', {
              count: state.found.count,
              sums: state.found.sums,
              sum: separated(formatAmount(state.found.fen, '元')),
            })}
          </p>
          <Agencies
            found={state.found}
            chosen={state.agency}
            onChoose={(agency) => void look(state.files, state.sheets, agency)}
          />
          <Words
            open={state.found.open}
            onAnswer={async (words) => {
              await rememberWords(words);
              await look(state.files, state.sheets, state.agency);
            }}
          />
        </ImportDialog>
      )}
    </>
  );
}

interface AgenciesProps {
  readonly found: ImportedExport;
  readonly chosen: string | undefined;
  readonly onChoose: (agency: string | undefined) => void;
}

function Agencies({ found: { agencies }, chosen, onChoose }: AgenciesProps) {
  const t = useText();
  const [names, setNames] = useState(agencies.map(([name]) => name));
  if (names.length < 2) return null;
  return (
    <label className="field">
      {t('ledger.export.agency')}
      <select
        className="select"
        value={chosen ?? ''}
        onChange={({ target }) => {
          setNames(names);
          onChoose(target.value || undefined);
        }}
      >
        <option value="">{t('ledger.export.allAgencies')}</option>
        {names.map((name) => (
          <option key={name}>{name}</option>
        ))}
      </select>
    </label>
  );
}

const KINDS = ['表头', '项目类别', '资金性质'] as const;
const ANSWERS: Readonly<Record<(typeof KINDS)[number], readonly string[]>> = {
  表头: FIELD_NAMES,
  项目类别: CATEGORY_NAMES,
  资金性质: FUND_NAMES,
};

/** Each unknown word with what it may be; an answer is kept for the next export. */
function Words({ open, onAnswer }: { readonly open: OpenWords; readonly onAnswer: (words: OpenWords) => void }) {
  const t = useText();
  const asked = KINDS.flatMap((kind) => Object.keys(open[kind] ?? {}).map((word) => ({ kind, word })));
  if (asked.length === 0) return null;
  return (
    <fieldset className="ledger-words">
      <legend>{t('ledger.export.words')}</legend>
      {asked.map(({ kind, word }) => (
        <label key={`${kind} ${word}`} className="field">
          {kind} “{word}”
          <select className="select" value="" onChange={({ target }) => onAnswer({ [kind]: { [word]: target.value } })}>
            <option value="">{t('ledger.export.unknown')}</option>
            {ANSWERS[kind].map((name) => (
              <option key={name}>{name}</option>
            ))}
          </select>
        </label>
      ))}
    </fieldset>
  );
}
