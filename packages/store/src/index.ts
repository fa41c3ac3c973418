/** The store: what was published, kept for questions. */
export { BackupError } from './archive.ts';
export { backup, restore } from './backup.ts';
export { isDatabaseLost } from './database/lost.ts';
export { makeFolder, replaceFile, writeAtomically } from './durable.ts';
export {
  CHANGE_SUBJECTS,
  type ChangeSubject,
  type DataChange,
  type DataVersion,
  type DataVersions,
  dataVersions,
  listDataChanges,
  type Since,
} from './export/changes.ts';
export type { Dataset, ExportColumns, ExportFilter, ExportRow } from './export/dataset.ts';
export { DATASETS } from './export/datasets.ts';
export { FACT_COLUMNS, type FactFilter, type FactRow, factBatches } from './export/facts.ts';
export { bringFacts, feedFacts, isFed, nextBatch, stopFeeding } from './facts/batch.ts';
export { openClickhouseFacts } from './facts/clickhouse/clickhouse-facts.ts';
export type { Clickhouse } from './facts/clickhouse/engine.ts';
export { ClickhouseAway, ClickhouseRefused, clickhouseAt } from './facts/clickhouse/http.ts';
export { FACT_FIELDS, type Fact } from './facts/fact.ts';
export {
  type Distribution,
  type FactBatch,
  type FactFilter as FactQuestion,
  type FactState,
  type FactStore,
  type Group,
  type SeriesPoint,
  SnapshotGone,
  type SumQuestion,
  type TopEntry,
  type Total,
  type Verified,
} from './facts/fact-store.ts';
export { duckDbFolder, EngineMissing } from './facts/lake/duckdb.ts';
export { openFacts } from './facts/open-facts.ts';
export { packFacts, packNext, unpackFacts } from './facts/pack.ts';
export { factPartitions } from './facts/stored-facts.ts';
export {
  FEEDBACK_STATES,
  type Feedback,
  type FeedbackState,
  judgeFeedback,
  listFeedback,
  type NewFeedback,
  shownFeedback,
  takeFeedback,
} from './feedback/feedback.ts';
export { FilesAway } from './files.ts';
export {
  askSubscription,
  claimSubscription,
  confirmSubscription,
  endSubscription,
  type Followed,
  type Subscription,
  subscriptionBy,
  toldSubscription,
} from './follow/subscriptions.ts';
export { type AgencyFields, editAgency, formerlyNamed, mergeAgency, presentAgency } from './identity/agency.ts';
export { type Author, CHANGE_KINDS, type Change, ChangeRefused, listChanges } from './identity/changes.ts';
export { correctDocument, type DocumentScan, documentScan } from './identity/figures.ts';
export {
  FILE_STATES,
  type FileStanding,
  type FileState,
  fileStandings,
  type InboxDisclosure,
  type InboxFile,
  type InboxQuestion,
  inbox,
  inboxCounts,
  inboxFile,
  isPublic,
} from './identity/inbox.ts';
export { READ_AGAIN, readAgainHandlers, readAllAgain, replaceDocument, ruleDocument } from './identity/rule.ts';
export { REJECTIONS, type RuledDisclosure, type Ruling } from './identity/ruling.ts';
export { undoChange } from './identity/undo.ts';
export {
  type DatedWithdrawal,
  withdrawalOfDisclosure,
  withdrawalOfDocument,
  withdrawalsOfAgency,
} from './identity/withdrawal.ts';
export {
  type ImportedDisclosure,
  type ImportResult,
  importDocument,
  importReadings,
  sameFile,
} from './import/document.ts';
export { type FilePayload, IMPORT_FILE, IMPORT_LOCAL } from './import/file-jobs.ts';
export { handingOver, importFiles, importFolder, importHandlers } from './import/folder.ts';
export { type DocumentInput, type Prepare, type PreparedDocument, prepareDocument } from './import/prepare.ts';
export { type Preparers, startPreparers } from './import/preparers.ts';
export { tidyTexts } from './import/texts.ts';
export {
  type BatchFile,
  type BatchItem,
  batchFiles,
  listBatches,
  openPayloads,
  retryBatch,
  waitingJobs,
} from './jobs/batches.ts';
export {
  type BatchProgress,
  batchProgress,
  claimJob,
  enqueue,
  failJob,
  finishJob,
  type Job,
  renewJob,
} from './jobs/queue.ts';
export { type Handler, Interrupted, type WorkOptions, workJobs } from './jobs/work.ts';
export {
  type ControlOfProject,
  controlProjects,
  type ProjectAmount,
  projectAmounts,
  projectControls,
  reviewAmount,
} from './library/amounts.ts';
export { arrangeProjects, type BudgetedProject, keepAsked } from './library/arranging.ts';
export {
  type LibraryProject,
  type LibraryQuestion,
  listProjects,
  saveApplication,
  setPriority,
} from './library/projects.ts';
export { reviewedProjects } from './library/review-history.ts';
export {
  assignReviewer,
  giveOpinion,
  type Inspection,
  inspectProject,
  type Opinion,
  type ProjectReviewer,
  projectInspections,
  projectReviewers,
  reviewsOf,
} from './library/reviews.ts';
export { type LibrarySettings, librarySettings, setLibrary } from './library/settings.ts';
export { gradeTargets, type TargetGrade, targetGrade } from './library/target-grades.ts';
export { DataFolderInUse } from './lock.ts';
export { MEASURES, type Measure } from './measures.ts';
export { type ObjectSettings, ObjectsRefused } from './objects.ts';
export { exportYear, importYear } from './office-year.ts';
export { DatabaseIncomplete, maintain, openStore, type Store, type StoreOptions } from './open.ts';
export {
  type AccessToken,
  type ByToken,
  createAccessToken,
  listAccessTokens,
  type NewAccessToken,
  revokeAccessToken,
  TOKEN_PREFIX,
  workingBy,
} from './people/access-tokens.ts';
export {
  AUDIT_KINDS,
  type AuditEntry,
  type AuditKind,
  type AuditQuestion,
  type AuditVerdict,
  audit,
  type Doer,
  dayOf,
  searchAudit,
  TERMINAL,
  verifyAudit,
} from './people/audit.ts';
export { type Grant, grantRole, listGrants, type NewGrant, revokeGrant, rolesOf } from './people/grants.ts';
export {
  type Identity,
  type LinkedIdentity,
  linkIdentity,
  listIdentities,
  type ProvenIdentity,
  signInByIdentity,
  unlinkIdentity,
} from './people/identities.ts';
export {
  administratorLink,
  changePassword,
  editPerson,
  getPerson,
  hasPeople,
  invitedBy,
  invitePerson,
  listPeople,
  type NewPerson,
  type Person,
  type PersonEdit,
  resetPerson,
  setPasswordByToken,
} from './people/people.ts';
export { SCOPES, type Scope } from './people/scopes.ts';
export {
  endSession,
  isByProvider,
  listSessions,
  type OpenedSession,
  type SessionItem,
  type SignedIn,
  type SignIn,
  signedIn,
  signIn,
} from './people/sessions.ts';
export {
  addUnit,
  changeUnit,
  listUnits,
  type OfficeUnit,
  UNIT_KINDS,
  type UnitFields,
  type UnitKind,
} from './people/units.ts';
export { authorise, openExecution } from './performance/authority.ts';
export {
  addClock,
  type Clock,
  type ClockFields,
  clockEntries,
  enterClock,
  getClock,
  listClocks,
  type StoredClockEntry,
} from './performance/clocks.ts';
export {
  ENTRY_OF,
  type EntryEvent,
  type ExecutionEntry,
  enterExecution,
  executionEntries,
  explainExecution,
  type NewEntry,
} from './performance/entries.ts';
export {
  authorisedProjects,
  ENTRY_KINDS,
  type EntryKind,
  executionItem,
  executionItems,
  executionOf,
} from './performance/execution.ts';
export {
  addCounter,
  addProbe,
  addValues,
  type Counter,
  type CounterFields,
  type CounterValue,
  getCounter,
  getProbe,
  keepSiteCheck,
  keepVisit,
  listCounters,
  listProbes,
  type Probe,
  type ProbeFields,
  type ProbeTold,
  renameProbe,
  siteChecksOf,
  switchProbe,
  takeDueProbes,
  type VisitRow,
  valuesOf,
  visitsOf,
} from './performance/measured.ts';
export {
  answerSurvey,
  closeSurvey,
  createSurvey,
  getSurvey,
  issueTokens,
  listSurveys,
  questionnaireOf,
  type SurveyAnswer,
  type SurveyCounts,
  type SurveyFields,
  type SurveyItem,
  type SurveyQuestion,
  surveyCounts,
} from './performance/surveys.ts';
export { PROBE_KINDS, type ProbeKind } from './performance/tables.ts';
export { countTasks, type TaskCount, type TaskCounts } from './performance/task-counts.ts';
export {
  countEvaluated,
  countTracked,
  type EvaluatedAlike,
  getTask,
  listTasks,
  type NewTask,
  officesOfTasks,
  openTasks,
  type PublishedResult,
  publishedResults,
  replaceResults,
  saveTask,
  TASK_STANDINGS,
  type TaskItem,
  type TaskProcess,
  type TaskQuestion,
  type TaskResult,
  type TaskStanding,
  taskContents,
} from './performance/tasks.ts';
export type { CodeNode } from './projection/code-tree.ts';
export type { FormState } from './projection/completeness.ts';
export { ITEM_KINDS, type ItemKind, type LinePlace } from './projection/lines.ts';
export { type FigurePlace, PHASES, type Phase } from './projection/measures.ts';
export type { SearchPlace } from './projection/search-entries.ts';
export {
  type AgencyFilter,
  type AgencyItem,
  agenciesWithin,
  agencyAt,
  lastAgency,
  listAgencies,
} from './queries/agencies.ts';
export { type AgencyAnswer, type AgencyDisclosure, getAgency } from './queries/agency.ts';
export { type CatalogDataset, type CatalogFacts, catalogDatasets, catalogFacts } from './queries/catalog.ts';
export { type Changed, type ChangedAgency, type ChangedQuestion, changedMost } from './queries/changed.ts';
export {
  type ComparedPoint,
  type CompareQuestion,
  type Comparison,
  compareAgencies,
} from './queries/compare.ts';
export { COMPARED_BY, type ComparedBy } from './queries/compared-by.ts';
export { type DisclosureAnswer, getDisclosure, loadDisclosure } from './queries/disclosure.ts';
export { type DocumentAnswer, getDocument } from './queries/document.ts';
export {
  disclosureFindings,
  dismissFinding,
  type FindingItem,
  type RuleFinding,
  reinstateFinding,
  ruleFindings,
} from './queries/findings.ts';
export { disclosureFlows, type FlowLink, type FlowNode, type Flows } from './queries/flows.ts';
export { getItem, type ItemAnswer, type ItemQuestion, type ItemRow, itemName } from './queries/item.ts';
export { latestNews, type NewsItem, type NewsQuestion } from './queries/news.ts';
export {
  OVERVIEW_FILTERS,
  type Overview,
  type OverviewAgency,
  type OverviewFilter,
  type OverviewQuestion,
  regionOverview,
  STANDINGS,
  type Standing,
} from './queries/overview.ts';
export { InvalidCursor, MOST_ITEMS, type Page, type PageOptions } from './queries/page.ts';
export type { Peers } from './queries/peers.ts';
export { listRegions, type RegionItem } from './queries/regions.ts';
export {
  type SearchAnswer,
  type SearchHit,
  type SearchKind,
  type SearchQuestion,
  search,
} from './queries/search/search.ts';
export { disclosureStory, type StorySentence } from './queries/story.ts';
export { type StoreSize, storeSize } from './queries/system.ts';
export { disclosureTree, type Tree, type TreeKind } from './queries/tree.ts';
export { agencyTrend, type TrendPoint } from './queries/trend.ts';
export type { CompletenessAnswer, FindingCounts, Stage } from './queries/types.ts';
export { type Check, recheckNext } from './recheck.ts';
export { keptRecognised } from './recognised.ts';
export { reindexNext } from './reindex.ts';
export { SURENESSES } from './release/is-released.ts';
export {
  answerFinding,
  listReleases,
  type Releases,
  type RuleRelease,
  releaseDisclosure,
  releaseFinding,
  releaseFoundBy,
  releaseRule,
} from './release/releases.ts';
export {
  type BatchQuestion,
  deleteReviewBatch,
  editReviewBatch,
  listReviewBatches,
  openReviewBatch,
  overdueBatches,
  type ReviewBatch,
  type ReviewBatchFields,
} from './reviews/batches.ts';
export { correctReview } from './reviews/corrections.ts';
export {
  addOwnFinding,
  assignReviews,
  commentReview,
  type Decision,
  decideFindings,
  type NewLetter,
  type ReviewLetter,
  reviewLetters,
  sendLetter,
  signItem,
  stepReview,
} from './reviews/decisions.ts';
export {
  type FindingStep,
  findingSteps,
  getReview,
  getReviewFile,
  listReviews,
  type ReviewComment,
  type ReviewFile,
  type ReviewFinding,
  type ReviewItem,
  type ReviewStep,
  type ReviewVerdict,
  readInBatch,
  reviewComments,
  reviewFiles,
  reviewFindings,
  reviewSteps,
  reviewVerdicts,
} from './reviews/items.ts';
export { actingOn, type ReviewOffer, reviewOffers } from './reviews/moves.ts';
export {
  addReviewChecklist,
  type ReviewChecklist,
  type ReviewStatistics,
  type RuleSetting,
  reviewChecklists,
  reviewStatistics,
  ruleSettings,
  setReviewRule,
} from './reviews/rules.ts';
export {
  addReviewTexts,
  collectedTexts,
  enterReviewFindings,
  enterReviewReading,
  REVIEW_FILE,
  type ReviewReading,
  type ReviewText,
  receiveCorrected,
} from './reviews/texts.ts';
export { clearRoster, enterRoster, listRoster, type RosterEntry, type RosterItem } from './roster/roster.ts';
export { rosterOf } from './roster/rows.ts';
export { assureSpace, DiskFull } from './space.ts';
export { type DueDelivery, forgetDeliveries, keepSent, type Sent, takeDueDeliveries } from './webhooks/outbox.ts';
export {
  addWebhook,
  DELIVERY_STATES,
  deleteWebhook,
  editWebhook,
  listDeliveries,
  listWebhooks,
  renewWebhookSecret,
  sendAgain,
  tryWebhook,
  type WebhookEdit,
  type WebhookFields,
} from './webhooks/webhooks.ts';
export {
  type AdjustmentBase,
  adjustmentBase,
  adjustmentsOfItem,
  approveAdjustment,
  openAdjustment,
  type Publication,
  publicationOf,
  publishWork,
} from './work/adjustments.ts';
export {
  type Attachment,
  attachFiles,
  attachingAs,
  attachmentsOf,
  forgetAttachments,
  isChangeable,
  type NewAttachment,
  provenBy,
  withdrawAttachment,
} from './work/attachments.ts';
export {
  CONTROL_CLASSES,
  type ControlClass,
  type ControlFigure,
  controlFigures,
  issueControl,
} from './work/control-figures.ts';
export { setWorkDeadline, type WorkDeadline, workDeadlines } from './work/deadlines.ts';
export {
  type AnyProcess,
  approvedBudgets,
  type FieldReason,
  getWork,
  lastSteps,
  listWork,
  mayView,
  PROCESSES,
  type Process,
  type WorkContent,
  type WorkEntry,
  type WorkItem,
  type WorkVersion,
  workContent,
  workHistory,
  workVersions,
  yearContents,
  yearHashes,
} from './work/items.ts';
export { openReminders, type Reminder, remindUnits } from './work/reminders.ts';
export {
  hashOfContent,
  openWork,
  type StepQuestion,
  type StepWork,
  saveVersion,
  takeStep,
  type VersionQuestion,
  type Worker,
} from './work/steps.ts';
export { yardsticksOf } from './yardsticks/rows.ts';
export {
  enterYardsticks,
  listYardsticks,
  YARDSTICKS,
  type Yardstick,
  type YardstickKind,
} from './yardsticks/yardsticks.ts';
