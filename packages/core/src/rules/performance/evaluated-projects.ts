/** Projects that the words say will be evaluated, with the money they name, beside what the same projects get. */
import type { Disclosure, Origin, TextBlock } from '../../disclosure.ts';
import { type Fen, formatAmount } from '../../money.ts';
import { typingError } from '../../repair/typing-error.ts';
import { foldWidth, plainText } from '../../text/fold.ts';
import { parseNumeral } from '../../text/numerals.ts';
import { figuresOf } from '../../words/figures.ts';
import { originOf } from '../../words/read.ts';
import { clauseStart, type Span, sentencesOf } from '../../words/sentences.ts';
import { projectKey } from './budgets.ts';
import { type ToldProject, toldProjects } from './told-projects.ts';

/** An amount in the words that is one slip of typing away from what the projects get. */
export interface EvaluatedOtherwise {
  /** As one table has them. */
  readonly projects: readonly [ToldProject, ...ToldProject[]];
  /** The clause with the amount. */
  readonly clause: string;
  readonly origin: Origin;
  readonly fen: Fen;
  /** What the projects get. */
  readonly own: Fen;
  /** Whether another amount of the same sentence is theirs. */
  readonly isSure: boolean;
}

/** 对甲项目、乙项目等2个项目开展…绩效评价: as many names as are counted are all of them. */
const EVALUATED =
  /对(?<names>[^，。；]{2,80}?)等?(?<count>\d+|[一二两三四五六七八九十]+)个[^，。；\d]{0,6}项目[^。；]{0,30}?评价，/;
const YEAR = /20\d\d(?=年)/g;
const OTHER_YEAR = /上年|去年|以前年度|往年/;
/** A step of 0.01 万元. */
const ROUNDING: Fen = 10_000;

/** All such amounts. One that is no slip of the projects' own may be of others too (transfers), and is not told. */
export function evaluatedOtherwise(disclosure: Disclosure): readonly EvaluatedOtherwise[] {
  const blocks = disclosure.explanation.flatMap(({ paragraphs }) => paragraphs);
  return blocks.flatMap((block) => {
    const text = plainText(block.text);
    if (!EVALUATED.test(text)) return [];
    return sentencesOf(text).flatMap((sentence) => inSentence(disclosure, block, text, sentence));
  });
}

function inSentence(
  disclosure: Disclosure,
  block: TextBlock,
  text: string,
  { start, end }: Span,
): readonly EvaluatedOtherwise[] {
  const sentence = text.slice(start, end);
  const match = EVALUATED.exec(sentence);
  if (!match || OTHER_YEAR.test(sentence)) return [];
  if ([...sentence.matchAll(YEAR)].some(([year]) => Number(year) !== disclosure.year)) return [];
  const { names, count } = match.groups!;
  const keys = names!.split('、').map((name) => projectKey(foldWidth(name)));
  if (keys.length !== parseNumeral(count!)) return [];
  const tables = byTable(keys, toldProjects(disclosure));
  const possible = tables.map((projects) => ({ projects, amounts: amountsOf(projects, keys.length) }));
  const from = start + match.index + match[0].length;
  const told = figuresOf(text).flatMap(({ printed, ...token }) =>
    printed.kind === 'amount' && token.start >= from && token.end <= end ? [{ ...token, printed }] : [],
  );
  const isOwn = ({ fen, step }: { readonly fen: Fen; readonly step: Fen }) =>
    possible.some(({ amounts }) => amounts.some((own) => Math.abs(own - fen) * 2 <= step + ROUNDING));
  const isSure = told.some(({ printed }) => isOwn(printed));
  return told.flatMap(({ printed: { fen, step }, ...token }): readonly EvaluatedOtherwise[] => {
    if (isOwn({ fen, step })) return [];
    const clause = text.slice(clauseStart(text, from, token.start), token.end);
    const told = { clause, origin: originOf(block, token.start), fen, isSure };
    const slips = possible.flatMap(({ projects, amounts }) =>
      amounts.filter((own) => isSlip(fen, own)).map((own) => ({ ...told, projects, own })),
    );
    return slips.slice(0, 1);
  });
}

/** The projects of the keys as each table has them, where it has them all. */
function byTable(keys: readonly string[], all: readonly ToldProject[]): readonly EvaluatedOtherwise['projects'][] {
  const named = all.filter(({ name }) => keys.includes(projectKey(foldWidth(name))));
  return [...new Set(named.map(({ form }) => form))].flatMap((form) => {
    const [first, ...more] = named.filter((project) => project.form === form);
    return first && more.length + 1 === keys.length ? [[first, ...more] as const] : [];
  });
}

/** What may be meant: what all get together, and of one alone any of its funds. */
function amountsOf(projects: readonly ToldProject[], count: number): readonly Fen[] {
  const all = projects.reduce((sum, project) => sum + project.sum, 0);
  const own = count > 1 ? [] : projects.flatMap(({ amounts }) => amounts.map(({ fen }) => fen));
  return [...new Set([all, ...own])].filter((fen) => fen > 0);
}

const isSlip = (a: Fen, b: Fen): boolean => typingError(formatAmount(a, '万元'), formatAmount(b, '万元')) !== undefined;
