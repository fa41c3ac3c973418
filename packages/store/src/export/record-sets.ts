/** Record tables (projects, indicators, procurement, assets …) as bulk files: the columns are the fields of their kind. */
import type { Cell, Origin, Quantity } from '@mingsuan/core/disclosure';
import type { Field, Fields } from '@mingsuan/core/kinds/field';
import { KINDS } from '@mingsuan/core/kinds/index';
import { sql } from 'kysely';
import type { Store } from '../open.ts';
import { listOf } from '../queries/sql.ts';
import {
  type Dataset,
  disclosureBatches,
  type ExportColumns,
  type ExportFilter,
  type ExportRow,
  type FilesOf,
  filesColumns,
  OF_DISCLOSURE,
  OF_TEXTS,
  PRINTED_AT,
  phaseOf,
  printedAt,
} from './dataset.ts';
import { disclosureColumns } from './disclosure-columns.ts';

type Content = Readonly<Record<string, unknown>>;

/** Flat columns of fields: words as printed, money in fen with what is printed, numbers as printed; nested rows are a set of their own. */
function columnsOf(fields: Fields, before = ''): ExportColumns {
  return Object.fromEntries(
    Object.entries(fields).flatMap(([id, field]): [string, ExportColumns[string]][] => {
      const name = `${before}${snake(id)}`;
      if (field.is === 'rows') return [];
      if (field.is === 'choice') return [[name, { type: 'text', title: '类别', english: 'Kind' }]];
      if (field.is === 'amounts') return Object.entries(columnsOf(field.fields));
      const { name: title, english } = field;
      const titled = (zh: string, en: string) => ({
        title: title + zh,
        ...(english ? { english: english + en } : {}),
      });
      if (field.type !== 'money') return [[name, { type: 'text', ...titled('', '') }]];
      return [
        [`${name}_fen`, { type: 'bigint', ...titled('，分', ', fen') }],
        [`${name}_text`, { type: 'text', ...titled('，印出的数', ', as printed') }],
      ];
    }),
  );
}

const lower = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);

const snake = (id: string): string => id.replace(/-/g, '_').replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

function valuesOf(fields: Fields, content: Content): ExportRow {
  return Object.fromEntries(
    Object.entries(fields).flatMap(([id, field]): [string, string | number | null][] => {
      const name = snake(id);
      const value = content[id];
      if (field.is === 'rows') return [];
      if (field.is === 'amounts')
        return Object.entries(valuesOf(field.fields, (value ?? {}) as Content)) as [string, string | number | null][];
      if (field.is === 'cell' && field.type === 'money') {
        const cell = value as Cell | undefined;
        return [
          [`${name}_fen`, cell?.fen ?? null],
          [`${name}_text`, cell?.text ?? null],
        ];
      }
      return [[name, textOf(field, value)]];
    }),
  );
}

function textOf(field: Field, value: unknown): string | null {
  if (value === undefined || value === null) return null;
  if (typeof value === 'string') return value;
  return field.is === 'cell' ? (value as Quantity).text : String(value);
}

const PLACE = {
  ...PRINTED_AT,
  ordinal: { type: 'integer', title: '这种表里的第几行，从 0 起', english: 'Row among those of its kind, from 0' },
} as const satisfies ExportColumns;

const WITHIN = {
  part: { type: 'integer', title: '行里的第几条，从 0 起', english: 'Entry within the row, from 0' },
} as const satisfies ExportColumns;

interface RecordRow extends FilesOf {
  readonly content: Content;
  readonly stage: 'budget' | 'final-accounts';
  readonly ordinal: number;
}

async function* readRecords(
  store: Pick<Store, 'db'>,
  filter: ExportFilter,
  form: string,
): AsyncGenerator<readonly RecordRow[]> {
  for await (const ids of disclosureBatches(store, filter)) {
    const { rows } = await sql<RecordRow>`
      select ${disclosureColumns}, ${filesColumns}, r.content,
        cast(row_number() over (partition by d.id order by r.table_no, r.ordinal) - 1 as integer) as ordinal
      from records r join disclosures d on d.id = r.disclosure_id join agencies a on a.id = d.agency_id
        join documents o on o.id = d.document_id
      where r.disclosure_id = any(${listOf(ids, 'integer')}) and r.form = ${form}
      order by d.id, r.table_no, r.ordinal`.execute(store.db);
    if (rows.length > 0) yield rows;
  }
}

/** Rows of what `readRecords` gives: those that are made of each record, with whose it is. */
const rowsBy =
  (rowsOf: (content: Content) => readonly ExportRow[]) =>
  (records: readonly RecordRow[]): readonly ExportRow[] =>
    records.flatMap(({ content, files, document_sha256, ...of }) => {
      const place = printedAt((content.origin ?? {}) as Origin, { files, document_sha256 });
      const whose = { ...of, phase: phaseOf(of.stage), ...place };
      return rowsOf(content).map((row) => ({ ...whose, ...row }));
    });

/** A set for each kind of record table, and one for each list of rows within its rows. */
export const RECORD_SETS: readonly Dataset[] = KINDS.flatMap((kind): Dataset[] => {
  const fields = kind.fields as Fields;
  const own: Dataset = {
    id: kind.id,
    title: [kind.name, kind.english],
    description: [`各份公开文本里的${kind.name}，一行一条。`, `“${kind.english}” of all disclosures, a row each.`],
    of: OF_TEXTS,
    columns: { ...OF_DISCLOSURE, ...PLACE, ...columnsOf(fields) },
    read: (store, filter) => readRecords(store, filter, kind.id),
    rows: rowsBy((content) => [valuesOf(fields, content)]),
  };
  const within = Object.entries(fields).flatMap(([id, field]): Dataset[] =>
    field.is !== 'rows'
      ? []
      : [
          {
            id: `${kind.id}-${snake(id).replaceAll('_', '-')}`,
            title: [`${kind.name}：${field.name}`, `${kind.english}: ${lower(field.english ?? id)}`],
            description: [
              `${kind.name}里的${field.name}，一行一条；所在的行由 ordinal 指明。`,
              `Entries within the rows of “${kind.english}”; ordinal names the row.`,
            ],
            of: OF_TEXTS,
            columns: { ...OF_DISCLOSURE, ...PLACE, ...WITHIN, ...columnsOf(field.fields) },
            read: (store, filter) => readRecords(store, filter, kind.id),
            rows: rowsBy((content) =>
              ((content[id] ?? []) as readonly Content[]).map((row, part) => ({
                part,
                ...valuesOf(field.fields, row),
              })),
            ),
          },
        ],
  );
  return [own, ...within];
});
