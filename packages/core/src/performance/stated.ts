/** Targets stated in running text: “制作证件 1000 份”, “到场率 95% 以上”, “10月底前建成平台”. */
import { foldWidth } from '../text/fold.ts';
import { dateIn, type PrintedDate } from './printed-date.ts';
import { type Decimal, parseTarget } from './target.ts';

export interface Stated {
  /** The clause without its figure. */
  readonly subject: string;
  readonly number: Decimal;
  readonly unit: string;
  /** 1 at least, -1 at most, 0 exactly. */
  readonly bound: 1 | 0 | -1;
  readonly clause: string;
}

const UNIT = '%|万?(?:个|台|套|人次|人|场次|场|次|份|册|本|篇|家|条|辆|户|名|项|处|批|页|卷|件|期|类|种)';
const FIGURE = new RegExp(
  `(不少于|不低于|不小于|不超过|不高于|不大于|大于等于|小于等于|大于|超过|高于|达到|小于|低于|至少|≥|≤|>|<)?(\\d[\\d,]*(?:\\.\\d+)?)(${UNIT})(及以上|以上|及以下|以下|以内)?`,
  'g',
);
const LEAST = /^(?:不少于|不低于|不小于|大于等于|大于|超过|高于|达到|至少|≥|>|及以上|以上)$/;
const MOST = /^(?:不超过|不高于|不大于|小于等于|小于|低于|≤|<|及以下|以下|以内)$/;

const boundOf = (word = ''): 1 | 0 | -1 => (LEAST.test(word) ? 1 : MOST.test(word) ? -1 : 0);

/** What is to be done, or was done, on a day. */
export interface Dated {
  /** The clause without its day. */
  readonly subject: string;
  readonly date: PrintedDate;
  readonly clause: string;
}

const CLAUSES = /[,，。;；、:：!！?？()（）]|(?<=\d%)(?=[\u4e00-\u9fff]{4})/;

/** Clauses that name one day, and no other figure. */
export function statedDates(text: string): readonly Dated[] {
  return foldWidth(text)
    .split(CLAUSES)
    .flatMap((clause): Dated[] => {
      const date = dateIn(clause);
      if (!date) return [];
      const subject = clause.replace(date.text, '');
      return /\d/.test(subject) || subject.length < 3 || subject.length > 30 ? [] : [{ subject, date, clause }];
    });
}

/** Clauses with one figure; those with several are left out, for their subjects are not certain. */
export function statedTargets(text: string): readonly Stated[] {
  const plain = foldWidth(text).replaceAll('$', '');
  return plain.split(CLAUSES).flatMap((clause): Stated[] => {
    const found = [...clause.matchAll(FIGURE)];
    const match = found[0];
    if (found.length !== 1 || !match) return [];
    const number = parseTarget(match[2]!).number;
    const subject = clause.slice(0, match.index) + clause.slice(match.index + match[0].length);
    if (!number || /\d/.test(subject) || subject.length < 3 || subject.length > 30) return [];
    return [{ subject, number, unit: match[3]!, bound: boundOf(match[1]) || boundOf(match[4]), clause }];
  });
}

/** A clause that asks for at least and at most at once: 低于达到0.5%及以上. */
export function contradictions(text: string): readonly string[] {
  const plain = foldWidth(text);
  const least = '(?:不少于|不低于|大于|超过|高于|达到)';
  const most = '(?:不超过|不高于|小于|低于|少于)';
  const pattern = new RegExp(
    `[^,，。;；、]{0,16}(?:(?<!不)${most}(?:${least})?\\d[\\d.]*[^,，。;；\\d]{0,3}?(?:及)?以上|${least}\\d[\\d.]*[^,，。;；\\d]{0,3}?(?:及以下|以下|以内))`,
    'g',
  );
  return [...plain.matchAll(pattern)].map(([clause]) => clause);
}
