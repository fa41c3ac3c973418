/** Where a department's money comes from beside the funds of the budget: the columns of 收入总表 and the lines of 收支总表. */
import type { Concept } from './concept.ts';
import { FUND_IDS } from './funds.ts';

const FORMS = '财预〔2016〕143号所附表样：收入总表';

/** Where money comes from: the funds of the budget, then the other sources in the order of 收入总表. */
export const SOURCE_IDS = [
  ...FUND_IDS,
  ...(['special-account', 'institutional', 'business', 'superior-subsidy', 'affiliate-payment', 'other'] as const),
] as const;

export type SourceId = (typeof SOURCE_IDS)[number];

export const APPROPRIATION: Concept = {
  id: 'appropriation',
  name: '财政拨款收入',
  english: 'Appropriations',
  role: '财政拨款收入',
  wordings: ['[本年]财政拨款[预算][收入]', '财政拨款收入预算'],
  printed: ['财政拨款(补助)[收入]'],
  headers: ['财政拨款收入/小计'],
  nouns: ['财政拨款收入'],
  linesOf: 'revenue',
  divisions: [{ parts: FUND_IDS, required: ['general-public'] }],
  basis: FORMS,
};

export const SOURCE_CONCEPTS: readonly Concept[] = [
  {
    id: 'special-account',
    name: '财政专户收入',
    english: 'Special fiscal account',
    role: '财政专户',
    wordings: ['财政专户<管理资金|核拨|拨款|资金>[收入]', '财政专户收入', '财政专户管理资金预算'],
    printed: ['财政专户', '财政专户管理[的]<收入|支出>', '专户资金', '专户管理的教育收费', '教育收费'],
    labels: ['…<财政专户|教育收费>…'],
    nouns: ['财政专户管理资金收入'],
    source: '财政专户管理资金',
    linesOf: 'revenue',
    basis: FORMS,
  },
  {
    id: 'superior-subsidy',
    name: '上级补助收入',
    english: 'Subsidies from above',
    role: '上级补助',
    wordings: ['上级[单位]补助[预算]收入', '上级补助'],
    labels: ['…上级[单位]补助…'],
    linesOf: 'revenue',
    basis: FORMS,
  },
  {
    id: 'affiliate-payment',
    name: '附属单位上缴收入',
    english: 'Payments of affiliates',
    role: '附属单位上缴',
    wordings: ['附属单位<上缴|缴款>[[预算]收入]'],
    labels: ['…附属单位<上缴|缴款>…'],
    linesOf: 'revenue',
    basis: FORMS,
  },
  {
    id: 'business',
    name: '经营收入',
    shortName: '经营',
    english: 'Business',
    role: '经营收入',
    forms: ['revenue'],
    wordings: ['[<事业单位|单位>]经营[预算]收入[预算]'],
    labels: ['…经营[预算]收入…'],
    nouns: ['事业单位经营收入'],
    source: '事业单位经营收入',
    linesOf: 'revenue',
    basis: FORMS,
  },
  {
    id: 'institutional',
    name: '事业收入',
    english: 'Institutional income',
    role: '事业收入',
    wordings: ['事业[单位][预算]收入[预算]'],
    labels: ['事业[单位][预算]收入…'],
    headers: ['事业收入/金额', '事业收入/小计', '事业收入/合计'],
    linesOf: 'revenue',
    basis: FORMS,
  },
  {
    id: 'institutional-fees',
    name: '教育收费',
    english: 'of which tuition fees',
    wordings: [],
    headers: ['事业收入/教育收费'],
    basis: FORMS,
  },
  {
    id: 'other',
    name: '其他收入',
    english: 'Other income',
    role: '其他收入',
    wordings: ['其他[<来源|预算>]收入[预算]', '其它收入'],
    printed: ['其他资金'],
    labels: ['其他[预算]收入…'],
    headers: ['其他'],
    linesOf: 'revenue',
    basis: FORMS,
  },
  {
    id: 'unit-funds',
    name: '单位资金',
    english: 'Own funds',
    wordings: ['单位[自有]资金[收入]'],
    nouns: ['单位资金收入'],
    linesOf: 'revenue',
  },
];

/** What a list of sources calls one: 一般公共预算拨款, 财政专户管理资金, 事业收入. */
export function sourceName({ source, name }: Concept): string {
  return source ?? name;
}
