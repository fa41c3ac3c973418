/** Goals in words, as the lines of performance tables print them. */
import { squeeze } from '../text/fold.ts';
import { matcher } from '../vocabulary/index.ts';
import type { PrintedCell, PrintedRow } from './kind.ts';

/** What heads the goal, in a column or beside its line. */
export const GOAL_HEADERS: readonly string[] = [
  '[<年度|当年|本年|项目|实施期|部门>]<总体|整体|绩效|总体绩效|整体绩效>目标',
  '<年度|当年|本年|实施期|中期|规划期>[总]目标',
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

const columnOf = (line: Line) => line.findIndex(({ text }) => text !== '');
const isBlank = (cell: PrintedCell | undefined) => cell !== undefined && cell.text === '' && !cell.covered;

const textsOf = (line: Line) => line.map(({ text }) => text).filter((text) => text !== '');

/** The goal of a row among the indicators, which has nothing of an indicator itself: its label may stand beside those, too. */
export const goalOfRow = (row: PrintedRow): string | undefined =>
  row.text('target') === undefined && row.text('levelled') === undefined ? goalOf(row.all) : undefined;

/**
 * The goals of lines above the indicators. One under a label alone, and one beside a label that goes on from the line above, is a goal,
 * too, as are those below labels side by side; what stands left of where the goal stood, blank itself, is the next label with nothing beside it.
 */
export function goalsOfLines(lines: readonly Line[]): readonly string[] {
  let isOpen = false;
  let goalColumn = -1;
  let isHeader = false;
  return lines.flatMap((line) => {
    const texts = textsOf(line);
    const isBelow = isHeader && !texts.some(isGoal);
    isHeader = texts.length > 1 && texts.every(isGoal);
    // 实施期目标 | 年度目标, each above its words.
    if (isBelow) return texts;
    const isLabel = columnOf(line) < goalColumn && isBlank(line[goalColumn]);
    const goesOn = isOpen && texts.length === 1 && !isLabel;
    const goal = goalOf(texts) ?? (goesOn ? texts[0] : unlabelled(texts));
    isOpen = isGoal(texts[0] ?? '') && (texts.length === 1 || line.some(({ isSide }) => isSide));
    if (isGoal(texts[0] ?? '')) goalColumn = line.findIndex(({ text }) => text !== '' && !isGoal(text));
    if (goal !== undefined && texts.length === 1 && line[0]?.covered === 'above') isOpen = true;
    return goal === undefined ? [] : [goal];
  });
}

/** One long cell alone is a goal whose label was lost, or one that begins with it: 主要政策任务：深化…. */
const unlabelled = (texts: readonly string[]): string | undefined =>
  texts.length === 1 && /^\d+[.．、]|^[\u4e00-\u9fff]{0,8}(?:任务|目标)[:：].{20}/.test(texts[0]!)
    ? texts[0]
    : undefined;
