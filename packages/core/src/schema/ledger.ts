/** JSON Schema of a ledger; the TypeScript twin is ledger/ledger.ts. */
import type { Agency, Region } from '../disclosure.ts';
import { AREA_IDS } from '../ledger/areas.ts';
import {
  type AssetLine,
  type BasicLine,
  FUNDS,
  type IndicatorLine,
  type Ledger,
  type LedgerTexts,
  type OrganizationLine,
  type OtherLine,
  type ProcurementItem,
  type Project,
  type RevenueLine,
  type SpendingLine,
} from '../ledger/ledger.ts';
import { GUESSES, type Unconfirmed } from '../ledger/unconfirmed.ts';
import { count, DRAFT, described, fen, list, object, oneOf, record, ref, type Schema, text, word } from './schema.ts';

const boolean: Schema = { type: 'boolean' };
const money: Schema = { ...count, description: 'Integer fen (分, 0.01 元), not negative.' };
const yearNumber: Schema = { type: 'integer', minimum: 1949, maximum: 2999 };

const fund = described('Where the money comes from: the columns of 收入总表.', oneOf(...FUNDS));

const revenueLine = described(
  'What a source brings in the year; carried: left over from last year (上年结转).',
  object<RevenueLine>({ fund: ref('fund'), fen: money }, { carried: boolean, unconfirmed: ref('unconfirmed') }),
);

const unconfirmed = described(
  'Not stated by anyone: taken over from last year or worked out from sums, until `fen` is another or the mark is taken away.',
  object<Unconfirmed>({ how: oneOf(...GUESSES), fen: money }, {}),
);

const spendingOptional = { carried: boolean, economic: word, academic: boolean, unconfirmed: ref('unconfirmed') };

const spendingLine = described(
  'Money for a functional item (项, seven digits) and a departmental economic section (款, five digits).',
  object<SpendingLine>({ fund: ref('fund'), item: word, fen: money }, spendingOptional),
);

const basicLine = object<BasicLine>(
  { fund: ref('fund'), item: word, fen: money, nature: oneOf('personnel', 'operating') },
  spendingOptional,
);

const otherLine = described(
  'Expenditure beside basic and project: 经营支出, 上缴上级支出, 对附属单位补助支出.',
  object<OtherLine>(
    { fund: ref('fund'), item: word, fen: money, kind: oneOf('business', 'remittance', 'affiliate-subsidy') },
    spendingOptional,
  ),
);

const indicatorLine = object<IndicatorLine>(
  { level1: text, level2: text, level3: text, target: text },
  { description: text, basis: text },
);

const project = object<Project>(
  { name: word, lines: list(ref('spendingLine')), indicators: list(ref('indicatorLine')) },
  {
    code: word,
    category: oneOf('personnel', 'operation', 'specific'),
    later: list(object<{ year: number; fen: number }>({ year: yearNumber, fen: money }, {})),
    basis: text,
    goal: text,
  },
);

const procurementItem = object<ProcurementItem>(
  {
    item: word,
    quantity: described('Decimal text as a person writes it: 12, 1.5.', word),
    unitPrice: money,
    amounts: list(ref('revenueLine')),
  },
  { project: word, code: word, unit: text, sme: money },
);

const assetLine = object<AssetLine>(
  { label: word },
  { partOf: word, quantity: text, value: money, unconfirmed: ref('unconfirmed') },
);

const organizationLine = object<OrganizationLine>({ unit: word }, { nature: text, rank: text, funding: text });

const texts = object<LedgerTexts>(
  { duties: list(text), reasons: record(text) },
  {
    purposes: record(text),
    sections: record(list(text)),
    instead: described(
      'In the place of a section’s own words, by its title; 标题#2: of its second paragraph.',
      record(list(text)),
    ),
    glossary: list(object<{ term: string; text: string }>({ term: word, text }, {})),
  },
);

export const ledgerSchema: Schema = {
  $schema: DRAFT,
  $id: 'urn:mingsuan:schema:ledger',
  title: '预算台账: what a unit compiles its disclosure from',
  ...object<Ledger>(
    {
      agency: object<Agency>({ name: word, level: oneOf('department', 'unit') }, { code: word }),
      year: yearNumber,
      nature: oneOf('administrative', 'civil-service-managed', 'institution'),
      revenue: list(ref('revenueLine')),
      basic: list(ref('basicLine')),
      projects: list(ref('project')),
      other: list(ref('otherLine')),
      left: described('年终结转结余 by functional item and source.', list(ref('spendingLine'))),
      procurement: list(ref('procurementItem')),
      assets: list(ref('assetLine')),
      organization: list(ref('organizationLine')),
      counts: described('Staff by kind, cars by use and the like, by name.', record(count)),
      lastYear: described('Last year’s figures by quantity: `balance[收入总计]`, `three-publics[total]`.', record(fen)),
      texts: ref('texts'),
    },
    {
      region: object<Region>({ code: word, name: text }, {}),
      answers: described(
        'Areas that a person answered: none, there is nothing of it; an area without content and answer is unknown.',
        object<Record<string, never>>({}, Object.fromEntries(AREA_IDS.map((id) => [id, oneOf('some', 'none')]))),
      ),
      stage: oneOf('budget', 'final-accounts'),
      moneyUnit: described('The unit of its workbook; amounts here are fen.', oneOf('元', '万元')),
      agencyOperating: money,
      names: described('Names of codes that the official lists do not have.', record(word)),
      overall: object<NonNullable<Ledger['overall']>>({ indicators: list(ref('indicatorLine')) }, { goal: text }),
    },
  ),
  $defs: {
    unconfirmed,
    fund,
    revenueLine,
    spendingLine,
    basicLine,
    otherLine,
    indicatorLine,
    project,
    procurementItem,
    assetLine,
    organizationLine,
    texts,
  },
};
