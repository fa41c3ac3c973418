/** What a quantity is called when a person is asked for it. */
import { lookup } from '../classification/index.ts';
import type { Disclosure } from '../disclosure.ts';
import { kindOf } from '../model/document-kinds.ts';
import { codeOf, listed, thingOf } from '../model/quantity.ts';
import { STATED_AMOUNTS, STATED_COUNTS } from '../model/stated.ts';
import { fullBrackets } from '../text/fold.ts';
import { conceptById } from '../vocabulary/index.ts';
import { lexicon } from '../words/lexicon.ts';
import type { Base } from './levels.ts';
import { nameOf } from './lists.ts';

/** Whose names are looked up, in whose sentences. */
interface Named extends Pick<Base, 'jurisdictions'> {
  /** Whose printed names of items go first. */
  readonly disclosure?: Disclosure;
}

const NAMES: Readonly<Record<string, string>> = {
  'balance[总计]': '收支总数',
  'appropriation-balance[总计]': '财政拨款收支总数',
  ...Object.fromEntries(
    (['three-publics[total]', 'agency-operating'] as const).map((quantity) => [
      quantity,
      conceptById(thingOf(quantity)).name,
    ]),
  ),
  'vehicles[total]': '车辆数',
  'vehicles-purchase[total]': '购置车辆数',
  'equipment[large]': '大型设备台（套）数',
  'equipment-purchase[large]': '购置大型设备台（套）数',
};

const ASPECTS: Readonly<Record<string, string>> = {
  last: '的上年数',
  change: '比上年的增减额（需要上年数）',
  initial: '的年初预算数',
};

/** The Chinese name of a quantity, for asking a person: 机关服务（2010303）支出. */
export function quantityName({ disclosure, jurisdictions }: Named, quantity: string): string {
  const part = listed(quantity);
  if (part) return part.name;
  const code = codeOf(quantity);
  if (code) return `${(disclosure && nameOf(disclosure, code)) ?? lookup('function', code)?.name ?? code}（${code}）`;
  const isBudget = disclosure !== undefined && !kindOf(disclosure.stage).executes;
  // What accounts state a budget plans, under a noun of its own.
  const known = NAMES[quantity] ?? (isBudget ? undefined : STATED_AMOUNTS[quantity]) ?? STATED_COUNTS[quantity];
  if (known) return known;
  const noun = [...lexicon(jurisdictions)].find(([, meanings]) =>
    meanings.some((meaning) => meaning.quantity === quantity),
  )?.[0];
  const name = noun ? fullBrackets(noun) : quantity;
  // Accounts have figures of their own beside the budget's.
  return disclosure && !isBudget ? name.replace(/预算$/, '') : name;
}

/** 公务接待费的年初预算数. */
export function keyName(named: Named, key: string): string {
  const [, quantity = key, aspect] = /^(.*):([a-z]+)$/s.exec(key) ?? [];
  const of = aspect === undefined ? undefined : ASPECTS[aspect];
  return quantityName(named, quantity) + (of ?? '');
}

/** The same where only last year's amounts are to be gone over. */
export const waitingName = (named: Named, key: string): string =>
  key.endsWith(':change')
    ? `${quantityName(named, key.slice(0, -':change'.length))}比上年的增减额（上年的数确认以后）`
    : keyName(named, key);
