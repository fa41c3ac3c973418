/**
 * Figures told one after the other of names told one after the other: 基本支出和项目支出分别为3万元和5万元. Each figure has a clause of
 * its own, as if it were told alone.
 */
import type { FigureToken } from './figures.ts';
import type { Span } from './sentences.ts';

/** The clause that each such figure of a sentence stands for: `项目支出为` for the second one above. */
export function respectiveClauses(
  text: string,
  { start, end }: Span,
  figures: readonly FigureToken[],
): ReadonlyMap<FigureToken, string> {
  const clauses = new Map<FigureToken, string>();
  if (!/分别|各/.test(text.slice(start, end))) return clauses;
  const own = figures.filter((token) => token.start >= start && token.end <= end);
  let before: readonly string[] | undefined;
  for (let from = 0; from < own.length; ) {
    let to = from + 1;
    while (to < own.length && BETWEEN.test(text.slice(own[to - 1]!.end, own[to]!.start))) to += 1;
    const run = own.slice(from, to);
    const gap = text.slice(own[from - 1]?.end ?? start, run[0]!.start);
    const told = run.length > 1 ? TOLD.exec(gap)?.groups : undefined;
    // 收入、支出分别为3万元和5万元，比上年分别增加1万元和2万元: of the same again.
    const again = told?.names === '' && before?.length === run.length ? before : undefined;
    const names = again ?? (told ? namesIn(told.names!, run.length) : undefined);
    if (told && names) {
      before = names;
      for (const [i, token] of run.entries()) clauses.set(token, `${names[i]}${told.base ?? ''}${told.verb}`);
    }
    from = to;
  }
  return clauses;
}

/** What stands between two figures told one after the other. */
const BETWEEN = /^(?:[、，]?(?:和|及|与|以及)?)$/;
/** The names, what all are compared with, and the word for what is told of each. */
const TOLD =
  /(?<=^|[，。；：])(?<names>[^，。；：]{0,80}?)，?(?<base>(?:比|较|与)(?:上年|去年|20\d\d年)[^，。；：、]{0,12}?)?(?:分别|各)(?<verb>[^，。；、\d]{0,16})$/;
const YEAR = /^20\d\d年度?$/;

/** So many names: parted by marks first, the last one by a word (甲、乙和丙). 2025年和2026年预算 are of one thing in two years. */
function namesIn(text: string, count: number): readonly string[] | undefined {
  const marked = text.split('、');
  const rest = count - marked.length + 1;
  const names =
    rest === 1
      ? marked
      : WORDS.map((word) => [...marked.slice(0, -1), ...marked.at(-1)!.split(word)]).find(
          (parts) => parts.length === count && parts.every((part) => part.length > 1),
        );
  if (!names) return undefined;
  const last = names.at(-1)!;
  const of = /^20\d\d年度?(.+)$/.exec(last)?.[1] ?? '';
  const sides = names.length === 2 && names[0]!.endsWith('收') ? /^支出?(.*)$/.exec(last)?.[1] : undefined;
  if (sides !== undefined) return [`${names[0]}入${sides}`, `支出${sides}`];
  return names.map((name) => (YEAR.test(name) ? `${name}${of}` : name));
}

/** 与 and 及 stand in names themselves (购置及运行费): the others part first. */
const WORDS: readonly string[] = ['以及', '和', '与', '及'];
