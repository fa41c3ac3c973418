/**
 * Projects that the words introduce line by line (项目名称：…；预算安排规模：…万元；资金分配情况：…; 1.…经费 （5）年度预算安排：…万元): what one may spend is what the tables give it,
 * and what it is divided into makes that up.
 */
import type { Disclosure, Origin } from '../../disclosure.ts';
import { stepOf } from '../../figures/precision.ts';
import type { Finding } from '../../finding.ts';
import { type Fen, wan } from '../../money.ts';
import { plainText } from '../../text/fold.ts';
import { withoutNumbering } from '../../text/numbering.ts';
import { figuresOf } from '../../words/figures.ts';
import { projectKey } from './budgets.ts';
import { quoted, tableFinding, wordsEvidence } from './report.ts';
import { toldProjects } from './told-projects.ts';

interface Line {
  readonly text: string;
  readonly origin: Origin;
}

interface Block {
  readonly name: string;
  readonly scale: Line & { readonly fen: Fen; readonly step: Fen };
  readonly divided: Line | undefined;
}

const NAME = /^项目名称：(.{2,60}?)[。；]?$/;
const SCALE = /^(?:(?:年度)?预算安排(?:规模)?|预算规模|资金规模|预算金额|项目金额|项目预算)(?:为)?：?(?=\d)/;
const DIVIDED = /^(?:资金|经费)(?:分配|安排|使用)(?:情况|方案)?：/;
/** Words by which a division tells not all of it, or tells a part of a part. */
const SOME = /等|主要|其中|包括|每|人均|标准/;

/** Projects of the words that the tables give another sum, or whose own parts make up another. */
export function projectBlocks(disclosure: Disclosure, rule: string): readonly Finding[] {
  const told = toldProjects(disclosure);
  const names = new Set(told.map(({ name }) => projectKey(name)));
  return blocksOf(disclosure, names).flatMap((block) => {
    const { name, scale } = block;
    const same = told.filter((project) => projectKey(project.name) === projectKey(name));
    const isRight = same.some(({ sum, amounts, form }) =>
      [sum, ...amounts.map(({ fen }) => fen)].some(
        (fen) => Math.abs(fen - scale.fen) * 2 <= scale.step + stepOf(disclosure, form),
      ),
    );
    const [first] = same;
    const against =
      first && !isRight
        ? [
            finding(
              block,
              first.sum,
              `项目${quoted(name)}的说明写${quoted(scale.text)}，表中该项目是 ${wan(first.sum)}`,
            ),
          ]
        : [];
    return [...against, ...divisions(block)];
  });

  function finding({ name, scale }: Block, expected: Fen, message: string, more?: Line): Finding {
    const evidence = [scale, ...(more ? [more] : [])].map(({ text, origin }) => wordsEvidence(text, origin, name));
    const made = tableFinding(rule, 'warning', disclosure, message, evidence, '请核对金额');
    return { ...made, expected, actual: scale.fen, difference: scale.fen - expected };
  }

  function divisions(block: Block): readonly Finding[] {
    const { name, scale, divided } = block;
    if (!divided) return [];
    const parts = figuresOf(divided.text).flatMap(({ printed }) => (printed.kind === 'amount' ? [printed] : []));
    const sum = parts.reduce((total, { fen }) => total + fen, 0);
    const slack = parts.reduce((total, { step }) => total + step, scale.step);
    const gap = sum - scale.fen;
    if (parts.length < 2 || Math.abs(gap) * 2 <= slack || SOME.test(divided.text)) return [];
    // The whole told once more before its parts.
    if (parts.some(({ fen }) => Math.abs(fen - scale.fen) * 2 <= slack)) return [];
    const message = `项目${quoted(name)}${quoted(scale.text)}，${quoted(divided.text)}各项之和是 ${wan(sum)}`;
    return [finding(block, sum, message, divided)];
  }
}

/** A project is introduced by 项目名称：…, or by a line that is the name of one of the tables'. */
function blocksOf({ explanation }: Disclosure, names: ReadonlySet<string>): readonly Block[] {
  const nameOf = (text: string): string | undefined =>
    NAME.exec(text)?.[1] ?? (names.has(projectKey(text)) ? text : undefined);
  const lines = explanation.flatMap(({ paragraphs }) =>
    paragraphs.map(({ text, origin }): Line => ({ text: withoutNumbering(plainText(text)), origin })),
  );
  const starts = lines.flatMap(({ text }, at) => (nameOf(text) === undefined ? [] : [at]));
  return starts.flatMap((at, i): Block[] => {
    const block = lines.slice(at, Math.min(starts[i + 1] ?? lines.length, at + LONGEST));
    const scale = block.find(({ text }) => SCALE.test(text));
    const [figure] = scale ? figuresOf(scale.text) : [];
    if (!scale || figure?.printed.kind !== 'amount') return [];
    const { fen, step } = figure.printed;
    const divided = block.find(({ text }) => DIVIDED.test(text));
    return [{ name: nameOf(block[0]!.text)!, scale: { ...scale, fen, step }, divided }];
  });
}

/** Lines that a project's introduction may have. */
const LONGEST = 15;
