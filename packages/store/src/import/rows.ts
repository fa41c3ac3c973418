/** A disclosure's parts as rows of their tables. Each table is listed once: its columns, and its rows of a disclosure. */

import type { Finding } from '@mingsuan/core/finding';
import { ASSETS, DUTY_PERFORMANCE, ORGANIZATION, PERFORMANCE, PROCUREMENT } from '@mingsuan/core/kinds/index';
import { rowsOf } from '@mingsuan/core/model/tables';
import { fenOf } from '@mingsuan/core/words/index';
import { foldedEntry, vectorOf } from '../bigrams.ts';
import type { Columns, Row } from '../database/bulk.ts';
import type { Database } from '../database/schema.ts';
import type { Projection } from '../projection/index.ts';

interface PartTable {
  readonly table: keyof Database;
  /** Beside `disclosure_id`, and `agency_id` where `ofAgency` says so. */
  readonly columns: Columns;
  readonly ofAgency?: true;
  readonly rows: (projection: Projection) => readonly Row[];
}

const json = JSON.stringify;

/** Tables whose rows carry the record as read in `content`, numbered by `ordinal`. */
function records<R extends object>(
  table: keyof Database,
  columns: Columns,
  recordsOf: (projection: Projection) => readonly R[],
  rowOf: (record: R) => Row,
): PartTable {
  return {
    table,
    columns: { ordinal: 'integer', ...columns, content: 'json' },
    rows: (projection) =>
      recordsOf(projection).map((record, ordinal) => ({ ordinal, ...rowOf(record), content: json(record) })),
  };
}

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
      origin: 'json',
    },
    rows: ({ disclosure }) =>
      disclosure.statements.map(({ form, title, unit, note, columns, rows, origin }, ordinal) => ({
        ordinal,
        form,
        title,
        unit,
        note,
        columns: json(columns),
        rows: json(rows.map(({ cells: _, ...row }) => row)),
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
        rows.flatMap(({ key, label, side, cells }, row_no) =>
          Object.entries(cells).map(([column_id, { fen, text, origin }]) => ({
            statement_no,
            row_no,
            fen,
            form,
            row_key: key,
            row_label: label,
            side,
            column_id,
            text,
            origin: json(origin),
          })),
        ),
      ),
  },
  records(
    'explanation',
    { number: 'text', title: 'text' },
    ({ disclosure }) => disclosure.explanation,
    ({ number, title }) => ({ number, title }),
  ),
  records(
    'projects',
    { title: 'text', project: 'text', goal: 'text' },
    ({ disclosure }) => rowsOf(disclosure, PERFORMANCE).map(({ indicators: _, ...target }) => target),
    ({ title, project, goal }) => ({ title, project, goal }),
  ),
  {
    table: 'indicators',
    columns: {
      project_no: 'integer',
      ordinal: 'integer',
      level1: 'text',
      level2: 'text',
      level3: 'text',
      target: 'text',
      content: 'json',
    },
    rows: ({ disclosure }) =>
      rowsOf(disclosure, PERFORMANCE).flatMap(({ indicators }, project_no) =>
        indicators.map((indicator, ordinal) => {
          const { level1, level2, level3, target } = indicator;
          return { project_no, ordinal, level1, level2, level3, target, content: json(indicator) };
        }),
      ),
  },
  records(
    'duties',
    { duty: 'text', fen: 'bigint' },
    ({ disclosure }) => rowsOf(disclosure, DUTY_PERFORMANCE),
    ({ duty, amount }) => ({ duty, fen: amount?.fen }),
  ),
  records(
    'procurement',
    { kind: 'text', label: 'text', project: 'text', item: 'text', code: 'text', fen: 'bigint' },
    ({ disclosure }) => rowsOf(disclosure, PROCUREMENT),
    ({ kind, label, project, item, code, cells }) => ({ kind, label, project, item, code, fen: cells.total?.fen }),
  ),
  records(
    'assets',
    { key: 'text', fen: 'bigint' },
    ({ disclosure }) => rowsOf(disclosure, ASSETS),
    ({ key, value }) => ({ key, fen: value?.fen }),
  ),
  records(
    'organization',
    { unit: 'text' },
    ({ disclosure }) => rowsOf(disclosure, ORGANIZATION),
    ({ unit }) => ({ unit }),
  ),
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
    columns: { measure: 'text', year: 'integer', stage: 'text', fen: 'bigint', source: 'text' },
    rows: ({ measures }) => measures.map((value) => ({ ...value })),
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
    columns: {
      kind: 'text',
      title: 'text',
      body: 'text',
      folded: 'text',
      place: 'json',
      tsv: 'tsvector',
    },
    rows: ({ search }) =>
      search.map(({ kind, title, body, place }) => {
        const folded = foldedEntry(title, body);
        return { kind, title, body, folded, place: json(place), tsv: vectorOf(kind, folded) };
      }),
  },
];
