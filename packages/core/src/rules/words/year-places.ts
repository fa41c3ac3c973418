/** Places where a year can only be the document's own, or not before it; past years elsewhere are history and stay silent. */
import type { Stage } from '../../disclosure.ts';
import type { Severity } from '../../finding.ts';
import { kindOf } from '../../model/document-kinds.ts';

export interface YearPlace {
  readonly name: string;
  readonly pattern: RegExp;
  readonly section?: RegExp;
  readonly notSection?: RegExp;
  readonly severity: Severity;
  /** What is wrong with the years of a match, for the end of the sentence; undefined where nothing is. */
  readonly judge: (years: readonly number[], year: number, stage: Stage, text: string) => string | undefined;
}

/** A heading that names the year of what follows. */
export const STALE_HEADINGS =
  /(?:^|[^\d〔（])(20\d\d)年度?(?:区级|市级|县级|省级|本级)?(?:部门|单位|本部门|本单位|预算单位)?(?:预算|决算|“三公”经费|收入|支出|收支|财务收支|一般公共预算|政府性基金|国有资本经营|财政拨款|政府采购|项目绩效|机关运行)(?!.*(?:执行情况|上年|增减|比较|回顾))/;

const own = (years: readonly number[], year: number) =>
  years.some((y) => y !== year) && !years.includes(year) ? `写的是 ${years[0]} 年，本文本是 ${year} 年的。` : undefined;

const ended = (years: readonly number[], year: number, _: Stage, text: string) => {
  const last = Math.max(...years);
  return last < year && !/起|开始|开工|动工|启动|长期|至今|持续|以来|每年/.test(text)
    ? `在 ${last} 年已经结束，而本文本是 ${year} 年的。`
    : undefined;
};

/** Sections that tell of the past. */
export const HISTORY = /依据|概述|职能|职责|机构设置|背景|基本情况|必要性/;

export const STALE: readonly YearPlace[] = [
  {
    name: '封面或标题',
    notSection: HISTORY,
    pattern: /^[^，。；：]{0,30}20\d\d年度?(?:区级|市级|县级|省级|本级)?(?:部门|单位)(?:预算|决算)(?:公开)?$/g,
    severity: 'error',
    judge: own,
  },
  {
    name: '封面或标题',
    notSection: HISTORY,
    pattern:
      /^(?:附件[：:]?\d?)?[^，。；：《]{0,30}20\d\d年度?(?:区级|市级|县级|省级|本级)?(?:部门|单位)(?:综合)?(?:预算|决算)(?:公开)?(?:表|报表|说明|情况(?:和重要事项)?说明)$/g,
    severity: 'error',
    // A budget may print the accounts of the year before.
    judge: (years, year, stage, text) =>
      text.includes(kindOf(stage).executes ? '决算' : '预算') ? own(years, year) : undefined,
  },
  {
    name: '',
    notSection: HISTORY,
    pattern: /20\d\d年度?(?:部门|单位|一般公共|本级)?预算(?:安排(?:中)?，?购置|未安排购置)[^，。；]{0,16}/g,
    severity: 'warning',
    judge: (years, year, stage) => (kindOf(stage).executes ? undefined : own(years, year)),
  },
  {
    name: '',
    pattern: /(?:现将|现就)[^，。；]{2,50}?20\d\d年[^，。；]{0,14}(?:预算|决算)[^，。；]{0,10}公开/g,
    severity: 'error',
    judge: own,
  },
  {
    name: '',
    pattern: /20\d\d年度?(?:项目|部门|单位|部门项目)?(?:预算)?绩效目标编报|编报(?:了)?绩效目标的20\d\d年度?项目/g,
    severity: 'error',
    judge: own,
  },
  {
    name: '实施周期',
    section: /实施(?:周期|期限|时间|期)|项目周期|项目期限/,
    pattern: /(?:20\d\d[^，。；]{0,24}){1,2}/g,
    severity: 'warning',
    judge: ended,
  },
  {
    name: '',
    notSection: /名词解释/,
    pattern: /(?:实施周期|项目周期|实施期限)(?:为|：)?[^。；]{0,4}20\d\d年?[^。；]{0,30}/g,
    severity: 'warning',
    judge: ended,
  },
  {
    name: '',
    notSection: HISTORY,
    pattern: /截[至止](?:到)?20\d\d年(?:\d{1,2}月)?(?=[^。]{0,80}(?:车辆|资产|设备|保有量))/g,
    severity: 'warning',
    judge: ([at = 0], year, stage, text) => {
      const month = Number(/年(\d{1,2})月/.exec(text)?.[1] ?? 0);
      const oldest = kindOf(stage).executes ? year : year - 1;
      if (at < oldest) return `比 ${year} 年的${kindOf(stage).name}早，数据可能沿用了以前的文本。`;
      return !kindOf(stage).executes && (at > year || (at === year && month > 6))
        ? `晚于 ${year} 年预算公开的时间。`
        : undefined;
    },
  },
  {
    name: '',
    notSection: HISTORY,
    pattern:
      /(?<!《[^》]{0,40})20\d\d年度?(?:\d{1,2}月(?:份|底前?|末)?)?(?:计划|拟|预计)(?:安排|完成|开展|购置|新增|组织|举办|采购|支付|建设|实施|培训|于|用于)[^，。；]{0,16}/g,
    severity: 'warning',
    judge: (years, year, stage) =>
      !kindOf(stage).executes && Math.max(...years) < year
        ? `说的是已经过去的 ${years[0]} 年的计划，本文本是 ${year} 年的。`
        : undefined,
  },
  {
    name: '',
    section: /绩效/,
    pattern: /20\d\d年\d{1,2}月(?:份|底前?|末|\d{1,2}日前)?(?:之前)?(?:完成|召开|举办|组织)[^，。；]{0,16}/g,
    severity: 'warning',
    judge: (years, year, stage) =>
      !kindOf(stage).executes && Math.max(...years) < year
        ? `定在已经过去的 ${years[0]} 年，本文本是 ${year} 年的。`
        : undefined,
  },
];
