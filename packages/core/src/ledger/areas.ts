/**
 * The areas of a ledger that a person answers with 有 or 无. What nobody has touched is unanswered: it is not nothing, no
 * document says of it that there is nothing, and no document that needs it is finished.
 */
import { OVERALL_PERFORMANCE, PERFORMANCE } from '../kinds/index.ts';
import { kindOf } from '../model/document-kinds.ts';
import { listed, thingOf } from '../model/quantity.ts';
import { FUND_IDS } from '../vocabulary/index.ts';
import type { Answer, Answers, AreaId } from './answers.ts';
import type { Ledger } from './ledger.ts';
import { hasAllSections, publicsLines } from './publics.ts';
import { guessOf, type Markable } from './unconfirmed.ts';

export { type Answers, AREA_IDS, type AreaId } from './answers.ts';

export interface Area {
  readonly id: AreaId;
  readonly name: string;
  /** Where it is filled in, and what 有 and 无 mean, where the name does not say it. */
  readonly hint: string;
  /** The same of accounts, where they are filled in otherwise. */
  readonly hintOfAccounts?: string;
  readonly isFilled: (ledger: Ledger) => boolean;
  /** Where other areas leave no doubt that there is nothing. */
  readonly isNothing?: (ledger: Ledger) => boolean;
}

const area = (
  id: AreaId,
  name: string,
  hint: string,
  isFilled: Area['isFilled'],
  isNothing?: Area['isNothing'],
): Area => ({ id, name, hint, isFilled, ...(isNothing ? { isNothing } : {}) });

export const AREAS: readonly Area[] = [
  area('revenue', '收入', '填在“收入”表。', ({ revenue }) => revenue.length > 0),
  area('basic', '基本支出', '填在“基本支出”表。', ({ basic }) => basic.length > 0),
  area('projects', '项目支出', '填在“项目”和“项目支出”表。', ({ projects }) => projects.length > 0),
  area('other', '经营、上缴、补助支出', '填在“其他支出”表。', ({ other }) => other.length > 0),
  {
    ...area(
      'left',
      '年终结转结余',
      '填在“结转下年”表。',
      ({ left, distributed = [] }) => left.length + distributed.length > 0,
    ),
    hintOfAccounts: '填在“结转下年”“结余分配”表。',
  },
  area(
    'three-publics',
    '“三公”经费',
    '由基本支出和项目支出里的经济科目（因公出国、公务用车、公务接待）算出。',
    (ledger) => publicsLines(ledger).length > 0,
    (ledger) => ledger.basic.length + ledger.projects.length > 0 && hasAllSections(ledger),
  ),
  area(
    'targets',
    '绩效目标',
    '填在“绩效目标”表。',
    ({ projects, overall, counts }) =>
      overall !== undefined ||
      (counts['performance[projects]'] ?? 0) > 0 ||
      projects.some(({ goal, indicators }) => goal !== undefined || indicators.length > 0),
    ({ projects, answers }) => projects.length === 0 && answers?.projects === 'none',
  ),
  {
    ...area(
      'procurement',
      '政府采购',
      '填在“政府采购”表。',
      ({ procurement, amounts = {} }) =>
        procurement.length > 0 || Object.keys(amounts).some((key) => thingOf(key) === 'procurement'),
    ),
    hintOfAccounts: '填在“其他金额”表。',
  },
  area('assets', '资产', '填在“资产”表。', ({ assets }) => assets.length > 0),
  area('vehicles', '车辆和大型设备', '填在“车辆设备”表。', ({ counts }) =>
    Object.keys(counts).some((key) => /^(?:vehicles|equipment)/.test(key)),
  ),
  area('organization', '机构设置', '填在“机构设置”表。', ({ organization }) => organization.length > 0),
  area(
    'last-year',
    '上年数',
    '填在“上年数和原因”表；今年新成立、没有上年预算的单位选“无”。',
    ({ lastYear }) => Object.keys(lastYear).length > 0,
  ),
];

/** Where a ledger's form has an area filled in. */
export const hintOf = ({ stage = 'budget' }: Pick<Ledger, 'stage'>, { hint, hintOfAccounts }: Area): string =>
  kindOf(stage).executes ? (hintOfAccounts ?? hint) : hint;

/** What a ledger says of an area; undefined where nobody has answered, or only said that there is something. */
export function answerOf(ledger: Ledger, { id, isFilled, isNothing }: Area): Answer | undefined {
  if (isFilled(ledger)) return 'some';
  return ledger.answers?.[id] === 'none' || isNothing?.(ledger) ? 'none' : undefined;
}

/** The areas of a ledger that nobody has answered. */
export const unansweredOf = (ledger: Ledger): ReadonlySet<AreaId> =>
  new Set(AREAS.filter((each) => answerOf(ledger, each) === undefined).map(({ id }) => id));

/**
 * The areas whose amounts are last year's in part and nobody has gone over them: what is said by there being nothing, or by being
 * what it was, is not said yet.
 */
