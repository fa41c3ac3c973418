/** The data dictionary of the bulk files: a Data Package (Frictionless) with a Table Schema and a version for each. */
import { DATASETS, type DataVersions } from '@mingsuan/store';
import { CSV_DIALECT } from '../../engine/flat-text.ts';
import { PACKAGE_LICENCES } from '../../licence.ts';
import { newestOf, versionOf } from './versions.ts';

const TYPES = { integer: 'integer', bigint: 'integer', text: 'string', boolean: 'boolean' } as const;

/** `base` as in `https://host/api/v1`. Titles are Chinese; `titles` and `descriptions` have them by language. */
export function exportsPackage(base: string, versions: DataVersions): object {
  const newest = newestOf(Object.values(versions));
  return {
    profile: 'tabular-data-package',
    name: 'mingsuan-exports',
    title: '部门预算、决算公开数据',
    titles: { zh: '部门预算、决算公开数据', en: 'Departmental budgets and final accounts as published' },
    homepage: `${base}/catalog.jsonld`,
    ...(newest ? { version: String(newest.version), modified: newest.at } : {}),
    licenses: PACKAGE_LICENCES,
    resources: DATASETS.map((dataset) => {
      const { id, title, description, columns } = dataset;
      const version = versionOf(dataset, versions);
      return {
        name: id,
        title: title[0],
        titles: { zh: title[0], en: title[1] },
        description: description[0],
        descriptions: { zh: description[0], en: description[1] },
        ...(version ? { version: String(version.version), modified: version.at } : {}),
        path: `${base}/exports/${id}.csv?bom=no`,
        profile: 'tabular-data-resource',
        format: 'csv',
        mediatype: 'text/csv',
        encoding: 'utf-8',
        dialect: CSV_DIALECT,
        schema: {
          fields: Object.entries(columns).map(([name, { type, title: zh, english: en }]) => ({
            name,
            type: TYPES[type],
            title: zh,
            titles: { zh, ...(en ? { en } : {}) },
          })),
          missingValues: [''],
        },
      };
    }),
  };
}
