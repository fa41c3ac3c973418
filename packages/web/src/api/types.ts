/** The answers of `/api/v1` that the pages use. Money is integer fen. */
import type { Disclosure, FormId, Origin, Stage } from '@mingsuan/core/disclosure';
import type { Finding, Severity } from '@mingsuan/core/finding';

export type { Finding, FormId, Origin, Severity, Stage };

export interface Page<T> {
  readonly items: readonly T[];
  /** Absent on the last page. */
  readonly next?: string;
}

export type AgencyLevel = 'department' | 'unit';

export interface AgencyItem {
  readonly id: number;
  readonly code: string | null;
  readonly name: string;
  readonly level: AgencyLevel;
  readonly region: string | null;
  readonly regionName: string | null;
  readonly parentId: number | null;
  readonly years: readonly { readonly year: number | null; readonly stage: Stage; readonly disclosureId: number }[];
  readonly counts: { readonly errors: number; readonly warnings: number };
}

export type FindingCounts = Readonly<Record<Severity, number>>;
export type FormState = 'filled' | 'empty' | 'missing';

/** `score` is whole percent of the required forms that are printed. */
export interface Completeness {
  readonly forms: Readonly<Partial<Record<FormId, FormState>>>;
  readonly score: number;
}

export type TotalName = 'revenue' | 'expenditure' | 'basic' | 'project' | 'threePublics';

export interface AgencyDisclosure {
  readonly id: number;
  readonly year: number | null;
  readonly stage: Stage;
  readonly version: number;
  readonly isCurrent: boolean;
  readonly template: string;
  readonly importedAt: string;
  readonly totals: Readonly<Partial<Record<TotalName, number>>>;
  readonly completeness: Completeness;
  readonly findings: FindingCounts;
}

export interface AgencyAnswer {
  readonly agency: AgencyItem;
  readonly parent: AgencyItem | null;
  readonly units: readonly AgencyItem[];
  readonly disclosures: readonly AgencyDisclosure[];
}

export interface TrendPoint {
  readonly measure: string;
  readonly year: number;
  readonly stage: Stage;
  readonly fen: number;
  /** `words`: known from the explanation only. */
  readonly from: 'table' | 'words';
  readonly disclosureId: number;
}

export interface DocumentRef {
  readonly id: number;
  readonly name: string;
  /** `pdf`, `docx`, `xlsx`, `html`, `text`, `mingsuan-json`. */
  readonly kind: string;
  readonly sha256: string;
}

export interface DisclosureAnswer extends Omit<Disclosure, 'agency' | 'year'> {
  readonly id: number;
  readonly agency: Disclosure['agency'] & { readonly id: number };
  readonly year: number | null;
  readonly version: number;
  readonly isCurrent: boolean;
  readonly document: DocumentRef;
  readonly importedAt: string;
  readonly completeness: Completeness;
  readonly findings: FindingCounts;
}

export interface FlowNode {
  readonly id: string;
  readonly kind: 'source' | 'function' | 'use' | 'all';
  readonly name: string;
  readonly fen: number;
}

export interface Flows {
  readonly nodes: readonly FlowNode[];
  readonly links: readonly { readonly source: string; readonly target: string; readonly fen: number }[];
}

export interface CodeNode {
  readonly code: string;
  readonly name: string;
  readonly fen: number;
  readonly children: readonly CodeNode[];
}

export interface Tree {
  readonly form: string | null;
  readonly fen: number;
  readonly children: readonly CodeNode[];
}

export interface FindingItem {
  readonly id: number;
  readonly disclosureId: number;
  readonly finding: Finding;
  readonly dismissed: { readonly reason: string; readonly at: string } | null;
}

export interface Measure {
  readonly id: string;
  readonly name: string;
  readonly unit: 'fen';
}

export interface ComparedFigure extends TrendPoint {
  readonly agency: number;
}

export interface Peers {
  readonly measure: string;
  readonly year: number;
  readonly stage: Stage;
  readonly level: AgencyLevel;
  readonly count: number;
  readonly lower: number;
  readonly median: number;
  readonly upper: number;
}

export interface Comparison {
  readonly rows: readonly ComparedFigure[];
  readonly peers: readonly Peers[];
}

export interface RegionItem {
  readonly code: string | null;
  readonly name: string | null;
  readonly agencies: number;
  readonly disclosures: number;
  readonly years: readonly number[];
}

export interface OverviewAgency {
  readonly id: number;
  readonly code: string | null;
  readonly name: string;
  readonly level: AgencyLevel;
  readonly parentId: number | null;
  /** Null: has not published. */
  readonly disclosure: {
    readonly id: number;
    readonly expenditure: number | null;
    readonly completeness: Completeness;
    readonly findings: FindingCounts;
  } | null;
}

export interface Overview {
  readonly region: string;
  readonly regionName: string | null;
  readonly agencies: readonly OverviewAgency[];
  readonly functions: readonly { readonly code: string; readonly name: string; readonly fen: number }[];
  readonly published: number;
  readonly missing: number;
  readonly withErrors: number;
}

export interface RuleItem {
  readonly id: string;
  readonly title: string;
  readonly group: string;
}
