/**
 * Rules over words and figures. All of them look at one scene of a document, so that a figure found wrong by one rule
 * is not blamed by the next: one mistake, one finding.
 */
import type { Disclosure } from '../../disclosure.ts';
import type { DisclosureRule } from '../disclosure-rule.ts';
import { mergeRepeated } from '../merge/consequences.ts';
import { checkTables } from './against-tables.ts';
import { findingOf, type Issue, type WordRule } from './issue.ts';
import { checkMissing } from './missing.ts';
import { outlineIssues } from './outline.ts';
import { checkParts } from './parts.ts';
import { checkReasons } from './reasons.ts';
import { checkRelations } from './relations.ts';
import { openScene } from './scene.ts';
import { checkTwins } from './twins.ts';
import { checkYears } from './years.ts';

/** The last documents' issues, so that eight rules read a document's words once. */
const examined = new WeakMap<Disclosure, readonly Issue[]>();

function issuesOf(disclosure: Disclosure): readonly Issue[] {
  const known = examined.get(disclosure);
  if (known) return known;
  const scene = openScene(disclosure);
  checkMissing(scene);
  checkYears(scene);
  checkTables(scene);
  checkRelations(scene);
  checkParts(scene);
  checkTwins(scene);
  checkReasons(scene);
  const told = new Set(scene.issues.flatMap(({ evidence }) => evidence.map(({ origin }) => origin)));
  scene.issues.push(...outlineIssues(disclosure).filter(({ evidence: [head] }) => !told.has(head!.origin)));
  examined.set(disclosure, scene.issues);
  return scene.issues;
}

const rule = (
  id: WordRule,
  title: string,
  sure: DisclosureRule['sure'],
  severity: DisclosureRule['severity'],
  check: string,
): DisclosureRule => ({
  id,
  title,
  group: '说明与数字',
  basis: '财预〔2016〕143号：公开说明应与报表一致',
  severity,
  check,
  sure,
  run: (disclosure) => {
    const found = issuesOf(disclosure)
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

export const WORD_FIGURE_RULES: readonly DisclosureRule[] = [
  rule(
    'words-table',
    '说明中的数字与报表一致',
    '确定',
    'error',
    '情况说明中的每个金额（元、万元、亿元互换后）等于它所说的报表数字；只差末位取舍的为提示。',
  ),
  rule(
    'words-parts',
    '说明中各部分之和等于总数',
    '较可靠',
    'error',
    '“其中”所列的完整各部分、项目清单、车辆按用途之和等于总数。',
  ),
  rule(
    'words-change',
    '增减额等于两年之差',
    '确定',
    'error',
    '说明中的增减额等于本年数减上年数；收支相抵的两项、同一项的两处，比同一年增减相同。',
  ),
  rule(
    'words-percent',
    '百分比由其两个数字算出',
    '确定',
    'error',
    '增减幅度、占比、完成预算的百分比按印出的小数位由数字算得出。',
  ),
  rule(
    'words-direction',
    '增减用语与数字一致',
    '确定',
    'error',
    '增加、减少、持平、大于、小于与数字相符；“减少”之后不再写负数；增减额与百分比方向一致；所写原因与方向相反的为提示。',
  ),
  rule('words-repeat', '同一数字前后一致', '确定', 'error', '同一事项的金额在说明中出现两次时应相同。'),
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
