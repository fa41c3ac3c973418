export {
  AGENCY_KINDS,
  type AgencyKind,
  agencyKindById,
  agencyKindNamed,
  FEWEST_PEERS,
  isOwnOffice,
} from './agency-kinds.ts';
export { conceptOfColumn, partsOfColumn } from './column-concepts.ts';
export type { Concept, Division, LinesOf } from './concept.ts';
export { CONCEPTS, columnIdOf, conceptById, partsOf } from './concepts.ts';
export {
  changeColumn,
  changeOf,
  crossedAt,
  crossedColumn,
  economicAt,
  economicColumn,
  partColumn,
  partOf,
  shareAt,
  shareColumn,
  yearOfPlan,
} from './crossed.ts';
export { nothingOf, saysNothing } from './empty-note.ts';
export { FUND_BRIEFS, FUND_IDS, type FundId, fundNamed } from './funds.ts';
export { columnsOfHeader, type HeadedColumn, headersOf, headersOfAll, isHeaderOf } from './headers.ts';
export { conceptOfLine, conceptsOfSide, labelsOf, linesOf } from './lines.ts';
export { conceptOfMeasure } from './measures.ts';
export { conceptOfNoun, nounsOf } from './nouns.ts';
export { SOURCE_IDS, type SourceId, sourceName } from './sources.ts';
export { namesThreePublics, THREE_PUBLICS_ITEMS, WITH_OTHERS } from './three-publics.ts';
export { VEHICLE_USES } from './vehicles.ts';
export { matcher, textsOf, wordKey } from './wordings.ts';
