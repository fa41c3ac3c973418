/** 支出经济分类: the departmental scheme before and since 2018 (财预〔2017〕98号), and the governmental one. */
import { lazy } from '../memo.ts';
import since2018 from './data/economic-2018.json' with { type: 'json' };
import governmental from './data/economic-gov.json' with { type: 'json' };
import before2018 from './data/economic-pre2018.json' with { type: 'json' };
import { type Concept, type NamePeriod, trustOf } from './entry.ts';

/** First budget year of the present schemes. */
export const ECONOMIC_REFORM = 2018;

const fields = (row: string): string[] => row.split('\t');

function byCode(concepts: readonly Concept[]): ReadonlyMap<string, Concept> {
  return new Map(concepts.map((concept) => [concept.code, concept]));
}

/** Said to be outdated only where the name that took its place is verified. */
function formerName(name: string, isReplaced: boolean): NamePeriod {
  return isReplaced ? { name, to: ECONOMIC_REFORM - 1 } : { name, stale: true };
}

/** Since 2018; a name the code had before stands among its names. Verified from 2018 on: names have not changed since. */
export const economicConcepts = lazy(() => {
  const earlier = new Map(before2018.map((row) => [fields(row)[0], fields(row)[1]!]));
  return byCode(
    since2018.map((row): Concept => {
      const [code = '', name = '', letter] = fields(row);
      const old = earlier.get(code);
      return {
        code,
        trust: trustOf(letter),
        names: [...(old && old !== name ? [formerName(old, letter === 'v')] : []), { name }],
        seen: { from: ECONOMIC_REFORM },
      };
    }),
  );
});

/** Before 2018: an incomplete list of general knowledge, with the codes that documents of 2017 print beyond it. */
export const formerEconomicConcepts = lazy(() => {
  const listed = before2018.map((row): Concept => {
    const [code = '', name = ''] = fields(row);
    return { code, trust: 'general', names: [{ name }], to: ECONOMIC_REFORM - 1 };
  });
  const known = byCode(listed);
  const seen = since2018.filter((row) => {
    const [code = '', , , first] = fields(row);
    return Number(first) < ECONOMIC_REFORM && Number(first) > 0 && !known.has(code);
  });
  return byCode([
    ...listed,
    ...seen.map((row): Concept => ({ code: fields(row)[0]!, trust: 'general', names: [{ name: fields(row)[1]! }] })),
  ]);
});

export const governmentalConcepts = lazy(() =>
  byCode(
    governmental.map((row): Concept => {
      const [code = '', name = '', letter] = fields(row);
      return { code, trust: trustOf(letter), names: [{ name }], from: ECONOMIC_REFORM };
    }),
  ),
);
