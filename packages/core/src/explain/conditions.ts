/** Conditions of a plan, held against one disclosure's figures. */

import { ORGANIZATION } from '../kinds/index.ts';
import { rowsOf } from '../model/tables.ts';
import type { Fact, Told } from './condition-words.ts';
import { toWords } from './exact.ts';
import type { Base } from './levels.ts';
import type { Condition } from './plan.ts';
import type { Source } from './source.ts';

type Facts = Pick<Base, 'disclosure' | 'nature' | 'ledger'>;

const FACT_TESTS: Readonly<Record<Fact, (facts: Facts) => boolean>> = {
  units: ({ disclosure }) => rowsOf(disclosure, ORGANIZATION).length > 1,
  organization: ({ disclosure }) => rowsOf(disclosure, ORGANIZATION).length > 0,
  department: ({ disclosure }) => disclosure.agency.level === 'department',
  institution: ({ nature }) => nature === 'institution',
  projects: ({ ledger }) => (ledger?.projects?.length ?? 0) > 0,
};

/** Of a quantity; `it` may stand for the one spoken of. */
const ASPECT_TESTS: Readonly<Record<Told, (source: Source, quantity: string) => boolean>> = {
  known: (source, quantity) => source.level(quantity) !== undefined,
  given: (source, quantity) => source.last(quantity) !== undefined,
  last: (source, quantity) => (source.last(quantity) ?? 0) !== 0,
  executed: (source, quantity) => (source.executed(quantity) ?? 0) !== 0,
  initial: (source, quantity) => source.initial(quantity) !== undefined,
  planned: (source, quantity) => (source.initial(quantity) ?? 0) !== 0,
  changed: (source, quantity) => toWords(source.change(quantity) ?? 0) !== 0,
};

/** Whether a condition of a plan is true; `it` is the item that the sentence is told for. */
export function holds(condition: Condition, source: Source, facts: Facts, it = ''): boolean {
  if (condition.includes('|')) return condition.split('|').some((each) => holds(each, source, facts, it));
  if (condition.startsWith('!')) return !holds(condition.slice(1), source, facts, it);
  const fact = FACT_TESTS[condition as Fact];
  if (fact) return fact(facts);
  const [word = '', named = ''] = condition.split(' ');
  const quantity = named === 'it' ? it : named;
  return quantity === '' ? (source.level(word) ?? 0) !== 0 : (ASPECT_TESTS[word as Told]?.(source, quantity) ?? false);
}