export function standingOf({
  revenue,
  basic,
  projects,
  other,
  left,
  procurement,
  assets,
}: Ledger): ReadonlySet<AreaId> {
  const isStanding = (line: Markable) => guessOf(line) === 'last-year';
  const ofProjects = projects.flatMap(({ lines }) => lines);
  const own: readonly (readonly [AreaId, readonly Markable[]])[] = [
    ['revenue', revenue],
    ['basic', basic],
    ['projects', ofProjects],
    ['three-publics', [...basic, ...ofProjects]],
    ['other', other],
    ['left', left],
    ['procurement', procurement.flatMap(({ amounts }) => amounts)],
    ['assets', assets.map(({ value = 0, unconfirmed }) => ({ fen: value, ...(unconfirmed ? { unconfirmed } : {}) }))],
  ];
  return new Set(own.flatMap(([id, lines]) => (lines.some(isStanding) ? [id] : [])));
}

/** Every area without content answered with 无: for a source that is known to be whole. */
export function allAnswered(ledger: Ledger, except: readonly AreaId[] = []): Answers {
  const open = AREAS.filter((each) => !each.isFilled(ledger) && !except.includes(each.id));
  return Object.fromEntries(open.map(({ id }) => [id, 'none']));
}

const MONEY: readonly AreaId[] = ['revenue', 'basic', 'projects', 'other', 'left'];
const SPENT: readonly AreaId[] = ['basic', 'projects', 'other'];

/** What figures rest on, by the form or the thing that their quantity begins with. */
const BY_FORM: Readonly<Record<string, readonly AreaId[]>> = {
  balance: MONEY,
  revenue: MONEY,
  expenditure: SPENT,
  'appropriation-balance': MONEY,
  ...Object.fromEntries(FUND_IDS.map((fund) => [fund, ['basic', 'projects'] as const])),
  basic: ['basic'],
  'agency-operating': ['basic'],
  'three-publics': ['three-publics'],
  procurement: ['procurement'],
  performance: ['targets'],
  vehicles: ['vehicles'],
  equipment: ['vehicles'],
  'vehicles-purchase': ['vehicles'],
  'official-cars': ['vehicles'],
  'equipment-purchase': ['vehicles'],
};

const BY_QUANTITY: Readonly<Record<string, readonly AreaId[]>> = {
  'expenditure[total].basic': ['basic'],
  'expenditure[total].project': ['projects'],
  'expenditure[total].business': ['other'],
  'expenditure[total].remittance': ['other'],
  'expenditure[total].affiliate-subsidy': ['other'],
  'assets[value]': ['assets'],
  'assets[purchase]': ['procurement'],
};

/** The areas that a figure of the words rests on: `three-publics[total]`, `expenditure[total].basic`. */
export function areasOf(quantity: string): readonly AreaId[] {
  const whole = listed(quantity)?.whole ?? quantity;
  return BY_QUANTITY[whole] ?? BY_FORM[thingOf(whole)] ?? [];
}

const BY_TABLE: Readonly<Record<string, readonly AreaId[]>> = {
  assets: ['assets'],
  organization: ['organization'],
  [PERFORMANCE.id]: ['targets'],
  [OVERALL_PERFORMANCE.id]: ['targets'],
};

/** Forms that show, printed empty, that there is nothing of an area. */
export const TABLE_FORMS_OF_AREAS: Readonly<Record<AreaId, readonly string[]>> = {
  revenue: ['balance', 'revenue'],
  basic: ['expenditure'],
  projects: ['expenditure'],
  other: ['expenditure'],
  left: ['balance'],
  'three-publics': ['three-publics'],
  targets: [PERFORMANCE.id, OVERALL_PERFORMANCE.id],
  procurement: ['procurement'],
  assets: ['assets'],
  vehicles: [],
  organization: ['organization'],
  'last-year': [],
};

/** The areas that a statement or table of the form is made of. */
export const areasOfForm = (form: string): readonly AreaId[] => BY_TABLE[form] ?? BY_FORM[form] ?? [];

/** Areas that wait for a person: without an answer, or with last year's amounts. */
export interface Waiting {
  readonly unanswered: ReadonlySet<AreaId>;
  readonly standing: ReadonlySet<AreaId>;
}

/** Both kinds of a ledger. */
export const waitingOf = (ledger: Ledger): Waiting => ({
  unanswered: unansweredOf(ledger),
  standing: standingOf(ledger),
});

/**
 * What stands in a table, as its note, while areas that it is made of are unanswered, or, where it is empty, hold last year's
 * amounts still; undefined where there is nothing to ask.
 */
export function askingNote(form: string, { unanswered, standing }: Waiting, isEmpty: boolean): string | undefined {
  const waits = (id: AreaId) => unanswered.has(id) || (isEmpty && standing.has(id));
  const open = AREAS.filter(({ id }) => waits(id) && areasOfForm(form).includes(id));
  return open.length > 0 ? `【请填写：${open.map(({ name }) => name).join('、')}】` : undefined;
}
