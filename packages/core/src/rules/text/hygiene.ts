/** Slips of the pen in the running text: punctuation, brackets, sentences cut off, residue of the template, broken characters. */
import type { Disclosure, TextBlock } from '../../disclosure.ts';
import type { Finding } from '../../finding.ts';
import type { DisclosureRule } from '../disclosure-rule.ts';
import type { Rule } from '../rule.ts';
import { lineAt, passages, placesIn, quote, textFinding } from './passages.ts';

const GROUP = '文字规范';
const BASIS =
  '《地方预决算公开操作规程》（财预〔2016〕143号）：公开内容完整、真实；公文写作与标点符号用法（GB/T 15834）';

type Describe = (quoted: string, found: string) => { message: string; suggestion?: string };

interface Slip {
  readonly pattern: RegExp;
  readonly describe: Describe;
  /** What looks like a slip and is none. */
  readonly except?: (block: TextBlock, index: number, found: string) => boolean;
}

/** A rule made of patterns: each place of a paragraph where one matches is reported, places of one kind together. */
function slipRule(
  rule: Omit<Rule, 'group' | 'basis'> & Pick<DisclosureRule, 'sure'>,
  slips: readonly Slip[],
): DisclosureRule {
  const whole = { ...rule, group: GROUP, basis: BASIS };
  return {
    ...whole,
    run: (disclosure) =>
      passages(disclosure).flatMap(({ block }) => slips.flatMap((slip) => report(whole, disclosure, block, slip))),
  };
}

function report(rule: Rule, disclosure: Disclosure, block: TextBlock, { pattern, describe, except }: Slip): Finding[] {
  const places = placesIn(block, pattern).filter(({ index, text }) => !except?.(block, index, text));
  const [first] = places;
  if (!first) return [];
  const { message, suggestion } = describe(quote(block.text, first.index, first.index + first.text.length), first.text);
  const more = places.length > 1 ? `（本段共 ${places.length} 处）` : '';
  const evidence = places.map(({ index, text }) => ({
    text: quote(block.text, index, index + text.length),
    origin: lineAt(block, index),
  }));
  return [textFinding(rule, disclosure, message + more, evidence, suggestion)];
}

const PUNCTUATION = slipRule(
  {
    id: 'text-punctuation',
    title: '标点没有重复、冲突',
    severity: 'warning',
    sure: '确定',
    check: '同一标点不连用两次，句号、逗号、顿号、分号、冒号不连在一起。',
  },
  [
    {
      pattern: /([。，、；：])\1+|[，、；：]。|。[，、；]|，[、；]|、[，；]|；[，、：]/g,
      describe: (quoted, found) => ({ message: `“${quoted}”中标点“${found}”重复或冲突`, suggestion: `只保留一个标点` }),
    },
  ],
);

const END = /[。！？；：…”’）)》】〉.!?;:]$/;
const REASON = /(?:主要原因|原因是|原因为|主要用于|主要是)/;

