/** The rows of a statement as a list of codes: parents, repetitions, order, and sums left blank. */

import { formName } from '../../equations/names.ts';
import type { GridRow, TableGrid } from '../../equations/table-grid.ts';
import type { Evidence, Finding } from '../../finding.ts';
import { formById } from '../../forms/index.ts';
import { kindOf } from '../../kinds/index.ts';
import { lineKey } from '../../text/numbering.ts';
import { CLASSIFICATION, DISCLOSURE } from '../basis.ts';
import type { ReadRule, Rule } from '../rule.ts';
import { EVERYWHERE } from '../scope.ts';

const GROUP = '表的结构';

export const MISSING_PARENT: ReadRule = {
  phase: 'read',
  id: 'missing-parent-code',
  title: '项、款所属的款、类须在表中',
  group: GROUP,
  scope: EVERYWHERE,
  basis: [{ document: CLASSIFICATION, says: '类、款、项逐级列示' }],
  severity: 'warning',
  sure: '较可靠',
  check: '表中列有类级（款级）科目时，每个下级科目的类（款）都应列出。',
  run: (document) => inTables(missingParents)(document),
};

export const DUPLICATE_CODE: ReadRule = {
  phase: 'read',
  id: 'duplicate-code',
  title: '同一科目在一张表中只列一行',
  group: GROUP,
  scope: EVERYWHERE,
  basis: [{ document: DISCLOSURE, article: '所附表样' }],
  severity: 'warning',
  sure: '较可靠',
  check: '科目编码重复；整表按单位或项目分段列示、编码成批重复的不报告。',
  run: (document) => inTables(duplicates)(document),
};

export const CLASS_ORDER: ReadRule = {
  phase: 'read',
  id: 'class-order',
  title: '支出的类按科目编码顺序列示',
  group: GROUP,
  scope: EVERYWHERE,
  basis: [{ document: CLASSIFICATION, says: '科目的排列顺序' }],
  severity: 'notice',
  sure: '供参考',
  check: '类级科目（收支总表中为各类支出的行）的编码应由小到大。',
  run: (document) => inTables(classOrder)(document),
};

export const BLANK_TOTAL: ReadRule = {
  phase: 'read',
  id: 'blank-total',
  title: '表中有数时合计行不得空白',
  group: GROUP,
  scope: EVERYWHERE,
  basis: [{ document: DISCLOSURE, article: '所附表样' }],
  severity: 'warning',
  sure: '较可靠',
  check: '合计行（本年合计、总计行）全部空白，而各类有数。',
  run: (document) => inTables(blankTotals)(document),
};

export const STRUCTURE_RULES: readonly ReadRule[] = [MISSING_PARENT, DUPLICATE_CODE, CLASS_ORDER, BLANK_TOTAL];

/** A rule's check of every table that has rows. */
const inTables =
  (look: (grid: TableGrid, report: Report) => void): ReadRule['run'] =>
  ({ grids }) => {
    const findings: Finding[] = [];
    for (const grid of grids.tables.values()) {
      if (grid.rows.length === 0) continue;
      look(grid, (rule, message, rows) =>
        findings.push({
          rule: rule.id,
          severity: rule.severity,
          agency: grids.disclosure.agency.name,
          form: grid.form,
          message: `${formName(grid.form)}：${message}`,
          evidence: rows.map((row) => rowEvidence(grid, row)),
        }),
      );
    }
    return findings;
  };

type Report = (rule: Rule, message: string, rows: readonly GridRow[]) => void;

const LEVELS: readonly (readonly [length: number, group: string, name: string])[] = [
  [3, 'class', '类'],
  [5, 'section', '款'],
];

function missingParents(grid: TableGrid, report: Report): void {
  if (grid.name !== grid.form) return;
  const codes = new Set(grid.rows.map((row) => row.key));
  for (const [length, group, name] of LEVELS) {
    if (!grid.groups.has(group)) continue;
    const orphans = new Map<string, GridRow[]>();
    for (const row of grid.rows) {
      if (!isCode(row.key) || row.key.length <= length || isLocal(grid, row)) continue;
      const parent = row.key.slice(0, length);
      if (!codes.has(parent)) orphans.set(parent, [...(orphans.get(parent) ?? []), row]);
    }
    for (const [parent, rows] of orphans) {
      report(MISSING_PARENT, `列有 ${rows.map(named).slice(0, 3).join('、')}，缺少其${name}级科目 ${parent}`, rows);
    }
  }
}

/** Below the sections of the economic classification a place has codes of its own, and may print those alone. */
const isLocal = (grid: TableGrid, row: GridRow): boolean =>
  row.key.length === 7 && formById(grid.form).rows === 'economic';

function duplicates(grid: TableGrid, report: Report): void {
  if (grid.name !== grid.form || kindOf(grid.form)) return;
  const byCode = new Map<string, GridRow[]>();
  for (const row of grid.rows) if (isCode(row.key)) byCode.set(row.key, [...(byCode.get(row.key) ?? []), row]);
  const repeated = [...byCode.values()].filter((rows) => rows.length > 1);
  if (repeated.length === 0 || repeated.length > 2) return;
  for (const rows of repeated) report(DUPLICATE_CODE, `科目 ${named(rows[0]!)} 列了 ${rows.length} 行`, rows);
}

/** 国有资本经营预算支出 is no class of the general public budget: balances list it where their place is used to. */
const OF_ITS_OWN = '223';
/** From 转移性支出 on come what budgets of departments do not spend, in whatever order a place lists them. */
const TRANSFERS = '230';

/** Final accounts print the economic classes side by side, so only functional ones have an order down the page. */
function classOrder(grid: TableGrid, report: Report): void {
  if (formById(grid.form).rows === 'economic') return;
  const classes = (grid.groups.get('class') ?? [])
    .map((r) => grid.rows[r]!)
    .filter((row) => isCode(row.key) && row.key !== OF_ITS_OWN && row.key < TRANSFERS);
  if (new Set(classes.map((row) => row.key)).size !== classes.length) return;
  const at = classes.findIndex((row, i) => i > 0 && row.key < classes[i - 1]!.key);
  if (at < 0) return;
  const [before, row] = [classes[at - 1]!, classes[at]!];
  report(CLASS_ORDER, `${named(row)} 列在 ${named(before)} 之后，与科目顺序不符`, [before, row]);
}

function blankTotals(grid: TableGrid, report: Report): void {
  const filled = grid.cells.some((cell) => cell !== undefined && cell.fen !== 0);
  if (!filled || kindOf(grid.form)) return;
  const totals = grid.rows.filter((row) => row.heading && (row.key === 'total' || /合计|总计/.test(row.label)));
  for (const row of totals) {
    report(BLANK_TOTAL, `${row.key === 'total' ? '合计' : lineKey(row.label)}行空白，而表中各行有数`, [row]);
  }
}

function isCode(key: string): boolean {
  return /^\d{3,7}$/.test(key);
}

function named(row: GridRow): string {
  const name = lineKey(row.label);
  return name.startsWith(row.key) ? name : `${row.key} ${name}`;
}

function rowEvidence(grid: TableGrid, row: GridRow): Evidence {
  return { form: grid.form, row: row.source, text: row.label, origin: row.origin };
}
