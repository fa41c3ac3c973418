/** Indicators that say nothing: the value repeats the name, or nothing can be measured. */

import type { Disclosure } from '../../disclosure.ts';
import type { Finding } from '../../finding.ts';
import type { Indicator, PerformanceTarget } from '../../kinds/index.ts';
import { PERFORMANCE } from '../../kinds/index.ts';
import { rowsOf } from '../../model/tables.ts';
import { bareName, measureOf } from '../../performance/measure.ts';
import { parseTarget, plainTarget } from '../../performance/target.ts';
import { unitKind } from '../../performance/units.ts';
import { unquoted, unspaced } from '../../text/fold.ts';
import { PERFORMANCE_MEASURES } from '../basis.ts';
import type { ReadRule } from '../rule.ts';
import { EVERYWHERE } from '../scope.ts';
import { goalText } from './levels.ts';
import { type Fault, faultFindings, tableFinding, tableName, titleEvidence } from './report.ts';
import { sheetsOf } from './sheets.ts';

export const TARGET_EMPTY_TALK: ReadRule = {
  phase: 'read',
  id: 'target-empty-talk',
  title: '指标值说明了要达到什么',
  group: '绩效目标',
  scope: EVERYWHERE,
  basis: [{ document: PERFORMANCE_MEASURES, says: '绩效指标应细化、量化，可衡量' }],
  severity: 'notice',
  sure: '供参考',
  check:
    '指标值不只是重复指标名称，不只写“完成”“达标”“合同约定”，名称是率、数、量的不只写“有效提升”，绩效目标不只重复项目名称，三级指标不只重复二级指标，名称与描述相同又无计量内容的不给百分比。',
  run: (document) => [
    ...rowsOf(document.disclosure, PERFORMANCE).flatMap((table) => namesOnly(document.disclosure, table)),
    ...faultFindings(
      document.disclosure,
      document.share(sheetsOf).flatMap((table) =>
        table.indicators.flatMap((indicator): Fault[] => {
          const found = emptiness(indicator);
          if (!found) return [];
          const [kind, reason] = found;
          return [{ rule: 'target-empty-talk', kind, severity: 'notice', table, indicator, reason }];
        }),
      ),
    ),
  ],
};

/** A goal that says no more than the project's name. */
function namesOnly(disclosure: Disclosure, table: PerformanceTarget): readonly Finding[] {
  const [goal, name] = [goalText(table.goal), table.project ?? ''].map((text) =>
    unspaced(unquoted(text)).replace(NUMBERED, ''),
  );
  // A name may have lost its last characters over a page's end.
  if (!goal || !name || !goal.startsWith(name) || goal.length - name.length > (name.length >= LONG ? 2 : 0)) return [];
  const evidence = [titleEvidence(table)];
  return [
    tableFinding(TARGET_EMPTY_TALK.id, 'notice', disclosure, `${tableName(table)}的绩效目标只是重复项目名称`, evidence),
  ];
}

/** A name so long is told by all but its last characters. */
const LONG = 10;

/** Codes and numbers before a name, and stops after it. */
const NUMBERED = /^[\dA-Z]+[-—、.．]|[。；;.]$/g;

const VAGUE =
  /^(?:按|按照|依据|根据|符合|满足|达到)?(?:合同|协议|计划|采购计划|工作计划|方案|规定|要求|标准|需求|实际)(?:的)?(?:约定|要求|需求|规定|标准|计划|内容)*(?:量|数量|时间|期限|设备数量|采购|完成|验收|达标)*$|^(?:完成|达标|合格|保障|有效保障|长期|提高|提升|促进|推动|推动发展|影响力|改善|良好|优良|正常|是|有|无|满足|符合|全部|全面|有效|显著|明显|增强|加强|持续|按时|及时|按期|正常运行)$/;
/** 有效提升, 持续改善: a way without an end, where the name asks for a number. */
const WAY =
  /^(?:有效|显著|明显|持续|逐步|不断|稳步|进一步|切实|大幅|较大)+(?:得到)?(?:提高|提升|促进|推动|改善|增强|加强|保障|优化|降低|减少|下降|增长|增加)+$/;
const NUMBERED_NAME = /(?:率|比例|占比|数|数量|次数|人次|金额|增幅|降幅)$/;
const MEASURED = /率|比|度|数|量|次|期|时|天|成本|费|价|额|面积|年限|程度|准确|合格|及时|质量|满意/;

type Emptiness = readonly [kind: string, reason: string];

function emptiness({ level2, level3, description = '', target }: Indicator): Emptiness | undefined {
  // 服务对象满意度 is a measure of its own.
  if (
    level3 !== '' &&
    measureOf(level3) !== 'satisfaction' &&
    bareName(level3).replace(/指标$/, '') === bareName(level2).replace(/指标$/, '')
  )
    return ['level', '的三级指标只是重复二级指标'];
  if (!target) return undefined;
  const [name, told, value] = [bareName(level3), bareName(description), plainTarget(target)];
  const parsed = parseTarget(target);
  if (parsed.comparator === 'qualitative') {
    if (/扣\d*分|扣完为止|得\d+分/.test(value)) return ['scoring', '的指标值写成了评分办法'];
    // How long something lasts may be told so.
    const isLasting = /^长[期效]$/.test(value) && (/可持续/.test(level2) || measureOf(level3) === 'time');
    if (WAY.test(value) && (NUMBERED_NAME.test(name) || /数量|成本/.test(level2)))
      return ['vague', '的指标要求一个数，指标值只说了方向，无法衡量'];
    if (VAGUE.test(value) && !isLasting) return ['vague', '的指标值过于笼统，无法衡量'];
    const isRepeat = value.length >= 2 && (repeats(name, value) || repeats(told, value));
    return isRepeat ? ['repeat', '的指标值只是重复指标名称'] : undefined;
  }
  if (parsed.malformed || parsed.number?.units === 0) return undefined;
  const isPercent = unitKind(parsed.unit) === 'ratio';
  if (isPercent && name === told && measureOf(name) === 'unknown' && !MEASURED.test(name))
    return ['unmeasurable', '的名称与描述相同，百分比没有可衡量的内容'];
  return undefined;
}

/** The value is the name, or the name all but a word of it. */
function repeats(name: string, value: string): boolean {
  if (name === '') return false;
  if (name === value) return true;
  return value.length >= 4 && name.endsWith(value) && name.length - value.length <= 4;
}
