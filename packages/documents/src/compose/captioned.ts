/** A table with the lines above and below it: title, agency, period, unit, notes. */

import type { Disclosure, FormId, RecordTable, Statement } from '@mingsuan/core/disclosure';
import { formById } from '@mingsuan/core/forms/index';
import type { RecordRow, TableFormId, TableKind } from '@mingsuan/core/kinds/index';
import { tablesOf } from '@mingsuan/core/model/tables';
import { formsOf, type Template } from '@mingsuan/core/templates/index';
import { numeral } from '@mingsuan/core/text/numerals';
import type { Block, Paragraph, Table } from '../layout.ts';
import { paragraph } from './paragraphs.ts';
import { recordTable } from './records.ts';
import type { Words } from './wording.ts';

export interface TableScene {
  readonly disclosure: Disclosure;
  readonly template: Template | undefined;
  readonly words: Words;
  readonly nameOf: (name: string) => string;
  readonly caption: (title: string, listed: boolean) => Paragraph;
  /** Its tables are forms for people to fill in. */
  readonly toFill?: boolean;
}

/** A statement's table with title, agency, unit and notes around it. */
export function captionedStatement(statement: Statement, table: Table, scene: TableScene): Block[] {
  const { words } = scene;
  return [
    ...line(numberOf(statement.form, scene), 'number'),
    scene.caption(statement.title || titleOf(statement.form, scene), true),
    ...line(words.agency, 'agency'),
    ...line(words.period, 'period'),
    ...line(words.unit(statement.unit), 'unit'),
    table,
    ...notes(statement.note),
  ];
}

/** The tables of a kind, each with its caption. */
export function recordTables(kind: Kind, scene: TableScene): Block[][] {
  return tablesOf(scene.disclosure, kind).map((table) => captionedRecords(kind, table, scene));
}

type Kind = TableKind<RecordRow, TableFormId>;

/** A table of a kind with its caption and the lines around it. */
export function captionedRecords(kind: Kind, table: RecordTable, scene: TableScene): Block[] {
  const { words, template, disclosure } = scene;
  const { title, unit = '万元', asOf, note } = table;
  const name = scene.nameOf(kind.isSheet ? `${kind.short ?? kind.name} ${sheetName(kind, table)}` : kind.name);
  return [
    scene.caption(title || titleOf(kind.id, scene), false),
    ...line(kind.hasUnit ? words.agency : undefined, 'agency'),
    ...line(asOf && `截止时间：${asOf}`, 'period'),
    ...line(table.unit ? words.unit(table.unit) : undefined, 'unit'),
    recordTable(kind, table, name, { template, year: disclosure.year, unit, toFill: scene.toFill === true }),
    ...notes(note),
  ];
}

const sheetName = ({ identity }: Kind, { rows: [row], title }: RecordTable): string =>
  (row && identity?.(row)) ?? title;

/** 公开01表: the place of a form among those of its template. */
function numberOf(form: FormId, { template, disclosure }: TableScene): string | undefined {
  const forms = template ? formsOf(template, disclosure.agency.level) : [];
  const n = forms.findIndex((candidate) => candidate.form === form) + 1;
  const pattern = template?.wording.number;
  return n === 0
    ? undefined
    : pattern?.replace('{nn}', String(n).padStart(2, '0')).replace('{n}', String(n)).replace('{一}', numeral(n));
}

function titleOf(form: FormId, { template, disclosure }: TableScene): string {
  const title = template?.forms.find((candidate) => candidate.form === form)?.title ?? formById(form).name;
  return title
    .replace('{level}', template?.levelWords[disclosure.agency.level] ?? '')
    .replace('{year}', disclosure.year?.toString() ?? '');
}

function line(text: string | undefined, is: 'number' | 'agency' | 'period' | 'unit'): Paragraph[] {
  return text ? [paragraph(text, { is })] : [];
}

function notes(note: string | undefined): Paragraph[] {
  return (note ?? '').split('\n').flatMap((text) => (text === '' ? [] : [paragraph(text, { is: 'note' })]));
}
