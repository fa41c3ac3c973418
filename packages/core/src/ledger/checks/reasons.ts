/** Reasons that go against the change which the document will print before them: 减少 because 人员增加. */

import type { Disclosure } from '../../disclosure.ts';
import { wan } from '../../money.ts';
import { isAgainst } from '../../rules/words/reasons.ts';
import { figuresOf } from '../figures-of.ts';
import type { Ledger } from '../ledger.ts';
import { type LedgerProblem, problem } from './problem.ts';

/** A car that was bought, told of this year: what is not bought any more is told of the year before. */
const BUYS_CAR = /(?:新购|新增购|购置|购买|更新|更换)[^，。；、]{0,8}车(?!库|位|棚|牌)/;
const NOT_NOW = /上年|去年|20\d\d年|减少|不再|没有|未|无|压减|取消|暂停/;
const OF_CARS: ReadonlySet<string> = new Set(
  ['total', 'vehicles', 'vehicle-running', 'vehicle-purchase'].map((id) => `three-publics[${id}]`),
);

/** Reasons that tell of a car bought where no money is there for one. */
function carReasons({ texts }: Ledger, bought: number | undefined): LedgerProblem[] {
  if ((bought ?? 0) !== 0) return [];
  return Object.entries(texts.reasons).flatMap(([quantity, why]) => {
    if (!OF_CARS.has(quantity) || !BUYS_CAR.test(why) || NOT_NOW.test(why)) return [];
    const message = `原因写到购置公务用车（“${why}”），支出里没有公务用车购置费：请核对原因，或补列支出。`;
    return [problem('reason-unspent', `lastYear[${quantity}].reason`, message)];
  });
}

/** One notice a reason, at its cell; silent where either year's figure is not known. */
export function reasonProblems(ledger: Ledger, disclosure: Disclosure): LedgerProblem[] {
  const { lastYear, texts } = ledger;
  const now = figuresOf(disclosure);
  const against = Object.entries(texts.reasons).flatMap(([quantity, why]) => {
    const [before, after] = [lastYear[quantity], now[quantity]];
    if (before === undefined || after === undefined || before === after) return [];
    const direction = after > before ? 'up' : 'down';
    if (!isAgainst(direction, why)) return [];
    const message = `比上年${direction === 'up' ? '增加' : '减少'} ${wan(Math.abs(after - before))}，原因写的却是“${why}”：请核对上年数和原因。`;
    return [problem('reason-against', `lastYear[${quantity}].reason`, message)];
  });
  const told = new Set(against.map(({ path }) => path));
  return [
    ...against,
    ...carReasons(ledger, now['three-publics[vehicle-purchase]']).filter(({ path }) => !told.has(path)),
  ];
}
