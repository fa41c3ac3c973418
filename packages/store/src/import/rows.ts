/** A disclosure's parts as rows of their tables. Each table is listed once: its columns, and its rows of a disclosure. */

import { createHash } from 'node:crypto';
import type { Finding } from '@mingsuan/core/finding';
import { rowName } from '@mingsuan/core/model/address';
import { fenOf } from '@mingsuan/core/words/index';
import { foldedEntry, vectorOf } from '../bigrams.ts';
import type { Columns, Row } from '../database/bulk.ts';
import type { Database } from '../database/schema.ts';
import type { Projection } from '../projection/projection.ts';

interface PartTable {
  readonly table: keyof Database;
  /** Beside `disclosure_id`, and `agency_id` where `ofAgency` says so. */
  readonly columns: Columns;
  readonly ofAgency?: true;
  /** The year of the disclosure stands in its rows too. */
  readonly ofYear?: true;
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

export const SEARCH_COLUMNS = {
  kind: 'text',
  title: 'text',
  body: 'text',
  folded: 'text',
  place: 'json',
  tsv: 'tsvector',
  text_key: 'bigint',
} as const;

/** Entries of the search as rows; texts that are the same in the same words share a key. */
export const searchRows = (entries: Projection['search']) =>
  entries.map(({ kind, title, body, place }) => {
    const folded = foldedEntry(title, body);
    const tsv = vectorOf(kind, folded);
    return { kind, title, body, folded, place: json(place), tsv, text_key: textKey(`${kind}\n${folded}`) };
  });

/** 48 bits of a text's hash: a number that JSON holds exactly. */
const textKey = (text: string): number => createHash('sha1').update(text).digest().readUIntBE(0, 6);

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
    },
    rows: ({ disclosure }) =>
      disclosure.statements.map(({ form, title, unit, note, columns, rows, unread, origin }, ordinal) => ({
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
    table: 'facts',
    columns: {
      statement_no: 'integer',
      row_no: 'integer',
      fen: 'bigint',
      form: 'text',
      row_key: 'text',
      row_label: 'text',
      side: 'text',
      column_id: 'text',
      text: 'text',
      origin: 'json',
    },
    rows: ({ disclosure }) =>
      disclosure.statements.flatMap(({ form, rows }, statement_no) =>
        rows.flatMap((row, row_no) =>
          Object.entries(row.cells).map(([column_id, { fen, text, origin }]) => ({
            statement_no,
            row_no,
            fen,
            form,
            row_key: rowName(row),
            row_label: row.label,
            side: row.side,
            column_id,
            text,
            origin: json(origin),
          })),
        ),
      ),
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
    ofAgency: true,
    ofYear: true,
    columns: SEARCH_COLUMNS,
    rows: ({ search }) => searchRows(search),
  },
];
