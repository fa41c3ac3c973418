/** Data to take along: all figures, one disclosure's, and the catalogue of them. */
import { kindOf } from '@mingsuan/core/model/document-kinds';
import {
  catalogDatasets,
  catalogFacts,
  DATASETS,
  type Dataset,
  dataVersions,
  type ExportFilter,
  type ExportRow,
  FACT_COLUMNS,
  factBatches,
  getAgency,
  getDisclosure,
  latestNews,
  listDataChanges,
  loadDisclosure,
  type NewsQuestion,
  type PageOptions,
  parquetOf,
  type Since,
  type Store,
} from '@mingsuan/store';
import { type Engine, gained } from '../../engine/engine.ts';
import { Fault, found } from '../../fault.ts';
import { catalog } from './catalog.ts';
import { csvOf, jsonOf } from './csv.ts';
import { dataPackage } from './data-package.ts';
import { exportsPackage } from './exports-package.ts';
import { newestOf, versionOf } from './versions.ts';

export const CSV = 'text/csv; charset=utf-8';
export const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

type Rows = AsyncGenerator<readonly ExportRow[]>;
type Writer = (dataset: Dataset, rows: Rows, engine: Engine) => AsyncGenerator<string | Uint8Array>;

/** How a dataset is written: media type, name, and its rows one after the other. */
export const FORMATS = {
  csv: { type: CSV, name: 'CSV', write: ({ columns }, rows) => csvOf(rows, columns) },
  json: { type: 'application/json; charset=utf-8', name: 'JSON', write: ({ columns }, rows) => jsonOf(rows, columns) },
  parquet: {
    type: 'application/vnd.apache.parquet',
    name: 'Parquet',
    write: ({ columns }, rows) => parquetOf(rows, columns),
  },
  xlsx: { type: XLSX, name: 'Excel 工作簿', write: xlsxOf },
} as const satisfies Record<string, { readonly type: string; readonly name: string; readonly write: Writer }>;

export type FormatName = keyof typeof FORMATS;
const FORMAT_NAMES = Object.keys(FORMATS) as FormatName[];

/** `facts.csv`, `projects.parquet` …: all names of bulk files. */
export const EXPORTS: readonly string[] = DATASETS.flatMap(({ id }) => FORMAT_NAMES.map((format) => `${id}.${format}`));

/** A workbook stands in memory: what is larger is told to come as another format. */
const MOST_XLSX = 200_000;

/** Packed in a process of its own: others are answered meanwhile. */
async function* xlsxOf({ title, columns }: Dataset, batches: Rows, { uploads }: Engine): AsyncGenerator<Uint8Array> {
  const rows: ExportRow[] = [];
  for await (const batch of batches) {
    rows.push(...batch);
    if (rows.length > MOST_XLSX)
      throw new Fault('too-large', `超过 ${MOST_XLSX} 行，Excel 装不下；请按地区、年度分开，或用 CSV、Parquet。`);
  }
  const named = Object.entries(columns).map(([id, { title: meaning }]) => ({ id, title: meaning }));
  yield gained(await uploads.run('table', { name: title[0], columns: named, rows }));
}

let turn: Promise<unknown> = Promise.resolve();

/**
 * Others are answered between batches, of which many may make one part of the file: an embedded database never waits for anything. Of all
 * files that are made at once only one goes on before they are.
 */
async function* breathing(rows: Rows): Rows {
  for await (const batch of rows) {
    yield batch;
    turn = turn.then(() => new Promise((resolve) => setImmediate(resolve)));
    await turn;
  }
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
      const { type, write } = FORMATS[extension as FormatName];
      // Before the rows: what changes while they are read is told again to whoever asks what changed since.
      const version = versionOf(dataset, await dataVersions(store))?.version;
      const parts = write(dataset, breathing(dataset.batches(store, filter)), engine);
      if (extension !== 'xlsx') return { type, version, parts };
      // A workbook that is too large is told before anything is sent.
      const whole = (await parts.next()).value as Uint8Array;
      return {
        type,
        version,
        parts: (async function* () {
          yield whole;
        })(),
      };
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
      return csvOf(factBatches(store, { disclosure: id }), FACT_COLUMNS);
    },
    /** The statements, a sheet each. */
    workbook: async (id: number): Promise<{ readonly name: string; readonly bytes: Uint8Array }> => {
      const disclosure = found(await loadDisclosure(store, id), WHAT);
      const { agency, year, stage } = disclosure;
      const name = `${agency.name}${year ?? ''}${kindOf(stage).name}.xlsx`;
      return { name, bytes: gained(await engine.views.run('workbook', { disclosure })) };
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
      const named = agency === undefined ? undefined : found(await getAgency(store, agency), '这个单位').agency.name;
      const about = [named, region, q && `“${q}”`].filter((part) => part).join(' ');
      const page = agency !== undefined ? `/agency/${agency}` : region !== undefined ? `/region/${region}` : '/';
      return {
        title: about === '' ? '明算：新收录' : `明算：${about} 新收录`,
        page: q === undefined ? page : `/?q=${encodeURIComponent(q)}`,
        items: await latestNews(store, question),
      };
    },
  };
}
