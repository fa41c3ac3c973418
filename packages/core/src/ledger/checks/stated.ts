/** Whether somebody has stated what a ledger says: areas without an answer, answers without content, figures nobody confirmed. */
import { AREAS, type AreaId, answerOf, hintOf } from '../areas.ts';
import type { Ledger } from '../ledger.ts';
import { GUESS_NAMES, type Guess, guessOf, type Markable } from '../unconfirmed.ts';
import { type LedgerProblem, placedLines, problem } from './problem.ts';

/** Areas that the document needs and nobody has answered; and answers of 无 beside content. */
export function answerProblems(ledger: Ledger, needed: ReadonlySet<AreaId>): LedgerProblem[] {
  return AREAS.flatMap((area) => {
    const { id } = area;
    const hint = hintOf(ledger, area);
    const name = area.name.replaceAll('“', '‘').replaceAll('”', '’');
    const answer = ledger.answers?.[id];
    if (answer === 'none' && area.isFilled(ledger))
      return [problem('answer-contradicted', `answers[${id}]`, `“${name}”选了“无”，表里却有内容：请改正其中一个。`)];
    if (!needed.has(id) || answerOf(ledger, area) !== undefined) return [];
    // Sources that are spent and not stated are each asked for with their amount.
    if (id === 'revenue' && placedLines(ledger).length > 0) return [];
    const message =
      answer === 'some'
        ? `“${name}”选了“有”，还没有内容：${hint}`
        : `“${name}”未填：请在“填报情况”选有或无；有的，${hint}`;
    return [problem('area-unanswered', `answers[${id}]`, message)];
  });
}

interface Group {
  readonly name: string;
  readonly lines: readonly (readonly [path: string, line: Markable])[];
}

/** Amounts that came from last year or were worked out: one message for each part of the ledger and way of guessing. */
export function unconfirmedProblems(ledger: Ledger): LedgerProblem[] {
  return groupsOf(ledger).flatMap(({ name, lines }) =>
    (Object.keys(GUESS_NAMES) as Guess[]).flatMap((guess) => {
      const own = lines.filter(([, line]) => guessOf(line) === guess);
      if (own.length === 0) return [];
      const message = `${name}有 ${own.length} 个数是${GUESS_NAMES[guess]}，还没有人确认：请改成今年的数，或确认后清掉“待确认”。`;
      return [problem('unconfirmed', `${own[0]![0]}.unconfirmed`, message)];
    }),
  );
}

function groupsOf({
  revenue,
  basic,
  projects,
  other,
  distributed = [],
  left,
  procurement,
  assets,
}: Ledger): readonly Group[] {
  const of = (name: string, path: string, lines: readonly Markable[]): Group => ({
    name,
    lines: lines.map((line, i) => [`${path}[${i}]`, line] as const),
  });
  const values = assets.map(({ value = 0, unconfirmed }) => ({ fen: value, ...(unconfirmed ? { unconfirmed } : {}) }));
  return [
    of('收入', 'revenue', revenue),
    of('基本支出', 'basic', basic),
    { name: '项目支出', lines: projects.flatMap(({ lines }, p) => of('', `projects[${p}].lines`, lines).lines) },
    of('其他支出', 'other', other),
    of('结余分配', 'distributed', distributed),
    of('结转下年', 'left', left),
    {
      name: '政府采购',
      lines: procurement.flatMap(({ amounts }, i) => of('', `procurement[${i}].amounts`, amounts).lines),
    },
    of('资产', 'assets', values),
  ];
}
