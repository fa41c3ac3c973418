/**
 * One grid of an agency's operation (机构运行信息表): “三公”经费, 机关运行经费, assets and purchases one below the other as numbered sections,
 * often in two panels, with counts (团组数（个）) among the amounts. It is cut into a table for each, so that each is read as what it is.
 */
import { formOfTitle } from '@mingsuan/core/forms/index';
import { squeeze } from '@mingsuan/core/text/fold';
import { lineKey, numberingDepth, withoutNumbering } from '@mingsuan/core/text/numbering';
import { conceptOfLine } from '@mingsuan/core/vocabulary/index';
import type { Block, Table, TableCell } from '../layout.ts';
import { COUNTED } from './shape/cells.ts';

/** What the sections may be of. */
const SECTIONS: ReadonlySet<string> = new Set(['three-publics', 'operating', 'assets', 'procurement']);
const FEWEST_COUNTS = 2;

type Row = readonly TableCell[];

interface Section {
  /** Empty where it goes on from the section before, on another page or in another panel. */
  title: string;
  readonly header: Row;
  readonly rows: Row[];
}

/**
 * The tables that a grid of several sections is; undefined where it has none, and nothing counted among its money. What they are cut
 * from is kept, for its unit is that of all.
 */
export function sectioned(block: Table): Block[] | undefined {
  const cut = cutOf(block);
  return cut?.map((one) => (one.kind === 'table' ? { ...one, cutFrom: block.origin } : one));
}

function cutOf(block: Table): Block[] | undefined {
  const head = block.rows.findIndex((row) => row.some(isLabelHeader));
  if (head < 0 || head > MOST_LEAD) return undefined;
  const all = panelsOf(block.rows, head).flatMap(sectionsOf);
  const forms = new Set(all.flatMap(({ title }) => formOf(title) ?? []));
  const isOfSections =
    forms.size > 1 && all.every(({ title, rows }) => title === '' || formOf(title) || !isFilled(rows));
  const isCounted = forms.size <= 1 && all.some(({ rows }) => rows.filter(isCount).length >= FEWEST_COUNTS);
  if (!isOfSections && !(isCounted && isOfPublics(block))) return undefined;
  const above = block.rows.slice(0, head).flatMap(linesOf);
  if (isOfSections) return [...above, ...all.flatMap(({ title, header, rows }) => parted(title, header, rows))];
  const [money, counts] = [false, true].map((is) => block.rows.filter((row) => isCount(row) === is));
  return [{ ...block, rows: money! }, ...counted(block.rows[head]!, counts!)];
}

/** A caption takes no more rows. */
const MOST_LEAD = 4;

const isLabelHeader = ({ text, covered }: TableCell): boolean => !covered && squeeze(text) === '项目';

/** The header and the rows of each panel, which begins with a column of labels. */
function panelsOf(rows: readonly Row[], head: number): { readonly header: Row; readonly rows: readonly Row[] }[] {
  const starts = rows[head]!.flatMap((cell, i) => (isLabelHeader(cell) ? [i] : []));
  return starts.map((start, p) => {
    const part = (row: Row) => row.slice(start, starts[p + 1]);
    return { header: part(rows[head]!), rows: rows.slice(head + 1).map(part) };
  });
}

function sectionsOf({ header, rows }: { readonly header: Row; readonly rows: readonly Row[] }): Section[] {
  const sections: Section[] = [{ title: '', header, rows: [] }];
  for (const row of rows) {
    const label = row[0]?.text.trim() ?? '';
    if (/^栏次$/.test(squeeze(label)) || row.every(({ text }) => text.trim() === '')) continue;
    const isHeading = numberingDepth(label) === 1 && formOf(titleOf(label)) !== undefined;
    if (isHeading) sections.push({ title: titleOf(label), header, rows: [] });
    // What only heads its section says no more than its title.
    if (!isHeading || row.some(({ text }, c) => c > 0 && /\d/.test(text) && !isLineNumber(header[c])))
      sections.at(-1)!.rows.push(row);
  }
  return sections.filter((section) => section.rows.length > 0);
}

const isLineNumber = (head: TableCell | undefined): boolean => squeeze(head?.text ?? '') === '行次';

const titleOf = (heading: string): string => `${withoutNumbering(heading.trim()).replace(/表$/, '')}表`;

const formOf = (title: string): string | undefined => {
  const id = title === '' ? undefined : formOfTitle(title)?.id;
  return id !== undefined && SECTIONS.has(id) ? id : undefined;
};

const isCount = ([label]: Row): boolean => COUNTED.test(squeeze(label?.text ?? ''));
const isFilled = (rows: readonly Row[]): boolean =>
  rows.some((row) => row.slice(1).some(({ text }) => /\d/.test(text)));
const isOfPublics = ({ rows }: Table): boolean =>
  rows.filter(([label]) => conceptOfLine('three-publics', lineKey(label?.text ?? '')) !== undefined).length > 1;

/** A section as a table under its own title; of money that counts stand among, without them. Vehicles and equipment are all counted. */
function parted(title: string, header: Row, rows: readonly Row[]): Block[] {
  if (formOf(title) === 'assets') return [holdings(title, header, rows)];
  const counts = rows.filter(isCount);
  const awarded = formOf(title) === 'procurement' ? rows.filter(isAwarded) : [];
  const money = rows.filter((row) => !counts.includes(row) && !awarded.includes(row));
  return [
    ...(isFilled(money) || counts.length === 0 ? [tableOf(title, header, money)] : []),
    ...(awarded.length > 0 ? [tableOf('授予中小企业合同金额表', header, awarded)] : []),
    ...counted(header, counts),
  ];
}

/** What small enterprises get of the purchases above is none beside them. */
const isAwarded = ([label]: Row): boolean => /中小企业|小微企业/.test(label?.text ?? '');

/** Vehicles and equipment by their number, which such a grid calls 统计数 like the money beside it. */
function holdings(title: string, header: Row, rows: readonly Row[]): Block {
  const at = header.findLastIndex((_, c) => c > 0 && rows.some((row) => /\d/.test(row[c]!.text)));
  const two = (row: Row): Row => (at > 0 ? [row[0]!, row[at]!] : row);
  const [label, ...others] = two(header);
  return tableOf(title, [label!, ...others.map((cell) => ({ ...cell, text: '数量' }))], rows.map(two).map(asCounts));
}

const counted = (header: Row, counts: readonly Row[]): Block[] =>
  counts.length > 0 ? [tableOf('相关统计数表', header, counts.map(asCounts))] : [];

/** Figures that are no money, whatever the header of their column says. */
const asCounts = (row: Row): Row => row.map((cell) => (/\d/.test(cell.text) ? { ...cell, figure: 'other' } : cell));

function tableOf(title: string, header: Row, rows: readonly Row[]): Table {
  const [first] = rows;
  const { origin } = first![0]!;
  const line =
    title === '' ? [] : [header.map((cell, i): TableCell => ({ ...cell, text: i === 0 ? title : '', origin }))];
  return { kind: 'table', rows: [...line, header, ...rows], origin };
}

/** Lines above the header as text: its title, its unit. */
const linesOf = (row: Row): Block[] =>
  row.flatMap(({ text, covered, origin }) =>
    covered || text.trim() === '' ? [] : [{ kind: 'paragraph', text: text.trim(), origin }],
  );
