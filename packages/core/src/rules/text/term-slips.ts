/** Terms of the field written with one slip: a character taken for one like it, two exchanged, or another in a long term. */
import { codesByName, type ListId, namesOfList } from '../../classification/index.ts';
import { groupBy } from '../../group-by.ts';
import { lazy, memo } from '../../memo.ts';
import { matchesOf } from '../../text/matches.ts';
import { CONCEPTS, conceptById, FUND_IDS, nounsOf } from '../../vocabulary/index.ts';

export interface Typo {
  readonly wrong: string;
  readonly right: string;
  readonly index: number;
}

/** Terms of budgets beside the concepts' names; one other character inside those of five or more makes no other term. */
const FIXED: readonly string[] = [
  ...FUND_IDS.map((id) => conceptById(id).name),
  '财政拨款',
  '公务接待',
  '政府采购',
  '公务用车',
  '基本支出',
  '项目支出',
  '绩效目标',
  '政府性基金拨款',
  '一般公共预算拨款',
  '机关运行经费',
  '公务用车购置',
  '公务用车运行维护费',
  '公务接待费',
  '政府采购预算',
  '财政拨款收入',
  '财政拨款支出',
  '住房公积金',
  '社会保障和就业支出',
  '卫生健康支出',
  '住房保障支出',
  '预算编制说明',
];

/** What differs from one of them by one character and is a term, too. */
const ALIKE: readonly string[] = [
  '公务用车处置',
  '国有资产经营预算',
  '公务接待量',
  '机关运转经费',
  '住房保障收入',
  '国有资本经营决算',
];

/** Characters that look or sound alike, and that one is typed or recognised for the other. */
const CONFUSED: readonly string[] =
  '拨拔泼 待侍 账帐 予预矛 涉设 候侯 己已巳 末未 人入 日曰目 木本 项顷顶 采釆 购构沟 绩积迹续 效校郊 费废 元员 贷货 薄簿 竞竟 免兔 券卷 捡检 经径 营菅 资姿 财材 政正 收牧 支技枝 基墓 障彰 保堡 住往 房旁 险检 育肓 职织 培陪 训汛 维唯 运远 接结 公工 务物'.split(
    ' ',
  );
const GROUPS: ReadonlyMap<string, readonly number[]> = new Map(
  [...new Set(CONFUSED.join(''))].map((char) => [
    char,
    CONFUSED.flatMap((group, i) => (group.includes(char) ? [i] : [])),
  ]),
);
const isConfused = (a: string, b: string): boolean =>
  (GROUPS.get(a) ?? []).some((group) => GROUPS.get(b)?.includes(group));

const HAN = /^[\u4e00-\u9fff]$/;
const TERM = /^[\u4e00-\u9fff（）]{4,}$/;
/** From this length on one other character inside a term is a slip, whatever the characters. */
const LONG = 8;
/** From this length on two characters exchanged are. */
const EXCHANGED = 5;

/** The classes are a closed list: no name of one is another's with one character changed before its 支出. */
const SPENDING = '支出';
const isClassName = memo(
  (term: string): boolean => term.endsWith(SPENDING) && codesByName('function', term).some((code) => code.length === 3),
);

/** A half of a term, and the terms it is a half of with how many of their characters stand before it. */
interface Half {
  readonly half: string;
  readonly terms: readonly { readonly term: string; readonly before: number }[];
}

interface Terms {
  /** The halves of every term by their first two characters: one slip leaves one half whole. */
  readonly halves: ReadonlyMap<number, readonly Half[]>;
  /** All of them, to see whether what is written is a part of one. */
  readonly all: string;
  readonly each: ReadonlySet<string>;
}

/** Two characters as one number: a text asks for each of its places, and a number is found without being cut out. */
const startOf = (text: string, at: number): number =>
  ((text.charCodeAt(at) & 0x7fff) << 15) | (text.charCodeAt(at + 1) & 0x7fff);

const LISTS: readonly ListId[] = ['function', 'economic', 'economic-gov'];

const terms = lazy((): Terms => {
  const named = CONCEPTS.flatMap((concept) => [concept.name, ...nounsOf(concept)]);
  const each = new Set([...FIXED, ...named, ...LISTS.flatMap(namesOfList)].filter((term) => TERM.test(term)));
  const byHalf = groupBy(
    [...each].flatMap((term) => [
      { half: term.slice(0, term.length >> 1), term, before: 0 },
      { half: term.slice(term.length >> 1), term, before: term.length >> 1 },
    ]),
    ({ half }) => half,
  );
  const halves = groupBy(
    [...byHalf].map(([half, terms]): Half => ({ half, terms })),
    ({ half }) => startOf(half, 0),
  );
  return { halves, all: [...each, ...ALIKE].join('\n'), each };
});

/** Whether two terms differ by these characters, and no more: 收入预算 and 支出预算 tell that neither 收 nor 支 is a slip there. */
const isAlternate = memo((pair: string): boolean => {
  const { each } = terms();
  const [right, wrong] = [pair[0]!, pair[1]!];
  const isOther = (term: string) =>
    [...term].some((char, i) => char === right && each.has(term.slice(0, i) + wrong + term.slice(i + 1)));
  return [...each].some((term) => term.includes(right) && isOther(term));
});

