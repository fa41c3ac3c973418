/** Authority lines (指标) from an approved budget: one for each project, item, economic section and fund of its ledger. Money in fen. */
import type { Ledger, SpendingLine } from '../ledger/ledger.ts';
import { type Labelled, lastingLabel } from '../ledger/projects.ts';
import type { Fen } from '../money.ts';
import { conceptById } from '../vocabulary/index.ts';
import type { Adjustment, AuthorityLine } from './execution.ts';

interface Approval {
  readonly unit: string;
  /** Stands before the number of each line: the unit's code. */
  readonly code: string;
  /** 文号 of the approval. */
  readonly document: string;
}

/** What the lines of basic expenditure go under, in the order of the ledger. */
const BASIC = (['personnel', 'operating'] as const).map((nature) => ({ nature, label: conceptById(nature).name }));

/** Whether what goes under a label is basic expenditure, and no project that is to be watched as one. */
export const isBasicLabel = ({ project, code }: Pick<AuthorityLine, 'project' | 'code'>): boolean =>
  code === undefined && BASIC.some(({ label }) => label === project);

/** What lines of one authority have in common. */
export const authorityKey = ({
  project,
  functional,
  economic = '',
  fund,
  carried = false,
}: Pick<AuthorityLine, 'project' | 'functional' | 'economic' | 'fund' | 'carried'>): string =>
  JSON.stringify([project, functional, economic, fund, carried]);

/**
 * The lines in the order of the ledger: 人员经费, 公用经费, then the projects. Their sum is the ledger's expenditure, to the fen.
 * @param standing lines that projects go under already
 */
export function authorityOf(
  { basic, projects }: Pick<Ledger, 'basic' | 'projects'>,
  { unit, code, document }: Approval,
  standing: readonly Labelled[] = [],
): readonly AuthorityLine[] {
  const lines = new Map<string, AuthorityLine>();
  const add = ({ item, economic, fund, carried, fen }: SpendingLine, project: string, own?: string) => {
    const line = {
      unit,
      project,
      ...(own === undefined ? {} : { code: own }),
      functional: item,
      ...(economic === undefined ? {} : { economic }),
      fund,
      ...(carried ? { carried } : {}),
      document,
    };
    const key = authorityKey(line);
    const known = lines.get(key);
    lines.set(key, {
      id: known?.id ?? `${code}-${String(lines.size + 1).padStart(4, '0')}`,
      ...line,
      amount: (known?.amount ?? 0) + fen,
    });
  };
  for (const { nature, label } of BASIC) for (const line of basic) if (line.nature === nature) add(line, label);
  for (const project of projects) {
    const label = lastingLabel(project, projects, standing);
    for (const line of project.lines) add(line, label, project.code);
  }
  return [...lines.values()].filter(({ amount }) => amount !== 0);
}

/** What a ledger spends by functional item: what its authority lines come to, whatever else tells them apart. */
export function spendingByItem(ledger: Pick<Ledger, 'basic' | 'projects'>): Readonly<Record<string, Fen>> {
  const sums: Record<string, Fen> = {};
  for (const { functional, amount } of authorityOf(ledger, { unit: '', code: '', document: '' }))
    sums[functional] = (sums[functional] ?? 0) + amount;
  return sums;
}

/** What an adjusted budget changes on the lines as they stand: deltas of known ones, and new lines beginning at nothing. */
export function authorityChanges(
  standing: readonly (AuthorityLine & { readonly adjusted: number })[],
  ledger: Pick<Ledger, 'basic' | 'projects'>,
  approval: Approval,
): { readonly lines: readonly AuthorityLine[]; readonly deltas: readonly Pick<Adjustment, 'line' | 'delta'>[] } {
  const asked = authorityOf(ledger, approval, standing);
  const wanted = new Map(asked.map((line) => [authorityKey(line), line.amount]));
  const known = new Map(standing.map((line) => [authorityKey(line), line]));
  const lines = asked
    .filter((line) => !known.has(authorityKey(line)))
    .map((line, i) => ({
      ...line,
      id: `${approval.code}-${String(standing.length + i + 1).padStart(4, '0')}`,
      amount: 0,
    }));
  const deltas = [...standing.map((line) => ({ ...line })), ...lines.map((line) => ({ ...line, adjusted: 0 }))].flatMap(
    (line) => {
      const delta = (wanted.get(authorityKey(line)) ?? 0) - line.adjusted;
      return delta === 0 ? [] : [{ line: line.id, delta }];
    },
  );
  return { lines, deltas };
}
