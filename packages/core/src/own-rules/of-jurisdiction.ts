/** The rules that the `rules.yaml` of places add: they hold for the documents of their regions. */
import type { Jurisdiction, Jurisdictions } from '../jurisdictions/jurisdictions.ts';
import { FILES, type JurisdictionFault } from '../jurisdictions/source.ts';
import { derived } from '../memo.ts';
import type { PlaceRules } from './ids.ts';
import { type OwnRules, type OwnRulesResult, parseOwnRules } from './own-rules.ts';

type Read = ReadonlyMap<Jurisdiction, OwnRulesResult>;

/** The files of all places, the wider before those within them. One that holds nothing, or is none, is left out. */
const rulesRead = derived(({ all }: Jurisdictions): Read => {
  const read = new Map<Jurisdiction, OwnRulesResult>();
  for (const place of [...all].sort((a, b) => digits(a) - digits(b))) {
    const { rules } = place;
    if (rules && rules.data !== null) read.set(place, parseOwnRules(rules.data, rules.locate, idsIn(read, place)));
  }
  return read;
});

const digits = ({ region = '' }: Jurisdiction) => region.length;

/** Ids of the rules of the places read; of those around one place where it is given. */
function idsIn(read: Read, within?: Jurisdiction): PlaceRules {
  const around = ({ region = '' }: Jurisdiction) => !within || (within.region ?? '').startsWith(region);
  return new Map(
    [...read]
      .filter(([place]) => around(place))
      .flatMap(([{ name }, result]) => (result.ok ? idsOf(result.own).map((id) => [id, name] as const) : [])),
  );
}

const idsOf = ({ families, rules }: OwnRules): readonly string[] => [
  ...families.map(({ family }) => family.id),
  ...rules.map(({ id }) => id),
];

/** What one place adds; undefined where it has no such file, or nothing stands in it. */
export const rulesOf = (place: Jurisdiction, places: Jurisdictions): OwnRulesResult | undefined =>
  rulesRead(places).get(place);

/** The rules that all places add: a user's file may change the severity of any, or switch it off. */
export const placeRules = (places: Jurisdictions): PlaceRules => idsIn(rulesRead(places));

/** What is wrong in the `rules.yaml` of any of the places: such a file has no rules. */
export function ruleFaultsOf(places: Jurisdictions): readonly JurisdictionFault[] {
  return [...rulesRead(places)].flatMap(([place, result]) =>
    result.ok ? [] : result.errors.map((fault) => ({ file: `${place.where ?? place.id}/${FILES.rules}`, ...fault })),
  );
}
