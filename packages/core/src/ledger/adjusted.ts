/** Whether a ledger differs from the approved one as its kind of adjustment allows, line by line and to the fen. */
import { type Fen, formatAmount } from '../money.ts';
import { ADJUSTMENTS, type AdjustmentKind } from '../process/adjustments.ts';
import type { Ledger, SpendingLine } from './ledger.ts';
import { projectKey } from './projects.ts';
import { FUND_LABELS } from './sheet-columns.ts';

interface Delta {
  readonly fund: string;
  readonly carried: boolean;
  readonly fen: Fen;
}

/** One Chinese sentence that says what does not fit; undefined where all does. */
export function adjustmentFault(kind: AdjustmentKind, before: Ledger, after: Ledger): string | undefined {
  const { name, change } = ADJUSTMENTS[kind];
  const deltas = deltasOf(before, after);
  if (deltas.length === 0) return `${name}还没有改动支出的金额。`;
  switch (change) {
    case 'more':
      return deltas.every(({ fen }) => fen > 0) ? undefined : `${name}只能增加支出，有的行减少了。`;
    case 'less':
      return deltas.every(({ fen }) => fen < 0) ? undefined : `${name}只能减少支出，有的行增加了。`;
    case 'carried':
      return deltas.every(({ fen, carried }) => carried && fen > 0)
        ? undefined
        : `${name}只能增加上年结转的支出，有的行不是。`;
    case 'same':
      return unevenFund(name, deltas);
  }
}

function unevenFund(name: string, deltas: readonly Delta[]): string | undefined {
  const sums = new Map<string, Fen>();
  for (const { fund, fen } of deltas) sums.set(fund, (sums.get(fund) ?? 0) + fen);
  const [uneven] = [...sums].filter(([, fen]) => fen !== 0);
  if (!uneven) return undefined;
  const [fund, fen] = uneven;
  return `${name}不能改变合计：${FUND_NAMES.get(fund) ?? fund}差 ${formatAmount(fen, '元')} 元。`;
}

const FUND_NAMES: ReadonlyMap<string, string> = new Map(FUND_LABELS);

function deltasOf(before: Ledger, after: Ledger): readonly Delta[] {
  const [a, b] = [summed(before), summed(after)];
  return [...new Set([...a.keys(), ...b.keys()])].flatMap((key) => {
    const { fund, carried } = (a.get(key) ?? b.get(key))!;
    const fen = (b.get(key)?.fen ?? 0) - (a.get(key)?.fen ?? 0);
    return fen === 0 ? [] : [{ fund, carried, fen }];
  });
}

function summed({ basic, projects, other }: Ledger): ReadonlyMap<string, Delta> {
  const sums = new Map<string, Delta>();
  const add = (of: string, { item, economic = '', fund, carried = false, fen }: SpendingLine) => {
    const key = [of, item, economic, fund, carried].join('\n');
    sums.set(key, { fund, carried, fen: (sums.get(key)?.fen ?? 0) + fen });
  };
  for (const line of basic) add(line.nature, line);
  for (const project of projects) for (const line of project.lines) add(projectKey(project), line);
  for (const line of other) add('other', line);
  return sums;
}
