/** Layout → Disclosures: the meaning of a document, with what was not understood in `problems`. */
import { findRegion, regionChain } from '@mingsuan/core/classification/index';
import type { Disclosure, Problem, Row, Statement } from '@mingsuan/core/disclosure';
import { bundled, type Jurisdictions } from '@mingsuan/core/jurisdictions/index';
import { kindOf } from '@mingsuan/core/kinds/index';
import type { Coverage } from '@mingsuan/core/model/coverage';
import { inOrder, listedTables } from '@mingsuan/core/model/tables';
import type { MoneyUnit } from '@mingsuan/core/money';
import { matchTemplate, printedForms } from '@mingsuan/core/templates/index';
import { squeeze } from '@mingsuan/core/text/fold';
import type { Layout, Paragraph, TableCell } from '../layout.ts';
import type { StatementContext } from './amounts.ts';
import { inOneLanguage } from './bilingual.ts';
import { namedByStructure } from './by-structure.ts';
import { splitContents } from './contents.ts';
import { withoutCover } from './cover.ts';
import { documentCoverage, placeKey, placesInWords, placesRead } from './coverage.ts';
import { doubtful, isBlankForm, isOfBudget } from './doubts.ts';
import { isHeading, readExplanation } from './explanation.ts';
import { withoutFurniture } from './furniture.ts';
import { genericTable, leftOver } from './generic.ts';
import { identify } from './identity.ts';
import { type LogicalTable, logicalTables } from './logical-tables.ts';
import { withoutPageBreaks } from './page-breaks.ts';
import { leadsThroughSite, tellsPublication } from './page-lines.ts';
import { readRecords } from './records.ts';
import { isAmount } from './shape/cells.ts';
import { type Share, splitDisclosures } from './split.ts';
import { readStatement } from './statement.ts';
import { type Beside, linesThatTell } from './told.ts';
import { printedUnit, unitBeside, unitBySize, unitByWords, unitSaid } from './unit.ts';
import { withWideTables } from './wide-tables.ts';
import { ofYear } from './years.ts';

export interface Recognition {
  readonly disclosures: Disclosure[];
  readonly problems: Problem[];
  readonly coverage: Coverage;
}

/**
 * What a layout means: its disclosures, a problem for whatever was not understood, and how much of it was read. `jurisdictions`:
 * those whose templates may be told; the bundled ones where none are given.
 * `source`: the file's name, which tells whose document it is where nothing in it does.
 */
export function recognize(printed: Layout, jurisdictions: Jurisdictions = bundled(), source?: string): Recognition {
  const { layout: pages, running } = withoutFurniture(inOneLanguage(printed));
  const layout = withoutPageBreaks(withWideTables(pages));
  const beside = {
    running: [...running, ...(printed.title === undefined ? [] : [printed.title])],
    ...(source === undefined ? {} : { source }),
  };
  const problems: Problem[] = [...layout.problems];
  if (pages.pages.every((page) => page.name === undefined)) problems.push(...blankPages(pages));
  const stream = logicalTables(layout, printedForms(jurisdictions), problems);
  const said = unitSaid(layout);
  const disclosures: Disclosure[] = [];
  const owners = new Map<Share['items'][number], number>();
  const shares = splitDisclosures(stream, problems);
  const front = shares.length > 1 ? frontOf(shares[0]!) : [];
  for (const share of shares) {
    const disclosure = readDisclosure(share, { ...beside, front }, problems, jurisdictions, said);
    if (!disclosure) continue;
    for (const item of share.items) owners.set(item, disclosures.length);
    disclosures.push(disclosure);
  }
  const told =
    disclosures.length > 0
      ? problems
      : [...whyNone(problems), ...problems.filter(({ code }) => code !== 'rows-not-read')];
  const tables = stream.filter((item) => item.kind === 'logical-table');
  const ownerOf = (table: LogicalTable) => (disclosures.length > 1 ? owners.get(table) : undefined);
  const coverage = documentCoverage(pages, tables, disclosures, told, jurisdictions, ownerOf);
  return { disclosures, problems: told, coverage };
}

