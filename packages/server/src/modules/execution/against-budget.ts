/** A unit's lines against its approved budget: what differs from the approval itself, and what adjustments since then ask of them. */
import { authorityChanges, spendingByItem } from '@mingsuan/core/performance/authority';
import { type Execution, lineStates } from '@mingsuan/core/performance/execution';
import { reconcile } from '@mingsuan/core/performance/execution-report';
import {
  authorise,
  enterExecution,
  listWork,
  type NewEntry,
  type OfficeUnit,
  type Store,
  type Worker,
  type WorkItem,
  workContent,
  workHistory,
} from '@mingsuan/store';
import { compiledOf, isCompiled } from '../work/compiled.ts';
import { today } from './scope.ts';

type Changes = ReturnType<typeof authorityChanges>;

/** Nothing of a place that is no unit, or where nothing is authorised or approved. */
export async function againstBudget(
  store: Store,
  { id, name, code, kind }: OfficeUnit,
  execution: Execution,
  year: number,
): Promise<{
  readonly differences: readonly { readonly functional: string; readonly lines: number; readonly document: number }[];
  readonly changes?: Changes;
  /** By functional item, as approved. */
  readonly budget?: Readonly<Record<string, number>>;
}> {
  if (kind !== 'unit' || execution.lines.length === 0) return { differences: [] };
  const round = (await listWork(store, [id], today())).find((one) => one.process === 'round' && one.year === year);
  const approval = round && (await workHistory(store.db, round.id)).find(({ event }) => event === 'approve');
  if (!approval) return { differences: [] };
  const ledgerOf = async (version: number) => {
    const held = await workContent(store.db, round.id, version);
    const compiled = held && compiledOf(held);
    return compiled && isCompiled(compiled) ? compiled.ledger : undefined;
  };
  const [first, now] = [await ledgerOf(approval.version), await ledgerOf(round.version)];
  if (!first || !now) return { differences: [] };
  const budget = spendingByItem(first);
  const standing = lineStates(execution, 12).map(({ line, adjusted }) => ({ ...line, adjusted }));
  return {
    budget,
    differences: reconcile(execution, { budget }).map(({ functional, lines, document }) => ({
      functional,
      lines,
      document,
    })),
    changes: authorityChanges(standing, now, { unit: name, code, document: '' }),
  };
}

export interface Adopting {
  readonly revision: number;
  /** In which the lines change: 1 to 12. */
  readonly month: number;
  readonly reason: string;
  readonly document: { readonly number: string; readonly date: string };
}

/** Puts what adjustments ask for on the lines. @throws ChangeRefused */
export async function adopted(
  store: Store,
  id: number,
  { lines, deltas }: Changes,
  { revision, month, reason, document }: Adopting,
  worker: Worker,
): Promise<WorkItem> {
  const dated = lines.map((line) => ({ ...line, document: document.number }));
  const asked =
    dated.length === 0 ? revision : (await authorise(store, id, dated, { revision, document }, worker)).revision;
  const entries = deltas.map(
    ({ line, delta }): NewEntry => ({ line, month, fen: delta, change: delta > 0 ? 'added' : 'cut' }),
  );
  return enterExecution(store, id, { event: 'adjust', revision: asked, entries, reason, document }, worker);
}
