/**
 * What a ledger compares itself with, from the documents that have it: the budget of its own year for accounts (年初预算数), the
 * document of the year before (上年数). Only what the ledger's document tells is taken. Amounts are fen.
 */
import type { Disclosure } from '../disclosure.ts';
import { levelOf } from '../explain/levels.ts';
import { needsOf } from '../explain/needs.ts';
import { bundled } from '../jurisdictions/bundled.ts';
import { itemsOf } from '../ledger/items.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { templateOf } from '../ledger/template-of.ts';
import { planOf, previousOf } from '../model/document-kinds.ts';
import type { Fen } from '../money.ts';

export interface BaseFigures {
  /** By quantity, with `:initial` where they are the budget's of the beginning of the year. */
  readonly figures: Readonly<Record<string, Fen>>;
  readonly as: 'initial' | 'last';
}

/** The figures of a document that a ledger is compared with; undefined where it is neither the year's budget nor last year's. */
export function baseFigures(ledger: Ledger, from: Disclosure, jurisdictions = bundled()): BaseFigures | undefined {
  const template = templateOf(ledger, jurisdictions);
  const needs = template && needsOf(template, jurisdictions);
  if (!needs || from.year === null || from.year === undefined) return undefined;
  const own = { stage: ledger.stage ?? 'budget', year: ledger.year } as const;
  const is = (time: { readonly stage: string; readonly year: number } | undefined) =>
    time !== undefined && time.stage === from.stage && time.year === from.year;
  const plan = planOf(own);
  const isPlan = plan.stage !== own.stage && is(plan);
  if (!isPlan && !is(previousOf(own))) return undefined;
  const compared = isPlan ? needs.initial : needs.last;
  const items = (isPlan ? needs.items.initial : needs.items.last) ? itemsOf(ledger) : [];
  const figures: Record<string, Fen> = {};
  for (const quantity of [...compared, ...items.map((code) => `expenditure[${code}].total`)]) {
    const fen = levelOf({ disclosure: from, counts: {}, jurisdictions }, quantity);
    if (fen !== undefined) figures[isPlan ? `${quantity}:initial` : quantity] = fen;
  }
  return { figures, as: isPlan ? 'initial' : 'last' };
}
