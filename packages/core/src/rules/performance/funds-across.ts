/** What a project gets in the table of projects and in its table of targets: one amount, told twice. */
import type { Cell, Disclosure } from '../../disclosure.ts';
import { stepOf } from '../../figures/precision.ts';
import type { Finding } from '../../finding.ts';
import { groupBy } from '../../group-by.ts';
import { PERFORMANCE, PROJECTS } from '../../kinds/index.ts';
import { kindOf } from '../../model/document-kinds.ts';
import { rowsOf } from '../../model/tables.ts';
import { type Fen, formatAmount, wan } from '../../money.ts';
import { typingError } from '../../repair/typing-error.ts';
import { PERFORMANCE_MEASURES } from '../basis.ts';
import type { ReadRule } from '../rule.ts';
import { EVERYWHERE } from '../scope.ts';
import { projectKey } from './budgets.ts';
import { quoted, tableFinding } from './report.ts';

export const PROJECT_FUNDS_ACROSS: ReadRule = {
  phase: 'read',
  id: 'project-funds-across',
  title: '同一项目在项目支出表与绩效目标表里的金额一致',
  group: '绩效目标',
  scope: EVERYWHERE,
  basis: [{ document: PERFORMANCE_MEASURES, says: '绩效目标应与预算相匹配' }],
  severity: 'warning',
  sure: '较可靠',
  check:
    '名称相同、两表里的张数也相同的项目，绩效目标表的资金总额（或其中一项）等于项目支出表的金额。相符的不到三个，或者不到不符的三倍的不报：两张表的口径可能不同；只有一个不符、又只差一处笔误的，有相符的就提示（notice）。',
  run: ({ disclosure }) => (kindOf(disclosure.stage).executes ? [] : fundsAcross(disclosure)),
};

/** So many projects that agree, and so many to each that does not, show that both tables tell the same amounts. */
const WITNESSES = 3;
const RATIO = 3;

/** A project as one of the tables tells it: its amounts by what each is, those of its rows added up. */
interface Told {
  readonly name: string;
  readonly rows: number;
  readonly sums: readonly Fen[];
  /** The first amount as it is printed. */
  readonly cell: Cell;
}

type Amounts = Readonly<Record<string, Cell | undefined>>;

function told(rows: readonly { name: string; amounts: Amounts }[]): ReadonlyMap<string, Told> {
  const named = groupBy(
    rows.filter(({ name }) => name !== ''),
    ({ name }) => projectKey(name),
  );
  const found = [...named].flatMap(([key, same]): [string, Told][] => {
    const columns = [...new Set(same.flatMap(({ amounts }) => Object.keys(amounts)))];
    const sums = columns.map((column) => same.reduce((sum, { amounts }) => sum + (amounts[column]?.fen ?? 0), 0));
    const cell = same.flatMap(({ amounts }) => Object.values(amounts)).find((each) => each !== undefined);
    return key !== '' && cell ? [[key, { name: same[0]!.name, rows: same.length, sums, cell }]] : [];
  });
  return new Map(found);
}

function fundsAcross(disclosure: Disclosure): readonly Finding[] {
  const projects = rowsOf(disclosure, PROJECTS).filter(({ kind }) => kind === 'project');
  const listed = told(projects.map(({ label, cells }) => ({ name: label, amounts: cells })));
  const targets = told(
    rowsOf(disclosure, PERFORMANCE).map(({ project = '', funds = [] }) => ({
      name: project,
      amounts: Object.fromEntries(funds.map(({ amount }, i) => [i, amount])),
    })),
  );
  const slack = (stepOf(disclosure, PROJECTS.id) + stepOf(disclosure, PERFORMANCE.id)) / 2;
  const pairs = [...targets].flatMap(([key, target]) => {
    const project = listed.get(key);
    if (!project || project.rows !== target.rows) return [];
    const near = slack * project.rows;
    const isRight = target.sums.some((fen) => project.sums.some((own) => Math.abs(own - fen) <= near));
    return [{ project, target, isRight }];
  });
  const wrong = pairs.filter(({ isRight }) => !isRight);
  const right = pairs.length - wrong.length;
  if (right >= WITNESSES && right >= wrong.length * RATIO)
    return wrong.map(({ project, target }) => across(disclosure, project, target));
  // Few projects show less of what both tables tell; one digit that differs in one of them is hardly another account of it.
  return right > 0 && wrong.length === 1
    ? wrong
        .filter(({ project, target }) => isSlip(project.sums[0]!, target.sums[0]!))
        .map(({ project, target }) => ({ ...across(disclosure, project, target), severity: 'notice' }))
    : [];
}

const isSlip = (a: Fen, b: Fen): boolean => typingError(formatAmount(a, '万元'), formatAmount(b, '万元')) !== undefined;

function across(disclosure: Disclosure, project: Told, target: Told): Finding {
  const [own, fen] = [project.sums[0]!, target.sums[0]!];
  const amount = (each: Fen) => `${wan(each)}`;
  const message = `项目${quoted(project.name)}在${PROJECTS.name}里是 ${amount(own)}，在${PERFORMANCE.name}里是 ${amount(fen)}，相差 ${amount(Math.abs(fen - own))}`;
  const evidence = [
    { form: PERFORMANCE.id, row: target.name, text: target.cell.text, origin: target.cell.origin },
    { form: PROJECTS.id, row: project.name, text: project.cell.text, origin: project.cell.origin },
  ];
  const made = tableFinding(PROJECT_FUNDS_ACROSS.id, 'warning', disclosure, message, evidence, '请核对两张表的金额');
  return { ...made, expected: own, actual: fen, difference: fen - own };
}
