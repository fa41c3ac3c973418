/** 政府采购: its columns, and what sentences say of it. */
import type { Concept } from './concept.ts';

const BASIS = '《政府采购法》第二条；政府采购品目分类目录 A 货物、B 工程、C 服务';

const kind = (id: string, name: string, english: string): Concept => ({
  id,
  name: `政府采购${name}`,
  english,
  wordings: [],
  nouns: [
    `政府采购${name}预算`,
    `政府采购${name}<支出|金额|类预算|>`,
    `${name}<采购金额|类采购预算|采购预算|预算|支出|类|类采购|类采购支出|类项目|项目|>`,
    `采购${name}<预算|支出>`,
    `拟采购${name}[支出]`,
  ],
  basis: BASIS,
});

export const PROCUREMENT_CONCEPTS: readonly Concept[] = [
  {
    id: 'procurement',
    name: '政府采购预算',
    english: 'Procurement budget',
    wordings: [],
    headers: ['政府采购<项目|预算|资金|金额|支出>', '政府采购/小计', '政府采购/合计'],
    nouns: [
      '政府采购预算',
      '政府采购<项目|支出|支出总额|预算总额|金额|支出预算|预算支出|金额（以合同签订为准）|支出金额|预算金额|支出合计|支出预算总额|预算支出总额|>',
    ],
    divisions: [{ parts: ['goods', 'works', 'services'] }],
    basis: BASIS,
  },
  kind('goods', '货物', 'Goods'),
  kind('works', '工程', 'Works'),
  kind('services', '服务', 'Services'),
  {
    id: 'sme',
    name: '中小微企业份额',
    english: 'Share of small and medium enterprises',
    wordings: [],
    headers: ['中小微企业份额', '…预留[给]中小[微]企业…', '…面向中小[微]企业…'],
    nouns: [
      '面向中小企业预留政府采购项目预算金额',
      '面向中小企业预留的政府采购项目预算金额',
      '预留面向中小企业采购的项目预算金额',
      '面向中小微企业预留政府采购项目预算金额',
      '面向中小企业采购预算金额',
      '预留中小微企业份额',
      '[政府采购]授予中小企业合同金额',
      '面向中小企业采购金额',
      '面向中小[微]企业预留[项目][采购][<份额|金额|资金>]',
    ],
    basis: '《政府采购促进中小企业发展管理办法》（财库〔2020〕46号）',
  },
  {
    id: 'small-micro',
    name: '小微企业份额',
    english: 'Share of small and micro enterprises',
    wordings: [],
    headers: ['小微企业份额', '…<小微|小型>…企业…'],
    nouns: [
      '预留给小型和微型企业的政府采购项目预算',
      '面向小微企业预留政府采购项目预算金额',
      '预留给小微企业的政府采购项目预算',
      '面向小微企业预留[项目][采购]份额',
      '[其中]授予小微企业合同金额',
    ],
    basis: '《政府采购促进中小企业发展管理办法》（财库〔2020〕46号）',
  },
  { id: 'grand-total', name: '总计', english: 'Grand total', wordings: [], headers: ['总计'] },
  { id: 'project-funds', name: '项目预算资金', english: 'Funds of the project', wordings: [] },
  { id: 'unit-price', name: '单价', english: 'Unit price', wordings: [], headers: ['[采购]单价'] },
  {
    id: 'appropriation-carryover',
    name: '财政拨款结转',
    english: 'Appropriations brought forward',
    wordings: [],
    headers: ['财政拨款结转[结余]', '上年结转'],
  },
  {
    id: 'other-carryover',
    name: '非财政拨款结转结余',
    english: 'Other funds brought forward',
    wordings: [],
    headers: ['非财政拨款[结转]结余'],
  },
  {
    id: 'other-funds',
    name: '其他渠道资金',
    english: 'Other funds',
    wordings: [],
    headers: ['其他渠道资金', '其他资金', '其他'],
  },
];
