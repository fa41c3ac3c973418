/** The rules that a place's `rules.yaml` adds: they hold for the documents of its regions. */
import type { Jurisdiction, Jurisdictions } from '../jurisdictions/jurisdictions.ts';
import { FILES, type JurisdictionFault } from '../jurisdictions/source.ts';
import { type OwnRulesResult, parseOwnRules } from './own-rules.ts';

const read = new WeakMap<Jurisdiction, OwnRulesResult>();

/** Read once; undefined where the place has no such file, or nothing stands in it. */
export function rulesOf(jurisdiction: Jurisdiction): OwnRulesResult | undefined {
  const { rules } = jurisdiction;
  if (!rules || rules.data === null) return undefined;
  const result = read.get(jurisdiction) ?? parseOwnRules(rules.data, rules.locate);
  read.set(jurisdiction, result);
  return result;
}

/** What is wrong in the `rules.yaml` of any of the places: such a file has no rules. */
export function ruleFaultsOf({ all }: Jurisdictions): readonly JurisdictionFault[] {
  return all.flatMap((place) => {
    const result = rulesOf(place);
    if (!result || result.ok) return [];
    return result.errors.map((fault) => ({ file: `${place.where ?? place.id}/${FILES.rules}`, ...fault }));
  });
}
