/** This year's figures by quantity: from the statements, the records and the counts. */
import { buysAsset } from '../classification/index.ts';
import type { Disclosure, Row } from '../disclosure.ts';
import { figure } from '../figures/index.ts';
import { recordTotalRow } from '../figures/record-totals.ts';
import type { Jurisdictions } from '../jurisdictions/jurisdictions.ts';
import type { ProcurementRow } from '../kinds/index.ts';
import { ORGANIZATION, PERFORMANCE, PROCUREMENT, procurementAmount } from '../kinds/index.ts';
import { type AreaId, areasOf } from '../ledger/areas.ts';
import type { Counts, Project, UnitNature } from '../ledger/ledger.ts';
import { projectLabel, projectsLabelled } from '../ledger/projects.ts';
import { kindOf } from '../model/document-kinds.ts';
import { addressOf, isWhole, itemOf, listed, thingOf } from '../model/quantity.ts';
import { PAID_BY } from '../model/stated.ts';
import { rowsOf } from '../model/tables.ts';
import type { Fen } from '../money.ts';
import { FUND_IDS } from '../vocabulary/index.ts';
import type { LedgerRecords } from './records.ts';

export interface Base {
  readonly jurisdictions: Jurisdictions;
  readonly disclosure: Disclosure;
  readonly counts: Counts;
  readonly nature?: UnitNature | undefined;
  readonly ledger?: LedgerRecords | undefined;
  readonly unanswered?: ReadonlySet<AreaId> | undefined;
  readonly standing?: ReadonlySet<AreaId> | undefined;
  /** Amounts that a person states for want of lines that give them. */
  readonly amounts?: Readonly<Record<string, Fen>> | undefined;
}

/** Whether a quantity rests on an area that nobody has answered. */
export const isUnanswered = ({ unanswered }: Pick<Base, 'unanswered'>, quantity: string): boolean =>
  unanswered !== undefined && areasOf(quantity).some((id) => unanswered.has(id));

/** Whether a quantity rests on last year's amounts: that it is nothing, or what it was, nobody has stated. */
export const isStanding = ({ standing }: Pick<Base, 'standing'>, quantity: string): boolean =>
  standing !== undefined && areasOf(quantity).some((id) => standing.has(id));

/** How many there are: given, or what a given whole and its given parts leave no doubt of. */
export function countOf(base: Base, quantity: string): number | undefined {
  const { disclosure, counts, ledger } = base;
  if (counts[quantity] !== undefined) return counts[quantity];
  if (isUnanswered(base, quantity)) return undefined;
  if (quantity === 'performance[projects]') {
    const count = targetedProjects(disclosure, ledger?.projects).length;
    return count > 0 || ledger?.projects || !projectSpending(disclosure) ? count : undefined;
  }
  const paidBy = PAID_BY[thingOf(quantity)];
  if (paidBy !== undefined) return levelOf(base, paidBy) === 0 ? 0 : undefined;
  if (thingOf(quantity) === 'performance') return countOf(base, 'performance[projects]') === 0 ? 0 : undefined;
  // An area that was answered without a single count was answered with 无.
  if (base.unanswered && areasOf(quantity).length > 0 && Object.keys(counts).length === 0) return 0;
  // What is left blank is nothing only where the given parts come to the given whole.
  const parts = Object.entries(counts).filter(([name]) => thingOf(name) === thingOf(quantity) && !isWhole(name));
  const sum = parts.reduce((all, [, count]) => all + count, 0);
  return counts[`${thingOf(quantity)}[total]`] === sum ? 0 : undefined;
}

/** Fen of a quantity; undefined where nothing tells it. */
export function levelOf(base: Base, quantity: string): Fen | undefined {
  const fen = toldLevel(base, quantity);
  return fen === 0 && isStanding(base, quantity) ? undefined : fen;
}

function toldLevel(base: Base, quantity: string): Fen | undefined {
  const stated = base.amounts?.[quantity];
  if (stated !== undefined) return printed(base.disclosure, quantity) ?? stated;
  if (isUnanswered(base, quantity)) return undefined;
  const own = OWN[quantity];
  if (own) return own(base);
  if (thingOf(quantity) === 'hospitality') return levelOf(base, 'three-publics[hospitality]') === 0 ? 0 : undefined;
  const item = itemOf(quantity);
  if (item?.length === 7 && thingOf(quantity) === 'expenditure') return appropriated(base.disclosure, item);
  const project = listed(quantity)?.name;
  if (project !== undefined) return projectFunds(base.ledger?.projects, project);
  return printed(base.disclosure, quantity) ?? (isSource(quantity) && hasBalance(base.disclosure) ? 0 : undefined);
}

/** A source of revenue that the balance has no line for brings nothing. */
function isSource(quantity: string): boolean {
  const address = addressOf(quantity);
  return address?.form === 'revenue' && address.row === 'total' && address.column !== 'appropriation';
}

const hasBalance = ({ statements }: Disclosure) =>
  statements.some(({ form, rows }) => form === 'balance' && rows.length > 0);

const printed = (disclosure: Disclosure, quantity: string): Fen | undefined =>
  figure(disclosure, addressOf(quantity)).figure?.fen;

