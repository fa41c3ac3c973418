/** What an indicator's name says that it measures: decided by how the name ends. */
import { memo } from '../memo.ts';
import { foldWidth } from '../text/fold.ts';
import { unitKind } from './units.ts';

export type Measure = 'rate' | 'satisfaction' | 'count' | 'time' | 'money' | 'unknown';

const ENDINGS: readonly (readonly [measure: Measure, pattern: RegExp])[] = [
  ['unknown', /(?:频率|速率|功率|汇率|利率|税率|分辨率|心率|费率|倍率|容积率|时效率|免费|消费|积分|成效|效率)$/],
  // How much of the time something runs is told in hours or as a share of them.
  ['unknown', /(?:无故障|正常|稳定|在线|可用)(?:运行|工作|服务)?(?:时间|时长)$/],
  ['satisfaction', /(?:满意度|满意程度|满意率|好评率)(?:指标)?$/],
  ['rate', /(?:[^\s]率|比例|比率|百分比|占比|之比|比重|增幅|降幅|增速)$/],
  [
    'count',
    /(?:数量|次数|人数|份数|场次|人次|件数|户数|套数|个数|台数|册数|篇数|家数|条数|批次|辆数|单位数|企业数|部门数|项目数|稿件数|页数|种类数|场数|期数|间数)$/,
  ],
  ['time', /(?:时间|时限|期限|年限|时长|天数|周期|月数|有效期)$/],
  ['money', /(?:成本|费用|总价|单价|经费|金额|造价|价格|控制数|总额|总费用|维护费|服务费|费)$/],
];

/** `(%)`, `（个）` and the like at a name's end. */
const BRACKETS = /[(（][^()（）]*[)）]\s*$/;

/** 指标3：满意度 → 满意度: forms number the indicators under each level. */
export const withoutOrdinal = (name: string): string => name.replace(/^指标\s*\d{0,2}\s*[:：]\s*/, '');

/** An indicator's name as compared: half width, without spaces, its number, a bracket at its end, or a stop. */
export const bareName: (name: string) => string = memo((name) =>
  withoutOrdinal(foldWidth(name))
    .replace(BRACKETS, '')
    .replace(/[、，,。.;；:：]+$/, ''),
);

/** What an indicator of this name measures; `unknown` where its ending does not tell. */
export function measureOf(name: string): Measure {
  const bare = bareName(name);
  return ENDINGS.find(([, pattern]) => pattern.test(bare))?.[0] ?? 'unknown';
}

/** Whether a description speaks of a share: 占…的比率, A÷B×100%. */
export function isShare(description: string): boolean {
  const bare = bareName(description);
  return /占|比例|比率|百分比|率(?:$|[=＝])|÷|\/.*100%|程度$/.test(bare);
}

const NAMED_UNIT = /[(（]([^()（）]{1,6})[)）]\s*$/;
/** 件次/年: what stands before the stroke is counted, whatever it is. */
const RATED_UNIT = /^[\u4e00-\u9fff]{1,3}\/[\u4e00-\u9fff]{1,2}$/;

/** The unit that an indicator's name carries at its end, for values without one: 文件印制达标率（%） → `%`; undefined where it is no unit. */
export function unitInName(name: string): string | undefined {
  const unit = NAMED_UNIT.exec(foldWidth(name))?.[1];
  const kind = unitKind(unit);
  return kind === 'none' || (kind === 'other' && !RATED_UNIT.test(unit!)) ? undefined : unit;
}
