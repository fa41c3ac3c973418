/**
 * What the API answers, as types of the schemas that its routes answer by: for programs that know the server by HTTP. Money is
 * integer fen.
 */

import type { Model } from '@mingsuan/core/schema/define';
import type { scanFigures } from './contract/figures.ts';
import type { completeness, counts } from './contract/shared.ts';
import type {
  account,
  auditEntry,
  grants,
  link,
  person,
  sessions,
  signedOut,
  tokens,
  unit,
  verdict,
} from './modules/accounts/contract.ts';
import type { attachments } from './modules/attachments/contract.ts';
import type { checkAnswer } from './modules/checks/contract.ts';
import type {
  entries,
  executionAnswer,
  executions,
  importAnswer,
  reconciliation,
} from './modules/execution/contract.ts';
import type { feedbackItem, feedbackShown } from './modules/feedback/contract.ts';
import type { change, inboxFile, rosterAnswer, ruling } from './modules/identity/contract.ts';
import type { batchFiles, batchPage } from './modules/imports/contract.ts';
import type { ledgerPages, ledgerSheets, workbook } from './modules/ledger/contract.ts';
import type {
  board as libraryBoard,
  project as libraryProject,
  projects as libraryProjects,
  reviews as projectReviews,
  proposed,
  used,
} from './modules/library/contract.ts';
import type { clockDetail, clocks, measured } from './modules/measuring/contract.ts';
import type { siteAnswer, systemAnswer } from './modules/operation/contract.ts';
import type {
  accountsAnswer,
  board,
  indicators,
  projectAnswer,
  proposals,
  publicResults,
  resultsAnswer,
  targets,
  taskAnswer,
  tasks,
  todo,
} from './modules/performance/contract.ts';
import type { agencyAnswer, agencyItem, measures, point, withdrawnAnswer } from './modules/portal/agencies/contract.ts';
import type { comparison } from './modules/portal/compare/contract.ts';
import type { disclosureAnswer, flows, story, tree } from './modules/portal/disclosures/contract.ts';
import type { findingItem, releases, ruleFindingPage, rules } from './modules/portal/findings/contract.ts';
import type { glossary } from './modules/portal/glossary/contract.ts';
import type { itemAnswer } from './modules/portal/items/contract.ts';
import type { changed, overview, regions } from './modules/portal/regions/contract.ts';
import type { itemKind, searchKind, searchPage } from './modules/portal/search/contract.ts';
import type { yardsticks } from './modules/portal/yardsticks/contract.ts';
import type { batchAnswer, batches, letterDraft, statistics, textAnswer } from './modules/reviews/contract.ts';
import type { begun, identities } from './modules/sign-on/contract.ts';
import type { questionnaire, surveyAnswer, surveys } from './modules/surveys/contract.ts';
import type { deliveries, secret as webhookSecret, webhooks } from './modules/webhooks/contract.ts';
import type {
  differences,
  findings,
  items,
  manyDone,
  reminders,
  workAnswer,
  board as workBoard,
  content as workContent,
  item as workItem,
  overview as workOverview,
} from './modules/work/contract.ts';

export interface Page<T> {
  readonly items: readonly T[];
  readonly next?: string;
}

export type AgencyItem = Model<typeof agencyItem>;
export type AgencyLevel = AgencyItem['level'];
export type AgencyAnswer = Model<typeof agencyAnswer>;
export type WithdrawnText = Model<typeof withdrawnAnswer>['items'][number];
export type AgencyDisclosure = AgencyAnswer['disclosures'][number];
export type TotalName = keyof AgencyDisclosure['totals'];
export type TrendPoint = Model<typeof point>;
export type Comparison = Model<typeof comparison>;
export type ComparedBy = Comparison['by'];
export type Phase = ComparedFigure['stage'];
export type ComparedFigure = Comparison['rows'][number];
export type Peers = Comparison['peers'][number];
export type Measure = Model<typeof measures>[number];

export type DisclosureAnswer = Model<typeof disclosureAnswer>;
export type DocumentRef = DisclosureAnswer['document'];
export type Completeness = Model<typeof completeness>;
export type FormState = Completeness['forms'][string];
export type FindingCounts = Model<typeof counts>;
export type RuleFinding = Model<typeof ruleFindingPage>['items'][number];
export type FindingItem = Model<typeof findingItem>;
export type RuleItem = Model<typeof rules>[number];
export type Flows = Model<typeof flows>;
export type FlowNode = Flows['nodes'][number];
export type StorySentence = Model<typeof story>[number];
export type Tree = Model<typeof tree>;
export type CodeNode = Tree['children'][number];

export type RegionItem = Model<typeof regions>[number];
export type Overview = Model<typeof overview>;
export type Changed = Model<typeof changed>;
export type ChangedAgency = Changed['gained'][number];
export type OverviewFilter = keyof Overview['counts'];
export type OverviewAgency = Overview['agencies'][number];

export type Term = Model<typeof glossary>[number];
export type ItemAnswer = Model<typeof itemAnswer>;
export type ItemKind = Model<typeof itemKind>;
export type ItemRow = ItemAnswer['rows'][number];
export type SearchAnswer = Model<typeof searchPage>;
export type SearchHit = SearchAnswer['items'][number];
export type SearchKind = Model<typeof searchKind>;

