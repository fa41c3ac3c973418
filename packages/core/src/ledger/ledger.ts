/**
 * The ledger (预算台账): the base figures of one unit and year, from which its whole disclosure is compiled. Every amount
 * stands here once; statements are projections of it, so what equations over statements ask cannot be broken.
 * Amounts are integer fen.
 */
import type { Stage } from '../model/document-kinds.ts';
import type { Agency, Region } from '../model/values.ts';
import type { Fen } from '../money.ts';
import { FUND_IDS, SOURCE_IDS, type SourceId } from '../vocabulary/index.ts';
import type { Answers } from './answers.ts';
import type { Unconfirmed } from './unconfirmed.ts';

/** Where money comes from: the columns of 收入总表. */
export const FUNDS = SOURCE_IDS;

export type Fund = SourceId;

/** 财政拨款: the funds that the appropriation tables speak of. */
export const APPROPRIATIONS: readonly Fund[] = FUND_IDS;

/** A source of money; `carried` where it is left over from last year (上年结转). */
export interface Source {
  readonly fund: Fund;
  readonly carried?: boolean;
}

/** What a source brings in the year, as approved. */
export interface RevenueLine extends Source {
  readonly fen: Fen;
  readonly unconfirmed?: Unconfirmed;
}

/** Money for a functional item (项, seven digits) and, where known, a departmental economic section (款, five digits). */
export interface SpendingLine extends Source {
  readonly item: string;
  readonly economic?: string;
  readonly fen: Fen;
  /** Overseas travel of teaching and research staff, which is told apart from other overseas travel. */
  readonly academic?: boolean;
  /** Worked out from a published document's sums or taken over from last year: not stated by anyone until it is changed or confirmed. */
  readonly unconfirmed?: Unconfirmed;
}

export interface BasicLine extends SpendingLine {
  readonly nature: 'personnel' | 'operating';
}

/** Expenditure beside basic and project, never paid from appropriations: 经营支出, 上缴上级支出, 对附属单位补助支出. */
export interface OtherLine extends SpendingLine {
  readonly kind: 'business' | 'remittance' | 'affiliate-subsidy';
}

/** Of integrated budget management (一体化): 运转类 beside 公用经费, and 特定目标类. Both are project expenditure. */
export type ProjectCategory = 'personnel' | 'operation' | 'specific';

export interface IndicatorLine {
  readonly level1: string;
  readonly level2: string;
  readonly level3: string;
  readonly description?: string;
  readonly target: string;
  readonly basis?: string;
}

export interface Project {
  readonly code?: string;
  readonly name: string;
  readonly category?: ProjectCategory;
  readonly lines: readonly SpendingLine[];
  /** What it costs in the years after the budget year. */
  readonly later?: readonly { readonly year: number; readonly fen: Fen }[];
  readonly basis?: string;
  readonly goal?: string;
  readonly indicators: readonly IndicatorLine[];
}

export interface ProcurementItem {
  /** Code of the project that pays, or its name where it has none; undefined where 公用经费 does. */
  readonly project?: string;
  readonly item: string;
  /** Code of the procurement catalogue: A02010104. */
  readonly code?: string;
  readonly unit?: string;
  /** Decimal text as a person writes it: `12`, `1.5`. */
  readonly quantity: string;
  readonly unitPrice: Fen;
  readonly amounts: readonly RevenueLine[];
  /** Reserved for small and medium enterprises. */
  readonly sme?: Fen;
}

/** A line of the asset table (固定资产占用情况), as at the end of last year. */
export interface AssetLine {
  readonly label: string;
  readonly partOf?: string;
  readonly quantity?: string;
  readonly value?: Fen;
  /** Last year's value, until it is changed or confirmed. */
  readonly unconfirmed?: Unconfirmed;
}

/** How a unit stands: only administrative (行政) and 参公 units have agency operating expenses. */
export type UnitNature = 'administrative' | 'civil-service-managed' | 'institution';

export interface OrganizationLine {
  readonly unit: string;
  readonly nature?: string;
  readonly rank?: string;
  readonly funding?: string;
}

/** Cars by use, and what was and will be bought. Keys are the uses as the explanation names them (words/patterns/nouns.ts). */
export interface Counts {
  readonly [use: string]: number;
}

/** What a person writes: by paragraph, or by what a figure is called in `words/` (`three-publics[hospitality]`). */
export interface LedgerTexts {
  readonly duties: readonly string[];
  /** Why a figure changed, by quantity; with `:initial`, why final accounts differ from the budget of the beginning of the year. */
  readonly reasons: Readonly<Record<string, string>>;
  /** What a functional item is spent on, by its code. */
  readonly purposes?: Readonly<Record<string, string>>;
  /** Whole paragraphs for a section, by its key; by its title they are added at its end. */
  readonly sections?: Readonly<Record<string, readonly string[]>>;
  /** What stands in the place of a section's own words, by its title; `标题#2` in that of its second paragraph. */
  readonly instead?: Readonly<Record<string, readonly string[]>>;
  readonly glossary?: readonly { readonly term: string; readonly text: string }[];
}

export interface Ledger {
  readonly agency: Agency;
  readonly region?: Region;
  readonly year: number;
  /** 决算 where it is not a budget. */
  readonly stage?: Stage;
  /** The unit that its workbook is written in; amounts here are fen whatever it is. */
  readonly moneyUnit?: '元' | '万元';
  readonly nature: UnitNature;
  /** What a person answered of areas that have no content: 无. What has neither content nor an answer is not known. */
  readonly answers?: Answers;
  /** 机关运行经费 where it is not all operating expenditure or none of it: a department whose units are of several natures. */
  readonly agencyOperating?: Fen;
  /** Names of codes that the official lists do not have: items of a province's own. */
  readonly names?: Readonly<Record<string, string>>;
  readonly revenue: readonly RevenueLine[];
  readonly basic: readonly BasicLine[];
  readonly projects: readonly Project[];
  /** Performance goal and indicators of the whole agency (整体绩效目标). */
  readonly overall?: { readonly goal?: string; readonly indicators: readonly IndicatorLine[] };
  readonly other: readonly OtherLine[];
  /** 年终结转结余: what is left for next year, by functional item and source. */
  readonly left: readonly SpendingLine[];
  readonly procurement: readonly ProcurementItem[];
  readonly assets: readonly AssetLine[];
  readonly organization: readonly OrganizationLine[];
  /** Staff by kind, cars by use, large equipment: `vehicles[total]`, `equipment[large]` and so on. */
  readonly counts: Counts;
  /**
   * Last year's figures by quantity, as `words/` names them: `balance[收入总计]`, `three-publics[total]`, `general-public[2010301].total`.
   * With `:executed` what was executed of last year's budget; with `:initial` the budget of the beginning of the year of final accounts.
   */
  readonly lastYear: Readonly<Record<string, Fen>>;
  readonly texts: LedgerTexts;
}
