/** What the page on how to read tells of reading and checking: taken from docs/coverage.md and docs/judging.md, where it was measured. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(import.meta.dirname, '..');
export const MEASURED = join(root, 'packages/web/src/pages/learn/measured.json');

const cellsOf = (line: string): readonly string[] =>
  line
    .split('|')
    .slice(1, -1)
    .map((cell) => cell.trim());

const rowsOf = (name: string): readonly (readonly string[])[] =>
  readFileSync(join(root, 'docs', name), 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('|'))
    .map(cellsOf);

/** @throws where the document no longer has it: then this script has to follow */
function found<T>(value: T | undefined, what: string): T {
  if (value === undefined) throw new Error(`没有找到${what}，请看 scripts/measured-doc.ts。`);
  return value;
}

function readMeasured() {
  const rows = rowsOf('coverage.md');
  const at = (name: string) => rows.findIndex(([first]) => first === `**${name} 合计**`);
  const [, amounts, read, generic, unread, figures, understood] = found(rows[at('cities')], '各城市读出的合计');
  return {
    places: at('cities') - at('samples') - 1,
    amounts: Number(amounts).toLocaleString('en'),
    read: read!,
    generic: generic!,
    unread: unread!,
    figures: Number(figures).toLocaleString('en'),
    understood: understood!,
  };
}

/** Rules, level, how many, right, arguable, wrong. */
function judgedMeasured() {
  const rows = rowsOf('judging.md').filter(([, level]) => level === '错误' || level === '警告');
  const sum = (level: string, column: number) =>
    rows.filter((row) => row[1] === level).reduce((total, row) => total + Number(row[column]), 0);
  found(rows[0], '逐条读下来的结果');
  return {
    errors: sum('错误', 2),
    errorsRight: sum('错误', 3),
    warnings: sum('警告', 2),
    warningsRight: sum('警告', 3),
    wrong: sum('错误', 5) + sum('警告', 5),
  };
}

function foundMeasured() {
  const text = readFileSync(join(root, 'docs/judging.md'), 'utf8');
  const words = rowsOf('judging.md').find(
    ([, ...cells]) => cells.length === 3 && cells.every((one) => /^\d+\/\d+$/.test(one)),
  );
  return {
    tables: found(/报出 (\d+\/\d+)/.exec(text)?.[1], '表里改一个数的结果'),
    amounts: found(words?.[1], '说明里改一个数的结果'),
    percents: found(words?.[2], '说明里改百分比的结果'),
  };
}

/** The whole file. */
export const measuredDoc = (): string =>
  `${JSON.stringify({ read: readMeasured(), judged: judgedMeasured(), found: foundMeasured() }, null, 2)}\n`;

if (process.argv[1] === fileURLToPath(import.meta.url)) writeFileSync(MEASURED, measuredDoc());
