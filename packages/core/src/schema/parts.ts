/** The parts that both outputs share: where a figure stands, and which forms there are. */

import type { FormId, Origin, Problem, StatementFormId, TableFormId } from '../disclosure.ts';
import { STATEMENTS } from '../forms/index.ts';
import { KINDS } from '../kinds/index.ts';
import { MONEY_UNITS } from '../money.ts';
import { count, described, list, object, oneOf, ref, type Schema, text, word } from './schema.ts';

export const STATEMENT_FORM_IDS: readonly StatementFormId[] = STATEMENTS.map(({ id }) => id);
export const TABLE_FORM_IDS: readonly TableFormId[] = KINDS.map(({ id }) => id);
export const FORM_IDS: readonly FormId[] = [...STATEMENT_FORM_IDS, ...TABLE_FORM_IDS];

export const origin: Schema = described(
  'Where it stands in its file (`source`, where that is another than the document’s): page and box in points from the page’s top left, or sheet and address, or line.',
  object<Origin>(
    {},
    {
      source: text,
      page: count,
      box: list({ type: 'number' }, { minItems: 4, maxItems: 4 }),
      sheet: text,
      address: text,
      line: count,
    },
  ),
);

export const formId: Schema = oneOf(...FORM_IDS);
export const moneyUnit: Schema = oneOf(...MONEY_UNITS);

export const problem: Schema = described(
  'What could not be read or was not understood: a stable code and one Chinese sentence.',
  object<Problem>({ code: word, message: word }, { origin: ref('origin') }),
);
