/** A paragraph printed twice, and lists that count wrongly: marks of a text put together from pieces. */
import type { Disclosure, ExplanationSection, TextBlock } from '../../disclosure.ts';
import type { Finding } from '../../finding.ts';
import { unspaced } from '../../text/fold.ts';
import { numeral, parseNumeral } from '../../text/numerals.ts';
import { sheetsOf } from '../performance/sheets.ts';
import type { ReadRule } from '../rule.ts';
import { EVERYWHERE } from '../scope.ts';
import { quote, textFinding } from './passages.ts';
import { BASIS, GROUP } from './slip.ts';

/** A shorter paragraph may come twice on purpose: 与2025年预算持平。 */
const LONG = 40;
/** Paragraphs from one to its copy; further apart they stand under headings of their own. */
const NEAR = 5;

const REPEATED: ReadRule = {
  phase: 'read',
  id: 'text-repeated',
  title: '没有重复的段落',
  group: GROUP,
  scope: EVERYWHERE,
  basis: BASIS,
  severity: 'warning',
  sure: '确定',
  check: '相近的段落没有一字不差的两段（40 字以上）。',
  run: ({ disclosure }) =>
    disclosure.explanation.flatMap((section) => {
      const keys = section.paragraphs.map(({ text }) => unspaced(text));
      const again = section.paragraphs.filter((_, i) => {
        const key = keys[i]!;
        return key.length >= LONG && keys.slice(Math.max(0, i - NEAR), i).includes(key);
      });
      const [first] = again;
      if (!first) return [];
      const evidence = again.map(({ text, origin }) => ({ text: quote(text, 0, 20), origin }));
      const message = `“${quote(first.text, 0, 20)}”一段重复出现${again.length > 1 ? `，本节共重复 ${again.length} 段` : ''}`;
      return [textFinding(REPEATED, disclosure, message, evidence, '删去重复的段落')];
    }),
};

interface Numbering {
  readonly name: string;
  /** The number of a paragraph's own beginning. */
  readonly own: RegExp;
  /** Numbers within a text, for an entry that did not begin a paragraph. */
  readonly any: (n: number) => RegExp;
  /** The number alone, without the mark behind it, where nothing else can be meant. */
  readonly bare?: RegExp;
}

const NUMBERINGS: readonly Numbering[] = [
  { name: '一、', own: /^([一二三四五六七八九十]{1,3})、/, any: (n) => new RegExp(`${numeral(n)}、`) },
  {
    name: '（一）',
    own: /^[（(]([一二三四五六七八九十]{1,3})[）)]/,
    any: (n) => new RegExp(`[（(]${numeral(n)}[）)]`),
  },
  {
    name: '1.',
    own: /^(\d{1,2})[、.．](?!\d)/,
    any: (n) => new RegExp(`(?<!\\d)${n}[、.．]`),
    bare: /^(\d{1,2})(?=\s*[“"「《])/,
  },
];

/** Indicators as forms number them under each level: 指标1：, 指标2：. */
const INDICATORS: Numbering = {
  name: '指标1：',
  own: /^指标\s*(\d{1,2})\s*[:：]/,
  any: (n) => new RegExp(`指标\\s*${n}\\s*[:：]`),
};

interface Entry {
  readonly n: number;
  /** It repeats the number before it: the next but one follows it rightly. */
  readonly isAgain?: boolean;
  readonly text: string;
  readonly block: TextBlock;
}

/** A number that is told twice, or left out while its neighbours are there. Nested lists begin anew at 1. */
function miscounted(blocks: readonly TextBlock[], { own, any, bare }: Numbering): { entry: Entry; fault: string }[] {
  const faults: { entry: Entry; fault: string }[] = [];
  const outer: Entry[] = [];
  let last: Entry | undefined;
  let between = '';
  for (const block of blocks) {
    const match = own.exec(block.text.trim());
    if (!match) {
      const n = last && bare ? Number(bare.exec(block.text.trim())?.[1]) : undefined;
      if (last && n === last.n + 1) {
        last = { n, text: block.text.trim(), block };
        faults.push({ entry: last, fault: `序号“${n}”后面缺少标点` });
        between = '';
      } else between += block.text;
      continue;
    }
    let entry: Entry = { n: parseNumeral(match[1]!), text: block.text.trim(), block };
    if (last && entry.n === 1) outer.push(last);
    else if (last && entry.n !== last.n + 1) {
      const back = outer.findLastIndex(({ n }) => n + 1 === entry.n);
      if (back >= 0) outer.length = back;
      else if (entry.n === last.n && unspaced(entry.text) !== unspaced(last.text)) {
        faults.push({ entry, fault: `序号“${match[0]}”重复` });
        entry = { ...entry, isAgain: true };
      } else if (entry.n === last.n + 2 && !last.isAgain && !any(last.n + 1).test(last.text + between))
        faults.push({ entry, fault: `“${match[0]}”之前缺少序号 ${entry.n - 1}` });
    }
    last = entry;
    between = '';
  }
  return faults;
}

const NUMBERED: ReadRule = {
  phase: 'read',
  id: 'text-numbering',
  title: '序号连续',
  group: GROUP,
  scope: EVERYWHERE,
  basis: BASIS,
  severity: 'warning',
  sure: '较可靠',
  check: '同一级序号不重复、不跳号；下一级从 1 重新数。绩效指标自带的序号也查。',
  run: (document) => [
    ...numbered(document.disclosure),
    ...document.share(sheetsOf).flatMap(({ indicators }) =>
      findings(
        document.disclosure,
        indicators.map(({ level3, origin }) => ({ text: level3, origin })),
        INDICATORS,
      ),
    ),
  ],
};

function numbered(disclosure: Disclosure): readonly Finding[] {
  return [
    ...findings(disclosure, headingsOf(disclosure), NUMBERINGS[0]!),
    ...[NUMBERINGS[0]!, NUMBERINGS[2]!].flatMap((numbering) => findings(disclosure, disclosure.contents, numbering)),
    ...disclosure.explanation.flatMap((section) =>
      NUMBERINGS.slice(1).flatMap((numbering) => findings(disclosure, section.paragraphs, numbering)),
    ),
  ];
}

function findings(disclosure: Disclosure, blocks: readonly TextBlock[], numbering: Numbering): Finding[] {
  return miscounted(blocks, numbering).map(({ entry, fault }) =>
    textFinding(
      NUMBERED,
      disclosure,
      `“${quote(entry.text, 0, 12)}”的${fault}`,
      [{ text: quote(entry.text, 0, 20), origin: entry.block.origin }],
      '核对序号',
    ),
  );
}

/** Headings 一、二、 of all sections and within them, in the order of the text, part by part. */
function headingsOf({ explanation }: Disclosure): readonly TextBlock[] {
  const heading = (section: ExplanationSection): TextBlock[] =>
    section.number && /^[一二三四五六七八九十]+$/.test(section.number)
      ? [{ text: `${section.number}、${section.title}`, origin: section.origin }]
      : [];
  return explanation.flatMap((section) => [
    ...heading(section),
    ...section.paragraphs.filter(({ text }) => text.trim().length <= 45 && !/[。；]/.test(text)),
  ]);
}

export const REPEATED_RULES: readonly ReadRule[] = [REPEATED, NUMBERED];
