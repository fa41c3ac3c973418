/** Next year's ledger begins with this year's: its lines to be gone over, and this year's figures to compare with. */
import type { Disclosure } from '../disclosure.ts';
import { bundled } from '../jurisdictions/bundled.ts';
import { figuresOf } from '../ledger/figures-of.ts';
import type { AssetLine, Ledger, ProcurementItem, RevenueLine, SpendingLine } from '../ledger/ledger.ts';
import { projectNamed } from '../ledger/projects.ts';
import { type Markable, marked } from '../ledger/unconfirmed.ts';
import type { Fen } from '../money.ts';
import { templateById } from '../templates/index.ts';

/**
 * The ledger of the year after, all of its figures marked as last year's until they are changed or confirmed. `disclosure` is
 * the document of the ledger's year. What that year left is carried over; what it got from before is spent; what it left or
 * distributed of its own revenue is so again, so that each source balances as it did. Reasons, counts and the words of the year
 * are asked for anew.
 */
export function nextYear(ledger: Ledger, disclosure: Disclosure, jurisdictions = bundled()): Ledger {
  const isNew = ({ carried }: { readonly carried?: boolean }) => carried !== true;
  const roll = <T extends Markable & { readonly carried?: boolean }>(lines: readonly T[]): readonly T[] =>
    lines.filter(isNew).map((line) => marked(line, 'last-year'));
  const carried = ledger.left.map(({ fund, fen }): RevenueLine => ({ fund, carried: true, fen }));
  const {
    agencyOperating: _,
    answers: __,
    overall: ___,
    distributed = [],
    amounts: ____,
    template: named,
    ...lasting
  } = ledger;
  const template = named === undefined ? undefined : templateById(named, jurisdictions);
  const [, lastYear = Number.POSITIVE_INFINITY] = template?.years ?? [];
  const { duties, purposes, glossary } = ledger.texts;
  const projects = ledger.projects
    .map(({ later: _later, ...project }) => ({ ...project, lines: roll(project.lines) }))
    .filter(({ lines }) => lines.length > 0);
  const isPaid = ({ project }: ProcurementItem) => project === undefined || projectNamed(projects, project);
  return {
    ...lasting,
    year: ledger.year + 1,
    // A form that goes out of use with the year is chosen anew.
    ...(template && ledger.year < lastYear ? { template: template.id } : {}),
    revenue: [...roll(ledger.revenue), ...carried.map((line) => marked(line, 'last-year'))],
    basic: roll(ledger.basic),
    projects,
    other: roll(ledger.other),
    ...(distributed.some(isNew) ? { distributed: roll(distributed) } : {}),
    left: [
      ...roll(ledger.left),
      ...ledger.left.map((line): SpendingLine => marked({ ...line, carried: true }, 'last-year')),
    ],
    procurement: ledger.procurement.filter(isPaid).map((item) => ({ ...item, amounts: roll(item.amounts) })),
    assets: ledger.assets.map((line) => (line.value === undefined ? line : markedAsset(line, line.value))),
    counts: {},
    lastYear: figuresOf(disclosure),
    texts: {
      duties,
      reasons: {},
      ...(purposes ? { purposes } : {}),
      ...(glossary ? { glossary } : {}),
    },
  };
}

const markedAsset = (line: AssetLine, fen: Fen): AssetLine => ({ ...line, unconfirmed: { how: 'last-year', fen } });
