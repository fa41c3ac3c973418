/** Punctuation: doubled or clashing marks, sentences without a stop, marks without their partner. */
import type { Disclosure, ExplanationSection } from '../../disclosure.ts';
import type { Finding } from '../../finding.ts';
import { fullBrackets } from '../../text/fold.ts';
import type { ReadRule } from '../rule.ts';
import { EVERYWHERE } from '../scope.ts';
import { lineAt, passages, quote, textFinding } from './passages.ts';
import { BASIS, GROUP, slipRule } from './slip.ts';

const PUNCTUATION = slipRule(
  {
    id: 'text-punctuation',
    title: '标点没有重复、冲突',
    severity: 'warning',
    sure: '确定',
    check: '同一标点不连用两次，句号、逗号、顿号、分号、冒号不连在一起；数字里的千分号不用中文逗号。',
  },
  [
    {
      pattern: /([。，、；：])\1+|[，、；：]。|。[，、；]|，[、；]|、[，；]|；[，、：]/g,
      describe: (quoted, found) => ({ message: `“${quoted}”中标点“${found}”重复或冲突`, suggestion: `只保留一个标点` }),
    },
    {
      pattern: /(?<![\d.,，])\d{1,3}(?:[,，]\d{3})*，\d{3}(?:\.\d+)?(?=\s*(?:万元|亿元|元))/g,
      describe: (_, found) => ({ message: `“${found}”的千分号用了中文逗号`, suggestion: '数字里的千分号用半角逗号' }),
    },
  ],
);

const END = /[。！？；：…”’）)》】〉.!?;:]$/;
const REASON = /(?:主要原因|原因是|原因为|主要用于|主要是)/;

/** Prose that tells figures: a sentence, not a heading, a list entry or a caption. */
const TOLD = /[，；。].*\d\s*(?:万元|%|辆|台（套）|个|人次)|\d\s*(?:万元|%|辆).*[，；。]|(?:安排|为|共计).*\d\s*万元$/;

const MISSING_STOP: ReadRule = {
  phase: 'read',
  id: 'text-missing-stop',
  title: '句子以句号结束',
  group: GROUP,
  scope: EVERYWHERE,
  basis: BASIS,
  severity: 'warning',
  sure: '较可靠',
  check:
    '说明原因、用途、数字的段落是一句话，应以句号结束，下一段另起序号的不以逗号、顿号结束；一节的最后一段不以分号、逗号结束。标题、清单和被表格或分页断开的段落不算。',
  run: ({ disclosure }) => [
    ...passages(disclosure).flatMap(({ block }, i, all) => {
      const text = block.text.trim();
      const next = all[i + 1]?.block.text.trim() ?? '';
      const isLeft = /[，、]$/.test(text) && NUMBERED.test(next);
      if (!isSentence(text) || (isEnded(text) && !isLeft) || goesOn(next)) return [];
      const evidence = [{ text: quote(text, text.length - 1), origin: lineAt(block, block.text.length - 1) }];
      return [
        textFinding(
          MISSING_STOP,
          disclosure,
          `“${quote(text, text.length - 1)}”句末缺少句号，或句子没有写完`,
          evidence,
          '补上句号',
        ),
      ];
    }),
    ...leftOpen(disclosure),
  ],
};

/** Another numbered paragraph begins: what ends with a comma before it does not go on there. */
const NUMBERED = /^(?:（[一二三四五六七八九十\d]+）|[一二三四五六七八九十]+、|\d{1,2}[.．、](?!\d))/;

/** A heading of its own, no entry of the list that the section before it began. */
const isHeading = ({ title }: ExplanationSection): boolean => title.length <= 30 && !/[，；。;]/.test(title);

/** 其他收入6.2万元，占0.21%； and then the next section. */
function leftOpen(disclosure: Disclosure): readonly Finding[] {
  return disclosure.explanation.flatMap(({ paragraphs }, i, all) => {
    const [last, next] = [paragraphs.at(-1), all[i + 1]];
    const text = last?.text.trim() ?? '';
    const mark = /[；;]$/.test(text) ? '分号' : /[，,]$/.test(text) && isSentence(text) ? '逗号' : undefined;
    if (!last || !next || !isHeading(next) || text.length < 10 || !mark) return [];
    const quoted = quote(text, text.length - 1);
    const evidence = [{ text: quoted, origin: lineAt(last, last.text.length - 1) }];
    return [
      textFinding(
        MISSING_STOP,
        disclosure,
        `“${quoted}”是一节的最后一句，以${mark}结束`,
        evidence,
        '改为句号，或补上缺少的内容',
      ),
    ];
  });
}

const isSentence = (text: string) =>
  (text.length >= 10 && text.length <= 600 && REASON.test(text)) || (text.length >= 30 && TOLD.test(text));

