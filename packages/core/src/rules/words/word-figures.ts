/** Rules over words and figures. All of them ask one examination of a document: one mistake, one finding (precedence.ts). */
import type { Disclosure } from '../../disclosure.ts';
import { DISCLOSURE } from '../basis.ts';
import { mergeRepeated } from '../merge/consequences.ts';
import type { ReadRule } from '../rule.ts';
import { EVERYWHERE } from '../scope.ts';
import { findingOf, type Issue, type WordRule } from './issue.ts';
import { issuesOf } from './precedence.ts';

const rule = (
  id: WordRule,
  title: string,
  sure: ReadRule['sure'],
  severity: ReadRule['severity'],
  check: string,
): ReadRule => ({
  phase: 'read',
  id,
  title,
  group: '说明与数字',
  scope: EVERYWHERE,
  basis: [{ document: DISCLOSURE, says: '公开说明应与报表一致' }],
  severity,
  check,
  sure,
  run: (document) => {
    const { disclosure } = document;
    const found = document
      .share(issuesOf)
      .filter((issue) => issue.rule === id)
      .map((issue) => ({ issue, finding: findingOf(issue, disclosure) }));
    const again = new Map(found.map(({ issue, finding }) => [finding, repetitionOf(issue, disclosure)]));
    return mergeRepeated([...again.keys()], (finding) => again.get(finding));
  },
});

/** The same mistake is made again within one section only: elsewhere somebody has to look again. */
function repetitionOf({ same, evidence: [first] }: Issue, { explanation }: Disclosure): string | undefined {
  if (same === undefined || !first) return undefined;
  const section = explanation.findIndex(({ paragraphs }) =>
    paragraphs.some(({ origin, lines = [] }) => [origin, ...lines.map((line) => line.origin)].includes(first.origin)),
  );
  return section < 0 ? undefined : `${section} ${same}`;
}

export const WORD_FIGURE_RULES: readonly ReadRule[] = [
  rule(
    'words-table',
    '说明中的数字与报表一致',
    '确定',
    'error',
    '情况说明中的每个金额（元、万元、亿元互换后）等于它所说的报表数字；表里没有的科目，金额却是另一科目的，说明名称；车均费用等于费用除以车辆数；只差末位取舍的为提示。',
  ),
  rule(
    'words-parts',
    '说明中各部分之和等于总数',
    '较可靠',
    'error',
    '“其中”所列的完整各部分、项目清单、车辆按用途、人员按类别之和等于总数；其中数不大于它前面的总数。各科目的增减额之和与总的增减额不符，而一处笔误能说明的，为提示。',
  ),
  rule(
    'words-change',
    '增减额等于两年之差',
    '确定',
    'error',
    '说明中的增减额等于本年数减上年数；增加的不多于现有的；收支相抵的两项、同一项的两处，比同一年增减相同。',
  ),
  rule(
    'words-percent',
    '百分比由其两个数字算出',
    '确定',
    'error',
    '增减幅度、占比、完成预算的百分比按印出的小数位由数字算得出；各类采购授予中小企业的比例合得上总额（提示）；完成率、响应率一类不超过 100%。',
  ),
  rule(
    'words-direction',
    '增减用语与数字一致',
    '确定',
    'error',
    '增加、减少、持平、大于、小于与数字相符；“减少”之后不再写负数；增减额与百分比方向一致；所写原因与方向相反的为提示。',
  ),
  rule(
    'words-repeat',
    '同一数字前后一致',
    '确定',
    'error',
    '同一事项的金额、批次、团组、项目数在说明中出现两次时应相同；个数与它花的钱相合，项目数相同的金额相同。',
  ),
  rule(
    'words-slip',
    '没有旁证的数不是别处某个数的笔误',
    '较可靠',
    'warning',
    '说明里一个数，全文没有别处印它，改一位（错、漏、多、颠倒一位数字）就是别处印的数：同段的和与表里同名的一行六位以上，机关运行经费与表里的商品和服务支出、公用经费五位以上，别处的七位以上；两数之差印在文中的、说上年和增减的不算。不到 1 万元、以元为单位的预算金额或增减额，而同一段以万元为单位。',
  ),
  rule(
    'words-year',
    '说明中的年份正确',
    '较可靠',
    'error',
    '比较的是上年；标题、实施周期、资产时点、编报年份属于本文本的年度，没有沿用旧文本。',
  ),
  rule(
    'words-missing-figure',
    '说明中没有缺少的数字和单位',
    '确定',
    'error',
    '“万元”“%”“个”“辆”之前应有数字；金额之后应有单位。',
  ),
];