const MISSING_STOP: DisclosureRule = {
  id: 'text-missing-stop',
  title: '句子以句号结束',
  group: GROUP,
  basis: BASIS,
  severity: 'warning',
  sure: '较可靠',
  check: '说明原因、用途的段落是一句话，应以句号结束；标题、清单和被表格或分页断开的段落不算。',
  run: (disclosure) =>
    passages(disclosure).flatMap(({ block }, i, all) => {
      const text = block.text.trim();
      const next = all[i + 1]?.block.text.trim() ?? '';
      const own =
        text.length >= 10 && text.length <= 400 && REASON.test(text) && !END.test(text) && !/[，、]$/.test(text);
      const goesOn =
        next !== '' &&
        !/^(?:[一二三四五六七八九十\d]+[、.．]|[（(]|第|\d{4}|财政|其中|.{0,12}[：:])/.test(next) &&
        next.length < 6;
      if (!own || goesOn) return [];
      const evidence = [{ text: quote(text, text.length - 1), origin: lineAt(block, block.text.length - 1) }];
      return [
        textFinding(MISSING_STOP, disclosure, `“${quote(text, text.length - 1)}”句末缺少句号`, evidence, '补上句号'),
      ];
    }),
};

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
  const plain = text.replace(/\(/g, '（').replace(/\)/g, '）');
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

/** `1）` and `一）` number a list with half a bracket. */
const isNumbering = (text: string, index: number) =>
  /(?:^|[。；：，、\s])[\d一二三四五六七八九十]{1,3}$/.test(text.slice(0, index));

const BRACKETS: DisclosureRule = {
  id: 'text-brackets',
  title: '引号、括号、书名号成对',
  group: GROUP,
  basis: BASIS,
  severity: 'warning',
  sure: '较可靠',
  check: '一段之内引号、括号、书名号左右成对；分页断开而没有收尾的段落不查。',
  run: (disclosure) =>
    passages(disclosure).flatMap(({ block }) => {
      const text = block.text.trim();
      if (!/[。；！？]$/.test(text)) return [];
      const [first, ...more] = unpaired(block.text);
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

const CUT_OFF = slipRule(
  {
    id: 'text-cut-off',
    title: '句子没有说到一半就结束',
    severity: 'error',
    sure: '确定',
    check: '“主要原因是”“主要用于”“主要包括”之后应有内容。',
  },
  [
    {
      pattern: /(?:主要原因(?:是|为)|原因(?:是|为)|主要用于|主要包括)[：:]?(?:[。；]|$)/g,
      describe: (quoted) => ({ message: `“${quoted}”说到一半，后面没有内容`, suggestion: '补写原因或用途' }),
    },
  ],
);

const RESIDUE = slipRule(
  {
    id: 'text-residue',
    title: '没有模板的残留文字',
    severity: 'warning',
    sure: '较可靠',
    check: '没有“增加（减少）”“XX局”“xxxx”“……”等模板中待填的文字。',
  },
  [
    {
      pattern: /增加[（(]减少[）)]|减少[（(]增加[）)]|增加[/／]减少|增长[（(]下降[）)]|[（(]持平[）)]/g,
      describe: (quoted) => ({
        message: `“${quoted}”是模板中供选择的文字，没有改成实际情况`,
        suggestion: '写明是增加、减少还是持平',
      }),
    },
    {
      pattern: /(?<![A-Za-z0-9])(?:[Xx]{2,}|[×✕╳]{2,})(?![A-Za-z0-9])/g,
      describe: (quoted, found) => ({
        message: `“${quoted}”中的“${found}”像是模板中没有填写的地方`,
        suggestion: '填写实际内容',
      }),
    },
    {
      pattern: /(?:是|用于|为|包括)[：:]?(?:…{1,2}|\.{3,6})[。；]?/g,
      describe: (quoted) => ({ message: `“${quoted}”像是模板中没有填写的地方`, suggestion: '填写实际内容' }),
    },
  ],
);

const PLACEHOLDER = slipRule(
  {
    id: 'text-placeholder',
    title: '没有待填写的内容',
    severity: 'error',
    sure: '确定',
    check: '没有“【请填写：…】”“【待补充】”等留给人填写的占位文字。',
  },
  [
    {
      pattern: /【(?:请(?:填写|补充|说明|核实)|待(?:填写?|补充?|定|核实))[^【】]{0,80}】?/g,
      describe: (_, found) => {
        const what = /^【[^：:]*[：:]([^】]+)/.exec(found)?.[1];
        return {
          message: what ? `还没有填写${what}` : `“${found}”处还没有填写`,
          suggestion: '填写实际内容，并删去方括号中的提示',
        };
      },
    },
  ],
);

const BEFORE_LATIN = /[\u4e00-\u9fff]\s?$/;

const GARBLED = slipRule(
  {
    id: 'text-garbled',
    title: '文字显示正常',
    severity: 'warning',
    sure: '较可靠',
    check: '没有无法显示的字、乱码和夹在中文里的外文单词。',
  },
  [
    {
      pattern: /[\ufffd\ue000-\uf8ff]+/g,
      describe: (quoted) => ({ message: `“${quoted}”中有无法显示的字`, suggestion: '核对原文后重新导出' }),
      except: (block, index) => /^[\s\d.、]*$/.test(block.text.slice(0, index)),
    },
    {
      pattern: /(?<![A-Za-z0-9_.@/-])[a-z]{4,}(?![A-Za-z0-9_.@/-])/g,
      describe: (quoted, found) => ({ message: `“${quoted}”中夹有外文“${found}”`, suggestion: '改成中文' }),
      except: (block, index, found) =>
        /^x+$/.test(found) ||
        !BEFORE_LATIN.test(block.text.slice(0, index)) ||
        !/^\s?[\u4e00-\u9fff，。、；]/.test(block.text.slice(index + found.length)),
    },
  ],
);

const DOUBLED = slipRule(
  {
    id: 'text-doubled',
    title: '没有重复的字词',
    severity: 'notice',
    sure: '供参考',
    check: '“的的”“意见意见”等紧接着重复的字词，多为笔误。',
  },
  [
    {
      pattern: /(?<![目])的的(?!确)|了了(?!解)|(意见|情况|工作|管理|项目|支出|预算|资金|建设)\1(?!性|化|制)/g,
      describe: (quoted, found) => ({ message: `“${quoted}”中“${found}”像是重复了`, suggestion: '删去重复的字词' }),
    },
  ],
);

export const HYGIENE_RULES: readonly DisclosureRule[] = [
  PUNCTUATION,
  MISSING_STOP,
  BRACKETS,
  CUT_OFF,
  RESIDUE,
  PLACEHOLDER,
  GARBLED,
  DOUBLED,
];