/** A part told behind 其中 begins with it as other terms do with 其他: 其中工资福利支出. */
const OPENED = /^其中/;

/** What goes on behind a shorter name: 公务接待费等支出 is no slip of 公务接待费用支出. */
const GOES_ON = /[等和及与或的]/;

/** Whether `written` is `term` with one slip. Both are of one length. */
function isSlip(written: string, term: string): boolean {
  let at = 0;
  while (term[at] === written[at]) at += 1;
  const [right, wrong] = [term[at]!, written[at]!];
  if (!HAN.test(right) || !HAN.test(wrong) || OPENED.test(written)) return false;
  if (written.slice(at + 1) === term.slice(at + 1)) {
    if (isConfused(right, wrong)) return true;
    const isInside = at > 0 && at < term.length - 1 && !GOES_ON.test(wrong);
    if (isInside && term.length >= LONG && at < term.length - SPENDING.length && isClassName(term)) return true;
    return isInside && term.length >= (FIXED.includes(term) ? 5 : LONG) && !isAlternate(right + wrong);
  }
  const isExchanged =
    written[at + 1] === right && wrong === term[at + 1] && written.slice(at + 2) === term.slice(at + 2);
  return isExchanged && term.length >= EXCHANGED;
}

/** Left out of a term these leave another way of saying it: 政府基金预算, 公务车购置, 社会保障就业支出. */
const OMITTED = /[性用和的与及（）()]/;
/** From this length on a character left out inside a fixed term is a slip. */
const SHORTENED = 6;

/** The fixed terms with one of their characters typed once more inside them (公务车用车), or one left out (国有资经营预算), by their first two characters. */
const misspelt = lazy((): ReadonlyMap<number, readonly Misspelt[]> => {
  const made = FIXED.flatMap((term) => {
    const inside = [...term].slice(1).map((_, i) => i + 1);
    const longer = inside.flatMap((at) => [...new Set(term)].map((char) => term.slice(0, at) + char + term.slice(at)));
    const shorter =
      term.length < SHORTENED
        ? []
        : inside
            .slice(0, -1)
            .filter((at) => !OMITTED.test(term[at]!))
            .map((at) => term.slice(0, at) + term.slice(at + 1));
    return [...new Set([...longer, ...shorter])].map((wrong): Misspelt => ({ wrong, right: term }));
  });
  return groupBy(
    // 公务用车车辆 is the term with the next word.
    made.filter(({ wrong, right }) => !wrong.includes(right)),
    ({ wrong }) => startOf(wrong, 0),
  );
});

type Misspelt = Pick<Typo, 'wrong' | 'right'>;

const DOUBLED = /([\u4e00-\u9fff])\1/g;
/** The longest stretch of a term that is looked at around a character typed twice. */
const REACH = 14;

/**
 * A character typed twice within a term (城乡社区支支出), where the term begins before it, or nothing that it could end does: 开支支出
 * is two words.
 */
function* doubled(text: string): Generator<Typo> {
  const { each, all } = terms();
  for (const { index: at } of matchesOf(text, DOUBLED)) {
    const isAlone = at === 0 || !/[\u4e00-\u9fff\d]/.test(text[at - 1]!);
    for (let start = Math.max(0, at - REACH); start <= (isAlone ? at : at - 1); start += 1) {
      const right = lengthsDown(REACH)
        .map((length) => text.slice(start, at) + text.slice(at + 1, start + length + 1))
        .find((term) => term.length > at - start + 1 && each.has(term));
      const wrong = right === undefined ? '' : text.slice(start, start + right.length + 1);
      if (right === undefined || all.includes(wrong)) continue;
      yield { wrong, right, index: start };
      break;
    }
  }
}

const lengthsDown = (most: number) => Array.from({ length: most - 3 }, (_, i) => most - i);

/** The slips in a text, each place once: of several terms that a place is near to, the longest is meant. */
export function termSlips(text: string): readonly Typo[] {
  const { halves, all } = terms();
  const found: Typo[] = [];
  const note = (wrong: string, right: string, index: number) => {
    if (!all.includes(wrong)) found.push({ wrong, right, index });
  };
  for (let i = 0; i < text.length - 1; i += 1) {
    const start = startOf(text, i);
    for (const { wrong, right } of misspelt().get(start) ?? []) if (text.startsWith(wrong, i)) note(wrong, right, i);
    for (const { half, terms } of halves.get(start) ?? []) {
      if (!text.startsWith(half, i)) continue;
      for (const { term, before } of terms) {
        if (i < before || text.startsWith(term, i - before) || i - before + term.length > text.length) continue;
        const wrong = text.slice(i - before, i - before + term.length);
        if (isSlip(wrong, term)) note(wrong, term, i - before);
      }
    }
  }
  found.push(...doubled(text));
  const longest = found.sort((a, b) => b.right.length - a.right.length || a.index - b.index);
  return longest.filter(
    ({ index, wrong }, i) =>
      !longest
        .slice(0, i)
        .some((other) => other.index < index + wrong.length && index < other.index + other.wrong.length),
  );
}
