/**
 * What is told of appropriations alone by the names of everything: 财政拨款收入9万元，其中：本年收入8万元; 财政拨款支出9万元，其中：基本支出5万元，
 * 项目支出4万元.
 */
import type { Disclosure } from '../disclosure.ts';
import type { Fen } from '../money.ts';
import type { FigureToken } from './figures.ts';

/** Something spoken of. */
interface Named {
  readonly quantity: string;
}

/** What is being spoken of, as far as it is asked for here. */
interface Spoken {
  readonly it: Named | undefined;
  readonly first?: Named | undefined;
  readonly told?: readonly Named[];
  readonly whole?: string;
}

/** All that the general public budget spends, by its own table. */
export const GENERAL_SPENT = 'general-public[total].total';

const SPENT = 'appropriation-balance[支出总计].total';
const RECEIVED: readonly string[] = ['revenue[total].appropriation', 'appropriation-balance[总计]'];
const BASIC = 'general-public[total].basic';
const OWN: Readonly<Record<string, string>> = {
  'expenditure[total].basic': BASIC,
  'expenditure[total].project': 'general-public[total].project',
};
/** What parts by nature may be of, and the first of them. */
const WHOLES: readonly string[] = [
  SPENT,
  'balance[支出总计]',
  'balance[本年支出合计]',
  'balance[总计]',
  GENERAL_SPENT,
  'expenditure[total].basic',
  BASIC,
];

/** Whether a quantity is one whose parts by nature are told behind it. */
export const isDivided = (quantity: string): boolean => WHOLES.includes(quantity);

/**
 * The quantity of appropriations that a noun of everything means in its place; undefined where it means everything.
 * @param quantity what the noun means alone; @param isPart whether 其中 stands before it
 * @param isGeneralOnly whether the general public budget pays all that is appropriated: no table prints the parts of several funds together
 */
export function ofAppropriations(
  quantity: string,
  isPart: boolean,
  { it, first, told, whole }: Spoken,
  isGeneralOnly: boolean,
): string | undefined {
  if (quantity === 'balance[本年收入合计]')
    return isPart && it && RECEIVED.includes(it.quantity) ? 'appropriation-balance[本年收入合计].amount' : undefined;
  const own = OWN[quantity];
  if (!own || !isGeneralOnly) return undefined;
  const before = told?.find((subject) => isDivided(subject.quantity))?.quantity;
  const isOwn = before === SPENT && ((isPart && it?.quantity === SPENT) || (!first && whole === SPENT));
  return isOwn || before === BASIC ? own : undefined;
}

/** What has to be known to tell what was received from what is spent. */
interface Place {
  readonly open: { readonly heading?: string };
  readonly names: { readonly generalSpent: Fen | undefined };
  readonly token: FigureToken;
}

/** 一般公共预算拨款6130.48万元, in the section of its expenditure: with what was brought forward, where that is the amount of its table. */
export const isSpentThere = (quantity: string, noun: string, { open, names, token: { printed } }: Place): boolean =>
  quantity === 'revenue[total].general-public' &&
  open.heading === 'general-public' &&
  !/收入|当年|本年/.test(noun) &&
  printed.kind === 'amount' &&
  printed.fen === names.generalSpent;

const OTHER_FUNDS: readonly string[] = ['government-fund', 'state-capital'];

/** Whether no table gives anything to a fund beside the general public budget. */
export const isGeneralOnly = ({ statements }: Disclosure): boolean =>
  statements.every(({ form, rows }) =>
    rows.every(({ cells, side }) =>
      Object.entries(cells).every(
        ([column, cell]) =>
          !cell?.fen ||
          !(OTHER_FUNDS.includes(form) || (form === 'appropriation-balance' && OTHER_FUNDS.includes(column) && side)),
      ),
    ),
  );
