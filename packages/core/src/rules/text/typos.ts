/** Fixed terms of budgets with one character wrong: 一般公共予算, 因工出国, 财政拔款. */
import { conceptById, FUND_IDS } from '../../vocabulary/index.ts';
import type { ReadRule } from '../rule.ts';
import { EVERYWHERE } from '../scope.ts';
import { lineAt, printedLines, quote, textFinding } from './passages.ts';
import { BASIS, GROUP } from './slip.ts';

/** Terms so long that one other character in them is no other term. */
const TERMS: readonly string[] = [
  ...FUND_IDS.map((id) => conceptById(id).name),
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

/** Other terms that differ from one of them by one character. */
const ALIKE: readonly string[] = [
  '公务用车处置',
  '国有资产经营预算',
  '公务接待量',
  '机关运转经费',
  '住房保障收入',
  '国有资本经营决算',
];

/** Short terms and what is typed for them. */
const SLIPS: Readonly<Record<string, string>> = {
  财政拔款: '财政拨款',
  财政拨歀: '财政拨款',
  因工出国: '因公出国',
  公物接待: '公务接待',
  公务接侍: '公务接待',
  公务车用: '公务用车',
  公用用车: '公务用车',
  政府采构: '政府采购',
  政府釆购: '政府采购',
  予算: '预算',
  预决箅: '预决算',
  经废: '经费',
  绩校: '绩效',
  收人预算: '收入预算',
  财政拨款收人: '财政拨款收入',
  部们: '部门',
  万员: '万元',
  基木支出: '基本支出',
  项日支出: '项目支出',
  帐户: '账户',
};

interface Typo {
  readonly wrong: string;
  readonly right: string;
}

/** `一般公共.算` and the like: each term with one character open, as one pattern. */
const NEAR = new RegExp(
  TERMS.flatMap((term) =>
    [...term]
      .slice(1, -1)
      .map((right, i) => `${term.slice(0, i + 1)}(?!${right})[\\u4e00-\\u9fff]${term.slice(i + 2)}`),
  ).join('|'),
  'g',
);
const oneOff = (wrong: string) => (term: string) =>
  term.length === wrong.length && [...term].filter((char, i) => char !== wrong[i]).length === 1;
const SHORT = new RegExp(`(?:${Object.keys(SLIPS).join('|')})(?!车)`, 'g');

function typosIn(text: string): readonly (Typo & { index: number })[] {
  const near = [...text.matchAll(NEAR)].flatMap((match) => {
    const right = TERMS.find(oneOff(match[0]));
    return right && !ALIKE.includes(match[0]) ? [{ wrong: match[0], right, index: match.index }] : [];
  });
  const short = [...text.matchAll(SHORT)].map((match) => ({
    wrong: match[0],
    right: SLIPS[match[0]]!,
    index: match.index,
  }));
  return [...short, ...near.filter(({ wrong }) => !short.some((slip) => wrong.includes(slip.wrong)))];
}

export const TYPO: ReadRule = {
  phase: 'read',
  id: 'text-typo',
  title: '固定用语没有错字',
  group: GROUP,
  scope: EVERYWHERE,
  basis: BASIS,
  severity: 'warning',
  sure: '较可靠',
  check: '一般公共预算、政府采购预算等固定用语只差一个字，或写成常见的错字。',
  run: ({ disclosure }) =>
    printedLines(disclosure).flatMap(({ block }) => {
      const [first, ...more] = typosIn(block.text);
      if (!first) return [];
      const evidence = [first, ...more].map(({ wrong, index }) => ({
        text: quote(block.text, index, index + wrong.length),
        origin: lineAt(block, index),
      }));
      const message = `“${evidence[0]!.text}”中的“${first.wrong}”应为“${first.right}”`;
      return [textFinding(TYPO, disclosure, message, evidence, `改为“${first.right}”`)];
    }),
};
