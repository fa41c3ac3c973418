/** Data to take along: all figures, one disclosure's, and the catalogue of them. */
import { regionPath } from '@mingsuan/core/classification/index';
import { kindOf } from '@mingsuan/core/model/document-kinds';
import {
  catalogDatasets,
  catalogFacts,
  DATASETS,
  dataVersions,
  type ExportFilter,
  FACT_COLUMNS,
  type FactRow,
  factBatches,
  getAgency,
  getDisclosure,
  latestNews,
  listDataChanges,
  loadDisclosure,
  type NewsQuestion,
  type PageOptions,
  type Since,
  type Store,
} from '@mingsuan/store';
import { asking } from '../../engine/asker.ts';
import { type Engine, gained } from '../../engine/engine.ts';
import { csvHead, csvLines } from '../../engine/flat-text.ts';
import { found } from '../../fault.ts';
import { bulkParts, bulkWorkbook } from './bulk.ts';
import { catalog } from './catalog.ts';
import { dataPackage } from './data-package.ts';
import { exportsPackage } from './exports-package.ts';
import { newestOf, versionOf } from './versions.ts';

export const CSV = 'text/csv; charset=utf-8';
export const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** How a dataset may be written: media type and name. */
export const FORMATS = {
  csv: { type: CSV, name: 'CSV' },
  json: { type: 'application/json; charset=utf-8', name: 'JSON' },
  parquet: { type: 'application/vnd.apache.parquet', name: 'Parquet' },
  xlsx: { type: XLSX, name: 'Excel 工作簿' },
} as const;

export type FormatName = keyof typeof FORMATS;
const FORMAT_NAMES = Object.keys(FORMATS) as FormatName[];

/** `facts.csv`, `projects.parquet` …: all names of bulk files. */
export const EXPORTS: readonly string[] = DATASETS.flatMap(({ id }) => FORMAT_NAMES.map((format) => `${id}.${format}`));

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

async function* csvOf(batches: AsyncGenerator<readonly FactRow[]>): AsyncGenerator<string> {
  yield csvHead(FACT_COLUMNS);
  for await (const rows of batches) yield csvLines(rows, FACT_COLUMNS);
}

const WHAT = '这份公开文本';

/** What is asked to take along. @throws Fault `missing` where there is no such disclosure */
export function openData({ store, engine }: { readonly store: Store; readonly engine: Engine }) {
  const disclosure = async (id: number) => found(await getDisclosure(store, id), WHAT);
  return {
    /** Made as it is read, however much it is. */
    bulk: async (file: string, filter: ExportFilter) => {
      const [id, extension] = file.split('.');
      const dataset = found(
        DATASETS.find((one) => one.id === id),
        '这份数据',
      );
      const format = extension as FormatName;
      const { type } = FORMATS[format];
      // Before the rows: what changes while they are read is told again to whoever asks what changed since.
      const version = versionOf(dataset, await dataVersions(store))?.version;
      const from = { store, engine, gone: asking.getStore()?.gone };
      if (format !== 'xlsx') return { type, version, parts: bulkParts(from, dataset, format, filter) };
      // A workbook that is too large is told before anything is sent.
      return { type, version, parts: once(await bulkWorkbook(from, dataset, filter)) };
    },
    dictionary: async (base: string) => exportsPackage(base, await dataVersions(store)),
    /** What changed since, with the version to ask from next time. */
    changes: async (question: PageOptions & { readonly since?: Since | undefined }) => {
      const newest = newestOf(Object.values(await dataVersions(store)));
      const page = await listDataChanges(store, question);
      return { version: newest?.version ?? 0, at: newest?.at ?? null, ...page };
    },
    disclosureCsv: async (id: number): Promise<AsyncGenerator<string>> => {
      await disclosure(id);
      return csvOf(factBatches(store, { disclosure: id }));
    },
    /** The statements, a sheet each. */
    workbook: async (id: number): Promise<{ readonly name: string; readonly bytes: Uint8Array }> => {
      let name = '';
      const takes = async () => {
        const disclosure = found(await loadDisclosure(store, id), WHAT);
        const { agency, year, stage } = disclosure;
        name = `${agency.name}${year ?? ''}${kindOf(stage).name}.xlsx`;
        return { disclosure };
      };
      const bytes = gained(await engine.views.run('workbook', takes));
      return { name, bytes };
    },
    dataPackage: async (id: number): Promise<object> => dataPackage(await disclosure(id)),
    /** A page of the catalogue; `base` as in `https://host/api/v1`. */
    catalog: async (base: string, page: Parameters<typeof catalogDatasets>[1]): Promise<object> => {
      const { items: datasets, next } = await catalogDatasets(store, page);
      return catalog({ base, facts: await catalogFacts(store), versions: await dataVersions(store), datasets, next });
    },
    /** What came in last, and what it is of. */
    news: async (question: NewsQuestion) => {
      const { agency, region, q } = question;
      const named = agency === undefined ? undefined : found(await getAgency(store, agency), '这个单位').agency.title;
      const about = [named, region && (regionPath(region) || region), q && `“${q}”`].filter((part) => part).join(' ');
      const page = agency !== undefined ? `/agency/${agency}` : region !== undefined ? `/region/${region}` : '/';
      return {
        title: about === '' ? '明算：新收录' : `明算：${about} 新收录`,
        page: q === undefined ? page : `/?q=${encodeURIComponent(q)}`,
        items: await latestNews(store, question),
      };
    },
  };
}
