/** The asset table: parts against the lines that they are part of. */
import { parseQuantity } from '../../quantity.ts';
import type { Ledger } from '../ledger.ts';
import { type LedgerProblem, problem } from './problem.ts';

/** Parts without their whole, or more than it. */
export function assetProblems({ assets }: Ledger): LedgerProblem[] {
  return assets.flatMap(({ label, partOf, value = 0, quantity }, i) => {
    if (value < 0) return [problem('negative-amount', `assets[${i}].value`, `资产“${label}”的价值是负数，请改正。`)];
    if (partOf === undefined) return [];
    const whole = assets.find((asset) => asset.label === partOf);
    const at = `assets[${i}]`;
    if (!whole)
      return [problem('asset-part', `${at}.partOf`, `资产“${label}”写明属于“${partOf}”，台账中没有这一行：请补填。`)];
    const what = value > (whole.value ?? 0) ? '价值' : isMore(quantity, whole.quantity) ? '数量' : undefined;
    if (!what) return [];
    const message = `资产“${label}”的${what}大于“${partOf}”：其中数不能大于所属的行，请核对。`;
    return [problem('asset-part', `${at}.${what === '价值' ? 'value' : 'quantity'}`, message)];
  });
}

function isMore(part: string | undefined, whole: string | undefined): boolean {
  const [a, b] = [parseQuantity(part ?? ''), parseQuantity(whole ?? '')];
  return a !== undefined && b !== undefined && a.units * 10 ** b.scale > b.units * 10 ** a.scale;
}