const OWN: Readonly<Record<string, (base: Base) => Fen | undefined>> = {
  'agency-operating': agencyOperating,
  // Some templates print no such table: then only a budget's ledger tells that there is nothing.
  'procurement[total]': ({ disclosure, ledger, unanswered, amounts }) => {
    const isNothing =
      ledger?.procurement &&
      (kindOf(disclosure.stage).executes ? unanswered && !isGiven(amounts, 'procurement') : true);
    return printed(disclosure, 'procurement[total]') ?? (isNothing ? 0 : undefined);
  },
  ...Object.fromEntries(
    ['expenditure', ...FUND_IDS].map((form) => [
      `${form}[total].basic`,
      ({ disclosure }: Base) => printed(disclosure, `${form}[total].basic`) ?? ofParts(disclosure, form),
    ]),
  ),
  'basic[total].total': ({ disclosure }) => printed(disclosure, 'basic[total].total') ?? byClass(disclosure, /^\d{3}$/),
  'basic[total].personnel': ({ disclosure }) => ofBasic(disclosure, 'personnel', /^30[13]$/),
  'basic[total].operating': ({ disclosure }) => ofBasic(disclosure, 'operating', /^(?!30[13])\d{3}$/),
  'performance[funds]': ({ disclosure, ledger }) => {
    const projects = ledger?.projects;
    const funds = targetedProjects(disclosure, projects).map((name) => projectFunds(projects, name));
    return funds.reduce<Fen | undefined>(
      (sum, fen) => (sum === undefined || fen === undefined ? undefined : sum + fen),
      0,
    );
  },
  'assets[purchase]': ({ disclosure }) => {
    const procurement = rowsOf(disclosure, PROCUREMENT);
    const items = procurement.filter(({ kind }) => kind === 'item');
    if (items.some(({ code }) => !code)) return undefined;
    const sum = items.filter(buysAsset).reduce((all, row) => all + purchased(row), 0);
    // Items are rounded one by one, so all of them may come to more than their total.
    const total = recordTotalRow(disclosure, PROCUREMENT);
    return total ? Math.min(sum, purchased(total)) : sum;
  },
};

const isGiven = (amounts: Base['amounts'], thing: string): boolean =>
  Object.keys(amounts ?? {}).some((quantity) => thingOf(quantity) === thing);

const purchased = (row: ProcurementRow): Fen => procurementAmount(row)?.fen ?? 0;

/** Only administrative and 参公 units have agency operating expenses: the operating part of their basic expenditure. */
function agencyOperating(base: Base): Fen | undefined {
  const { disclosure, nature, ledger } = base;
  const figure = printed(disclosure, 'agency-operating');
  if (figure !== undefined) return figure;
  if (ledger?.agencyOperating !== undefined) return ledger.agencyOperating;
  if (nature === 'institution') return 0;
  const mixed = rowsOf(disclosure, ORGANIZATION).some(
    (row) => /事业/.test(row.nature ?? '') && !/参/.test(row.nature ?? ''),
  );
  return mixed ? undefined : levelOf(base, 'basic[total].operating');
}

/** Where the table prints no such column, the economic classes tell personnel (301, 303) from operating money. */
function ofBasic(disclosure: Disclosure, column: string, classes: RegExp): Fen | undefined {
  const rows = disclosure.statements.find(({ form }) => form === 'basic')?.rows ?? [];
  const filled = rows.some((row) => row.cells[column]);
  return filled ? printed(disclosure, `basic[total].${column}`) : byClass(disclosure, classes);
}

/** Basic expenditure where the table prints only its two parts beside each other. */
function ofParts({ statements }: Disclosure, of: string): Fen | undefined {
  const { cells = {} } = statements.find(({ form }) => form === of)?.rows.find(isTotal) ?? {};
  const { personnel, operating } = cells;
  return personnel || operating ? (personnel?.fen ?? 0) + (operating?.fen ?? 0) : undefined;
}

const isTotal = ({ key, unit }: Row) => key === 'total' && unit === undefined;

function byClass(disclosure: Disclosure, classes: RegExp): Fen | undefined {
  const basic = disclosure.statements.find(({ form }) => form === 'basic');
  return basic?.rows.filter((row) => classes.test(row.key)).reduce((sum, row) => sum + amount(row), 0);
}

const amount = (row: Row): Fen => row.cells.total?.fen ?? 0;

const APPROPRIATED: readonly string[] = FUND_IDS;

/** What all funds of the budget pay for an item. */
function appropriated({ statements }: Disclosure, code: string): Fen {
  const rows = statements.filter(({ form }) => APPROPRIATED.includes(form)).flatMap((statement) => statement.rows);
  return rows.filter(({ key }) => key === code).reduce((sum, row) => sum + amount(row), 0);
}

/** The money of a project by its label, or of all that bear a name; undefined where there is none. */
export function projectFunds(projects: readonly Project[] = [], label: string): Fen | undefined {
  const labelled = projectsLabelled(projects, label);
  const own = labelled.length > 0 ? labelled : projects.filter(({ name }) => name === label);
  const lines = own.flatMap((project) => project.lines);
  return lines.length > 0 ? lines.reduce((sum, { fen }) => sum + fen, 0) : undefined;
}

/** Projects with a performance target, by their labels: those published, else those of the ledger. */
function targetedProjects(disclosure: Disclosure, projects: readonly Project[] = []): readonly string[] {
  const published = new Set(rowsOf(disclosure, PERFORMANCE).flatMap(({ project }) => project ?? []));
  const targeted = projects.filter(({ goal, indicators }) => goal || indicators.length > 0);
  const labelsOf = (own: readonly Project[]) => [...new Set(own.map((each) => projectLabel(each, projects)))];
  if (published.size === 0) return labelsOf(targeted);
  return [...published].flatMap((published) => {
    const own = labelsOf(targeted.filter(({ name }) => name === published));
    return own.length > 0 ? own : [published];
  });
}

const projectSpending = (disclosure: Disclosure) => (printed(disclosure, 'expenditure[total].project') ?? 0) > 0;
