/**
 * The answers of `/api/v1` that the pages use, as the store gives them. Types only: nothing of the store comes along.
 * Money is integer fen.
 */
import type { AgencyDisclosure, AgencyItem, Comparison, DisclosureAnswer } from '@mingsuan/store';

export type { FormId, Origin, Stage } from '@mingsuan/core/disclosure';
export type { Finding, Severity } from '@mingsuan/core/finding';
export type {
  AgencyAnswer,
  AgencyDisclosure,
  AgencyItem,
  Change,
  CodeNode,
  Comparison,
  CompletenessAnswer as Completeness,
  DisclosureAnswer,
  FileState,
  FindingCounts,
  FindingItem,
  FlowNode,
  Flows,
  FormState,
  InboxDisclosure,
  InboxFile,
  ItemAnswer,
  ItemKind,
  ItemRow,
  Measure,
  Overview,
  OverviewAgency,
  Page,
  Peers,
  RegionItem,
  Ruling,
  SearchAnswer,
  SearchHit,
  SearchKind,
  Tree,
  TrendPoint,
} from '@mingsuan/store';

export type AgencyLevel = AgencyItem['level'];
export type TotalName = keyof AgencyDisclosure['totals'];
export type DocumentRef = DisclosureAnswer['document'];
export type ComparedFigure = Comparison['rows'][number];

export interface RuleItem {
  readonly id: string;
  readonly title: string;
  readonly group: string;
}
