/**
 * A disclosure's figures as a Fiscal Data Package (Frictionless Data; `model` as of 0.3, `columnType` as of 1.0), so that
 * tools for budget data know what each column means.
 */
import { kindOf, type Stage } from '@mingsuan/core/model/document-kinds';
import { FACT_COLUMNS, type FactRow } from '@mingsuan/store';
import { CSV_DIALECT } from '../../engine/flat-text.ts';
import { PACKAGE_LICENCES } from '../../licence.ts';

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

/** Columns that the Fiscal Data Package's own taxonomy knows; what each means the export says. */
const COLUMN_TYPES: Readonly<Partial<Record<keyof FactRow, string>>> = {
  region: 'geo:target:code',
  region_name: 'geo:target:label',
  agency_code: 'administrative-classification:generic:level1:code',
  agency: 'administrative-classification:generic:level1:label',
  year: 'date:fiscal-year',
  phase: 'phase:id',
  side: 'direction',
  fen: 'value',
};

const TYPES = { integer: 'integer', bigint: 'integer', text: 'string', boolean: 'boolean' } as const;

/**
 * The `datapackage.json` beside a disclosure’s `data.csv`. Its profile is the tabular one: the published JSON Schema of the
 * Fiscal Data Package asks for that, and takes its own name for wrong.
 */
export function dataPackage(disclosure: Packaged): object {
  const { id, agency, region, year, stage, version, document, importedAt } = disclosure;
  const kind = kindOf(stage);
  return {
    profile: 'tabular-data-package',
    name: `mingsuan-${id}`,
    title: `${agency.name}${year ?? ''}${year ? '年' : ''}${kind.name}`,
    version: String(version),
    created: importedAt,
    countryCode: 'CN',
    ...(region ? { regionCode: region.code } : {}),
    ...(year ? { fiscalPeriod: { start: `${year}-01-01`, end: `${year}-12-31` } } : {}),
    granularity: 'aggregated',
    licenses: PACKAGE_LICENCES,
    sources: [{ title: `公开文本原件 sha256:${document.sha256}` }],
    resources: [
      {
        name: 'facts',
        path: 'data.csv?bom=no',
        profile: 'tabular-data-resource',
        format: 'csv',
        mediatype: 'text/csv',
        encoding: 'utf-8',
        dialect: CSV_DIALECT,
        schema: {
          fields: Object.entries(FACT_COLUMNS).map(([name, { type, title }]) => {
            const columnType = COLUMN_TYPES[name as keyof FactRow];
            return { name, type: TYPES[type], title, ...(columnType ? { columnType } : {}) };
          }),
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
