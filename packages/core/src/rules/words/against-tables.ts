/** Figures of the words against the tables, and against the same figure elsewhere in the words. */

import type { Disclosure } from '../../disclosure.ts';
import { formName } from '../../equations/names.ts';
import {
  alsoMeant,
  figure as bestFigure,
  type Figure,
  figures as figuresAt,
  isBlank,
  namedProject,
} from '../../figures/index.ts';
import { groupsBy } from '../../group-by.ts';
import { PROJECTS } from '../../kinds/index.ts';
import { addressOf, thingOf } from '../../model/quantity.ts';
import { type Fen, formatAmount, wan } from '../../money.ts';
import { slipLikelihood } from '../../repair/typing-error.ts';
import { withoutNumbering } from '../../text/numbering.ts';
import { fundNamed } from '../../vocabulary/index.ts';
import { USUAL_STEP, usualStepOf } from '../../words/fineness.ts';
import { fenOf, type Mention } from '../../words/mention.ts';
import type { Candidate } from './candidate.ts';
import { isCurrent, paragraphsOf, type Told } from './facts.ts';
import { cellEvidence, gapText, type Issue, quoted, wordEvidence } from './issue.ts';

type Fit = 'equal' | 'rounded' | 'differs';

/**
 * `rounded`: explained by the decimals printed, though the words usually print more, or by a last digit cut off.
 * @param usual the last digit that the words usually print, in fen
 */
export function fitOf(words: Fen, wordStep: Fen, table: Fen, tableStep: Fen, usual = USUAL_STEP): Fit {
  const off = Math.abs(words - table);
  if (off * 2 <= Math.min(wordStep, usual) + tableStep) return 'equal';
  if (wordStep >= 100_000_000 && off * 2 <= wordStep) return 'equal';
  return off < wordStep || (off === wordStep && wordStep <= usual) ? 'rounded' : 'differs';
}

interface Wrong {
  readonly mention: Mention;
  readonly actual: Fen;
  readonly figure: Figure | undefined;
  readonly twin: Mention | undefined;
}

/** The figures of the words beside those of the tables. */
interface Comparison {
  readonly proposals: readonly Candidate[];
  /** Mentions that a table confirms. */
  readonly confirmed: ReadonlySet<Mention>;
}

/** Every amount of the words beside the tables' figure for it, or beside the same amount elsewhere in the words. */
export function compareWithTables(told: Told): Comparison {
  const levels = told.mentions.filter(
    (m) => (m.aspect === 'level' || m.aspect === 'initial') && isCurrent(told, m) && fenOf(m) !== undefined,
  );
  const compared = groupsBy(levels, (m) => `${m.quantity} ${m.aspect}`).map((same) => {
    const first = same[0]!;
    const figures = figuresFor(told, first);
    const usual = usualStepOf(told.mentions);
    return figures.length > 0
      ? againstFigures(same, figures, usual)
      : { ...NOTHING, wrong: againstEachOther(same, usual) };
  });
  const operating = agencyOperating(told, levels);
  const wrong = groupsBy(
    compared.flatMap((each) => each.wrong),
    (w) => `${w.figure?.fen ?? fenOf(w.twin!)} ${w.actual}`,
  );
  return {
    proposals: [
      ...compared.flatMap(({ rounded }) => rounded),
      ...operating.proposals,
      ...wrong.map(wrongFigure),
      ...adjustedBudgets(told),
    ],
    confirmed: new Set([...compared.flatMap(({ confirmed }) => confirmed), ...operating.confirmed]),
  };
}

/** What the mentions of one quantity come to beside its figures. */
interface Judged {
  readonly confirmed: readonly Mention[];
  readonly rounded: readonly Candidate[];
  readonly wrong: readonly Wrong[];
}

const NOTHING: Judged = { confirmed: [], rounded: [], wrong: [] };

/** The fund that the section of a figure is of: 五、2025年一般公共预算当年拨款情况. */
const fundOf = ({ explanation }: Disclosure, { section }: Mention['place']) =>
  fundNamed(withoutNumbering(explanation[section]?.title ?? '').replace(/^(?:关于)?(?:\d{4}年度?)?/, ''));

function figuresFor({ disclosure }: Told, { quantity, aspect, place }: Mention): readonly Figure[] {
  const address = addressOf(quantity, aspect === 'initial' ? 'budget' : undefined);
  // What a fund pays for an item is no more than all that is spent on it: where the fund's table was not read, nothing can be said.
  const fund = fundOf(disclosure, place);
  const isItem = address?.form === 'expenditure' && address.row !== 'total';
  if (fund && isItem && disclosure.statements.every(({ form }) => form !== fund)) return [];
  return [...figuresAt(disclosure, address), ...alsoMeant(disclosure, address), ...namedProject(disclosure, quantity)];
}

