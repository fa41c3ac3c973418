/** Indicators that stand under a level of another kind: a rate under 数量指标, a bare count under 满意度指标. */
import type { Finding } from '../../finding.ts';
import type { Indicator } from '../../kinds/index.ts';
import { MONEY_UNITS, parseAmount } from '../../money.ts';
import { measureOf } from '../../performance/measure.ts';
import { direction, parseTarget, printDecimal } from '../../performance/target.ts';
import { tendencyOf } from '../../performance/tendency.ts';
import { unitKind } from '../../performance/units.ts';
import { PERFORMANCE_CORE_TARGETS } from '../basis.ts';
import type { DocumentContext } from '../context.ts';
import type { ReadRule } from '../rule.ts';
import { EVERYWHERE } from '../scope.ts';
import { otherwisePlaced } from './otherwise-placed.ts';
import { indicatorEvidence, nameOf, quoted, tableFinding } from './report.ts';
import { formOf, type Sheet, sheetsOf } from './sheets.ts';

export const TARGET_PLACED: ReadRule = {
  phase: 'read',
  id: 'target-placed',
  title: '指标放在与其含义相符的级次下',
  group: '绩效目标',
  scope: EVERYWHERE,
  basis: [{ document: PERFORMANCE_CORE_TARGETS, says: '数量、质量、时效、成本、效益、满意度指标各有所指' }],
  severity: 'notice',
  sure: '供参考',
  check:
    '数量指标下不是比率，质量指标下不是次数、份数，满意度指标下是满意程度，成本指标下是成本；同一指标在各项目里列在同一二级指标下。一份文本里同一种错只提示一条。',
  run: (document) => [
    ...misplaced(document),
    ...otherwisePlaced(document.share(sheetsOf), isMisplaced).map(({ message, evidence, form }) => ({
      ...tableFinding(TARGET_PLACED.id, 'notice', document.disclosure, message, evidence),
      form,
    })),
  ],
};

const misplaced = (document: DocumentContext): readonly Finding[] =>
  MISPLACED.flatMap(({ isWrong, reason }) => {
    const found = document
      .share(sheetsOf)
      .flatMap((sheet) =>
        sheet.indicators
          .filter((indicator) => isWrong(indicator, sheet))
          .map((indicator) => ({ indicator, form: formOf(sheet) })),
      );
    if (found.length === 0) return [];
    const names = [...new Set(found.map(({ indicator }) => quoted(nameOf(indicator))))];
    const shown = `${names.slice(0, SHOWN).join('、')}${names.length > SHOWN ? '等' : ''}`;
    const message = `${found.length} 个指标${reason}：${shown}`;
    const evidence = found.map(({ indicator, form }) => indicatorEvidence(indicator, 'level3', form));
    return [
      { ...tableFinding(TARGET_PLACED.id, 'notice', document.disclosure, message, evidence), form: found[0]!.form },
    ];
  });

const SHOWN = 6;

const kindOf = ({ target = '' }: Indicator) => unitKind(parseTarget(target).unit);

interface Misplaced {
  readonly isWrong: (indicator: Indicator, sheet: Sheet) => boolean;
  /** Completes the sentence “3 个指标…：”. */
  readonly reason: string;
}

const isMisplaced = (indicator: Indicator, sheet: Sheet): boolean =>
  MISPLACED.some(({ isWrong }) => isWrong(indicator, sheet));

const MISPLACED: readonly Misplaced[] = [
  {
    isWrong: (each) => /数量/.test(each.level2) && kindOf(each) === 'ratio' && RATES.includes(measureOf(each.level3)),
    reason: '列在数量指标下，说的却是比率',
  },
  {
    // How often something fails tells of quality.
    isWrong: (each) =>
      /质量/.test(each.level2) &&
      kindOf(each) === 'count' &&
      measureOf(each.level3) === 'count' &&
      tendencyOf(each.level3)?.tendency !== 'less' &&
      !/问题|不得|不超/.test(each.level3) &&
      direction(parseTarget(each.target ?? '').comparator) !== -1,
    reason: '列在质量指标下，说的却是数量',
  },
  {
    isWrong: (each) =>
      /满意/.test(each.level2) &&
      RATES.includes(measureOf(each.level3)) &&
      !/满意|好评|投诉|认可|评价|测评/.test(each.level3),
    reason: '列在满意度指标下，说的却不是满意程度',
  },
  {
    isWrong: (each) => isCost(each) && measureOf(each.level3) === 'rate' && !MONEYED.test(each.level3),
    reason: '列在成本指标下，说的却不是成本',
  },
  {
    // A form without levels places nothing.
    isWrong: ({ level1, level2, level3 }) =>
      /效益|产出|成本/.test(level1 + level2) && !/满意/.test(level1 + level2) && measureOf(level3) === 'satisfaction',
    reason: '说的是满意程度，却没有列在满意度指标下',
  },
  {
    isWrong: ({ level2, level3 }) =>
      /生态/.test(level2) && /可持续|持续性|持续影响/.test(level3) && !GREEN.test(level3),
    reason: '列在生态效益指标下，说的却是可持续影响',
  },
  {
    isWrong: ({ level2, target }, { funds = [] }) => {
      const { number, unit } = parseTarget(target ?? '');
      const money = MONEY_UNITS.find((each) => each === unit);
      const spent = number && money && parseAmount(printDecimal(number), money)?.fen;
      return /社会成本|生态环境成本|生态成本/.test(level2) && !!spent && spent === funds[0]?.amount?.fen;
    },
    reason: '列在社会成本、生态环境成本下，金额却是项目的全部资金，应是经济成本',
  },
];

const isCost = ({ level1, level2 }: Indicator) => /成本/.test(level1 + level2);
/** A rate of money may tell of costs. */
const MONEYED =
  /成本|费|支出|资金|预算|投资|概算|造价|价|控制|节约|节省|节支|节能|压减|下降|降低|减少|超支|占|能耗|损耗/;
const GREEN = /生态|环境|环保|绿色|节能|资源|污染|低碳/;

const RATES: readonly string[] = ['rate', 'satisfaction'];
