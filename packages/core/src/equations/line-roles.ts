/**
 * What the lines of the balance forms and of the three-publics form mean, whatever a province calls them: the roles of the
 * vocabulary's concepts. A role's name is Chinese, so that equations read as they are spoken: `balance.revenue[本年收入合计].amount`.
 */
import type { Side } from '../disclosure.ts';
import { type Concept, columnIdOf, conceptById, conceptOfLine, FUND_IDS, linesOf } from '../vocabulary/index.ts';

/** Lines that carry one fund over from the year before, or into the next: they stand under the carry-over line. */
const FUND_ROLES: readonly string[] = FUND_IDS.map((id) => conceptById(id).role!);

/** A bare 合计 is the grand total of a side that prints no 总计, and the year's sum of one that does; so is the only 小计 of a side. */
const BARE_SUM = /^(?:合计|小计)$/;

/** The role of a balance line; `key` is its label without numbering and spaces. */
export function lineRole(side: Side, key: string): string | undefined {
  return conceptOfLine(side, key)?.role;
}

/** Whether a line is one of the three budgets within appropriations. */
export function isFundRole(role: string | undefined): boolean {
  return role !== undefined && FUND_ROLES.includes(role);
}

/** Whether a label says only that it sums: 合计, 小计. */
export function isBareSum(key: string): boolean {
  return BARE_SUM.test(key);
}

/** Roles of revenue lines that are appropriations (财政拨款). */
export const APPROPRIATION_ROLES: ReadonlySet<string> = new Set([conceptById('appropriation').role!, ...FUND_ROLES]);

/** The role of a three-publics row; `key` as `lineRole`. */
export function threePublicsRole(key: string): string | undefined {
  return conceptOfLine('three-publics', key)?.role;
}

const ITEMS: readonly Concept[] = [...linesOf('three-publics'), conceptById('agency-operating')];

/** Column ids of a three-publics table that prints all items in one row, with the role of each. */
export const THREE_PUBLICS_COLUMNS: Readonly<Record<string, string>> = Object.fromEntries(
  ITEMS.filter(({ id }) => id !== 'three-publics').map((concept) => [columnIdOf(concept), concept.role!]),
);

const rolesOf = (concepts: readonly Concept[]) => concepts.flatMap(({ role }) => role ?? []);

/** All role names, for the docs. */
export const ROLE_NAMES = {
  balance: rolesOf([...linesOf('revenue'), ...linesOf('expenditure')]),
  threePublics: rolesOf(linesOf('three-publics')).filter((role) => role !== 'total'),
} as const;
