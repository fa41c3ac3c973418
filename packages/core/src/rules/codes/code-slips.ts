/**
 * Codes with a slip of the keys. A row under a wrong code breaks every sum and every comparison that it belongs to; so it is
 * told once, and everything else is checked with the code that was meant.
 */

import { codesByName, isTypo, type ListId, normalizeName } from '../../classification/index.ts';
import type { Disclosure, Row, Statement } from '../../disclosure.ts';
import { formName } from '../../equations/names.ts';
import type { Evidence, Finding } from '../../finding.ts';
import { formById } from '../../forms/index.ts';
import { groupBy } from '../../group-by.ts';
import { CLASSIFICATION } from '../basis.ts';
import type { DocumentContext } from '../context.ts';
import type { Prepared, PrepareRule } from '../rule.ts';
import { EVERYWHERE } from '../scope.ts';
import { checkedName } from './checked-names.ts';

export const CODE_SLIP: PrepareRule = {
  phase: 'prepare',
  id: 'code-slip',
  title: '科目编码没有错位、错字',
  group: '表的结构',
  scope: EVERYWHERE,
  basis: [{ document: CLASSIFICATION }],
  severity: 'error',
  sure: '较可靠',
  check:
    '编码与名称不符、又不在上下级之中，而差一个数字（或相邻两个数字颠倒）的编码正是这个名称、正合所在的类款：报告一次，其余各项按应有的编码核对。',
  run: correctCodes,
};

interface Slip {
  readonly row: Row;
  readonly meant: string;
}

/** With more slips in one table the columns were read wrongly. */
const MOST = 2;

/** A disclosure with mistyped codes put right, and the findings about them; other rules then read the right codes. */
function correctCodes({ disclosure }: DocumentContext): Prepared {
  const slips = new Map<Statement, readonly Slip[]>();
  const printed = codesPrinted(disclosure.statements);
  for (const statement of disclosure.statements) {
    const found = slipsIn(statement, disclosure.year, printed);
    if (found.length > 0 && found.length <= MOST) slips.set(statement, found);
  }
  if (slips.size === 0) return { disclosure, findings: [] };
  const statements = disclosure.statements.map((statement) => {
    const own = slips.get(statement);
    if (!own) return statement;
    const meant = new Map(own.map((slip) => [slip.row, slip.meant]));
    return { ...statement, rows: statement.rows.map((row) => ({ ...row, key: meant.get(row) ?? row.key })) };
  });
  return { disclosure: { ...disclosure, statements }, findings: findingsOf(slips, disclosure) };
}

const CODE = /^\d{3}(?:\d{2}){0,2}$/;

/** The codes of a table, and how they stand to each other. */
interface Tree {
  /** How many rows each code has. */
  readonly rows: ReadonlyMap<string, number>;
  /** Codes that have others below them, whether they stand in the table or not. */
  readonly parents: ReadonlySet<string>;
}

function slipsIn(statement: Statement, year: number | undefined, printed: Printed): readonly Slip[] {
  const rows = statement.rows.filter(
    ({ key, label, side, unit }) =>
      // The name tells which code was meant.
      side === undefined && unit === undefined && CODE.test(key) && label.trim() !== '',
  );
  const tree = treeOf(rows);
  const list = listOf(statement);
  return rows.flatMap((row) => {
    const sources = sourcesFor(row, tree, list, year);
    const meant = [
      ...(sources.includes('tables') ? printed(statement, list, row) : []),
      ...(sources.includes('list') ? codesByName(list, row.label, year) : []),
    ].filter(
      (code) => code.length === row.key.length && isTypo(row.key, code) && !tree.rows.has(code) && fits(code, tree),
    );
    return new Set(meant).size === 1 ? [{ row, meant: meant[0]! }] : [];
  });
}

function treeOf(rows: readonly Row[]): Tree {
  const counts = new Map<string, number>();
  for (const { key } of rows) counts.set(key, (counts.get(key) ?? 0) + 1);
  const parents = [...counts.keys()].flatMap((key) => [3, 5].filter((n) => n < key.length).map((n) => key.slice(0, n)));
  return { rows: counts, parents: new Set(parents) };
}

function listOf({ form, rows }: Statement): ListId {
  if (formById(form).rows !== 'economic') return 'function';
  const codes = rows.filter(({ key }) => CODE.test(key));
  return codes.filter(({ key }) => key.startsWith('5')).length * 2 > codes.length ? 'economic-gov' : 'economic';
}

/**
 * What may say which code was meant. Where the year's list knows another name for the code, or the code has no place in the
 * table's tree, the list and the document's other tables; else the other tables alone. Nothing where the row stands right.
 */
function sourcesFor(row: Row, tree: Tree, list: ListId, year: number | undefined): readonly ('list' | 'tables')[] {
  const isTwice = tree.rows.get(row.key)! > 1;
  if (!isTwice && tree.parents.has(row.key)) return [];
  if (codesByName(list, row.label, year).includes(row.key)) return fits(row.key, tree) ? [] : ['tables'];
  const { status } = checkedName(list, row.key, row.label, year);
  const isStrange = status === 'different' || status === 'unknown-code';
  return isStrange || !fits(row.key, tree) ? ['list', 'tables'] : ['tables'];
}

type Printed = (statement: Statement, list: ListId, row: Row) => readonly string[];

/** Codes that other tables of the same list print with a row's name; none where they print its own code too. */
function codesPrinted(statements: readonly Statement[]): Printed {
  let rows: ReadonlyMap<string, readonly { readonly key: string; readonly statement: Statement }[]> | undefined;
  return (statement, list, { key: own, label }) => {
    rows ??= rowsByName(statements);
    const same = rows.get(`${list} ${normalizeName(label)}`) ?? [];
    const codes = new Set(same.filter((other) => other.statement !== statement).map(({ key }) => key));
    return codes.has(own) ? [] : [...codes];
  };
}

function rowsByName(statements: readonly Statement[]) {
  const coded = statements.flatMap((statement) => {
    const list = listOf(statement);
    return statement.rows.flatMap(({ key, label }) => (CODE.test(key) ? [{ key, label, list, statement }] : []));
  });
  return groupBy(coded, ({ list, label }) => `${list} ${normalizeName(label)}`);
}

/** Its parent stands in the table, or its children do. */
function fits(code: string, { rows, parents }: Tree): boolean {
  return (code.length > 3 && rows.has(code.slice(0, -2))) || parents.has(code);
}

/** One slip repeated in several tables is one finding. */
function findingsOf(slips: ReadonlyMap<Statement, readonly Slip[]>, { agency }: Disclosure): readonly Finding[] {
  const all = [...slips].flatMap(([statement, own]) => own.map((slip) => ({ statement, ...slip })));
  const groups = groupBy(all, ({ row, meant }) => `${row.key} ${meant}`);
  return [...groups.values()].map((group): Finding => {
    const [{ statement, row, meant }] = group as [(typeof all)[0]];
    const places = [...new Set(group.map((each) => formName(each.statement.form)))].join('、');
    return {
      rule: CODE_SLIP.id,
      severity: CODE_SLIP.severity,
      agency: agency.name,
      form: statement.form,
      message: `${places}“${row.label.trim()}”的科目编码印作 ${row.key}，应为 ${meant}；其余各项按 ${meant} 核对`,
      evidence: group.map(
        (each): Evidence => ({
          form: each.statement.form,
          row: each.row.key,
          text: `${each.row.key} ${each.row.label}`,
          origin: each.row.origin,
        }),
      ),
      suggestion: `请把编码改为 ${meant}`,
    };
  });
}
