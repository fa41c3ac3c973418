/** Indicators that stand under a level of another kind: a rate under 数量指标, a bare count under 满意度指标. */
import type { Indicator } from '../../kinds/index.ts';
import { measureOf } from '../../performance/measure.ts';
import { direction, parseTarget } from '../../performance/target.ts';
import { tendencyOf } from '../../performance/tendency.ts';
import { unitKind } from '../../performance/units.ts';
import { PERFORMANCE_CORE_TARGETS } from '../basis.ts';
import type { ReadRule } from '../rule.ts';
import { EVERYWHERE } from '../scope.ts';
import { indicatorEvidence, nameOf, quoted, tableFinding } from './report.ts';
import { formOf, sheetsOf } from './sheets.ts';

export const TARGET_PLACED: ReadRule = {
  phase: 'read',
  id: 'target-placed',
  title: '指标放在与其含义相符的级次下',
  group: '绩效目标',
  scope: EVERYWHERE,
  basis: [{ document: PERFORMANCE_CORE_TARGETS, says: '数量、质量、时效、成本、效益、满意度指标各有所指' }],
  severity: 'notice',
  sure: '供参考',
  check: '数量指标下不是比率，质量指标下不是次数、份数，满意度指标下是满意程度。一份文本里同一种错只提示一条。',
  run: (document) =>
    MISPLACED.flatMap(({ isWrong, reason }) => {
      const found = document
        .share(sheetsOf)
        .flatMap((sheet) => sheet.indicators.filter(isWrong).map((indicator) => ({ indicator, form: formOf(sheet) })));
      if (found.length === 0) return [];
      const names = [...new Set(found.map(({ indicator }) => quoted(nameOf(indicator))))];
      const shown = `${names.slice(0, SHOWN).join('、')}${names.length > SHOWN ? '等' : ''}`;
      const message = `${found.length} 个指标${reason}：${shown}`;
      const evidence = found.map(({ indicator, form }) => indicatorEvidence(indicator, 'level3', form));
      return [
        { ...tableFinding(TARGET_PLACED.id, 'notice', document.disclosure, message, evidence), form: found[0]!.form },
      ];
    }),
};

const SHOWN = 6;

const kindOf = ({ target = '' }: Indicator) => unitKind(parseTarget(target).unit);

interface Misplaced {
  readonly isWrong: (indicator: Indicator) => boolean;
  /** Completes the sentence “3 个指标…：”. */
  readonly reason: string;
}

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
];

const RATES: readonly string[] = ['rate', 'satisfaction'];
