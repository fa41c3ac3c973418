/**
 * Which economic sections the money of an item went to, by fund and kind of expenditure. Tables tell sections of all money or of one
 * fund, of all kinds or of one: what one table tells of several groups is one group's where the others are known. What no table
 * tells apart stays without a section.
 */
import type { Fund } from '../../ledger/ledger.ts';
import type { Fen } from '../../money.ts';
import type { BySection, SectionTable, YearlyReport } from './report.ts';

/** `own`: all that appropriations do not pay. */
export type Payer = Fund | 'own';

export type SpentKind = 'basic' | 'project' | 'business' | 'remittance' | 'affiliate-subsidy';

/** Expenditure of one item, payer and kind; `sections` add up to it where they are known. */
export interface Group {
  readonly payer: Payer;
  readonly kind: SpentKind;
  readonly fen: Fen;
  sections?: BySection;
}

/** Gives the groups of an item the sections that follow from the tables. */
export function solveSections(
  item: string,
  groups: readonly Group[],
  { sections: tables }: Pick<YearlyReport, 'sections'>,
): void {
  // The finest tables first: what they tell is taken from the others.
  const ordered = [...tables].sort((a, b) => covered(a, groups).length - covered(b, groups).length);
  for (let isNew = true; isNew; ) {
    isNew = false;
    for (const table of ordered) {
      const printed = table.items.get(item);
      const own = covered(table, groups).filter(({ fen }) => fen !== 0);
      const open = own.filter(({ sections }) => sections === undefined);
      if (!printed || open.length !== 1) continue;
      const rest = without(
        printed,
        own.flatMap(({ sections }) => sections ?? []),
      );
      if (rest === undefined || sumOf(rest) !== open[0]!.fen) continue;
      open[0]!.sections = rest;
      isNew = true;
    }
  }
}

/** The groups whose money a table tells. */
function covered({ table }: SectionTable, groups: readonly Group[]): readonly Group[] {
  const { fund, kind } = table.tells!;
  return groups.filter((group) => (fund === 'all' || group.payer === fund) && (kind === 'all' || group.kind === kind));
}

/** A table's sections without those of the groups that are known; undefined where more is known than it prints. */
function without(printed: BySection, known: readonly BySection[]): BySection | undefined {
  const rest = new Map(printed);
  for (const sections of known)
    for (const [code, fen] of sections) {
      const left = (rest.get(code) ?? 0) - fen;
      if (left < 0) return undefined;
      if (left === 0) rest.delete(code);
      else rest.set(code, left);
    }
  return rest;
}

const sumOf = (sections: BySection): Fen => [...sections.values()].reduce((sum, fen) => sum + fen, 0);
