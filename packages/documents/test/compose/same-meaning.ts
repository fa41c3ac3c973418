import type { Cell, Disclosure } from '@mingsuan/core/disclosure';
import { columnIds } from '@mingsuan/core/model/columns';
import { oneLine } from '@mingsuan/core/text/fold';

/**
 * What disclosures mean, for comparison: without places, how their fields are known, printed line breaks, the page numbers of contents, the way
 * a number is printed (its decimals count: they are its precision), where the 合计 row stands, and what stands above columns
 * (a template words its own headers).
 */
export function meaningOf(disclosures: readonly Disclosure[]): unknown {
  return disclosures.map((disclosure) =>
    plain({ ...disclosure, contents: titlesOf(disclosure), statements: statementsOf(disclosure) }),
  );
}

/** Expects contents where the original has some; made ones are no difference. */
export function sameContents(original: readonly Disclosure[], back: readonly Disclosure[]): readonly Disclosure[] {
  return back.map((disclosure, i) =>
    original[i]?.contents.length === 0 ? { ...disclosure, contents: [] } : disclosure,
  );
}

const titlesOf = ({ contents }: Disclosure) => contents.map(({ title }) => title);

const statementsOf = ({ statements }: Disclosure) =>
  statements.map((statement) => ({
    ...statement,
    columns: columnIds(statement),
    rows: [...statement.rows].sort((a, b) => Number(b.key === 'total') - Number(a.key === 'total')),
  }));

const DROPPED: readonly string[] = ['origin', 'lines', 'identity'];

function plain(value: unknown): unknown {
  if (typeof value === 'string') return oneLine(value);
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== 'object' || value === null) return value;
  if (isCell(value)) return { fen: value.fen, text: value.text.replace(/[\s,，]/g, '') };
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => !DROPPED.includes(key))
      .map(([key, inner]): [string, unknown] => [key, plain(inner)])
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );
}

const isCell = (value: object): value is Cell => 'fen' in value && 'text' in value;
