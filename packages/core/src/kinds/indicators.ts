/** Indicators of performance as the tables of projects and of whole agencies print them: by levels, with a target, a unit and a weight. */
import {
  LED_BY_LEVELS,
  LEVEL_ONE,
  LEVEL_TWO,
  levelledIn,
  levelOnesOf,
} from '../classification/performance-framework.ts';
import { headerKey } from '../forms/label.ts';
import { squeeze } from '../text/fold.ts';
import { type Fields, named, type RowOf, rows, score, text } from './field.ts';
import type { PrintedRow, ShownColumn } from './kind.ts';
import { given } from './read.ts';

const level = { required: true, usual: true, down: true } as const;

/** The grid of indicators, the last of a sheet. */
export const INDICATORS = rows('绩效指标', {
  level1: text(...named('indicator-level-1'), { ...level, holds: LEVEL_ONE }),
  level2: text(...named('indicator-level-2'), { ...level, holds: LEVEL_TWO }),
  level3: text(...named('indicator-level-3'), {
    required: true,
    usual: true,
    after: ['level2', 'level1'],
  }),
  description: text('绩效指标描述', ['绩效指标描述', '指标<描述|说明|解释>']),
  /** What is to be reached over the project's whole term, where it is printed beside the year's target. */
  termTarget: text('实施期指标值', ['<实施周期|实施期|中期|规划期>[绩效]<指标|目标>值']),
  target: text(...named('indicator-target'), { usual: true, after: ['comparator', 'level3'] }),
  weight: score('权重', ['…权重…', '…分值…'], { after: ['targetUnit', 'target'], holds: /^\d{1,3}(?:\.\d+)?[%分]?$/ }),
  basis: text('指标值确定依据', ['指标值确定依据', '确定依据', '备注']),
  office: text(...named('indicator-office')),
});

/** What indicators print in columns of their own: the sign and the unit of the target, and what is passed over. */
export const BESIDE_INDICATORS: Fields = {
  comparator: text('指标性质', ['[绩效]指标<性质|符号>', '计算符号', '[指标]运算符号', '符号'], {
    holds: /^(?:[≥≤＝=<>＜＞≧≦]|定性|定量)$/,
  }),
  targetUnit: text('度量单位', ['[绩效]<度量|计量|指标>单位', '指标值单位', '单位'], {
    after: ['target'],
    holds: /^(?:[%‰℃]|[\u4e00-\u9fff]{1,4}|[\u4e00-\u9fff]+\/[\u4e00-\u9fff]+)$/,
  }),
  /** Levels, name and targets of one indicator, or of several, in one cell. */
  levelled: text('绩效指标', [], { holds: LED_BY_LEVELS }),
  core: text('是否核心', ['是否核心[指标]'], { holds: /^[是否]$/ }),
};

export type Indicator = RowOf<(typeof INDICATORS)['fields']>;

/** How a page shows them. */
export const INDICATOR_COLUMNS: readonly ShownColumn<Indicator>[] = [
  { title: ['指标', 'Indicator'], value: ({ level3 }) => level3 },
  { title: ['类别', 'Kind'], value: ({ level1, level2 }) => [level1, level2].filter(Boolean).join(' · ') },
  { title: ['说明', 'Meaning'], value: ({ description }) => description },
  { title: ['目标值', 'Target'], isPlace: true, value: ({ target }) => target },
  { title: ['权重', 'Weight'], isNumber: true, isOptional: true, value: ({ weight }) => weight },
  { title: ['责任处室', 'Office'], isOptional: true, value: ({ office }) => office },
];

/** Levels as they stand above a row. */
interface Levels {
  readonly level1: string;
  readonly level2: string;
}

/** The indicators of rows one below the other, a level that is not printed again going on; rows without any part of one are none. */
export function readIndicators(printed: readonly PrintedRow[]): readonly Indicator[] {
  const read: Indicator[] = [];
  /** Those beside which a second level is printed. */
  const labelled = new Set<Indicator>();
  let above: Levels = { level1: '', level2: '' };
  for (const row of printed) {
    if (headerKey(row.all[0]!) === '一级指标') continue;
    const levelled = levelledIndicators(row);
    if (levelled.length > 0) {
      read.push(...levelled);
      continue;
    }
    const own = { level1: row.text('level1'), level2: row.text('level2'), level3: row.text('level3') };
    const values = valuesOf(row);
    if (Object.keys(given({ ...own, ...values })).length === 0) continue;
    above = levelsOf(own, above);
    const indicator = { ...above, level3: own.level3 ?? '', ...values, origin: row.origin };
    if (own.level2 !== undefined) labelled.add(indicator);
    read.push(indicator);
  }
  return withLevelsByNumber(read, labelled);
}

