/** Goals in words, as the lines of performance tables print them. */
import { squeeze } from '../text/fold.ts';
import { matcher } from '../vocabulary/index.ts';
import type { PrintedCell } from './kind.ts';

/** What heads the goal, in a column or beside its line. */
export const GOAL_HEADERS: readonly string[] = [
  '[<年度|当年|本年|项目|实施期|部门>]<总体|整体|绩效|总体绩效|整体绩效>目标',
  '<年度|当年|本年|实施期>目标',
];

const GOAL = matcher([[true, GOAL_HEADERS]]);
const isGoal = (label: string): boolean => GOAL(squeeze(label).replace(/(?:\d+|内容)$/, '')) === true;

/** The goal of a line that begins with its label; undefined where it is none. */
export function goalOf(texts: readonly string[]): string | undefined {
  const words = texts.slice(texts.findIndex((text) => !isGoal(text)));
  if (isGoal(texts[0] ?? '') && words.length > 0 && !isGoal(words[0]!)) return words.join('\n');
  const inline = /^绩效目标[:：\s]*(\d+[.．、].+)$/.exec(texts[0] ?? '');
  return inline && texts.length === 1 ? inline[1] : undefined;
}

type Line = readonly PrintedCell[];

const textsOf = (line: Line) => line.map(({ text }) => text).filter((text) => text !== '');

/** The goals of lines above the indicators. One under a label alone, and one beside a label that goes on from the line above, is a goal, too. */
export function goalsOfLines(lines: readonly Line[]): readonly string[] {
  let isOpen = false;
  return lines.flatMap((line) => {
    const texts = textsOf(line);
    const goal = goalOf(texts) ?? (isOpen && texts.length === 1 ? texts[0] : unlabelled(texts));
    isOpen = isGoal(texts[0] ?? '') && (texts.length === 1 || line.some(({ isSide }) => isSide));
    if (goal !== undefined && texts.length === 1 && line[0]?.covered === 'above') isOpen = true;
    return goal === undefined ? [] : [goal];
  });
}

/** One long cell alone is a goal whose label was lost. */
const unlabelled = (texts: readonly string[]): string | undefined =>
  texts.length === 1 && /^\d+[.．、]/.test(texts[0]!) ? texts[0] : undefined;
