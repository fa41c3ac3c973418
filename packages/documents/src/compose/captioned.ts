/** A table with the lines above and below it: title, agency, period, unit, notes. */
import type {
  Disclosure,
  FormId,
  PerformanceTarget,
  Statement,
  TableFormId,
  TableInfo,
} from '@mingsuan/core/disclosure';
import { formById } from '@mingsuan/core/forms/index';
import type { Template } from '@mingsuan/core/templates/index';
import type { Block, Paragraph, Table } from '../layout.ts';
import { paragraph } from './paragraphs.ts';
import { performanceTable } from './performance.ts';
import type { RecordOptions } from './record-columns.ts';
import { assetTable, dutyTable, organizationTable, procurementTable } from './records.ts';
import type { Words } from './wording.ts';

export interface TableScene {
  readonly disclosure: Disclosure;
  readonly template: Template | undefined;
  readonly words: Words;
  readonly nameOf: (name: string) => string;
  readonly caption: (title: string, listed: boolean) => Paragraph;
}

/** A statement's table with title, agency, unit and notes around it. */
export function captionedStatement(statement: Statement, table: Table, scene: TableScene): Block[] {
  const { words } = scene;
  return [
    scene.caption(statement.title || titleOf(statement.form, scene), true),
    ...line(words.agency, 'agency'),
    ...line(words.period, 'period'),
    ...line(words.unit(statement.unit), 'unit'),
    table,
    ...notes(statement.note),
  ];
}

/** The tables of one form that is no statement, each with its caption. */
export function recordTables(form: TableFormId, scene: TableScene): Block[][] {
  const { disclosure } = scene;
  if (form === 'performance') return disclosure.performance.map((target) => performanceBlocks(target, scene));
  const infos = disclosure.tables.filter((info) => info.form === form);
  if (infos.length === 0 && rowsOf(form, disclosure) === 0) return [];
  const printed = infos.length > 0 ? infos : [{ form, title: titleOf(form, scene), origin: {} } as TableInfo];
  // Which of several tables of one form a row stood in is not known: the first one holds them all.
  return printed.map((info, i) => recordBlocks(info, i === 0, scene));
}

const UNIT_LINES: readonly TableFormId[] = ['procurement', 'assets', 'duty-performance'];

function recordBlocks(info: TableInfo, filled: boolean, scene: TableScene): Block[] {
  const { words } = scene;
  const withUnit = UNIT_LINES.includes(info.form);
  return [
    scene.caption(info.title, false),
    ...line(withUnit ? words.agency : undefined, 'agency'),
    ...line(info.asOf && `截止时间：${info.asOf}`, 'period'),
    ...line(withUnit && info.unit ? words.unit(info.unit) : undefined, 'unit'),
    recordTable(info, filled, scene),
    ...notes(info.note),
  ];
}

function recordTable(info: TableInfo, filled: boolean, scene: TableScene): Table {
  const { disclosure } = scene;
  const name = scene.nameOf(formById(info.form).name);
  const options = optionsOf(scene, info);
  const rows = <T>(all: readonly T[]) => (filled ? all : []);
  switch (info.form) {
    case 'organization':
      return organizationTable(rows(disclosure.organization), name, options);
    case 'procurement':
      return procurementTable(rows(disclosure.procurement), name, options);
    case 'assets':
      return assetTable(rows(disclosure.assets), name, options);
    default:
      return dutyTable(rows(disclosure.dutyPerformance), name, options);
  }
}

function performanceBlocks(target: PerformanceTarget, scene: TableScene): Block[] {
  const name = scene.nameOf(`绩效 ${target.project ?? target.title}`);
  return [scene.caption(target.title, false), performanceTable(target, name, optionsOf(scene))];
}

function optionsOf({ template, disclosure }: TableScene, info?: TableInfo): RecordOptions {
  return { template, year: disclosure.year, unit: info?.unit ?? '万元' };
}

function rowsOf(form: TableFormId, disclosure: Disclosure): number {
  const { organization, procurement, assets, dutyPerformance, performance } = disclosure;
  const rows = { organization, procurement, assets, 'duty-performance': dutyPerformance, performance };
  return rows[form].length;
}

function titleOf(form: FormId, { template, disclosure }: TableScene): string {
  const title = template?.forms.find((candidate) => candidate.form === form)?.title ?? formById(form).name;
  return title
    .replace('{level}', template?.levelWords[disclosure.agency.level] ?? '')
    .replace('{year}', disclosure.year?.toString() ?? '');
}

function line(text: string | undefined, is: 'agency' | 'period' | 'unit'): Paragraph[] {
  return text ? [paragraph(text, { is })] : [];
}

function notes(note: string | undefined): Paragraph[] {
  return (note ?? '').split('\n').flatMap((text) => (text === '' ? [] : [paragraph(text, { is: 'note' })]));
}
