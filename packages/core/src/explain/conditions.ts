/** Conditions of a plan, held against one disclosure's figures. */

import { ORGANIZATION } from '../kinds/index.ts';
import { UNNAMED_PROJECTS } from '../ledger/projects.ts';
import { rowsOf } from '../model/tables.ts';
import type { Fact, Told } from './condition-words.ts';
import { toWords } from './exact.ts';
import { type Base, isStanding, isUnanswered } from './levels.ts';
import type { Condition } from './plan.ts';
import type { Source } from './source.ts';

type Facts = Pick<Base, 'disclosure' | 'nature' | 'ledger' | 'unanswered' | 'standing'>;

const FACT_TESTS: Readonly<Record<Fact, (facts: Facts) => boolean>> = {
  units: ({ disclosure }) => rowsOf(disclosure, ORGANIZATION).length > 1,
  organization: ({ disclosure }) => rowsOf(disclosure, ORGANIZATION).length > 0,
  department: ({ disclosure }) => disclosure.agency.level === 'department',
  institution: ({ nature }) => nature === 'institution',
  // What no project is named for is not listed by itself.
  projects: ({ ledger }) => (ledger?.projects ?? []).some(({ name }) => name !== UNNAMED_PROJECTS),
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

/** True, false, or the quantity of which nobody has answered whether there is anything. */
export type Held = boolean | { readonly unknown: string };

/** Whether a condition of a plan is true; `it` is the item that the sentence is told for. */
export function holds(condition: Condition, source: Source, facts: Facts, it = ''): Held {
  if (condition.includes('|')) {
    const all = condition.split('|').map((each) => holds(each, source, facts, it));
    return all.some((held) => held === true) || (all.find((held) => held !== false) ?? false);
  }
  if (condition.startsWith('!')) {
    const held = holds(condition.slice(1), source, facts, it);
    return typeof held === 'boolean' ? !held : held;
  }
  const fact = FACT_TESTS[condition as Fact];
  if (fact) return fact(facts);
  const [word = '', named = ''] = condition.split(' ');
  const quantity = named === 'it' ? it : named;
  if (quantity !== '') return ASPECT_TESTS[word as Told]?.(source, quantity) ?? false;
  const level = source.level(word);
  if (isUnanswered(facts, word) || (level === undefined && isStanding(facts, word))) return { unknown: word };
  return (level ?? 0) !== 0;
}

/** Whether all conditions are true; where none is false, what one of them does not know. */
export function holdAll(conditions: readonly Condition[] | undefined, source: Source, facts: Facts, it?: string): Held {
  const all = (conditions ?? []).map((condition) => holds(condition, source, facts, it));
  return all.every((held) => held !== false) && (all.find((held) => held !== true) ?? true);
}
