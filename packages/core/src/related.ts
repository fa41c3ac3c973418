/** Which documents belong together: a department and its units of one year, an agency's document, that of the year before and its budget. */
import type { Disclosure, DocumentReading } from './disclosure.ts';
import { groupBy } from './group-by.ts';
import { type Holding, holdingOf, isBeside, isOfOne } from './join.ts';
import { planOf, previousOf, type Stage, type Time } from './model/document-kinds.ts';
import { isTold } from './model/identity.ts';

/** What tells whose document it is, and of when. */
export type Identity = Pick<Disclosure, 'agency' | 'year' | 'stage' | 'identity'> & {
  /** What its file holds of it, where that is known. */
  readonly holding?: Holding;
};

/** Whose disclosures a document holds, for finding what belongs together without keeping the readings. */
export function identitiesOf({ disclosures }: DocumentReading): Identity[] {
  return disclosures.map((disclosure) => {
    const { agency, year, stage, identity } = disclosure;
    return {
      agency,
      ...(year === undefined ? {} : { year }),
      stage,
      ...(identity ? { identity } : {}),
      holding: holdingOf(disclosure),
    };
  });
}

/** Whether two documents are of one year and kind; what nobody tells is of no year and kind. */
const isOfOneTime = (a: Identity, b: Identity): boolean =>
  a.year !== undefined && a.year === b.year && a.stage === b.stage && isTold(a, 'stage') && isTold(b, 'stage');

/** Of one year and stage, the department's code leading the unit's, or its name where a code is missing. */
export function isUnitOf(unit: Identity, department: Identity): boolean {
  if (unit.agency.level !== 'unit' || !isOfOneTime(unit, department)) return false;
  const [own, head] = [unit.agency.code, department.agency.code];
  if (own && head) return own.startsWith(head) && own.length > head.length;
  return department.agency.name !== '' && unit.agency.name.startsWith(department.agency.name);
}

const isOfSameAgency = (a: Identity, b: Identity): boolean =>
  a.agency.level === b.agency.level &&
  b.agency.name !== '' &&
  a.agency.name === b.agency.name &&
  (a.agency.code ?? b.agency.code) === (b.agency.code ?? a.agency.code);

/** Whether a document is the same agency's of that time. */
const isAt = (other: Identity, one: Identity, time: Time<Stage> | undefined): boolean =>
  time !== undefined &&
  isTold(other, 'stage') &&
  other.year === time.year &&
  other.stage === time.stage &&
  isOfSameAgency(other, one);

/** The same agency's document that this one follows as 上年. */
export const isYearBefore = (previous: Identity, one: Identity): boolean =>
  isAt(previous, one, one.year === undefined ? undefined : previousOf({ stage: one.stage, year: one.year }));

/** The same agency's budget that this document of another kind carries out; a plan has none. */
export const isPlanOf = (plan: Identity, one: Identity): boolean =>
  plan.stage !== one.stage &&
  isAt(plan, one, one.year === undefined ? undefined : planOf({ stage: one.stage, year: one.year }));

/** Whether two files hold parts of one disclosure. */
function isPartBeside(a: Identity, b: Identity): boolean {
  if (!a.holding || !b.holding || !isBeside(a.holding, b.holding)) return false;
  return isOfOne({ ...a, holding: a.holding }, { ...b, holding: b.holding });
}

/** Groups of two and more documents (by their place in the list) that have to be checked together. */
export function relatedDocuments(documents: readonly (readonly Identity[])[]): readonly (readonly number[])[] {
  const all = documents.flatMap((identities, document) => identities.map((identity) => ({ identity, document })));
  const group = documents.map((_, i) => i);
  const leader = (i: number): number => (group[i] === i ? i : leader(group[i]!));
  const byName = groupBy(all, ({ identity }) => identity.agency.name);
  const units = all.filter(({ identity }) => identity.agency.level === 'unit');
  for (const one of all) {
    const others = [
      ...byName
        .get(one.identity.agency.name)!
        .filter(
          ({ identity }) =>
            isYearBefore(identity, one.identity) ||
            isPlanOf(identity, one.identity) ||
            isPartBeside(identity, one.identity),
        ),
      ...(one.identity.agency.level === 'department'
        ? units.filter(({ identity }) => isUnitOf(identity, one.identity))
        : []),
    ];
    for (const { document } of others) {
      const [a, b] = [leader(one.document), leader(document)];
      group[Math.max(a, b)] = Math.min(a, b);
    }
  }
  const groups = groupBy([...documents.keys()], leader);
  return [...groups.values()].filter(({ length }) => length > 1);
}
