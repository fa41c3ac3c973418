/** Code ↔ name ↔ year, through the classification lists. One name printed in several tables is one finding. */

import { isTypo, type ListId, type NameCheck } from '../../classification/index.ts';
import type { DisclosureGrids } from '../../equations/disclosure-grids.ts';
import type { GridRow, TableGrid } from '../../equations/table-grid.ts';
import type { Evidence, Finding, Severity } from '../../finding.ts';
import { formById } from '../../forms/index.ts';
import { kindOf } from '../../kinds/index.ts';
import { lineKey } from '../../text/numbering.ts';
import { CLASSIFICATION } from '../basis.ts';
import type { ReadRule } from '../rule.ts';
import { EVERYWHERE } from '../scope.ts';
import { checkedName } from './checked-names.ts';

export const CODE_NAME: ReadRule = {
  phase: 'read',
  id: 'code-name',
  title: '科目名称与编码、年度一致',
  group: '表的结构',
  scope: EVERYWHERE,
  basis: [{ document: CLASSIFICATION }],
  severity: 'warning',
  sure: '较可靠',
  check: '科目名称应是该编码在预算年度的名称。目录中没有的编码，只在名称与另一编码完全相同时提示（notice）。',
  run: ({ grids }) => codeNames(grids),
};

interface Named {
  readonly list: ListId;
  readonly code: string;
  readonly name: string;
  readonly evidence: Evidence[];
}

/** Names that are not their code's, one finding for each code of a document. */
function codeNames(grids: DisclosureGrids): readonly Finding[] {
  const { year, agency } = grids.disclosure;
  const names = new Map<string, Named>();
  for (const grid of grids.tables.values()) {
    for (const row of grid.rows) {
      const list = listOf(grid, row);
      if (!list) continue;
      const id = `${list}/${row.key}/${row.label}`;
      const named = names.get(id) ?? { list, code: row.key, name: nameOf(row), evidence: [] };
      names.set(id, named);
      named.evidence.push({ form: grid.form, row: row.source, text: row.label, origin: row.origin });
    }
  }
  return merged(names.values()).flatMap((named) => {
    const said = judgeName(named, checkedName(named.list, named.code, named.name, year), year);
    if (!said) return [];
    const { severity, message, suggestion } = said;
    const form = named.evidence[0]!.form!;
    const finding = { rule: CODE_NAME.id, severity, agency: agency.name, form, message, evidence: named.evidence };
    return [suggestion === undefined ? finding : { ...finding, suggestion }];
  });
}

function nameOf(row: GridRow): string {
  return lineKey(row.label).replace(/^\d+/, '');
}

/** Labels that differ in their numbering only are one name. */
function merged(names: Iterable<Named>): readonly Named[] {
  const byName = new Map<string, Named>();
  for (const named of names) {
    if (named.name === '') continue;
    const id = `${named.list}/${named.code}/${named.name}`;
    const known = byName.get(id);
    byName.set(id, known ? { ...known, evidence: [...known.evidence, ...named.evidence] } : named);
  }
  return [...byName.values()];
}

function listOf(grid: TableGrid, row: GridRow): ListId | undefined {
  if (!/^\d{3}(\d{2}){0,2}$/.test(row.key) || kindOf(grid.form)) return undefined;
  if (grid.side === 'economic') return 'economic';
  if (grid.side === 'governmental') return 'economic-gov';
  if (formById(grid.form).rows !== 'economic') return 'function';
  return row.key.startsWith('5') ? 'economic-gov' : 'economic';
}

interface NameVerdict {
  readonly severity: Severity;
  readonly message: string;
  readonly suggestion?: string;
}

function judgeName({ code, name }: Named, check: NameCheck, year: number | undefined): NameVerdict | undefined {
  const { status, official, since, until } = check;
  const when = year === undefined ? '' : `${year} 年`;
  const suggestion = official && official !== name ? { suggestion: `${code} 的名称应为“${official}”` } : {};
  switch (status) {
    case 'outdated':
      return {
        severity: 'warning',
        message: `科目 ${code}“${name}”是${until === undefined ? '以前' : ` ${until} 年及以前`}的科目，${when}已不使用`,
        ...suggestion,
      };
    case 'premature':
      return {
        severity: 'warning',
        message: `科目 ${code}“${name}”自 ${since} 年起才使用，不用于${when}`,
        ...suggestion,
      };
    case 'different':
      return {
        severity: 'warning',
        message: `科目 ${code} 印作“${name}”，与${when}科目“${official}”不符`,
        ...suggestion,
      };
    case 'unknown-code': {
      // A name may have several codes, and a place its own ones below the list's: only a slip of the keys is told.
      const meant = check.near?.find((near) => near.name === name && isTypo(code, near.code));
      if (!meant || code.startsWith(meant.code)) return undefined;
      return {
        severity: 'notice',
        message: `目录中没有科目 ${code}，而“${name}”是 ${meant.code} 的名称`,
        suggestion: `编码可能应为 ${meant.code}`,
      };
    }
    default:
      return undefined;
  }
}