/** A bracket closes a sentence only where that stands in it as a whole; 0台（套） does not. */
const isEnded = (text: string) => (END.test(text) && !/（套）$/.test(text)) || /[，、]$/.test(text) || /\t/.test(text);

/** A short rest of the sentence, torn off by a table or a page. */
const goesOn = (next: string) =>
  next !== '' &&
  next.length < 6 &&
  !/^(?:[一二三四五六七八九十\d]+[、.．]|[（(]|第|\d{4}|财政|其中|.{0,12}[：:])/.test(next);

const PAIRS: readonly (readonly [open: string, close: string, name: string])[] = [
  ['“', '”', '引号'],
  ['‘', '’', '引号'],
  ['（', '）', '括号'],
  ['《', '》', '书名号'],
  ['【', '】', '括号'],
  ['「', '」', '引号'],
];

/** Positions of marks without a partner; half-width brackets count as full-width ones. */
export function unpaired(text: string): { index: number; name: string; open: boolean }[] {
  const plain = fullBrackets(text);
  return PAIRS.flatMap(([open, close, name]) => {
    const waiting: number[] = [];
    const extra: { index: number; name: string; open: boolean }[] = [];
    [...plain].forEach((char, index) => {
      if (char === open) waiting.push(index);
      else if (char === close && waiting.pop() === undefined && !isNumbering(plain, index))
        extra.push({ index, name, open: false });
    });
    return [...extra, ...waiting.map((index) => ({ index, name, open: true }))];
  });
}

/** `1）`, `一）` and `a)` number a list with half a bracket. */
const isNumbering = (text: string, index: number) =>
  /(?:^|[。；：，、\s])(?:[\d一二三四五六七八九十]{1,3}|[a-zA-Z])$/.test(text.slice(0, index));

/** 三）公务接待费 where the list is numbered （一）. */
const unopened = (text: string) =>
  /^[一二三四五六七八九十]{1,3}[）)]/.test(text) ? [{ index: 0, name: '括号', open: false }] : [];

/** 【请填写：… without its end. */
const LEFT_OPEN = /【(?:请|待)[^】]*$/;

const BRACKETS: ReadRule = {
  phase: 'read',
  id: 'text-brackets',
  title: '引号、括号、书名号成对',
  group: GROUP,
  scope: EVERYWHERE,
  basis: BASIS,
  severity: 'warning',
  sure: '较可靠',
  check: '一段之内引号、括号、书名号左右成对；分页断开而没有收尾的段落不查。',
  run: ({ disclosure }) =>
    passages(disclosure).flatMap(({ block }, i, all) => {
      const text = block.text.trim();
      if (!/[。；！？：:]”*$/.test(text)) return [];
      // A place that waits to be filled in may go over the end of a page.
      const isRest = LEFT_OPEN.test(all[i - 1]?.block.text ?? '');
      const found = unpaired(block.text).filter(({ index }) => !isRest || block.text[index] !== '】');
      const [first, ...more] = [...unopened(text), ...found];
      if (!first) return [];
      const side = first.open ? '右' : '左';
      const message = `“${quote(block.text, first.index)}”中的${first.name}不成对，缺少${side}${first.name}或多出${first.open ? '左' : '右'}${first.name}`;
      const evidence = [first, ...more].map(({ index }) => ({
        text: quote(block.text, index),
        origin: lineAt(block, index),
      }));
      return [textFinding(BRACKETS, disclosure, message, evidence)];
    }),
};

const ASCII =
  /(?<=[\u4e00-\u9fff])(?:[,;?!](?=[\u4e00-\u9fff])|,(?=\d))|(?<=[\u4e00-\u9fff])"(?=[^"]{1,20}"[\u4e00-\u9fff])/g;

const HALF_WIDTH: ReadRule = {
  phase: 'read',
  id: 'text-half-width',
  title: '中文里用中文标点',
  group: GROUP,
  scope: EVERYWHERE,
  basis: BASIS,
  severity: 'notice',
  sure: '确定',
  check: '两个汉字之间不用半角的逗号、分号、问号、叹号、引号，汉字和数字之间不用半角的逗号；一份文本只提示一次。',
  run: ({ disclosure }) => {
    const places = passages(disclosure).flatMap(({ block }) =>
      [...block.text.matchAll(ASCII)].map(({ index }) => ({
        text: quote(block.text, index),
        origin: lineAt(block, index),
      })),
    );
    const [first] = places;
    if (!first) return [];
    const message = `“${first.text}”等 ${places.length} 处中文之间用了半角标点`;
    return [textFinding(HALF_WIDTH, disclosure, message, places, '改用全角标点')];
  },
};

export const PUNCTUATION_RULES: readonly ReadRule[] = [PUNCTUATION, MISSING_STOP, BRACKETS, HALF_WIDTH];
