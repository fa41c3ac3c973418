/** Conditions of a plan, held against one disclosure's figures. */
import { toWords } from './exact.ts';
import type { Base } from './levels.ts';
import type { Condition } from './plan.ts';
import type { Source } from './source.ts';

type Facts = Pick<Base, 'disclosure' | 'nature' | 'ledger'>;

const FACTS: Readonly<Record<string, (facts: Facts) => boolean>> = {
  units: ({ disclosure }) => disclosure.organization.length > 1,
  organization: ({ disclosure }) => disclosure.organization.length > 0,
  department: ({ disclosure }) => disclosure.agency.level === 'department',
  institution: ({ nature }) => nature === 'institution',
  projects: ({ ledger }) => (ledger?.projects?.length ?? 0) > 0,
};

/** Of a quantity; `it` may stand for the one spoken of. */
const OF: Readonly<Record<string, (source: Source, quantity: string) => boolean>> = {
  known: (source, quantity) => source.level(quantity) !== undefined,
  given: (source, quantity) => source.last(quantity) !== undefined,
  last: (source, quantity) => (source.last(quantity) ?? 0) !== 0,
  executed: (source, quantity) => (source.executed(quantity) ?? 0) !== 0,
  initial: (source, quantity) => source.initial(quantity) !== undefined,
  planned: (source, quantity) => (source.initial(quantity) ?? 0) !== 0,
  changed: (source, quantity) => toWords(source.change(quantity) ?? 0) !== 0,
};

/** Whether a condition is one; what it asks of is a quantity that `isQuantity` knows. */
export function isCondition(condition: string, isQuantity: (quantity: string) => boolean): boolean {
  return condition.split('|').every((each) => {
    const plain = each.replace(/^!+/, '');
    const [word = '', named, ...more] = plain.split(' ');
    if (more.length > 0) return false;
    if (named === undefined) return word in FACTS || isQuantity(word);
    return word in OF && (named === 'it' || isQuantity(named));
  });
}

/** What a condition may say beside a quantity, for whoever writes a wrong one. */
export const CONDITION_WORDS: readonly string[] = [...Object.keys(FACTS), ...Object.keys(OF)];

/** Whether a condition of a plan is true; `it` is the item that the sentence is told for. */
export function holds(condition: Condition, source: Source, facts: Facts, it = ''): boolean {
  if (condition.includes('|')) return condition.split('|').some((each) => holds(each, source, facts, it));
  if (condition.startsWith('!')) return !holds(condition.slice(1), source, facts, it);
  const fact = FACTS[condition];
  if (fact) return fact(facts);
  const [word = '', named = ''] = condition.split(' ');
  const quantity = named === 'it' ? it : named;
  return quantity === '' ? (source.level(word) ?? 0) !== 0 : (OF[word]?.(source, quantity) ?? false);
}
