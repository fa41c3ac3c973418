/** The panels of a balance form. */
/**
 * Revenue and expenditure, and where a place prints them the same expenditure once more by its use, by departmental and by governmental
 * economic class.
 */
export const SIDES = ['revenue', 'expenditure', 'use', 'economic', 'governmental'] as const;

type Panel = (typeof SIDES)[number];

/** The sides that a form prints, in their order: revenue and expenditure always, the others where they have rows. */
export function sidesOf({ rows }: { readonly rows: readonly { readonly side?: Panel }[] }): readonly Panel[] {
  const printed = new Set(rows.map(({ side }) => side));
  return SIDES.filter((side) => side === 'revenue' || side === 'expenditure' || printed.has(side));
}