/** The lines at the front of a file with several documents. */
const frontOf = ({ items }: Share) =>
  linesThatTell(
    items.filter((item) => item.kind === 'logical-table'),
    items.filter((item) => item.kind === 'paragraph'),
    [],
    { running: [] },
  ).filter(({ witness }) => witness === 'cover');

/** Of a file that is none, no line is told to be a budget's that was not read. */
const NO_DISCLOSURE: Problem = {
  code: 'no-disclosure',
  message: '本程序没有认出预决算公开的报表或说明；请确认文件是部门（单位）预算或决算公开文本。',
};

const ofGovernment = (title: string): Problem => ({
  code: 'of-government',
  message: `“${title.slice(0, 40)}”是一级政府的预决算，不是部门（单位）的；本程序只读部门（单位）的预决算，其中的表和数字没有读、没有核对。`,
});

const whyNone = (problems: readonly Problem[]): readonly Problem[] =>
  problems.some(({ code }) => code === 'of-government') ? [] : [NO_DISCLOSURE];

/** Above a document a site prints what it says of the page. */
const ABOVE = 20;
const withoutPublication = (text: readonly Paragraph[]): readonly Paragraph[] =>
  text.filter(({ text: line }, i) => i >= ABOVE || !(leadsThroughSite(line) || tellsPublication(line)));

/** Pages without any content between pages that have some. */
function blankPages({ pages }: Layout): Problem[] {
  const filled = pages.map((page) => page.blocks.length > 0);
  return pages.flatMap(({ number }, i) =>
    !filled[i] && filled.indexOf(true) < i && filled.lastIndexOf(true) > i
      ? [{ code: 'blank-page', message: `第 ${number} 页没有文字和表格；请核对是否多余。`, origin: { page: number } }]
      : [],
  );
}