/** As many other budgets of the three publics must be those of the table before one that is not is a mistake. */
const ENOUGH = 2;

/** 全年预算数 of “三公”经费 beside the budget that their table prints: that it prints this budget is known by the other figures of it. */
function adjustedBudgets(told: Told): readonly Candidate[] {
  const usual = usualStepOf(told.mentions);
  const pairs = told.mentions.flatMap((mention) => {
    const fen = fenOf(mention);
    const isOwn = mention.aspect === 'adjusted' && thingOf(mention.quantity) === 'three-publics';
    if (!isOwn || fen === undefined || !isCurrent(told, mention)) return [];
    const { state, figure } = bestFigure(told.disclosure, addressOf(mention.quantity, 'budget'));
    return state === 'printed' && figure.fen !== 0 ? [{ mention, actual: fen, figure, twin: undefined }] : [];
  });
  const differs = ({ mention, actual, figure }: (typeof pairs)[number]) =>
    fitOf(actual, stepOf(mention), figure.fen, figure.step, usual) === 'differs';
  const [wrong, ...more] = pairs.filter(differs);
  const right = new Set(pairs.filter((pair) => !differs(pair)).map(({ mention }) => mention.quantity));
  return wrong && more.length === 0 && right.size >= ENOUGH ? [wrongFigure([wrong])] : [];
}

const ALL_OPERATING = addressOf('basic[total].operating');

/**
 * Where no table prints 机关运行经费, it is at most the operating part of basic expenditure: the whole of it for agencies,
 * less where institutions are among the units. A single slip of typing away from it is no such part.
 */
function agencyOperating(told: Told, levels: readonly Mention[]): Comparison {
  const mention = levels.find(({ quantity, aspect }) => quantity === 'agency-operating' && aspect === 'level');
  const { state, figure } = bestFigure(told.disclosure, ALL_OPERATING);
  const nothing = { proposals: [], confirmed: new Set<Mention>() };
  if (!mention || state !== 'printed' || figuresFor(told, mention).length > 0) return nothing;
  const actual = fenOf(mention)!;
  if (fitOf(actual, stepOf(mention), figure.fen, figure.step, usualStepOf(told.mentions)) !== 'differs')
    return { ...nothing, confirmed: new Set([mention]) };
  const slip = slipLikelihood(formatAmount(actual, '万元'), formatAmount(figure.fen, '万元')) > 0;
  if (!slip && actual < figure.fen) return nothing;
  const severity = slip ? 'error' : 'warning';
  const evidence = [wordEvidence(mention), cellEvidence(figure)];
  const issue = tableIssue([{ mention, actual, figure, twin: undefined }], figure, actual, evidence);
  return { ...nothing, proposals: [{ issue: { ...issue, severity }, blames: [mention], unless: [mention] }] };
}

function againstFigures(same: readonly Mention[], figures: readonly Figure[], usual: Fen): Judged {
  const judged = same.map((mention) => {
    const actual = fenOf(mention)!;
    const fits = figures.map((figure) => fitOf(actual, stepOf(mention), figure.fen, figure.step, usual));
    const fit: Fit = fits.includes('equal') ? 'equal' : fits.includes('rounded') ? 'rounded' : 'differs';
    return { mention, actual, fit };
  });
  const of = (fit: Fit) => judged.filter((each) => each.fit === fit);
  const confirmed = of('equal').map(({ mention }) => mention);
  // A figure copied in one place is no rounding of it in another: what prints as many digits as the table prints the same.
  const exact = judged.find(({ actual }) => figures.some((figure) => figure.fen === actual));
  const together = exact ? (paragraphsOf(same).find((each) => each.includes(exact.mention)) ?? []) : [];
  const off = of('equal').filter(
    ({ mention, actual }) =>
      together.includes(mention) && figures.every((figure) => figure.fen !== actual && figure.step === stepOf(mention)),
  );
  return {
    confirmed,
    rounded: [
      ...of('rounded').map(({ mention, actual }) => roundedFigure(mention, actual, nearest(figures, actual))),
      ...off.map(({ mention, actual }) => roundedFigure(mention, actual, nearest(figures, actual), exact?.mention)),
    ],
    wrong: of('differs').map(({ mention, actual }) => {
      return { mention, actual, figure: nearest(figures, actual), twin: confirmed[0] };
    }),
  };
}

