/**
 * Code lists with editions: functional and economic classification, procurement catalogue, regions, indicator framework,
 * project categories. `lookup` answers for a code and a year, `nameCheck` holds a printed name against its code. Data come
 * from scripts/import-reference.ts; what is known beyond them stands in renamings.ts and additions.ts. Lists are parsed at
 * the first question that needs them.
 */
export { ancestors, levelOf, parentOf } from './codes.ts';
export { codesByTree, codesNamed, type TreeList } from './codes-by-tree.ts';
export type { Entry, ListId, NamePeriod, Trust, Years } from './entry.ts';
export { findRegion } from './find-region.ts';
export {
  classByName,
  classOrder,
  codesByName,
  codesOfLevel,
  type FormerName,
  formerClassNames,
  type LookupOptions,
  lookup,
  namesOfList,
  type When,
} from './lookup.ts';
export { type NameCheck, type NameStatus, nameCheck } from './name-check.ts';
export { normalizeName } from './names.ts';
export { isTypo, type NearEntry, nearCodes, nearNames } from './near.ts';
export { type IndicatorClass, levelOnesOf, PERFORMANCE_FRAMEWORK } from './performance-framework.ts';
export { buysAsset, type ProcurementEdition, procurementEdition } from './procurement.ts';
export { PROJECT_CATEGORIES, type ProjectCategory } from './project-categories.ts';
export { regionChain, regionPath, regionTitle } from './regions.ts';
