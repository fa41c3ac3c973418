/** Which rows of a statement are sums of others printed beside them: a SUM over the leaves counts each figure once. Pure. */

export interface PrintedRow {
  readonly key: string;
  readonly label: string;
  readonly side: string | null;
  readonly unit: string | null;
  readonly partOf: string | null;
}

const SUM = /合计|总计|小计/;

/** Whether each row is a leaf: no other row of its side and unit is a part of it. */
export function leavesOf(rows: readonly PrintedRow[]): readonly boolean[] {
  const group = ({ side, unit }: PrintedRow) => `${side ?? ''} ${unit ?? ''}`;
  const keys = new Map<string, string[]>();
  const wholes = new Set<string>();
  for (const row of rows) {
    keys.set(group(row), [...(keys.get(group(row)) ?? []), row.key]);
    if (row.partOf !== null) wholes.add(`${group(row)} ${row.partOf}`);
  }
  return rows.map((row) => {
    const beside = keys.get(group(row))!;
    if (row.key === 'total') return beside.length === 1;
    if (wholes.has(`${group(row)} ${row.key}`) || SUM.test(row.label)) return false;
    if (!/^\d+$/.test(row.key)) return true;
    return !beside.some((key) => key.length > row.key.length && key.startsWith(row.key) && /^\d+$/.test(key));
  });
}