export type InboxFile = Model<typeof inboxFile>;
export type InboxDisclosure = InboxFile['disclosures'][number];
export type FileState = InboxFile['state'];
export type Ruling = Model<typeof ruling>;
export type RosterItem = Model<typeof rosterAnswer>[number];
export type Releases = Model<typeof releases>;
export type Change = Model<typeof change>;

export type Account = Model<typeof account>;
export type Sessions = Model<typeof sessions>;
export type AccessTokens = Model<typeof tokens>;
export type Person = Model<typeof person>;
export type SignedOut = Model<typeof signedOut>;
export type SignOnBegun = Model<typeof begun>;
export type Identities = Model<typeof identities>;
export type OneTimeLink = Model<typeof link>;
export type OfficeUnit = Model<typeof unit>;
export type Grant = Model<typeof grants>[number];
export type AuditEntry = Model<typeof auditEntry>;
export type AuditVerdict = Model<typeof verdict>;
export type Webhooks = Model<typeof webhooks>;
export type WebhookSecret = Model<typeof webhookSecret>;
export type WebhookDeliveries = Model<typeof deliveries>;
export type Attachments = Model<typeof attachments>;
export type Work = Model<typeof workItem>;
export type WorkContent = Model<typeof workContent>;
export type WorkListed = Model<typeof items>[number];
export type WorkAnswer = Model<typeof workAnswer>;
export type WorkDifference = Model<typeof differences>[number];
export type WorkOverview = Model<typeof workOverview>;
export type WorkBoard = Model<typeof workBoard>;
export type WorkManyDone = Model<typeof manyDone>;
export type Reminders = Model<typeof reminders>;
export type WorkFindings = Model<typeof findings>;

export type LibraryBoard = Model<typeof libraryBoard>;
export type LibraryProject = Model<typeof libraryProject>;
export type LibraryListed = Model<typeof libraryProjects>[number];
export type ProjectReview = Model<typeof projectReviews>[number];
export type ProposedControls = Model<typeof proposed>;
export type ResultsUsed = Model<typeof used>;

export type ExecutionAnswer = Model<typeof executionAnswer>;
export type ExecutionListed = Model<typeof executions>[number];
export type ExecutionEntryListed = Model<typeof entries>[number];
export type PaymentImport = Model<typeof importAnswer>;

export type PerformanceTask = Model<typeof taskAnswer>;
export type PerformanceListed = Model<typeof tasks>[number];
export type PerformanceTodo = Model<typeof todo>[number];
export type PerformanceBoard = Model<typeof board>;
export type PerformanceResults = Model<typeof resultsAnswer>;
export type ResultProposals = Model<typeof proposals>;
export type ProjectsWithTargets = Model<typeof targets>;
export type ApprovedIndicator = Model<typeof indicators>[number];
export type AccountsWithResults = Model<typeof accountsAnswer>;
export type ProjectLife = Model<typeof projectAnswer>;
export type PublishedResult = Model<typeof publicResults>[number];

export type Reconciliation = Model<typeof reconciliation>;
export type Measured = Model<typeof measured>;
export type Clocks = Model<typeof clocks>;
export type ClockDetail = Model<typeof clockDetail>;
export type Questionnaire = Model<typeof questionnaire>;
export type Survey = Model<typeof surveyAnswer>;
export type SurveyListed = Model<typeof surveys>[number];

export type ReviewBatches = Model<typeof batches>;
export type ReviewBatch = Model<typeof batchAnswer>;
export type ReviewItem = ReviewBatch['items'][number];
export type ReviewText = Model<typeof textAnswer>;
export type ReviewFinding = ReviewText['findings'][number];
export type ReviewLetterDraft = Model<typeof letterDraft>;
export type ReviewStatistics = Model<typeof statistics>;

export type BatchItem = Model<typeof batchPage>['items'][number];
export type BatchFile = Model<typeof batchFiles>[number];
export type System = Model<typeof systemAnswer>;
export type Site = Model<typeof siteAnswer>;

/** What readers say, as all see it; as the operator sees it. */
export type FeedbackShown = Model<typeof feedbackShown>[number];
export type FeedbackItem = Model<typeof feedbackItem>;

/** What checking a visitor's files answers. */
export type CheckAnswer = Model<typeof checkAnswer>;
export type CheckState = CheckAnswer['state'];
/** One document of the uploaded files. */
export type CheckedDocument = CheckAnswer['documents'][number];
/** The doubtful figures of a scan, and what was put right. */
export type ScanFigures = Model<typeof scanFigures>;
/** `dismissed`: why a visitor set it aside in this check. */
export type CheckedFinding = CheckedDocument['findings'][number];

export type Yardstick = Model<typeof yardsticks>[number];

/** A ledger file as the texts of its sheets; the pages of the document that a ledger compiles into. */
export type LedgerSheets = Model<typeof ledgerSheets>;
export type Workbook = Model<typeof workbook>;
export type LedgerPages = Model<typeof ledgerPages>;
export type LedgerPage = LedgerPages['pages'][number];
