/** The rows of a spreadsheet as yardsticks: columns by their headers, and every fault in words with its row. Pure. */
import { lookup } from '@mingsuan/core/classification/index';
import type { Yardstick, YardstickKind } from './yardsticks.ts';

type Field = 'region' | 'year' | 'source' | YardstickKind;

/** What a header says of its column; the first that fits. */
const HEADERS: readonly (readonly [RegExp, Field])[] = [
  [/人口|居民人数/, 'residents'],
  [/指数|CPI/i, 'price-index'],
  [/来源|依据|出处/, 'source'],
  [/年度|年份/, 'year'],
  [/区划|地区/, 'region'],
];

const VALUES: Readonly<Record<YardstickKind, string>> = { residents: '人口', 'price-index': '价格指数' };

export interface YardstickRows {
  readonly yardsticks: readonly Yardstick[];
  /** One Chinese sentence each. */
  readonly faults: readonly string[];
}

/** `rows`: the cells of a sheet as text; the first row that has a year and a value is the header. */
export function yardsticksOf(rows: readonly (readonly string[])[]): YardstickRows {
  const top = rows.findIndex((row) => {
    const fields = row.map(fieldOf);
    return fields.includes('year') && (fields.includes('residents') || fields.includes('price-index'));
  });
  const header = rows[top] ?? [];
  const columns = header.map(fieldOf);
  if (top < 0 || !columns.includes('region') || !columns.includes('source')) {
    return {
      yardsticks: [],
      faults: ['没有找到表头，应有“区划代码、年度、常住人口（人）或居民消费价格指数（上年=100）、来源”各列。'],
    };
  }
  const read = rows.slice(top + 1).flatMap((row, i): (Yardstick | string)[] => {
    const at = (field: Field) => (row[columns.indexOf(field)] ?? '').trim();
    if (row.every((cell) => cell.trim() === '')) return [];
    return (Object.keys(VALUES) as YardstickKind[]).flatMap((measure) => {
      const column = columns.indexOf(measure);
      const text = column < 0 ? '' : (row[column] ?? '').trim();
      return text === '' ? [] : [yardstickOf(at, measure, text, header[column]!, top + i + 2)];
    });
  });
  return {
    yardsticks: read.filter((one) => typeof one !== 'string'),
    faults: read.filter((one) => typeof one === 'string'),
  };
}

const fieldOf = (header: string): Field | undefined => HEADERS.find(([pattern]) => pattern.test(header))?.[1];

/** A yardstick, or what is wrong with the row. */
function yardstickOf(
  at: (field: Field) => string,
  measure: YardstickKind,
  text: string,
  header: string,
  row: number,
): Yardstick | string {
  const region = at('region');
  const year = /^((?:19|20|21)\d\d)年?$/.exec(at('year'))?.[1];
  const value = measure === 'residents' ? residents(text, header) : thousandths(text);
  const isNation = /^全国$|^0{6}$|^10{5}$/.test(region);
  if (!isNation && !(/^\d{6}$/.test(region) && lookup('region', region)))
    return `第 ${row} 行的区划代码“${region}”不对，应是 6 位区划代码，或写“全国”。`;
  if (!year) return `第 ${row} 行的年度不对，应是四位数字。`;
  if (value === undefined) return `第 ${row} 行的${VALUES[measure]}“${text}”不对，应是大于 0 的数。`;
  if (at('source') === '') return `第 ${row} 行没有写来源。`;
  return { region: isNation ? '' : region, year: Number(year), measure, value, source: at('source') };
}

const MOST_PERSONS = 2_000_000_000;
const NUMBER = /^(\d{1,10})(?:\.(\d{1,6}))?$/;

/** Persons of `1 121 万人`, by the unit that the header names: 人 where it names none. */
function residents(text: string, header: string): number | undefined {
  const power = /万/.test(header) ? 4 : 0;
  const persons = shifted(text, power);
  return persons !== undefined && persons > 0 && persons <= MOST_PERSONS ? persons : undefined;
}

/** An index of which the year before is 100, between 50 and 200. */
function thousandths(text: string): number | undefined {
  const value = shifted(text, 3);
  return value !== undefined && value >= 50_000 && value <= 200_000 ? value : undefined;
}

/** A decimal number times a power of ten, as a whole number; undefined where it is none. */
function shifted(text: string, power: number): number | undefined {
  const [, whole, fraction = ''] = NUMBER.exec(text.replace(/[,，\s]/g, '')) ?? [];
  if (whole === undefined || /[1-9]/.test(fraction.slice(power))) return undefined;
  return Number(whole + fraction.slice(0, power).padEnd(power, '0'));
}