/** Of several figures that the words may mean the one that they come nearest to; blank ones stand behind. */
function nearest(figures: readonly Figure[], actual: Fen): Figure {
  const printed = figures.filter((each) => !isBlank(each));
  return (printed.length > 0 ? printed : figures).reduce((best, each) =>
    Math.abs(each.fen - actual) < Math.abs(best.fen - actual) ? each : best,
  );
}

const stepOf = ({ printed }: Mention) => (printed.kind === 'amount' ? printed.step : 0);

/** A table's figure as the words would tell it: in their unit, to their last digit. */
function asTold({ printed }: Mention, fen: Fen): string {
  if (printed.kind !== 'amount') return wan(fen);
  const step = Math.min(printed.step, printed.unit === '万元' ? USUAL_STEP : printed.step);
  return `${formatAmount(Math.round(fen / step) * step, printed.unit)} ${printed.unit}`;
}

/** Where no table has the figure: two different ones in one paragraph, or one against several in the document. */
function againstEachOther(same: readonly Mention[], usual: Fen): readonly Wrong[] {
  const [first] = same;
  if (!first || same.length < 2 || thingOf(first.quantity) === 'project') return [];
  const wrong: Wrong[] = [];
  for (const [twin, ...others] of paragraphsOf(same)) {
    for (const mention of others) {
      if (!repeatable(twin!, mention)) continue;
      const actual = fenOf(mention)!;
      if (fitOf(actual, stepOf(mention), fenOf(twin!)!, stepOf(twin!), usual) !== 'differs') continue;
      wrong.push({ mention, actual, figure: undefined, twin });
    }
  }
  return wrong;
}

/** Items and totals are told twice; funds of performance or procurement may be of several kinds. */
const repeatable = (a: Mention, b: Mention) => !OF_SEVERAL_KINDS.includes(thingOf(a.quantity)) && a.topic === b.topic;

const OF_SEVERAL_KINDS: readonly string[] = [
  'performance',
  'procurement',
  'project',
  'projects',
  'assets',
  'worth',
  'within',
];

function wrongFigure(group: readonly Wrong[]): Candidate {
  const { actual, figure, twin } = group[0]!;
  // What is in question stands first, before what speaks against it.
  const evidence = [
    ...group.map(({ mention }) => wordEvidence(mention)),
    ...(twin ? [wordEvidence(twin)] : []),
    ...(figure ? [cellEvidence(figure)] : []),
  ];
  return {
    issue: twin ? repeatIssue(group, twin, evidence) : tableIssue(group, figure!, actual, evidence),
    blames: group.map(({ mention }) => mention),
  };
}

function tableIssue(group: readonly Wrong[], figure: Figure, actual: Fen, evidence: Issue['evidence']): Issue {
  const places = [...new Set(group.map(({ mention }) => quoted(mention)))].slice(0, 3).join('、');
  const printed = figure.text === '' ? '该处为空' : `为 ${wan(figure.fen)}`;
  return {
    rule: 'words-table',
    // A project of that name may be told of in part.
    severity: figure.text === '' || figure.form === PROJECTS.id ? 'warning' : 'error',
    form: figure.form,
    message: `情况说明写${places}，而${formName(figure.form)}中${printed}，相差 ${gapText(actual - figure.fen)}。`,
    expected: figure.fen,
    actual,
    evidence,
    suggestion: `请核对说明与报表；若报表无误，说明应改为 ${asTold(group[0]!.mention, figure.fen)}。`,
  };
}

function repeatIssue(group: readonly Wrong[], twin: Mention, evidence: Issue['evidence']): Issue {
  const { mention, actual, figure } = group[0]!;
  const right = fenOf(twin)!;
  const table = figure ? `，${formName(figure.form)}中为 ${wan(figure.fen)}` : '';
  return {
    rule: 'words-repeat',
    severity: 'error',
    ...(figure ? { form: figure.form } : {}),
    message: `${twin.name}前后不一致：一处写${quoted(twin)}，另一处写${quoted(mention)}${table}。`,
    expected: right,
    actual,
    evidence,
    suggestion: figure
      ? `请把${quoted(mention)}改为 ${formatAmount(right, '万元')} 万元。`
      : '请核对后统一为同一数字。',
  };
}

const roundedFigure = (mention: Mention, actual: Fen, figure: Figure, twin?: Mention): Candidate => ({
  issue: {
    rule: 'words-table',
    severity: 'notice',
    form: figure.form,
    message: `情况说明写${quoted(mention)}，${formName(figure.form)}中为 ${wan(figure.fen)}，${twin ? `同段另写${quoted(twin)}，末位不同` : '末位不同，可能是取舍所致'}。`,
    expected: figure.fen,
    actual,
    evidence: [wordEvidence(mention), ...(twin ? [wordEvidence(twin)] : []), cellEvidence(figure)],
  },
});
