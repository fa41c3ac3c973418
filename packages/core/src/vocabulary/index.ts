export { conceptOfColumn } from './column-concepts.ts';
export type { Concept, Division, LinesOf } from './concept.ts';
export { CONCEPTS, columnOf, conceptById, partsOf } from './concepts.ts';
export { FUND_IDS, type FundId } from './funds.ts';
export { columnsOfHeader, type HeadedColumn, headersOf, headersOfAll, isHeaderOf } from './headers.ts';
export { conceptOfLine, labelsOf, linesOf } from './lines.ts';
export { conceptOfMeasure } from './measures.ts';
export { conceptOfNoun, nounsOf } from './nouns.ts';
export { matcher, textsOf, wordKey } from './wordings.ts';