const NUMBERED = /^指标\s*(\d{1,2})?\s*[:：]/;

/**
 * Where forms number the indicators under each level (指标1, 指标2, …), a level begins with the first number: one whose label stands in
 * the middle of its rows, or was torn off them by a page break, is that of all rows since then.
 */
function withLevelsByNumber(read: readonly Indicator[], isLabelled: ReadonlySet<Indicator>): readonly Indicator[] {
  const numbers = read.map(({ level3 }) => NUMBERED.exec(level3)).map((match) => match && Number(match[1] ?? 1));
  if (numbers.filter((number) => number === 1).length < 2) return read;
  const starts = numbers.flatMap((number, i) => (i === 0 || number === 1 || number === null ? [i] : []));
  return starts.flatMap((start, i) => {
    const group = read.slice(start, starts[i + 1]);
    const own = group.filter((each) => isLabelled.has(each));
    const [only] = own;
    return own.length === 1 ? group.map((each) => ({ ...each, level1: only!.level1, level2: only!.level2 })) : group;
  });
}

const valuesOf = (row: PrintedRow) =>
  given({
    description: row.text('description'),
    termTarget: row.text('termTarget'),
    target: targetOf(row),
    weight: row.number('weight'),
    basis: row.text('basis'),
    office: row.text('office'),
  });

/** A second level that stands under one first level only tells it, where the one above is another: its cell lost its text to a page break. */
function levelsOf({ level1, level2 }: { [K in keyof Levels]: string | undefined }, above: Levels): Levels {
  const first = level1 ?? above.level1;
  const second = level2 ?? (level1 !== undefined && level1 !== above.level1 ? '' : above.level2);
  const ones = level1 === undefined && level2 !== undefined ? levelOnesOf(level2) : [];
  return { level1: ones.length > 0 && !ones.some((one) => isSame(one, first)) ? ones[0]! : first, level2: second };
}

const isSame = (a: string, b: string) => a.replace(/指标$/, '') === squeeze(b).replace(/指标$/, '');

/** 年度指标值:≥20场 within a cell. */
const LABELLED = /^(实施周期|实施期|中期|年度|本年|当年)?(?:指标|目标)值[:：](.+)$/;

/** Indicators that stand behind their levels in one cell; their target beside them, or in the cell, too. */
function levelledIndicators(row: PrintedRow): readonly Indicator[] {
  if (row.text('level1') !== undefined || row.text('level2') !== undefined) return [];
  const found = levelledIn(row.text('levelled') ?? row.text('level3') ?? '');
  return found.map(({ level1, level2, rest }): Indicator => {
    const parts = rest.split(/[；;]/).map((part) => part.replace(/[。.]$/, '').trim());
    const told = (isTerm: boolean) =>
      parts.flatMap((part) => {
        const match = LABELLED.exec(part);
        return match && /实施|中期/.test(match[1] ?? '') === isTerm ? [match[2]!] : [];
      })[0];
    const level3 = parts.filter((part) => part !== '' && !LABELLED.test(part)).join('；');
    const inCell = given({ termTarget: told(true), target: told(false) });
    return { level1, level2, level3, ...(found.length === 1 ? valuesOf(row) : {}), ...inCell, origin: row.origin };
  });
}

/** A target in one cell, or in three: 指标性质 ≥ | 指标值 90 | 度量单位 %. */
function targetOf(row: PrintedRow): string | undefined {
  const value = row.text('target');
  if (value === undefined) return undefined;
  const sign = row.text('comparator')?.replace(/^定[性量]$|^无$/, '') ?? '';
  const unit = row.text('targetUnit')?.replace(/^[-—/无]+$/, '') ?? '';
  return `${value.startsWith(sign) ? '' : sign.replace('＝', '=')}${value}${value.endsWith(unit) ? '' : unit}`;
}
