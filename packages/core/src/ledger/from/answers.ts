/** What a published document answers with 无: a table that it prints empty, money whose tables say nothing of it. */
import type { Disclosure } from '../../disclosure.ts';
import { type Answers, AREAS, answerOf, TABLE_FORMS_OF_AREAS } from '../areas.ts';
import type { Ledger } from '../ledger.ts';

/** 无 for each area without content whose table the document prints; what it does not print stays unanswered. */
export function answersFrom({ statements, tables }: Disclosure, ledger: Ledger): Answers {
  const printed = new Set<string>([...statements, ...tables].map(({ form }) => form));
  const open = AREAS.filter((area) => answerOf(ledger, area) === undefined);
  const said = open.filter(({ id }) => TABLE_FORMS_OF_AREAS[id].some((form) => printed.has(form)));
  return Object.fromEntries(said.map(({ id }) => [id, 'none']));
}
