/** A small whole ledger, amounts in 万元, that tests of single concepts vary. */
import type { Ledger } from '../../src/ledger/ledger.ts';
import type { Fen } from '../../src/money.ts';

export const wan = (amount: number): Fen => Math.round(amount * 1_000_000);

export const SMALL: Ledger = {
  agency: { code: '302001', name: '某市某局', level: 'unit' },
  region: { code: '130100', name: '石家庄市' },
  year: 2023,
  nature: 'administrative',
  revenue: [
    { fund: 'general-public', fen: wan(180) },
    { fund: 'general-public', carried: true, fen: wan(5) },
    { fund: 'institutional', fen: wan(30) },
  ],
  basic: [
    { item: '2010301', economic: '30101', nature: 'personnel', fund: 'general-public', fen: wan(100) },
    { item: '2010301', economic: '30217', nature: 'operating', fund: 'general-public', fen: wan(2) },
    { item: '2010301', economic: '30231', nature: 'operating', fund: 'general-public', fen: wan(8) },
    { item: '2080505', economic: '30108', nature: 'personnel', fund: 'general-public', fen: wan(20) },
  ],
  projects: [
    {
      name: '业务培训费',
      category: 'specific',
      lines: [
        { item: '2010302', economic: '30212', fund: 'general-public', academic: true, fen: wan(10) },
        { item: '2010302', fund: 'general-public', fen: wan(38) },
        { item: '2010302', fund: 'general-public', carried: true, fen: wan(5) },
        { item: '2010302', fund: 'institutional', fen: wan(20) },
      ],
      goal: '完成年度培训任务，提高业务能力。',
      indicators: [{ level1: '产出指标', level2: '数量指标', level3: '培训人次', target: '≥300人次' }],
    },
  ],
  other: [{ kind: 'remittance', item: '2010301', fund: 'institutional', fen: wan(7) }],
  left: [
    { item: '2010302', fund: 'institutional', fen: wan(3) },
    { item: '2010302', fund: 'general-public', fen: wan(2) },
  ],
  procurement: [
    {
      project: '业务培训费',
      item: '台式计算机',
      code: 'A02010105',
      unit: '台',
      quantity: '10',
      unitPrice: wan(0.5),
      amounts: [
        { fund: 'general-public', fen: wan(4) },
        { fund: 'general-public', carried: true, fen: wan(1) },
      ],
      sme: wan(2),
    },
  ],
  assets: [
    { label: '房屋（平方米）', quantity: '1200', value: wan(300) },
    { label: '办公用房（平方米）', partOf: '房屋（平方米）', quantity: '800', value: wan(200) },
    { label: '单价在20万元以上设备', quantity: '2', value: wan(60) },
    { label: '图书档案', value: wan(1) },
  ],
  organization: [{ unit: '某市某局', nature: '行政', rank: '正处级', funding: '财政拨款' }],
  counts: {},
  lastYear: {},
  texts: { duties: [], reasons: {} },
};
