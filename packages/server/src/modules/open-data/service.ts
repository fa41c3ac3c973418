/** Data to take along: all figures, one disclosure's, and the catalogue of them. */
import { kindOf } from '@mingsuan/core/model/document-kinds';
import {
  catalogDatasets,
  catalogFacts,
  type FactFilter,
  type FactRow,
  factBatches,
  getDisclosure,
  loadDisclosure,
  parquetOf,
  type Store,
} from '@mingsuan/store';
import { type Engine, gained } from '../../engine/engine.ts';
import { found } from '../../fault.ts';
import { catalog, LICENSE } from './catalog.ts';
import { csvOf, jsonOf } from './csv.ts';
import { dataPackage } from './data-package.ts';

type Writer = (batches: AsyncIterable<readonly FactRow[]>) => AsyncGenerator<string | Uint8Array>;

export const CSV = 'text/csv; charset=utf-8';
export const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** The files of all figures: media type, and how a row after the other is written. */
export const EXPORTS = {
  'facts.csv': [CSV, csvOf],
  'facts.json': ['application/json; charset=utf-8', jsonOf],
  'facts.parquet': ['application/vnd.apache.parquet', parquetOf],
} as const satisfies Record<string, readonly [string, Writer]>;

export type ExportName = keyof typeof EXPORTS;

const WHAT = '这份公开文本';

/** What is asked to take along. @throws Fault `missing` where there is no such disclosure */
export function openData({ store, engine }: { readonly store: Store; readonly engine: Engine }) {
  const disclosure = async (id: number) => found(await getDisclosure(store, id), WHAT);
  return {
    /** Made as it is read, however much it is. */
    facts: (file: ExportName, filter: FactFilter): AsyncGenerator<string | Uint8Array> =>
      EXPORTS[file][1](factBatches(store, filter)),
    disclosureCsv: async (id: number): Promise<AsyncGenerator<string>> => {
      await disclosure(id);
      return csvOf(factBatches(store, { disclosure: id }));
    },
    /** The statements, a sheet each. */
    workbook: async (id: number): Promise<{ readonly name: string; readonly bytes: Uint8Array }> => {
      const disclosure = found(await loadDisclosure(store, id), WHAT);
      const { agency, year, stage } = disclosure;
      const name = `${agency.name}${year ?? ''}${kindOf(stage).name}.xlsx`;
      return { name, bytes: gained(await engine.views.run('workbook', { disclosure })) };
    },
    dataPackage: async (id: number): Promise<object> => dataPackage(await disclosure(id), LICENSE),
    /** A page of the catalogue; `base` as in `https://host/api/v1`. */
    catalog: async (base: string, page: Parameters<typeof catalogDatasets>[1]): Promise<object> => {
      const { items: datasets, next } = await catalogDatasets(store, page);
      return catalog({ base, facts: await catalogFacts(store), datasets, next });
    },
  };
}
