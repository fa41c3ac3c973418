/** CSV for spreadsheets. Column names and ids are those of the JSON. */

import { BOM, type CsvValue, csvLine } from '@mingsuan/core/csv';
import type { Cell, Disclosure, DocumentReading, FormId, Origin, Quantity } from '@mingsuan/core/disclosure';
import type { Evidence } from '@mingsuan/core/finding';
import { figuresOf as recordFigures } from '@mingsuan/core/kinds/field';
import { KINDS } from '@mingsuan/core/kinds/index';
import { rowName } from '@mingsuan/core/model/address';
import { rowsOf, tableOf } from '@mingsuan/core/model/tables';
import { messagesIn } from '../messages/messages.ts';
import { boxOrLine, type CheckFormatter, type ReadFormatter } from './formatter.ts';

export const READ_COLUMNS = [
  ...['source', 'agency_code', 'agency', 'level', 'year', 'stage', 'template', 'form', 'side', 'row', 'label'],
  ...['column', 'fen', 'text', 'unit', 'page', 'place'],
] as const;

export const CHECK_COLUMNS = [
  ...['source', 'agency', 'form', 'severity', 'rule', 'message', 'expected_fen', 'actual_fen', 'difference_fen'],
  ...['evidence', 'page', 'place', 'suggestion', 'id', 'consequences'],
] as const;

export const csvOfReadings: ReadFormatter = {
  open: BOM + csvLine(READ_COLUMNS),
  separator: '',
  document: (reading) => cellsOf(reading).map(csvLine).join(''),
  unreadable: () => '',
  close: () => '',
};

export const csvOfChecks: CheckFormatter = {
  open: BOM + csvLine(CHECK_COLUMNS),
  separator: '',
  document: ({ source, findings }) =>
    findings
      .map((finding) => {
        const origin = finding.evidence[0]?.origin ?? {};
        return csvLine([
          ...[source, finding.agency, finding.form, finding.severity, finding.rule, finding.message],
          ...[finding.expected, finding.actual, finding.difference],
          ...[finding.evidence.map(evidenceText).join('；'), origin.page, boxOrLine(origin), finding.suggestion],
          ...[finding.id, finding.consequences?.join('；')],
        ]);
      })
      .join(''),
  unreadable: () => '',
  close: () => '',
};

function evidenceText({ text, origin }: Evidence): string {
  const words = messagesIn('zh');
  return `${words.place(origin)} ${text || words.blank}`.trim();
}

/** Every figure of a document, one line each. */
function cellsOf({ source, disclosures }: DocumentReading): CsvValue[][] {
  return disclosures.flatMap((disclosure) => {
    const { agency, year, stage, template } = disclosure;
    const head = [source, agency.code, agency.name, agency.level, year, stage, template];
    return figuresOf(disclosure).map(({ form, side, row, label, column, fen, text, unit, origin }) => [
      ...head,
      ...[form, side, row, label, column, fen, text, unit, origin.page, boxOrLine(origin)],
    ]);
  });
}

interface Figure {
  readonly form: FormId;
  readonly side?: string | undefined;
  readonly row: string;
  readonly label: string;
  readonly column: string;
  /** Absent where the figure is a count and no amount. */
  readonly fen?: number;
  readonly text: string;
  readonly unit?: string | undefined;
  readonly origin: Origin;
}

function figuresOf(disclosure: Disclosure): Figure[] {
  const statements = disclosure.statements.flatMap(({ form, unit, rows }) =>
    rows.flatMap((row) => {
      const base = { form, side: row.side, row: rowName(row), label: row.label, unit };
      return Object.entries(row.cells).map(([column, figure]) => figureOf(base, column, figure));
    }),
  );
  const records = KINDS.flatMap((kind) => {
    const unit = tableOf(disclosure, kind)?.unit;
    return rowsOf(disclosure, kind).flatMap((row) => {
      const { key, label } = kind.keyed?.(row) ?? { key: '', label: kind.identity?.(row) ?? '' };
      const base = { form: kind.id, row: key, label, unit };
      return recordFigures(kind.fields, row).map(([column, figure]) => figureOf(base, column, figure));
    });
  });
  return [...statements, ...records];
}

function figureOf(
  base: Pick<Figure, 'form' | 'side' | 'row' | 'label' | 'unit'>,
  column: string,
  figure: Cell | Quantity,
): Figure {
  const { text, origin } = figure;
  if ('fen' in figure) return { ...base, column, fen: figure.fen, text, origin };
  return { ...base, column, text, origin, unit: undefined };
}
