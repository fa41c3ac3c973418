/**
 * What a section of one fund alone tells: 政府性基金预算财政拨款年初结转和结余0万元，本年收入50万元，本年支出50万元. The names are those of the
 * whole agency's figures; under such a heading they are the fund's own.
 */
import { listedUnder } from '../model/quantity.ts';
import type { Aspect } from './mention.ts';
import type { Open, Subject } from './spoken-of.ts';

/** The funds that have a section of their own; of the general public budget the sections before tell. */
const FUNDS = ['government-fund', 'state-capital'] as const;

/** The fund's own name before a figure of its flow. */
const NAMED = /^.*?(?:政府性基金|国有资本经营)(?:预算)?(?:财政拨款)?/;
const OWN = /^(?:20\d\d年度?|其中：?|[（(]?[一二三四五六七八九十\d]+[)）、.．])*(?:本年度?|当年)?(?:财政拨款)?/;

/** The figures of a fund by what is left of their names, as columns of its table. */
const FLOW: readonly (readonly [RegExp, string])[] = [
  [/^年初(?:财政拨款)?(?:结转和结余|结转结余|结余)$/, 'carryover'],
  [/^年末(?:财政拨款)?(?:结转和结余|结转结余|结余)$/, 'year-end'],
  [/^收入(?:合计|决算)?$/, 'revenue'],
  [/^支出(?:合计|决算)?$/, 'total'],
];
/** 收入总计 holds what was brought forward: no column prints it. */
const SUMS = /^(?:收入支出|收支|收入|支出)总计$/;

/** The subject of a noun in the section of a fund; undefined elsewhere, and for a noun that is none of the fund's flow. */
export function ofFund(noun: string, aspect: Aspect, { heading, it }: Open): Subject | undefined {
  const fund = FUNDS.find((id) => id === heading);
  if (!fund || aspect === 'share' || aspect === 'completion') return undefined;
  // …（项）。年初预算0万元，支出决算2万元: what an item spends.
  if (it?.topic === 'items' && !NAMED.test(noun)) return undefined;
  const key = noun
    .replace(NAMED, '')
    .replace(OWN, '')
    .replace(/(?:为|数|总额|共计?)+$/, '');
  const told = { name: noun, topic: fund, named: true } as const;
  if (SUMS.test(key)) return { ...told, quantity: listedUnder(fund, key) };
  const column = FLOW.find(([name]) => name.test(key))?.[1];
  return column === undefined ? undefined : { ...told, quantity: `${fund}[total].${column}` };
}
