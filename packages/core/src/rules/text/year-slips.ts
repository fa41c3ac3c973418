/** Years that one slip of typing made no year: 204年度, 20255年, 2205年. */
import type { Finding } from '../../finding.ts';
import { typingError } from '../../repair/typing-error.ts';
import { plainText } from '../../text/fold.ts';
import { DISCLOSURE } from '../basis.ts';
import type { ReadRule } from '../rule.ts';
import { EVERYWHERE } from '../scope.ts';
import { lineAt, type Passage, printedLines, quote, textFinding } from './passages.ts';

/** Digits before 年 that no years of the calendar have; durations (100年以上, 使用年限120年内) say so. */
const MALFORMED = /(?<![\d.,，〔［[第近约满超历])(?:\d{3}|\d{5}|(?!19|20)\d{4})(?=年(?![内以来限期多余代]))/g;
/** A year far off that a document of its own year cannot be of: 2052年度部门预算. */
const AHEAD =
  /(?<![\d.〔［[至到])20\d\d(?=年度?(?:部门|单位|一般公共|“三公|机关运行|政府采购|财政拨款|收入|支出|预算|决算))/g;
/** So many years ahead some plan may still be told of. */
const NEAR = 5;

export const YEAR_SLIP: ReadRule = {
  phase: 'read',
  id: 'text-year-slip',
  title: '年份没有写错数字',
  group: '公开内容',
  scope: EVERYWHERE,
  basis: [{ document: DISCLOSURE, says: '公开内容应准确' }],
  severity: 'error',
  sure: '较可靠',
  check: '“年”前面的数字不是年份，而与本年度或前后一年只差一处笔误（漏一位、多一位、错一位、两位颠倒）。',
  run: ({ disclosure }) => {
    const { year } = disclosure;
    if (year === undefined) return [];
    return printedLines(disclosure).flatMap((line) => slipsIn(line, year).map((slip) => slip(disclosure)));
  },
};

type Slip = (disclosure: Parameters<typeof textFinding>[1]) => Finding;

function slipsIn({ block }: Passage, year: number): readonly Slip[] {
  const text = plainText(block.text);
  const ahead = [...text.matchAll(AHEAD)].filter(([told]) => Number(told) > year + NEAR);
  return [...text.matchAll(MALFORMED), ...ahead].flatMap(({ 0: told, index }): readonly Slip[] => {
    const meant = [year, year - 1, year + 1].find((each) => isSlip(told, String(each), Number(told) > year + NEAR));
    if (meant === undefined) return [];
    const message = `“${told}年”不是年份，与 ${meant} 年只差一处笔误`;
    const evidence = [{ text: quote(text, index, index + told.length), origin: lineAt(block, index) }];
    return [(disclosure) => textFinding(YEAR_SLIP, disclosure, message, evidence, '请核对年份')];
  });
}

/** Whether one slip turns a year into the digits; of two real years only swapped digits tell. */
function isSlip(told: string, year: string, isYear: boolean): boolean {
  const slip = typingError(told, year);
  if (/^20\d\d$/.test(told)) return isYear && slip === 'swapped-digits';
  return slip === 'dropped-digit' || slip === 'added-digit' || slip === 'wrong-digit' || slip === 'swapped-digits';
}
