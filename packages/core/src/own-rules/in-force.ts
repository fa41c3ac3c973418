/** Which rules of one's own hold for a document: those of its places, and the user's. */
import type { Disclosure } from '../disclosure.ts';
import type { Jurisdiction, Jurisdictions } from '../jurisdictions/jurisdictions.ts';
import { rulesOf } from './of-jurisdiction.ts';
import type { OwnRules } from './own-rules.ts';

type Subject = Pick<Disclosure, 'region' | 'template'>;

/** The rules of the places that the document is of, from the widest to the nearest, and then the user's: the later word counts. */
export function ownRulesFor(disclosure: Subject, known: Jurisdictions, users?: OwnRules): OwnRules {
  const places = known.all
    .filter((place) => place.rules && isOf(disclosure, place))
    .sort((a, b) => (a.region?.length ?? 0) - (b.region?.length ?? 0));
  const own = places.flatMap((place) => {
    const result = rulesOf(place, known);
    return result?.ok ? [result.own] : [];
  });
  return merged(users ? [...own, users] : own);
}

/** A document whose region is not known is of the place whose template it is printed by. */
function isOf({ region, template }: Subject, place: Jurisdiction): boolean {
  if (place.region === undefined) return true;
  if (region) return region.code.startsWith(place.region);
  return place.templates.some(({ id }) => id === template);
}

function merged(all: readonly OwnRules[]): OwnRules {
  return {
    families: all.flatMap(({ families }) => families),
    rules: all.flatMap(({ rules }) => rules),
    severities: new Map(all.flatMap(({ severities }) => [...severities])),
    off: new Map(all.flatMap(({ off }) => [...off])),
  };
}
