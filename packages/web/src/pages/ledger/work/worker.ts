/** The ledger's own thread: it reads, compiles and checks while the page stays free for whoever writes. */
import { lookup } from '@mingsuan/core/classification/index';
import { bundled } from '@mingsuan/core/jurisdictions/index';
import { blankLedger } from '@mingsuan/core/ledger/blank';
import { choicesOf } from '@mingsuan/core/ledger/choices';
import { exampleLedger } from '@mingsuan/core/ledger/example';
import { reviewLedger, templateOf } from '@mingsuan/core/ledger/review';
import { contextOf, preparedRows, rowsOfLedger, rowsOfSheets } from '@mingsuan/core/ledger/sheet-texts';
import { templateById } from '@mingsuan/core/templates/index';
import { soundsOf } from '@mingsuan/core/text/sounds';
import { ownName } from '../state/choices.ts';
import type { Question, Questions } from './questions.ts';

type Answers = { readonly [Q in Question]: (asks: Questions[Q]['asks']) => Questions[Q]['answers'] };

const ANSWERS: Answers = {
  review: ({ rows }) => reviewLedger(rows),
  choices: ({ cell, year }) =>
    choicesOf(cell, contextOf({ year: year as number }, bundled())).map((text) => ({
      text,
      sound: soundsOf(ownName(text)),
    })),
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
  prepare: ({ rows }) => preparedRows(rows, bundled()),
  rows: ({ sheets }) => {
    const { rows, faults } = rowsOfSheets(sheets);
    return { rows, faults: faults.map(({ message }) => message) };
  },
};

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
