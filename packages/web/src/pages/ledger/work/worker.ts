/** The ledger's own thread: it reads, compiles and checks while the page stays free for whoever writes. */
import { lookup } from '@mingsuan/core/classification/index';
import { discloseLedger } from '@mingsuan/core/disclose';
import { importSheets, refreshed } from '@mingsuan/core/import/import';
import { learned } from '@mingsuan/core/import/learn';
import { withMapping } from '@mingsuan/core/import/mapping';
import { bundled } from '@mingsuan/core/jurisdictions/index';
import { blankLedger } from '@mingsuan/core/ledger/blank';
import { choicesOf } from '@mingsuan/core/ledger/choices';
import { exampleLedger } from '@mingsuan/core/ledger/example';
import { readHeld, rowsOfHeld } from '@mingsuan/core/ledger/held';
import { mergeRows } from '@mingsuan/core/ledger/merge';
import { parseLedger } from '@mingsuan/core/ledger/parse';
import { readLedgerSheets } from '@mingsuan/core/ledger/read-sheets';
import { reviewLedger, templateOf } from '@mingsuan/core/ledger/review';
import { bySheet, type SheetRows } from '@mingsuan/core/ledger/sheet-rows';
import { contextOf, preparedRows, rowsOfLedger, rowsOfSheets, sheetsOfRows } from '@mingsuan/core/ledger/sheet-texts';
import type { SheetId } from '@mingsuan/core/ledger/sheets';
import { toldRows } from '@mingsuan/core/ledger/told-rows';
import { nextYear } from '@mingsuan/core/restore/next-year';
import { templateById } from '@mingsuan/core/templates/index';
import { soundsOf } from '@mingsuan/core/text/sounds';
import { ownName } from '../state/choices.ts';
import type { ImportedExport, Question, Questions } from './questions.ts';

type Answers = { readonly [Q in Question]: (asks: Questions[Q]['asks']) => Questions[Q]['answers'] };

const ANSWERS: Answers = {
  review: ({ rows }) => reviewLedger(rows, undefined, new Date().getFullYear()),
  choices: ({ cell, year, template: named, agency }) => {
    const jurisdictions = bundled();
    const template = named === undefined ? undefined : templateById(named, jurisdictions);
    const place = template && agency ? { template, agency, jurisdictions } : undefined;
    return choicesOf(cell, contextOf({ year: year as number }, jurisdictions), place).map((text) => ({
      text,
      sound: soundsOf(ownName(text)),
    }));
  },
  templates: () =>
    bundled().templates.map(({ id, name, stage, years, region }) => ({
      id,
      name,
      stage,
      years,
      ...(region ? { region } : {}),
    })),
  form: ({ template: named, year, name, code, example = false }) => {
    const template = named === undefined ? undefined : templateById(named, bundled());
    if (example) {
      const ledger = exampleLedger(year);
      return rowsOfLedger(ledger, templateOf(ledger));
    }
    const agency = { name, level: 'unit' as const, ...(code ? { code } : {}) };
    const region = template?.region?.padEnd(6, '0');
    const place = region === undefined ? undefined : { code: region, name: lookup('region', region)?.name ?? '' };
    const ledger = blankLedger(agency, year, place, template);
    return rowsOfLedger(ledger, template ?? templateOf(ledger));
  },
  export: importedExport,
  held: ({ content }) => rowsOfHeld(content, bundled()),
  ledger: ({ rows }) => readLedgerSheets(sheetsOfRows(rows), bundled()).ledger,
  told: ({ rows, before, after }) => {
    const { ledger } = parseLedger(after);
    if (!ledger) throw new Error('no ledger');
    return toldRows(rows, before, ledger, bundled());
  },
  after: ({ content }) => rowsAfter(content),
  merge: ({ base, mine, theirs }) => mergeRows(base, mine, theirs),
  prepare: ({ rows }) => preparedRows(rows, bundled()),
  rows: ({ sheets }) => {
    const { rows, faults } = rowsOfSheets(sheets);
    return { rows, faults: faults.map(({ message }) => message) };
  },
};

function importedExport({ rows, sheets, mapping, agency }: Questions['export']['asks']): ImportedExport {
  const { ledger } = readLedgerSheets(sheetsOfRows(rows), bundled());
  if (!ledger) throw new Error('no ledger');
  const found = importSheets(sheets, withMapping(learned(mapping).mapping), agency);
  const made = refreshed(ledger, found);
  const { money, purchases, names } = SHEETS_OF_EXPORT;
  const taken = [
    ...(found.basic.length + found.projects.length > 0 ? money : []),
    ...(found.procurement.length > 0 ? purchases : []),
    ...(Object.keys(found.names).length > 0 ? names : []),
  ];
  const after = rowsOfLedger(made, templateOf(made));
  return {
    // What an export does not speak of stays as it is written, whether it can be read or not.
    rows: bySheet(({ id }) => (taken.includes(id) ? after[id] : rows[id])),
    notes: found.notes.map(({ message, origin: { sheet, address } }) =>
      [sheet, address, message].filter(Boolean).join(' '),
    ),
    open: found.open,
    agencies: [...found.agencies],
    count: found.rows,
    sums: found.sums,
    fen: found.fen,
  };
}

/** The sheets that an export's lines, purchases and names of codes go into. */
const SHEETS_OF_EXPORT: Readonly<Record<'money' | 'purchases' | 'names', readonly SheetId[]>> = {
  money: ['revenue', 'basic', 'projects', 'project-lines', 'targets'],
  purchases: ['procurement'],
  names: ['names'],
};

function rowsAfter(content: unknown): SheetRows | undefined {
  const { ledger } = readHeld(content, bundled());
  const template = ledger && templateOf(ledger);
  if (!template) return undefined;
  const next = nextYear(ledger, discloseLedger(ledger, template, bundled()).disclosure, bundled());
  return rowsOfLedger(next, templateOf(next));
}

interface Asked<Q extends Question = Question> {
  readonly number: number;
  readonly question: Q;
  readonly asks: Questions[Q]['asks'];
}

addEventListener('message', ({ data: { number, question, asks } }: MessageEvent<Asked>) => {
  try {
    postMessage({ number, answer: (ANSWERS[question] as (asks: unknown) => unknown)(asks) });
  } catch (error) {
    postMessage({ number, failure: error instanceof Error ? error.message : String(error) });
  }
});
