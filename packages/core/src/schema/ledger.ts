/** What a ledger is: ledger/ledger.ts takes its types from it. */
import { z } from 'zod';
import { AREA_IDS, type AreaId } from '../ledger/answers.ts';
import { GUESSES } from '../ledger/guess.ts';
import { STAGES } from '../model/document-kinds.ts';
import { SOURCE_IDS } from '../vocabulary/index.ts';
import { count, fen, list, type Naming, oneOf, record, text, word, yearNumber } from './define.ts';

const money = count.describe('Integer fen (分, 0.01 元), not negative.');

/** The parts of a ledger by their names. */
export type LedgerParts = ReturnType<typeof defineLedgerParts>;

/** A unit's ledger of one year. */
export const defineLedger = (named: Naming) => defineLedgerParts(named).ledger;

/** The same with its parts, which others are made of too. */
export function defineLedgerParts(named: Naming) {
  const lines = defineLines(named);
  const { revenueLine, spendingLine, basicLine, otherLine, indicatorLine, unconfirmed } = lines;
  const project = named(
    'project',
    z.strictObject({
      code: word.optional(),
      name: word,
      category: z.enum(['personnel', 'operation', 'specific']).optional(),
      lines: list(spendingLine),
      later: list(z.strictObject({ year: yearNumber, fen: money }))
        .optional()
        .describe('What it costs in the years after the budget year.'),
      basis: text.optional(),
      goal: text.optional(),
      indicators: list(indicatorLine),
    }),
  );
  const procurementItem = named(
    'procurementItem',
    z.strictObject({
      project: word
        .optional()
        .describe('Code of the project that pays, or its name where it has none; absent where 公用经费 does.'),
      item: word,
      code: word.optional().describe('Code of the procurement catalogue: A02010104.'),
      unit: text.optional(),
      quantity: word.optional().describe('Decimal text as a person writes it: 12, 1.5; absent where nobody knows it.'),
      unitPrice: money.optional(),
      amounts: list(revenueLine),
      sme: money.optional().describe('Reserved for small and medium enterprises.'),
    }),
  );
  const assetLine = named(
    'assetLine',
    z.strictObject({
      label: word,
      partOf: word.optional(),
      quantity: text.optional(),
      value: money.optional(),
      unconfirmed: unconfirmed.optional(),
    }),
  );
  const organizationLine = named(
    'organizationLine',
    z.strictObject({ unit: word, nature: text.optional(), rank: text.optional(), funding: text.optional() }),
  );
  const texts = named(
    'texts',
    z.strictObject({
      duties: list(text),
      reasons: record(text).describe(
        'Why a figure changed, by quantity; with `:initial`, why final accounts differ from the budget of the beginning of the year.',
      ),
      purposes: record(text).optional().describe('What a functional item is spent on, by its code.'),
      sections: record(list(text))
        .optional()
        .describe('Whole paragraphs for a section, by its key; by its title they are added at its end.'),
      instead: record(list(text))
        .optional()
        .describe(
          'In the place of a section’s own words, by its title; 标题#2: of its second paragraph; 标题#2.3: of its third sentence.',
        ),
      glossary: list(z.strictObject({ term: word, text })).optional(),
    }),
  );
  const answers = z.strictObject(
    Object.fromEntries(AREA_IDS.map((id) => [id, answer])) as Readonly<Record<AreaId, typeof answer>>,
  );
  const ledger = z.strictObject({
    agency: z.strictObject({ code: word.optional(), name: word, level: z.enum(['department', 'unit']) }),
    region: z.strictObject({ code: word, name: text }).optional(),
    year: yearNumber,
    stage: oneOf(STAGES).optional().describe('决算 where it is not a budget.'),
    template: word.optional().describe('The template that it is compiled by where no other is asked for.'),
    moneyUnit: z.enum(['元', '万元']).optional().describe('The unit of its workbook; amounts here are fen.'),
    nature: z.enum(['administrative', 'civil-service-managed', 'institution']),
    answers: answers
      .optional()
      .describe(
        'Areas that a person answered: none, there is nothing of it; an area without content and answer is unknown.',
      ),
    agencyOperating: money
      .optional()
      .describe(
        '机关运行经费 where it is not all operating expenditure or none of it: a department whose units are of several natures.',
      ),
    names: record(word).optional().describe('Names of codes that the official lists do not have.'),
    revenue: list(revenueLine),
    basic: list(basicLine),
    projects: list(project),
    overall: z.strictObject({ goal: text.optional(), indicators: list(indicatorLine) }).optional(),
    other: list(otherLine),
    distributed: list(spendingLine).optional().describe('结余分配 of final accounts, by functional item and source.'),
    left: list(spendingLine).describe('年终结转结余 by functional item and source.'),
    procurement: list(procurementItem),
    assets: list(assetLine),
    organization: list(organizationLine),
    counts: record(count).describe('Staff by kind, cars by use and the like, by name.'),
    amounts: record(money)
      .optional()
      .describe(
        'Of accounts, what no line gives and words tell: `procurement[total]`, `hospitality[foreign]`, `performance[evaluated-funds]`.',
      ),
    lastYear: record(fen).describe(
      'Last year’s figures by quantity: `balance[收入总计]`, `three-publics[total]`; with `:executed` what was executed of last year’s budget, with `:initial` and `:adjusted` the budget of the beginning and of the whole year of final accounts.',
    ),
    texts,
  });
  return { ...lines, project, procurementItem, assetLine, organizationLine, texts, ledger };
}

const answer = z.enum(['some', 'none']).optional();

function defineLines(named: Naming) {
  const fund = named(
    'fund',
    oneOf([...SOURCE_IDS, 'non-appropriation-surplus']).describe(
      'Where the money comes from: the columns of 收入总表, and 使用非财政拨款结余.',
    ),
  );
  const carried = z.boolean().optional();
  const unconfirmed = named(
    'unconfirmed',
    z
      .strictObject({ how: oneOf(GUESSES), fen: money })
      .describe(
        'Not stated by anyone: taken over from last year or worked out from sums, until `fen` is another or the mark is taken away.',
      ),
  );
  const revenueLine = named(
    'revenueLine',
    z
      .strictObject({ fund, fen: money, carried, unconfirmed: unconfirmed.optional() })
      .describe('What a source brings in the year; carried: left over from last year (上年结转).'),
  );
  const spending = z.strictObject({
    fund,
    carried,
    item: word,
    economic: word.optional(),
    fen: money,
    academic: z
      .boolean()
      .optional()
      .describe('Overseas travel of teaching and research staff, told apart from other overseas travel.'),
    unconfirmed: unconfirmed.optional(),
  });
  return {
    unconfirmed,
    revenueLine,
    spendingLine: named(
      'spendingLine',
      spending.describe(
        'Money for a functional item (项, seven digits) and a departmental economic section (款, five digits).',
      ),
    ),
    basicLine: named('basicLine', spending.extend({ nature: z.enum(['personnel', 'operating']) })),
    otherLine: named(
      'otherLine',
      spending
        .extend({ kind: z.enum(['business', 'remittance', 'affiliate-subsidy']) })
        .describe('Expenditure beside basic and project: 经营支出, 上缴上级支出, 对附属单位补助支出.'),
    ),
    indicatorLine: named(
      'indicatorLine',
      z.strictObject({
        level1: text,
        level2: text,
        level3: text,
        description: text.optional(),
        target: text,
        basis: text.optional(),
        office: text.optional().describe('责任处室: the office that answers for it.'),
      }),
    ),
  };
}
