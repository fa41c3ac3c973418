/** What a published document answers with 无: a table that it prints empty, money whose tables say nothing of it. */
import type { Disclosure } from '../disclosure.ts';
import { type Answers, AREAS, type AreaId, answerOf, areasOf, TABLE_FORMS_OF_AREAS } from '../ledger/areas.ts';
import type { Ledger } from '../ledger/ledger.ts';
import type { Mention } from '../words/index.ts';

/** Wholes that say, printed as 0, that there is nothing of their area. */
const NOTHING: ReadonlySet<string> = new Set(['procurement[total]', 'performance[projects]', 'three-publics[total]']);

const isZero = (figure: Mention['printed']) =>
  (figure.kind === 'amount' && figure.fen === 0) || (figure.kind === 'count' && figure.value === 0);

/** 无 for each area without content whose table the document prints; what it does not print stays unanswered. */
export function answersFrom({ statements, tables }: Disclosure, ledger: Ledger, mentions: readonly Mention[]): Answers {
  const printed = new Set<string>([...statements, ...tables].map(({ form }) => form));
  const open = AREAS.filter((area) => answerOf(ledger, area) === undefined);
  const isSaidNone = (id: AreaId) =>
    mentions.some(
      ({ quantity, aspect, printed: figure }) =>
        aspect === 'level' && NOTHING.has(quantity) && areasOf(quantity).includes(id) && isZero(figure),
    );
  const said = open.filter(({ id }) => TABLE_FORMS_OF_AREAS[id].some((form) => printed.has(form)) || isSaidNone(id));
  return Object.fromEntries(said.map(({ id }) => [id, 'none']));
}
