/** Counts as a place's sentences tell them. */
import type { Counts } from '../ledger/ledger.ts';
import { isWhole, partNamed, thingOf } from '../model/quantity.ts';
import { conceptById, VEHICLE_USES } from '../vocabulary/index.ts';

const OTHERS = conceptById('other-cars').name;
const USES: readonly string[] = VEHICLE_USES.map(({ name }) => name);

/**
 * The counts with those uses of vehicles that none of the sentences' `quantities` names under 其他用车, where they name that:
 * a ledger may come from a place that tells them apart.
 */
export function toldCounts(counts: Counts, quantities: ReadonlySet<string>): Counts {
  const told: Record<string, number> = {};
  for (const [quantity, count] of Object.entries(counts)) {
    const others = `${thingOf(quantity)}[${OTHERS}]`;
    const isFolded =
      !isWhole(quantity) && USES.includes(partNamed(quantity)) && !quantities.has(quantity) && quantities.has(others);
    const name = isFolded ? others : quantity;
    told[name] = (told[name] ?? 0) + count;
  }
  return told;
}
