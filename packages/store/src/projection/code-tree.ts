/** Rows keyed by classification codes as a tree: 类 over 款 over 项. */
import { ancestors, type ListId, levelOf, lookup, parentOf } from '@mingsuan/core/classification/index';
import type { Fen } from '@mingsuan/core/money';

export interface CodeNode {
  readonly code: string;
  readonly name: string;
  readonly fen: Fen;
  readonly children: readonly CodeNode[];
}

export interface CodeRow {
  readonly code: string;
  readonly name: string;
  readonly fen: Fen;
}

/**
 * Printed amounts stand as printed. A class or section that the table leaves out gets the sum of what stands under it;
 * a code printed twice counts once.
 */
export function codeTree(rows: readonly CodeRow[], list: ListId, year?: number): readonly CodeNode[] {
  const printed = new Map<string, CodeRow>();
  for (const row of rows) if (levelOf(row.code) && !printed.has(row.code)) printed.set(row.code, row);
  const codes = new Set([...printed.keys()].flatMap((code) => [...ancestors(code), code]));
  const sorted = [...codes].sort();
  const nodeOf = (code: string): CodeNode => {
    const children = sorted.filter((other) => parentOf(other) === code).map(nodeOf);
    const row = printed.get(code);
    return {
      code,
      name: row?.name || (lookup(list, code, year)?.name ?? code),
      fen: row?.fen ?? children.reduce((sum, child) => sum + child.fen, 0),
      children,
    };
  };
  return sorted.filter((code) => parentOf(code) === undefined).map(nodeOf);
}