function readDisclosure(
  share: Share,
  beside: Beside,
  problems: Problem[],
  jurisdictions: Jurisdictions,
  saidAnywhere: MoneyUnit | undefined,
): Disclosure | undefined {
  const printed = share.items.filter((item): item is LogicalTable => item.kind === 'logical-table');
  const named = namedByStructure(printed);
  problems.push(...named.flatMap((table, i) => (table === printed[i] ? [] : [namedSo(table)])));
  const { contents, rest } = splitContents(
    share.items.filter((item): item is Paragraph => item.kind === 'paragraph'),
    named.map((table) => table.title),
  );
  const identity = identify(named, rest, contents, beside);
  const { agency, year, stage, told, lines } = identity;
  if (identity.government !== undefined) {
    problems.push(ofGovernment(identity.government));
    return undefined;
  }
  const tables = year ? named.map((table) => ofYear(table, year)) : named;
  const known = tables.filter((table) => table.form);
  if (known.length === 0 && !isOfBudget(identity, rest)) {
    for (const table of tables) reportUnknown(table, problems);
    return undefined;
  }
  problems.push(...doubtful(identity));
  if (known.length > 0 && isBlankForm(identity, tables, rest))
    problems.push({ code: 'blank-form', message: '各表没有一个金额，也没有单位名称，像是没有填写的空白表样。' });
  // What stands above one table is that table's own.
  const said = tables.some(({ caption }) => caption.unit) ? undefined : saidAnywhere;
  const nameless = said ? [] : known.filter((table) => table.form!.id !== 'performance' && !printedUnit(table, tables));
  const byWords = nameless.length > 0 ? unitByWords(tables, rest) : undefined;
  const assumed = byWords ?? (nameless.length > 0 ? unitBySize(known) : undefined);
  if (nameless.some(hasAmounts))
    problems.push(unprintedUnit(nameless.find(hasAmounts)!, assumed, byWords ? '说明里相同的数' : '金额的大小'));
  const unitNear = (table: LogicalTable, others: MoneyUnit | undefined): MoneyUnit =>
    others || assumed ? unitBeside(table, tables, rest, (others ?? assumed)!, others ? 'printed' : 'assumed') : '万元';
  const units = new Map(
    tables.map((table) => {
      const printed = printedUnit(table, tables);
      const isOwn = printed === (table.caption.unit ?? table.headerUnit);
      return [table, printed && isOwn ? printed : unitNear(table, printed ?? said)];
    }),
  );
  const unitOf = (table: LogicalTable): MoneyUnit => units.get(table)!;
  for (const table of known) {
    const others = printedUnit(table, tables) ?? said ?? assumed;
    if (others && unitOf(table) !== others) problems.push(strangeUnit(table, unitOf(table), others));
  }
  const contextOf = (table: LogicalTable): StatementContext => ({
    unit: unitOf(table),
    ...(nameless.includes(table) && !assumed ? { isUnitUnknown: true } : {}),
    ...(year ? { year } : {}),
    problems,
  });
  const statements = known
    .filter((table) => table.form!.rows !== 'records')
    .flatMap((table) => readStatement(table, contextOf(table)) ?? []);
  for (const table of tables) if (!table.form) reportUnknown(table, problems);
  problems.push(...otherAgencies(known, agency.name));
  const region = findRegion(agency.name) ?? regionOf(agency.name, lines);
  const records = inOrder(
    known.flatMap((table) => {
      const kind = kindOf(table.form!.id);
      return kind ? readRecords(kind, table, contextOf(table)) : [];
    }),
  );
  const template = matchTemplate(
    {
      stage,
      statements,
      tables: listedTables({ tables: records }),
      ...(year ? { year } : {}),
      ...(region ? { region: region.code } : {}),
    },
    jurisdictions,
  );
  if (template === 'unknown' && known.length > 0)
    problems.push({
      code: 'unknown-template',
      message: `本程序没有与“${agency.name || '该文件'}”相符的模板，已按表名和表头尽量读入；请核对读入的结果。`,
    });
  const places = new Set([...placesRead([statements, records]), ...placesInWords(known, records)]);
  const isLost = (cell: TableCell) => !places.has(placeKey(cell.text, cell.origin));
  const generic = tables.flatMap((table) => {
    const unit = unitOf(table);
    if (!table.form) return genericTable(table, unit) ?? [];
    return leftOver(table, unit, isLost) ?? [];
  });
  return {
    agency,
    ...(region ? { region: { code: region.code, name: region.name } } : {}),
    ...(year ? { year } : {}),
    stage,
    identity: told,
    template,
    statements: statements.map((statement) => {
      const table = known.find(({ origin, form }) => origin === statement.origin && form!.id === statement.form);
      return table ? withUnread(statement, table, isLost) : statement;
    }),
    tables: records,
    contents,
    explanation: readExplanation(
      withoutCover(withoutPublication(rest), { agency, region, ...(year ? { year } : {}) }, isHeading),
      contents,
    ),
    ...(generic.length > 0 ? { generic } : {}),
  };
}

/**
 * A statement with what it lacks of its table: columns with figures that have no meaning in its form, told of the rows that have
 * such figures too, and rows that have no key.
 */
function withUnread(statement: Statement, table: LogicalTable, isLost: (cell: TableCell) => boolean): Statement {
  if (table.form!.rows === 'lines') return statement;
  const columns = new Set<string>();
  const besides = new Map<Row, string[]>();
  const rowAt = new Map(
    statement.rows.flatMap((row) =>
      Object.values(row.cells).map((cell) => [placeKey(cell.text, cell.origin), row] as const),
    ),
  );
  let lostRows = table.rowsElsewhere ?? 0;
  for (const { rows, roles, header } of table.pieces)
    for (const row of rows) {
      const lost = row.map((cell) => isAmount(cell) && !/^[0.]+$/.test(cell.text.trim()) && isLost(cell));
      if (lost.some((is, i) => is && roles[i]?.kind === 'value')) lostRows += 1;
      const paths = row.flatMap((_, i) => {
        const path = header.paths[i] ?? [];
        return lost[i] && (roles[i]?.kind === 'unknown' || path.length === 0) ? [path.join('/')] : [];
      });
      if (paths.length === 0) continue;
      for (const path of paths) columns.add(path);
      const of = row.map((cell) => rowAt.get(placeKey(cell.text, cell.origin))).find((found) => found !== undefined);
      if (of) besides.set(of, paths);
    }
  if (columns.size + lostRows === 0) return statement;
  return {
    ...statement,
    rows: statement.rows.map((row) => {
      const own = besides.get(row);
      return own ? { ...row, unread: [...(row.unread ?? []), ...own] } : row;
    }),
    unread: { columns: [...columns], rows: lostRows },
  };
}

