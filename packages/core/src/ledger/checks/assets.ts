/** The asset table: parts against the lines that they are part of. */
import { isAssetTotal } from '../../kinds/asset-fields.ts';
import { formatAmount } from '../../money.ts';
import { parseQuantity } from '../../quantity.ts';
import { lineKey } from '../../text/numbering.ts';
import type { Ledger } from '../ledger.ts';
import { type LedgerProblem, problem } from './problem.ts';

/** Lines given twice; parts without their whole, or more than it; a total that is not what its lines come to. */
export function assetProblems(ledger: Ledger): LedgerProblem[] {
  const lines = [...sameLines(ledger), ...partProblems(ledger), ...halfTold(ledger), ...brokenThings(ledger)];
  return lines.length > 0 ? lines : totalProblems(ledger);
}

/** The table has one line for each kind of asset: a second one of the same name is told, at its name. */
function sameLines({ assets }: Ledger): LedgerProblem[] {
  const keyOf = ({ label, partOf = '' }: Ledger['assets'][number]) => `${lineKey(partOf)}/${lineKey(label)}`;
  const seen = new Set<string>();
  return assets.flatMap((line, i) => {
    const key = keyOf(line);
    if (!seen.has(key)) {
      seen.add(key);
      return [];
    }
    const message = `资产“${line.label}”前面已经填过一行：请合并成一行，或改正名称。`;
    return [problem('asset-twice', `assets[${i}].label`, message)];
  });
}

/** Things without a value, or a value without things: a line is both or neither. */
function halfTold({ assets }: Ledger): LedgerProblem[] {
  return assets.flatMap(({ label, quantity, value }, i) => {
    const count = parseQuantity(quantity ?? '');
    if (!count || value === undefined || value < 0 || (count.units === 0) === (value === 0)) return [];
    const [told, path] = count.units === 0 ? ['数量是 0，价值却有', 'quantity'] : ['有数量，价值却是', 'value'];
    const message = `资产“${label}”${told} ${formatAmount(value, '元')} 元：请核对，没有的两项都写 0，还不知道的空着。`;
    return [problem('asset-half-told', `assets[${i}].${path}`, message)];
  });
}

/** 车辆（台、辆）: what is counted in pieces. */
const IN_PIECES = /[（(][台辆套件、/]+[)）]/;

function brokenThings({ assets }: Ledger): LedgerProblem[] {
  return assets.flatMap(({ label, quantity = '' }, i) => {
    const count = parseQuantity(quantity);
    if (!count || !IN_PIECES.test(label) || count.units % 10 ** count.scale === 0) return [];
    return [
      problem('asset-quantity', `assets[${i}].quantity`, `资产“${label}”的数量是 ${quantity}，不是整数：请核对。`),
    ];
  });
}

/** The total against the lines below it, each with a value; a part of another line is in that. */
function totalProblems({ assets }: Ledger): LedgerProblem[] {
  return assets.flatMap(({ label, value }, i) => {
    if (value === undefined || !isAssetTotal(lineKey(label))) return [];
    const lines = assets.filter((other) => other.partOf === undefined && !isAssetTotal(lineKey(other.label)));
    const sum = lines.reduce((all, line) => all + (line.value ?? 0), 0);
    const isKnown = lines.length > 1 && lines.every((line) => line.value !== undefined && line.value >= 0);
    // Taken over from a table in 万元, each value is rounded to its hundredths.
    if (!isKnown || Math.abs(sum - value) <= ((lines.length + 1) * WAN) / 2) return [];
    const slip = value > 0 && value * WAN === sum ? '，像是按万元填的' : '';
    const message = `“${label}” ${formatAmount(value, '元')} 元，各项相加是 ${formatAmount(sum, '元')} 元${slip}：请核对。`;
    return [problem('asset-total', `assets[${i}].value`, message)];
  });
}

const WAN = 10_000;

function partProblems({ assets }: Ledger): LedgerProblem[] {
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
