/** What columns of the ledger's workbook are, and those that several sheets have. */
import { conceptById, sourceName } from '../vocabulary/index.ts';
import { FUNDS, type Fund } from './ledger.ts';

export type CellKind =
  | { readonly is: 'text' | 'money' | 'decimal' | 'count' | 'year' | 'yes' }
  | { readonly is: 'code'; readonly list: 'function' | 'economic' | 'procurement' }
  /** What a row is about, in the field's words: a quantity, something counted, an area, a text that a person writes. */
  | { readonly is: 'label'; readonly of: LabelOf }
  /** The project that a row belongs to. */
  | { readonly is: 'project' }
  /** How an amount came to stand that nobody has stated: 上年数 1,234.00. */
  | { readonly is: 'mark' }
  /** A fixed set: what stands in the ledger, and what a person picks. */
  | { readonly is: 'choice'; readonly choices: readonly (readonly [value: string, label: string])[] };

export type LabelOf = 'quantity' | 'count' | 'amount' | 'area' | 'text' | 'template';

export interface LedgerColumn {
  readonly field: string;
  readonly header: string;
  readonly cell: CellKind;
  /** Characters. */
  readonly width: number;
  readonly required?: boolean;
  /** Marked like a required one, though a row without it is read: what it lacks a check tells, where the place's document has it. */
  readonly asked?: boolean;
  /** Only accounts have it: the form of a budget leaves it out. */
  readonly ofAccounts?: boolean;
  /** An amount of one thing of many: it is not added up. */
  readonly ofOne?: boolean;
  /** The form itself fills it in: a row with nothing else is none. */
  readonly prefilled?: boolean;
  /** What to write, shown beside the cell. */
  readonly hint?: string;
}

export interface LedgerSheet {
  readonly id: SheetId;
  readonly name: string;
  /** What the sheet is for, in a sentence. */
  readonly purpose: string;
  readonly columns: readonly LedgerColumn[];
  /** A form may do without it: a place whose documents need nothing of it. */
  readonly optional?: boolean;
  /** Added up over the head. */
  readonly summed?: boolean;
}

export type SheetId =
  | 'unit'
  | 'answers'
  | 'revenue'
  | 'basic'
  | 'projects'
  | 'project-lines'
  | 'targets'
  | 'other'
  | 'distributed'
  | 'left'
  | 'procurement'
  | 'assets'
  | 'organization'
  | 'counts'
  | 'amounts'
  | 'last-year'
  | 'purposes'
  | 'texts'
  | 'glossary'
  | 'names';

export const TEXT: CellKind = { is: 'text' };
export const MONEY: CellKind = { is: 'money' };
export const YES: CellKind = { is: 'yes' };
/** A cell that is picked from a fixed set. */
export const choice = (choices: readonly (readonly [string, string])[]): CellKind => ({ is: 'choice', choices });

export const FUND_LABELS: readonly (readonly [Fund, string])[] = FUNDS.map((id) => [id, sourceName(conceptById(id))]);

/** A column by its field, head, kind and width in characters. */
export const column = (
  field: string,
  header: string,
  cell: CellKind,
  width: number,
  more: Partial<LedgerColumn> = {},
): LedgerColumn => ({ field, header, cell, width, ...more });

export const REQUIRED = { required: true } as const;
export const ASKED = { asked: true } as const;
export const ITEM = column('item', '功能科目（项）', { is: 'code', list: 'function' }, 34, {
  required: true,
  hint: '支出功能分类的项级科目，七位编码，如 2010301。',
});
export const ECONOMIC = column('economic', '经济科目（款）', { is: 'code', list: 'economic' }, 28, {
  hint: '部门预算支出经济分类的款级科目，五位编码，如 30101。',
});
export const FUND = column('fund', '资金来源', choice(FUND_LABELS), 22, REQUIRED);
export const CARRIED = column('carried', '上年结转', YES, 10, { hint: '用上年结转的钱安排的，填“是”；其余留空。' });
export const AMOUNT = column('fen', '金额', MONEY, 18, REQUIRED);
export const PROJECT = column('project', '项目', { is: 'project' }, 30);
export const MARK = column('unconfirmed', '待确认', { is: 'mark' }, 24, {
  hint: '这个金额是上年的数或由程序推算，还没有人确认。改了金额就算填过；金额不变的，确认后清空本格。',
});
