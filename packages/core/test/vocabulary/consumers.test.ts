/** Every wording of a concept is known to all that speak of it: lines, headers, nouns, figures of the tables, names. */
import { describe, expect, it } from 'vitest';
import type { Disclosure } from '../../src/disclosure.ts';
import { lineRole } from '../../src/equations/line-roles.ts';
import { columnName } from '../../src/equations/names.ts';
import { figure } from '../../src/figures/index.ts';
import { FORMS, headerKey } from '../../src/forms/index.ts';
import { type CellField, cellFields, type Fields, rowsFields } from '../../src/kinds/field.ts';
import { KINDS } from '../../src/kinds/index.ts';
import { addressOf } from '../../src/model/quantity.ts';
import { nounKey } from '../../src/text/fold.ts';
import {
  CONCEPTS,
  type Concept,
  columnIdOf,
  columnsOfHeader,
  conceptById,
  conceptOfLine,
  conceptOfNoun,
  FUND_IDS,
  linesOf,
  nounsOf,
  SOURCE_IDS,
  textsOf,
} from '../../src/vocabulary/index.ts';
import { RECORD_CONCEPTS } from '../../src/vocabulary/records.ts';
import { lexicon } from '../../src/words/lexicon.ts';

const wordingsOf = ({ wordings }: Concept): readonly string[] => wordings.flatMap(textsOf);
const concepts = CONCEPTS.filter((concept) => wordingsOf(concept).length > 0).map(
  (concept) => [concept.id, concept] as const,
);

/** Statements with a column of the concept; what record tables call `project` is a name. */
const formsOf = (concept: Concept) =>
  FORMS.filter(
    ({ id, rows, columns }) =>
      rows !== 'records' &&
      (concept.forms === undefined || concept.forms.includes(id)) &&
      columns.some((column) => column.id === columnIdOf(concept)),
  );

describe.each(concepts)('every wording of %s', (id, concept) => {
  const texts = wordingsOf(concept);

  it.runIf(concept.linesOf)('is known as a line', () =>
    expect(texts.filter((text) => conceptOfLine(concept.linesOf!, text)?.id !== id)).toEqual([]),
  );

  it.runIf(formsOf(concept).length > 0)('is known as a header of each form that prints it', () => {
    for (const form of formsOf(concept)) {
      const unknown = texts.filter(
        (text) => !columnsOfHeader(form.columns, [headerKey(text)]).includes(columnIdOf(concept)),
      );
      expect([form.id, unknown]).toEqual([form.id, []]);
    }
  });

  it('is known as a noun of sentences', () => {
    expect(texts.filter((text) => conceptOfNoun(text) === undefined)).toEqual([]);
    expect(texts.filter((text) => !lexicon().has(nounKey(text)))).toEqual([]);
  });
});

const AMOUNT = { fen: 12_300, text: '1.23', origin: {} };

/** A disclosure whose balance has one line of that name. */
const withLine = (side: 'revenue' | 'expenditure', label: string): Disclosure =>
  ({
    agency: { name: '某局' },
    stage: 'budget',
    statements: [
      {
        form: 'balance',
        title: '收支总表',
        unit: '万元',
        columns: ['amount'],
        rows: [{ key: label, label, side, cells: { amount: AMOUNT }, origin: {} }],
        origin: {},
      },
    ],
    tables: [],
    explanation: [],
    performance: [],
    dutyPerformance: [],
    procurement: [],
    assets: [],
    organization: [],
  }) as unknown as Disclosure;

/** What the words call the figure of a balance line. */
const QUANTITIES: Readonly<Record<string, string>> = {
  'revenue-total': 'balance[收入总计]',
  'year-revenue': 'balance[本年收入合计]',
  'expenditure-total': 'balance[支出总计]',
  'year-expenditure': 'balance[本年支出合计]',
  'non-appropriation-surplus': 'balance[使用非财政拨款结余]',
  'surplus-distribution': 'balance[结余分配]',
  'year-end': 'balance[年末结转和结余]',
  ...Object.fromEntries(
    ['appropriation', ...SOURCE_IDS, 'unit-funds', 'carryover'].map((id) => [id, `revenue[total].${id}`]),
  ),
};

it.each(Object.entries(QUANTITIES))('the words find the line of %s under every wording of it', (id, quantity) => {
  const concept = conceptById(id);
  const side = concept.linesOf as 'revenue' | 'expenditure';
  const labels = [...concept.wordings, ...(concept.printed ?? [])].flatMap(textsOf);
  expect(
    labels.filter((label) => figure(withLine(side, label), addressOf(quantity)).figure?.fen !== AMOUNT.fen),
  ).toEqual([]);
});

it.each([...linesOf('revenue'), ...linesOf('expenditure')].map((concept) => [concept.id, concept] as const))(
  'the role of %s is the one that equations name',
  (_, concept) => {
    for (const text of wordingsOf(concept)) expect(lineRole(concept.linesOf as 'revenue', text)).toBe(concept.role);
  },
);

it.each(FUND_IDS)('%s is called by its own name', (id) => {
  expect(columnName(id, 'revenue')).toBe(conceptById(id).name);
  expect(nounsOf(conceptById(`${id}-expenditure`))[0]).toContain(conceptById(id).name);
});

// Wordings that were known to one consumer only, before all took them from here.
it.each([
  ['revenue', '政府性基金预算拨款收入', 'government-fund'],
  ['revenue', '政府性基金预算资金', 'government-fund'],
  ['revenue', '国有资本经营预算拨款收入', 'state-capital'],
  ['revenue', '单位经营收入', 'business'],
  ['revenue', '财政专户拨款收入', 'special-account'],
  ['expenditure', '对下级单位补助支出', 'affiliate-subsidy'],
  ['three-publics', '公务接待费用', 'hospitality'],
  ['three-publics', '因公出国（境）费支出', 'overseas'],
] as const)('%s: the header %s is %s', (id, header, column) => {
  const form = FORMS.find((each) => each.id === id)!;
  expect(columnsOfHeader(form.columns, [headerKey(header)])[0]).toBe(column);
});

it.each([
  [['本年收入', '小计'], 'subtotal'],
  [['小计'], 'subtotal'],
  [['事业收入', '教育收费'], 'institutional-fees'],
  [['合计'], 'total'],
] as const)('under an upper header %j is %s', (path, column) => {
  const form = FORMS.find(({ id }) => id === 'revenue')!;
  expect(columnsOfHeader(form.columns, path)[0]).toBe(column);
});

/** Fields of all kinds of tables, those of their grids among them. */
const fieldsOf = (fields: Fields): readonly CellField[] => [
  ...cellFields(fields).map(([, field]) => field),
  ...rowsFields(fields).flatMap(([, group]) => fieldsOf(group.fields)),
];

it.each(RECORD_CONCEPTS.map((concept) => [concept.name, concept] as const))(
  'every header of %s is known to each kind of table that has such a column',
  (name, { headers = [] }) => {
    const fields = KINDS.flatMap((kind) => fieldsOf(kind.fields)).filter((field) => field.name === name);
    expect(fields.length).toBeGreaterThan(0);
    for (const field of fields) expect(field.headers).toEqual(expect.arrayContaining([...headers]));
  },
);
