/** A department's budget on its way through both rounds, each step at the desk that takes it. */
import type { Ledger } from '@mingsuan/core/ledger/ledger';
import { expect } from 'vitest';
import * as work from '../../packages/server/src/modules/work/contract.ts';
import type { Desk } from '../../packages/server/test/desk.ts';

type Sums = readonly { readonly fund: string; readonly class: string; readonly fen: number }[];

export interface Rounds {
  readonly year: number;
  readonly department: number;
  /** Each with its own clerk and head, and what it hands up. */
  readonly units: readonly {
    readonly id: number;
    readonly clerk: Desk;
    readonly head: Desk;
    readonly ledger: Ledger;
  }[];
  readonly finance: Desk;
  readonly office: Desk;
  readonly budget: Desk;
  readonly document: { readonly number: string; readonly date: string };
}

/** One step of a piece of work, taken on what is there now. */
export async function stepOf(desk: Desk, id: number, event: string, more: object = {}) {
  const { revision } = await desk.ask('GET', `/work/${id}`, work.workAnswer);
  return desk.ask('POST', `/work/${id}/steps`, work.item, { revision, event, ...more });
}

/** A ledger as its people finish it: what was worked out of sums is confirmed, and what only a person can write is written. */
export function finished(ledger: Ledger): Ledger {
  const confirmed = JSON.parse(
    JSON.stringify(ledger, (key, value) => (key === 'unconfirmed' ? undefined : value)),
  ) as Ledger;
  const { texts } = confirmed;
  return { ...confirmed, texts: { ...texts, instead: { ...texts.instead, 预算绩效信息: ['绩效目标见各项目。'] } } };
}

/** What each unit compiled, not yet handed up. @returns the piece of work of each, in their order */
export async function compiledBudgets({ year, units }: Rounds): Promise<readonly number[]> {
  const made: number[] = [];
  for (const { id: unitId, clerk, ledger } of units) {
    const { id } = await clerk.ask('POST', '/work', work.made, { process: 'round', unitId, year });
    await clerk.ask('POST', `/work/${id}/versions`, work.item, { revision: 0, content: ledger });
    made.push(id);
  }
  return made;
}

/** What stands against handing a budget up. */
export const errorsOf = async (desk: Desk, id: number) =>
  (await desk.ask('GET', `/work/${id}/findings`, work.findings)).errors;

/** Handed up (the first unit is returned once), settled, given control figures of what was asked for, handed up again and approved. */
export async function approveByRounds(rounds: Rounds, made: readonly number[]): Promise<void> {
  const { year, department, units, finance, budget, document } = rounds;
  for (const [i, { clerk }] of units.entries()) expect(await errorsOf(clerk, made[i]!)).toEqual([]);
  await stepOf(units[0]!.clerk, made[0]!, 'submit');
  const fields = [{ field: 'texts.duties', reason: '与规定不同' }];
  await stepOf(units[0]!.head, made[0]!, 'return', { reason: '请核对', fields });
  await upTo(rounds, made);
  const sums: Sums[] = [];
  for (const [i, { clerk }] of units.entries())
    sums.push((await clerk.ask('GET', `/work/${made[i]!}/findings`, work.findings)).sums);
  const issue = (desk: Desk, place: number, figures: Sums) =>
    desk.ask('PUT', `/control-figures/${place}/${year}`, work.done, { figures, document });
  await issue(budget, department, summed(sums.flat()));
  for (const [i, { id }] of units.entries()) await issue(finance, id, sums[i]!);
  for (const id of made) await stepOf(budget, id, 'next-round');
  await upTo(rounds, made);
  for (const id of made) expect((await stepOf(budget, id, 'approve', { document })).state).toBe('approved');
}

/** Handed up, passed by the unit and the department, settled by the bureau. */
async function upTo({ units, finance, office }: Rounds, made: readonly number[]): Promise<void> {
  for (const [i, { clerk, head }] of units.entries()) {
    await stepOf(clerk, made[i]!, 'submit');
    await stepOf(head, made[i]!, 'pass');
  }
  // A department's sum is that of its units: all of them are there before the first is passed on.
  for (const desk of [finance, office]) for (const id of made) await stepOf(desk, id, 'pass');
}

function summed(sums: Sums): Sums {
  const whole = new Map<string, Sums[number]>();
  for (const sum of sums) {
    const key = `${sum.fund} ${sum.class}`;
    whole.set(key, { ...sum, fen: (whole.get(key)?.fen ?? 0) + sum.fen });
  }
  return [...whole.values()];
}
