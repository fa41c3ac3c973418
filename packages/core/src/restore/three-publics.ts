/** What the three publics hold beyond the sections that tables print is in projects: their lines are marked with its economic sections. */
import type { Disclosure } from '../disclosure.ts';
import { APPROPRIATIONS, type BasicLine, type Fund, type Project, type SpendingLine } from '../ledger/ledger.ts';
import { PUBLIC_SECTIONS } from '../ledger/publics.ts';
import { type Guess, marked } from '../ledger/unconfirmed.ts';
import type { Fen, MoneyUnit } from '../money.ts';
import { printingStep } from '../money.ts';
import { conceptById } from '../vocabulary/index.ts';
import { lineFigures } from './published.ts';

interface Lines {
  readonly basic: readonly BasicLine[];
  readonly projects: readonly Project[];
}

/** Lines of a ledger with the three publics where the published table says they are. */
export function withThreePublics(disclosure: Disclosure, lines: Lines): Lines {
  const statement = disclosure.statements.find(({ form }) => form === 'three-publics');
  if (!statement) return lines;
  const figures = lineFigures(disclosure);
  const byFund = statement.columns.some(({ id }) => APPROPRIATIONS.includes(id as Fund));
  let marked = lines;
  for (const [id, sections] of Object.entries(PUBLIC_SECTIONS)) {
    const role = conceptById(id).role!;
    for (const fund of byFund ? APPROPRIATIONS : [undefined]) {
      const printed = figures('three-publics', role, fund ?? 'total') ?? 0;
      const known = sumOf(
        [...lines.basic, ...lines.projects.flatMap((project) => project.lines)],
        (line: SpendingLine) => sections.some((code) => code === line.economic) && isPaidBy(line, fund),
      );
      const excess = beyond(printed, known, statement.unit);
      if (excess > 0) marked = carve(marked, excess, sections[0]!, fund);
    }
  }
  return withAcademic(disclosure, marked);
}

const isPaidBy = (line: SpendingLine, fund: Fund | undefined) =>
  fund === undefined ? APPROPRIATIONS.includes(line.fund) : line.fund === fund;

/** A printed amount that the exact one rounds to holds nothing more. */
function beyond(printed: Fen, exact: Fen, unit: MoneyUnit): Fen {
  const step = printingStep(unit, 2);
  return Math.round(exact / step) * step === printed ? 0 : printed - exact;
}

/** Gives `amount` of the lines without a section this one: project lines first, the largest first. */
function carve({ basic, projects }: Lines, amount: Fen, economic: string, fund: Fund | undefined): Lines {
  const isOpen = (line: SpendingLine) => line.economic === undefined && isPaidBy(line, fund);
  const bySize = (a: SpendingLine, b: SpendingLine) => b.fen - a.fen;
  const open = [
    ...projects.flatMap(({ lines }) => lines.filter(isOpen)).sort(bySize),
    ...basic.filter((line) => isOpen(line) && line.nature === 'operating').sort(bySize),
    ...basic.filter((line) => isOpen(line) && line.nature === 'personnel').sort(bySize),
  ];
  let rest = amount;
  const parts = new Map<SpendingLine, Fen>();
  for (const line of open) {
    const part = Math.min(rest, line.fen);
    if (part > 0) parts.set(line, part);
    rest -= part;
  }
  const mark = <T extends SpendingLine>(line: T) => split(line, parts.get(line) ?? 0, { economic }, 'section');
  return {
    basic: basic.flatMap(mark),
    projects: projects.map((project) => ({ ...project, lines: project.lines.flatMap(mark) })),
  };
}

/** The part with what is known of it, and the rest; each is marked as its line was, the part also with a guess of its own. */
function split<T extends SpendingLine>(line: T, part: Fen, known: Partial<SpendingLine>, guess?: Guess): T[] {
  const remark = (one: T, how = one.unconfirmed?.how): T => (how ? marked(one, how) : one);
  return [
    remark({ ...line, ...known, fen: part }, guess ?? line.unconfirmed?.how),
    remark({ ...line, fen: line.fen - part }),
  ].filter(({ fen }) => fen > 0);
}

/** 教学科研人员因公出国（境）费 where the table tells it apart. */
function withAcademic({ statements }: Disclosure, { basic, projects }: Lines): Lines {
  const rows = statements.find(({ form }) => form === 'three-publics')?.rows ?? [];
  const cells = rows.find(({ key }) => /^教学科研人员/.test(key))?.cells;
  if (!cells) return { basic, projects };
  const byFund = APPROPRIATIONS.some((fund) => cells[fund]);
  const rest = new Map(APPROPRIATIONS.map((fund) => [fund, (byFund ? cells[fund]?.fen : cells.total?.fen) ?? 0]));
  const mark = <T extends SpendingLine>(line: T): T[] => {
    const open = line.economic === conceptById('overseas').economic![0] ? (rest.get(line.fund) ?? 0) : 0;
    const part = Math.min(open, line.fen);
    if (part > 0) for (const fund of byFund ? [line.fund] : APPROPRIATIONS) rest.set(fund, open - part);
    return split(line, part, { academic: true });
  };
  return {
    basic: basic.flatMap(mark),
    projects: projects.map((project) => ({ ...project, lines: project.lines.flatMap(mark) })),
  };
}

function sumOf<T extends SpendingLine>(lines: readonly T[], test: (line: T) => boolean): Fen {
  return lines.reduce((sum, line) => (test(line) ? sum + line.fen : sum), 0);
}
