/** The words of a plan's conditions (`Condition`), for whoever reads or writes them; conditions.ts says when they hold. */
import type { Condition } from './plan.ts';

/** Of the agency and its ledger. */
export const FACTS = ['units', 'organization', 'department', 'institution', 'projects'] as const;
export type Fact = (typeof FACTS)[number];

/** Of a quantity: `last three-publics[total]`. */
export const TOLD = ['known', 'given', 'last', 'executed', 'initial', 'planned', 'changed'] as const;
export type Told = (typeof TOLD)[number];

/** What a condition may say beside a quantity, for whoever writes a wrong one. */
export const CONDITION_WORDS: readonly string[] = [...FACTS, ...TOLD];

const has = (words: readonly string[], word: string) => words.includes(word);

/** Whether a text is a condition; what it asks of is a quantity that `isQuantity` knows. */
export function isCondition(condition: Condition, isQuantity: (quantity: string) => boolean): boolean {
  return condition.split('|').every((each) => {
    const [word = '', named, ...more] = each.replace(/^!+/, '').split(' ');
    if (more.length > 0) return false;
    if (named === undefined) return has(FACTS, word) || isQuantity(word);
    return has(TOLD, word) && (named === 'it' || isQuantity(named));
  });
}
