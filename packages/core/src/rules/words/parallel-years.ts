/** Years told item by item, this year's figure beside last year's: 2026年度预算9万元，2025年度预算10万元; one among many has a year left over. */
import { groupsBy } from '../../group-by.ts';
import { kindOf } from '../../model/document-kinds.ts';
import { fenOf, type Mention } from '../../words/mention.ts';
import { paragraphsOf, type Told } from './facts.ts';

/** A figure whose year is wrong, with the end of the sentence that begins with its quotation. */
export interface StrayYear {
  readonly mention: Mention;
  readonly text: string;
}

/** So many items that tell the year before make it the one to compare with, and so many of them for each that tells another. */
const ENOUGH = 3;
const TO_ONE = 4;

/** The levels of a section whose years others in it deny. @param year the document's */
export function strayYears({ disclosure }: Told, section: readonly Mention[], year: number): readonly StrayYear[] {
  if (kindOf(disclosure.stage).executes) return [];
  const items = paragraphsOf(section.filter(({ aspect }) => aspect === 'level')).flatMap((paragraph) =>
    groupsBy(paragraph, ({ quantity }) => quantity).filter((same) => same.some((m) => m.year === year)),
  );
  return [...asThisYear(items, year), ...twoYearsBack(items, year)];
}

/** 2026年度预算9万元，2025年度预算8万元…2025年预算安排9万元: told as last year's, which is told to be another. */
const asThisYear = (items: readonly (readonly Mention[])[], year: number): readonly StrayYear[] =>
  items.flatMap((same) => {
    const of = (wanted: number) => same.filter((m) => m.year === wanted && fenOf(m) !== undefined);
    const own = new Set(of(year).map(fenOf));
    const last = of(year - 1);
    return own.size === 1 && last.some((m) => !own.has(fenOf(m)))
      ? last
          .slice(1)
          .filter((m) => own.has(fenOf(m)))
          .map((mention) => ({ mention, text: `写的是 ${year - 1} 年，金额却是 ${year} 年的。` }))
      : [];
  });

/** 2026年度预算9万元，2024年度预算8万元, where the other items tell 2025年度预算. */
function twoYearsBack(items: readonly (readonly Mention[])[], year: number): readonly StrayYear[] {
  const beside = items.flatMap((same) => {
    const others = same.filter((m) => m.year !== undefined && m.year !== year);
    return others.length === 1 ? others : [];
  });
  const usual = beside.filter((m) => m.year === year - 1);
  const stray = beside.filter((m) => m.year === year - 2);
  return usual.length < ENOUGH || stray.length * TO_ONE > usual.length
    ? []
    : stray.map((mention) => ({ mention, text: `写的是 ${mention.year} 年，其他各项写的是 ${year - 1} 年。` }));
}
