/** A disclosure's parts as rows of their tables. Each table is listed once: its columns, and its rows of a disclosure. */

import type { Finding } from '@mingsuan/core/finding';
import { fenOf } from '@mingsuan/core/words/index';
import { type RawBuilder, sql } from 'kysely';
import { foldedEntry } from '../bigrams.ts';
import { type Columns, integerOf, type Row } from '../database/bulk.ts';
import type { Database } from '../database/schema.ts';
import { CELL_COLUMNS, cellValues } from '../facts/cell-columns.ts';
import type { Projection } from '../projection/projection.ts';
import { textKey } from './texts.ts';

interface PartTable {
  readonly table: keyof Database;
  /** Beside `disclosure_id`. */
  readonly columns: Columns;
  /** The agency of the disclosure, its region and the year stand in its rows too. */
  readonly isPlaced?: true;
  readonly rows: (projection: Projection) => readonly Row[];
}

const json = JSON.stringify;

export const FINDING_COLUMNS = {
  ordinal: 'integer',
  finding_id: 'text',
  rule: 'text',
  severity: 'text',
  form: 'text',
  message: 'text',
  detail: 'json',
} as const;

/** Findings as rows, in the order they were reported. */
export const findingRows = (findings: readonly Finding[]) =>
  findings.map((finding, ordinal) => ({
    ordinal,
    finding_id: finding.id ?? '',
    rule: finding.rule,
    severity: finding.severity,
    form: finding.form,
    message: finding.message,
    detail: json(finding),
  }));

export const ENTRY_COLUMNS = { text_key: 'bigint', table_no: 'integer', row_no: 'integer', part: 'integer' } as const;

/** Where the texts that are searched are printed, as rows. */
export const entryRows = (entries: Projection['search']) =>
  entries.map(({ kind, title, body, table, row, at }) => ({
    text_key: textKey(kind, foldedEntry(title, body)),
    table_no: table,
    row_no: row,
    part: at,
  }));

/** What such a row says of its disclosure. */
export const placedAs = (agency: RawBuilder<unknown>, year: number | undefined) => ({
  agency_id: agency,
  region: sql`(select region from agencies where id = ${agency})`,
  year: integerOf(year ?? 0),
});

export const MEASURE_COLUMNS = {
  measure: 'text',
  year: 'integer',
  stage: 'text',
  fen: 'bigint',
  source: 'text',
  place: 'json',
} as const;

/** Figures of the measures as rows. */
export const measureRows = (measures: Projection['measures']) =>
  measures.map((value) => ({ ...value, place: json(value.place) }));

export const PART_TABLES: readonly PartTable[] = [
  {
    table: 'statements',
    columns: {
      ordinal: 'integer',
      form: 'text',
      title: 'text',
      unit: 'text',
      note: 'text',
      columns: 'json',
      rows: 'json',
      unread: 'json',
      origin: 'json',
      ...CELL_COLUMNS,
    },
    rows: ({ disclosure }) =>
      disclosure.statements.map(({ form, title, unit, note, columns, rows, unread, origin }, ordinal) => ({
        ...cellValues({ columns, rows, unit }),
        ordinal,
        form,
        title,
        unit,
        note,
        columns: json(columns),
        rows: json(rows.map(({ cells: _, ...row }) => row)),
        unread: unread && json(unread),
        origin: json(origin),
      })),
  },
  {
    table: 'explanation',
    columns: { ordinal: 'integer', number: 'text', title: 'text', content: 'json' },
    rows: ({ disclosure }) =>
      disclosure.explanation.map((section, ordinal) => {
        const { number, title } = section;
        return { ordinal, number, title, content: json(section) };
      }),
  },
  {
    table: 'records',
    columns: { table_no: 'integer', ordinal: 'integer', form: 'text', content: 'json' },
    rows: ({ disclosure }) =>
      disclosure.tables.flatMap(({ form, rows }, table_no) =>
        rows.map((row, ordinal) => ({ table_no, ordinal, form, content: json(row) })),
      ),
  },
  {
    table: 'mentions',
    columns: {
      ordinal: 'integer',
      quantity: 'text',
      aspect: 'text',
      year: 'integer',
      fen: 'bigint',
      text: 'text',
      origin: 'json',
    },
    rows: ({ mentions }) =>
      mentions.map((mention, ordinal) => ({
        ordinal,
        quantity: mention.quantity,
        aspect: mention.aspect,
        year: mention.year,
        fen: fenOf(mention),
        text: mention.place.text,
        origin: json(mention.place.origin),
      })),
  },
  {
    table: 'measure_values',
    columns: MEASURE_COLUMNS,
    rows: ({ measures }) => measureRows(measures),
  },
  {
    table: 'class_totals',
    columns: { code: 'text', name: 'text', fen: 'bigint' },
    rows: ({ classTotals }) => classTotals.map((total) => ({ ...total })),
  },
  {
    table: 'findings',
    columns: FINDING_COLUMNS,
    rows: ({ findings }) => findingRows(findings),
  },
  {
    table: 'search_entries',
    isPlaced: true,
    columns: ENTRY_COLUMNS,
    rows: ({ search }) => entryRows(search),
  },
];
