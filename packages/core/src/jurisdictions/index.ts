/** What is particular to a place: folders of data, loaded and handed to the engines (docs/adding-a-jurisdiction.md). */
export { bundled, bundledSources } from './bundled.ts';
export { type Jurisdiction, type Jurisdictions, jurisdictionOf } from './jurisdictions.ts';
export { type LoadResult, loadJurisdictions } from './load.ts';
export {
  FILES,
  isJurisdictionFile,
  isTemplateFile,
  type JurisdictionFault,
  type JurisdictionSource,
  type SourceFile,
} from './source.ts';
