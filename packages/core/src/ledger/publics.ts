/** The lines of a ledger that are “三公”经费: appropriations for the economic sections of travel, vehicles and hospitality. */
import { conceptById, THREE_PUBLICS_ITEMS } from '../vocabulary/index.ts';
import { APPROPRIATIONS, type Ledger, type SpendingLine } from './ledger.ts';

/** The items that are no sum of others, with the sections that they are spent under. */
export const PUBLIC_SECTIONS: Readonly<Record<string, readonly string[]>> = Object.fromEntries(
  THREE_PUBLICS_ITEMS.flatMap((id) => {
    const { economic } = conceptById(id);
    return economic ? [[id, economic]] : [];
  }),
);

const SECTIONS = new Set(Object.values(PUBLIC_SECTIONS).flat());

const appropriated = ({ basic, projects }: Ledger): readonly SpendingLine[] =>
  [...basic, ...projects.flatMap(({ lines }) => lines)].filter(({ fund }) => APPROPRIATIONS.includes(fund));

/** Basic and project lines that count as “三公”经费. */
export const publicsLines = (ledger: Ledger): readonly SpendingLine[] =>
  appropriated(ledger).filter(({ economic }) => economic !== undefined && SECTIONS.has(economic));

/** Whether every line of appropriations says its economic section: then the lines tell all that is “三公”经费. */
export const hasAllSections = (ledger: Ledger): boolean =>
  appropriated(ledger).every(({ economic }) => economic !== undefined);
