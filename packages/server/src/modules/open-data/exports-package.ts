/** The data dictionary of the bulk files: a Data Package (Frictionless) with a Table Schema for each. */
import { DATASETS } from '@mingsuan/store';
import { PACKAGE_LICENCES } from '../../licence.ts';
import { CSV_DIALECT } from './csv.ts';

const TYPES = { integer: 'integer', bigint: 'integer', text: 'string', boolean: 'boolean' } as const;

/** `base` as in `https://host/api/v1`. */
export function exportsPackage(base: string): object {
  return {
    profile: 'tabular-data-package',
    name: 'mingsuan-exports',
    title: '部门预算、决算公开数据',
    homepage: `${base}/catalog.jsonld`,
    licenses: PACKAGE_LICENCES,
    resources: DATASETS.map(({ id, title, description, columns }) => ({
      name: id,
      title,
      description,
      path: `${base}/exports/${id}.csv`,
      profile: 'tabular-data-resource',
      format: 'csv',
      mediatype: 'text/csv',
      encoding: 'utf-8',
      dialect: CSV_DIALECT,
      schema: {
        fields: Object.entries(columns).map(([name, { type, title: meaning }]) => ({
          name,
          type: TYPES[type],
          title: meaning,
        })),
        missingValues: [''],
      },
    })),
  };
}
