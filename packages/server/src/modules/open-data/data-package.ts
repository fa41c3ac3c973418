/**
 * A disclosure's figures as a Fiscal Data Package (Frictionless Data; `model` as of 0.3, `columnType` as of 1.0), so that
 * tools for budget data know what each column means.
 */
import { kindOf, type Stage } from '@mingsuan/core/model/document-kinds';
import { FACT_COLUMNS, type FactRow } from '@mingsuan/store';

export interface Packaged {
  readonly id: number;
  readonly agency: { readonly name: string; readonly code?: string };
  readonly region?: { readonly code: string; readonly name: string };
  readonly year: number | null;
  readonly stage: Stage;
  readonly version: number;
  readonly document: { readonly sha256: string };
  readonly importedAt: string;
}

interface Field {
  readonly title: string;
  /** Of the Fiscal Data Package's own taxonomy. */
  readonly columnType?: string;
}

const FIELDS: Readonly<Record<keyof FactRow, Field>> = {
  disclosure_id: { title: '公开文本编号' },
  region: { title: '区划代码', columnType: 'geo:target:code' },
  region_name: { title: '区划', columnType: 'geo:target:label' },
  agency_id: { title: '单位编号' },
  agency_code: { title: '预算代码', columnType: 'administrative-classification:generic:level1:code' },
  agency: { title: '单位', columnType: 'administrative-classification:generic:level1:label' },
  level: { title: '级别：department 部门，unit 单位' },
  year: { title: '年度', columnType: 'date:fiscal-year' },
  stage: { title: '阶段：budget 预算，final-accounts 决算', columnType: 'phase:id' },
  form: { title: '报表' },
  row_key: { title: '行：分类科目编码，或行的名称' },
  row_label: { title: '行印出的名称' },
  side: { title: '收入或支出', columnType: 'direction' },
  column: { title: '列' },
  fen: { title: '金额（分）', columnType: 'value' },
  text: { title: '印出的数' },
  page: { title: '原文件第几页' },
  sheet: { title: '原文件的工作表' },
  address: { title: '原文件的单元格' },
  line: { title: '原文件第几行' },
  document_sha256: { title: '原文件的 SHA-256' },
};

const TYPES = { integer: 'integer', bigint: 'integer', text: 'string' } as const;

/** The `datapackage.json` beside a disclosure’s `data.csv`; `license` is its address. */
export function dataPackage(disclosure: Packaged, license: string): object {
  const { id, agency, region, year, stage, version, document, importedAt } = disclosure;
  const kind = kindOf(stage);
  return {
    profile: 'fiscal-data-package',
    name: `mingsuan-${id}`,
    title: `${agency.name}${year ?? ''}${year ? '年' : ''}${kind.name}`,
    version: String(version),
    created: importedAt,
    countryCode: 'CN',
    ...(region ? { regionCode: region.code } : {}),
    ...(year ? { fiscalPeriod: { start: `${year}-01-01`, end: `${year}-12-31` } } : {}),
    granularity: 'aggregated',
    licenses: [{ path: license }],
    sources: [{ title: `公开文本原件 sha256:${document.sha256}` }],
    resources: [
      {
        name: 'facts',
        path: 'data.csv',
        profile: 'tabular-data-resource',
        format: 'csv',
        mediatype: 'text/csv',
        encoding: 'utf-8',
        dialect: { lineTerminator: '\r\n', header: true },
        schema: {
          fields: Object.entries(FACT_COLUMNS).map(([name, type]) => ({
            name,
            type: TYPES[type],
            ...FIELDS[name as keyof FactRow],
          })),
          missingValues: [''],
        },
      },
    ],
    model: {
      measures: {
        amount: { source: 'fen', currency: 'CNY', factor: 0.01, phase: kind.openDataPhase },
      },
      dimensions: {
        agency: dimension('entity', ['agency_code', 'agency']),
        date: dimension('datetime', ['year']),
        classification: dimension('classification', ['form', 'side', 'row_key', 'column']),
      },
    },
  };
}

const dimension = (dimensionType: string, sources: readonly string[]): object => ({
  dimensionType,
  primaryKey: sources,
  attributes: Object.fromEntries(sources.map((source) => [source, { source }])),
});
