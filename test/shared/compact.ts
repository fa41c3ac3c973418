import { createHash } from 'node:crypto';
import type { Cell, Disclosure, DocumentReading } from '@mingsuan/core/disclosure';
import { figuresOf } from '@mingsuan/core/kinds/field';
import { ASSETS, DUTY_PERFORMANCE, KINDS, ORGANIZATION, PERFORMANCE, PROCUREMENT } from '@mingsuan/core/kinds/index';
import { rowName } from '@mingsuan/core/model/address';
import { listedTables, rowsOf } from '@mingsuan/core/model/tables';

/** A reading as compact lines: figures in full (fen), long texts as a short digest, so that no sentence is copied here. */
export function compact(reading: DocumentReading): string {
  return `${[...reading.disclosures.flatMap(disclosureLines), ...reading.problems.map((problem) => `problem ${problem.code}`)].join('\n')}\n`;
}

const fen = (cells: Readonly<Record<string, Cell>>) => Object.entries(cells).map(([id, cell]) => `${id}=${cell.fen}`);
const digest = (...texts: (string | undefined)[]) =>
  createHash('sha1')
    .update(texts.map((text) => text ?? '').join('\u0000'))
    .digest('hex')
    .slice(0, 10);
const line = (...parts: (string | undefined)[]) => parts.filter((part) => part !== undefined && part !== '').join(' ');

/** Kinds whose rows have lines of their own. */
const SHOWN: readonly string[] = [ASSETS, DUTY_PERFORMANCE, ORGANIZATION, PERFORMANCE, PROCUREMENT].map(({ id }) => id);

function disclosureLines(d: Disclosure): string[] {
  return [
    `# ${[d.agency.code, d.agency.name, d.agency.level, d.region?.code, d.year, d.stage, d.template].join(' | ')}`,
    ...d.statements.flatMap((s) => [
      `## ${[s.form, s.title, s.unit, s.note ? 'note' : '', s.columns.map(({ id }) => id).join(',')].join(' | ')}`,
      ...s.rows.map((row) =>
        line(
          row.side,
          rowName(row),
          row.partOf && `<${row.partOf}`,
          (row.code ?? row.unit) && `#${row.code ?? row.unit}`,
          ...fen(row.cells),
        ),
      ),
    ]),
    ...listedTables(d).map((t) => `## ${[t.form, t.title, t.unit, t.asOf, t.note ? 'note' : ''].join(' | ')}`),
    ...rowsOf(d, PROCUREMENT).map((row) =>
      line(
        'procurement',
        row.kind,
        digest(row.project, row.item, row.unit),
        row.code,
        row.projectFunds && `funds=${row.projectFunds.fen}`,
        row.quantity && `quantity=${row.quantity.units}e-${row.quantity.scale}`,
        row.unitPrice && `price=${row.unitPrice.fen}`,
        ...fen(row.cells),
      ),
    ),
    ...rowsOf(d, ASSETS).map((row) =>
      line(
        'asset',
        row.key,
        row.partOf && `<${row.partOf}`,
        row.quantity && `quantity=${row.quantity.units}e-${row.quantity.scale}`,
        row.value && `value=${row.value.fen}`,
      ),
    ),
    ...rowsOf(d, ORGANIZATION).map((row) => line('organization', row.unit, row.nature, row.rank, row.funding)),
    ...rowsOf(d, DUTY_PERFORMANCE).map((row) =>
      line(
        'duty',
        row.amount && `amount=${row.amount.fen}`,
        digest(row.duty, row.content, row.goal, row.indicator, row.excellent, row.good, row.fair, row.poor),
      ),
    ),
    ...rowsOf(d, PERFORMANCE).flatMap((table) => [
      line('performance', table.project, digest(table.goal), String(table.indicators.length)),
      ...table.indicators.map((i) =>
        line('indicator', i.level1, i.level2, digest(i.level3, i.description, i.target, i.basis)),
      ),
    ]),
    ...KINDS.filter((kind) => !SHOWN.includes(kind.id)).flatMap((kind) =>
      rowsOf(d, kind).map((row) => {
        const { key, label } = kind.keyed?.(row) ?? { key: '', label: '' };
        const figures = figuresOf(kind.fields, row).map(
          ([id, figure]) => `${id}=${'fen' in figure ? figure.fen : figure.text}`,
        );
        return line(kind.id, key, label, ...figures);
      }),
    ),
    ...d.explanation.map((section) =>
      line('section', section.number, digest(section.part, section.title, section.text), String(section.text.length)),
    ),
  ];
}
