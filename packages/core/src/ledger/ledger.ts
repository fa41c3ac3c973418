/**
 * The ledger (预算台账): the base figures of one unit and year, from which its whole disclosure is compiled. Every amount
 * stands here once; statements are projections of it, so what equations over statements ask cannot be broken.
 * Amounts are integer fen.
 */
import type { Model } from '../schema/define.ts';
import type { LedgerParts } from '../schema/ledger.ts';
import { FUND_IDS, SOURCE_IDS } from '../vocabulary/index.ts';

/** 使用非财政拨款结余: what was saved in earlier years and is spent; it is no revenue of the year. */
export const SURPLUS = 'non-appropriation-surplus';

/** Where money comes from: the columns of 收入总表, and what was saved before. */
export const FUNDS = [...SOURCE_IDS, SURPLUS] as const;

export type Fund = (typeof FUNDS)[number];

/** 财政拨款: the funds that the appropriation tables speak of. */
export const APPROPRIATIONS: readonly Fund[] = FUND_IDS;

/** A source of money; `carried` where it is left over from last year (上年结转). */
export interface Source {
  readonly fund: Fund;
  readonly carried?: boolean;
}

/** What a source brings in the year, as approved. */
export interface RevenueLine extends Model<LedgerParts['revenueLine']> {}

/** Money for a functional item (项, seven digits) and, where known, a departmental economic section (款, five digits). */
export interface SpendingLine extends Model<LedgerParts['spendingLine']> {}

export interface BasicLine extends Model<LedgerParts['basicLine']> {}

/** Expenditure beside basic and project, never paid from appropriations: 经营支出, 上缴上级支出, 对附属单位补助支出. */
export interface OtherLine extends Model<LedgerParts['otherLine']> {}

export interface IndicatorLine extends Model<LedgerParts['indicatorLine']> {}

export interface Project extends Model<LedgerParts['project']> {}

/** Of integrated budget management (一体化): 运转类 beside 公用经费, and 特定目标类. Both are project expenditure. */
export type ProjectCategory = NonNullable<Project['category']>;

export interface ProcurementItem extends Model<LedgerParts['procurementItem']> {}

/** A line of the asset table (固定资产占用情况), as at the end of last year. */
export interface AssetLine extends Model<LedgerParts['assetLine']> {}

export interface OrganizationLine extends Model<LedgerParts['organizationLine']> {}

/** What a person writes: by paragraph, or by what a figure is called in `words/` (`three-publics[hospitality]`). */
export interface LedgerTexts extends Model<LedgerParts['texts']> {}

/** The base figures of one unit and year. What each field holds is said where it is defined (schema/ledger.ts). */
export interface Ledger extends Model<LedgerParts['ledger']> {}

/** How a unit stands: only administrative (行政) and 参公 units have agency operating expenses. */
export type UnitNature = Ledger['nature'];

/** Cars by use, and what was and will be bought. Keys are the uses as the explanation names them (words/patterns/nouns.ts). */
export type Counts = Ledger['counts'];
