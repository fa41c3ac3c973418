/** What the money is for, as a tree to drill into: by function, or the basic expenditure by economic classification. */

import { FUND_IDS } from '@mingsuan/core/vocabulary/index';
import type { Store } from '../open.ts';
import { type CodeNode, codeTree } from '../projection/code-tree.ts';
import { codedRows } from '../projection/coded-rows.ts';
import { factsOf, printedRow } from './facts.ts';

export type TreeKind = 'function' | 'economic';

/** The forms that may tell it, the widest first. */
const FORMS: Readonly<Record<TreeKind, readonly string[]>> = {
  function: ['expenditure', ...FUND_IDS],
  economic: ['basic'],
};

export interface Tree {
  /** The form that the figures are from; null where the disclosure prints none of them. */
  readonly form: string | null;
  /** The printed total where there is one, else the sum. Fen. */
  readonly fen: number;
  readonly children: readonly CodeNode[];
}

/** Undefined where there is no such disclosure. */
export async function disclosureTree({ db }: Pick<Store, 'db'>, id: number, by: TreeKind): Promise<Tree | undefined> {
  const disclosure = await db.selectFrom('disclosures').select('year').where('id', '=', id).executeTakeFirst();
  if (!disclosure) return undefined;
  const facts = (await factsOf(db, id, FORMS[by])).filter(({ column }) => column === 'total');
  for (const form of FORMS[by]) {
    const own = facts.filter((fact) => fact.form === form);
    const total = own.find(({ key }) => key === 'total')?.fen;
    const rows = codedRows(own.map(printedRow), total, by);
    if (rows.length === 0) continue;
    const children = codeTree(rows, by, disclosure.year ?? undefined);
    return { form, fen: total ?? children.reduce((sum, { fen }) => sum + fen, 0), children };
  }
  return { form: null, fen: 0, children: [] };
}
