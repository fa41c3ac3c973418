/** The data dictionary of the bulk files: a Data Package (Frictionless) with a Table Schema for each. */
import { DATASETS } from '@mingsuan/store';

const TYPES = { integer: 'integer', bigint: 'integer', text: 'string', boolean: 'boolean' } as const;

/** `base` as in `https://host/api/v1`; `license` is its address. */
export function exportsPackage(base: string, license: string): object {
  return {
    profile: 'data-package',
    name: 'mingsuan-exports',
    title: '部门预算、决算公开数据',
    homepage: `${base}/catalog.jsonld`,
    licenses: [{ name: 'CC-BY-4.0', path: license }],
    resources: DATASETS.map(({ id, title, description, columns }) => ({
      name: id,
      title,
      description,
      path: `${base}/exports/${id}.csv`,
      profile: 'tabular-data-resource',
      format: 'csv',
      mediatype: 'text/csv',
      encoding: 'utf-8',
      dialect: { lineTerminator: '\r\n', header: true },
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
