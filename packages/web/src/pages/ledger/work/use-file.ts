/** Reading a file into rows of the form: the server reads its bytes, the worker finds the form's sheets in it. */
import type { SheetRows } from '@mingsuan/core/ledger/sheet-rows';
import { useState } from 'react';
import { readLedgerFile } from '../../../api/ledger.ts';
import type { LedgerSheets } from '../../../api/types.ts';
import { askWorker } from './ask.ts';

export interface ReadFile {
  readonly file: string;
  readonly rows: SheetRows;
  /** What was not understood, and what a person has to confirm; each once. */
  readonly notes: readonly string[];
}

export type FileState =
  | { readonly state: 'none' }
  | { readonly state: 'reading' }
  | { readonly state: 'failed'; readonly error: unknown }
  /** The file has several agencies. */
  | { readonly state: 'which'; readonly file: File; readonly agencies: LedgerSheets['agencies'] }
  | { readonly state: 'read'; readonly read: ReadFile };

/** `nextYear`: a published document's ledger goes on into the year after. */
export function useFile(nextYear: boolean) {
  const [state, setState] = useState<FileState>({ state: 'none' });
  const read = async (file: File, agency?: string) => {
    setState({ state: 'reading' });
    try {
      const { sheets, notes, agencies } = await readLedgerFile(file, nextYear, agency);
      if (agencies.length > 0) return setState({ state: 'which', file, agencies });
      const { rows, faults } = await askWorker('rows', { sheets });
      const told = [...notes.map(({ message }) => message), ...faults];
      setState({ state: 'read', read: { file: file.name, rows, notes: [...new Set(told)] } });
    } catch (error) {
      setState({ state: 'failed', error });
    }
  };
  return { state, read, done: () => setState({ state: 'none' }) };
}
