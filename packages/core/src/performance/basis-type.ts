/** On what a target value rests: the types of 指标值确定依据, and the document that it cites. */
import { foldWidth } from '../text/fold.ts';

export type BasisType =
  | 'plan'
  | 'earlier-years'
  | 'standard'
  | 'document'
  | 'contract'
  | 'budget'
  | 'survey'
  | 'market'
  | 'practice'
  | 'unknown';

export interface IndicatorBasis {
  readonly types: readonly BasisType[];
  /** 石财规〔2019〕5号, as printed; absent where none is named. */
  readonly citation?: string;
  readonly text: string;
}

const CITATION = /(?:《[^》]+》)?[\u4e00-\u9fff]{0,12}[[(〔【]\d{4}[\])〕】]第?\d+号|《[^》]+》/;

const TYPES: readonly (readonly [BasisType, RegExp])[] = [
  ['survey', /问卷|调查|测评|回访/],
  ['contract', /合同|协议|保险单|招标|中标/],
  ['budget', /预算|指标文/],
  ['standard', /标准|规范|定额|规程/],
  ['earlier-years', /历年|往年|以前年度|历史|上年|前年度数据|近.年/],
  ['document', /文件|通知|办法|规定|条例|方案|意见|批复/],
  ['plan', /计划|规划|安排|部署/],
  ['market', /市场|询价|报价/],
  ['practice', /实际|现状|需求|需要|要求|经验/],
];

/** What a printed basis says; several types where several are named, `unknown` where none is known. */
export function basisOf(text: string): IndicatorBasis {
  const plain = foldWidth(text);
  const citation = CITATION.exec(plain)?.[0];
  const named = TYPES.filter(([, pattern]) => pattern.test(plain)).map(([type]) => type);
  const types = citation && !named.includes('document') ? [...named, 'document' as const] : named;
  return { types: types.length > 0 ? types : ['unknown'], ...(citation ? { citation } : {}), text };
}