/**
 * The region that the lines which name the document agree on, where the agency's name tells none or one that several cities have:
 * the deepest that lies within all the others.
 */
function regionOf(agency: string, lines: readonly string[]) {
  const found = lines.flatMap((line) => findRegion(line.replace(/^\d{4}年度?/, '')) ?? []);
  const chainOf = (code: string) => regionChain(code).map((region) => region.code);
  const deepest = found.find(({ code }) => found.every((other) => chainOf(code).includes(other.code)));
  return deepest && (findRegion(agency, deepest.code) ?? deepest);
}

/** Statements whose own line names another agency than most do. */
function otherAgencies(tables: readonly LogicalTable[], name: string): Problem[] {
  const nameKey = (text: string) => squeeze(text).replace(/\(.*\)$/, '');
  return tables.flatMap(({ caption, form, title, origin }) => {
    const own = caption.agencyName;
    if (!own || name === '' || form!.rows === 'records') return [];
    if (nameKey(own).includes(nameKey(name)) || nameKey(name).includes(nameKey(own))) return [];
    const message = `“${title}”的编制单位是“${own}”，与其他各表的“${name}”不同；请核对。`;
    return [{ code: 'other-agency', message, origin }];
  });
}

/** Tables that some provinces publish beside the statutory ones. */
const BESIDE_STATUTORY =
  /项目支出|购买服务|经济分类|(?<!收入)支出.*经济科目|机关运行经费|转移支付|基金.*三公|重点项目|绩效|债务|采购|行政事业性收费|车辆|人员情况|统计数|中小企业|项目(?:清单|库|明细)/;

function reportUnknown(table: LogicalTable, problems: Problem[]): void {
  const size = table.pieces.reduce((sum, piece) => sum + piece.rows.length, 0);
  if (BESIDE_STATUTORY.test(table.title)) {
    problems.push({
      code: 'other-table',
      message: `“${table.title}”（${size} 行）不在核对的报表之列，按原样保留，没有核对。`,
      origin: table.origin,
    });
    return;
  }
  problems.push({
    code: 'table-not-recognised',
    message: `本程序没有认出“${table.title || '无标题的表'}”（${size} 行）是哪张表，按原样保留，没有核对；这张表请人工核对。`,
    origin: table.origin,
  });
}

const hasAmounts = ({ pieces }: LogicalTable): boolean =>
  pieces.some(({ rows }) => rows.some((row) => row.some(isAmount)));

/** A table that no title names is read as what its cells are. */
function namedSo({ form, title, origin }: LogicalTable): Problem {
  if (form!.id.startsWith('by-')) {
    const message = `“${title || '无标题的表'}”不是法定报表，按科目和各栏读出，只核对表内各级科目的合计。`;
    return { code: 'other-table', message, origin };
  }
  const message = `${title ? `“${title}”` : '这张表'}的表名没有说明是哪张表，按表中的科目、栏目和合计认作“${form!.name}”；请核对。`;
  return { code: 'named-by-structure', message, origin };
}

/** A table without a unit whose figures are not in that of the others. */
function strangeUnit({ title, origin }: LogicalTable, unit: MoneyUnit, others: MoneyUnit): Problem {
  const message = `“${title}”没有写金额单位，其他表是${others}，按与其他表、说明相同的数推定为${unit}；请核对。`;
  return { code: 'unit-assumed', message, origin };
}

/** No table of the document prints its unit. */
function unprintedUnit({ origin }: LogicalTable, assumed: MoneyUnit | undefined, by: string): Problem {
  return assumed
    ? { code: 'unit-assumed', message: `各表没有写金额单位，按${by}推定为${assumed}；请核对。`, origin }
    : {
        code: 'unit-unknown',
        message: '各表没有写金额单位，说明里没有可以比照的数，金额的大小也看不出，金额没有读；请补上单位。',
        origin,
      };
}
