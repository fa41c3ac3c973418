/** 固定资产 and vehicles: the total of the asset table, and what sentences say of them. */
import type { Concept } from './concept.ts';

const BASIS = '《行政事业性国有资产管理条例》；固定资产占用情况表编制口径';

export const ASSET_CONCEPTS: readonly Concept[] = [
  {
    id: 'assets',
    name: '固定资产价值',
    english: 'Fixed assets',
    role: '资产总额',
    wordings: ['固定资产[<金额|总额|总值|合计|总计>]', '资产<总额|总值|合计|总计>'],
    labels: ['<总额|合计|总计>', '…资产<总额|总值|合计|总计>'],
    nouns: ['国有资产总额', '上年末固定资产金额', '上年末固定资产[总额]', '年末固定资产金额', '上年末资产总额'],
    linesOf: 'assets',
    basis: BASIS,
  },
  {
    id: 'asset-purchase',
    name: '拟购置固定资产',
    english: 'Planned purchases of fixed assets',
    wordings: [],
    nouns: [
      '本年度拟购置固定资产总额',
      '拟购置固定资产<总额|金额>',
      '本年度各单位拟购置固定资产总额',
      '计划购置固定资产总额',
    ],
    basis: BASIS,
  },
  {
    id: 'original-value',
    name: '资产原值',
    english: 'Original value of assets',
    wordings: [],
    nouns: ['[<固定|国有>]资产原值', '[<固定|国有>]资产<账面原值|原值合计|原值总额|账面价值|净值>'],
    basis: BASIS,
  },
  {
    id: 'value',
    name: '价值',
    english: 'Value',
    wordings: [],
    headers: ['价值…', '金额…', '<账面|资产>价值', '资产金额', '[账面]原值…', '资产原值…'],
  },
];
