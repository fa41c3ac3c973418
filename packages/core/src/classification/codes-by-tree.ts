/**
 * Codes for a table that prints names of a classification alone, class above section above item: a name that several codes share
 * (一般行政管理事务 stands in every section) is told by what it stands under.
 */
import { parentOf } from './codes.ts';
import type { ListId } from './entry.ts';
import { classByName, codesByName } from './lookup.ts';

/** The lists whose codes tell what they stand under. */
export type TreeList = Extract<ListId, 'function' | 'economic'>;

/** The code of each label, in the order of the table; undefined where a label is no name in its place. Labels come without numbering. */
export function codesByTree(list: TreeList, labels: readonly string[], year?: number): readonly (string | undefined)[] {
  let path = '';
  return labels.map((label) => {
    const code = inPlace(codesNamed(list, label, year), path);
    if (code !== undefined) path = code;
    return code;
  });
}

/** All codes that a name may be of, in the year's edition or, where that has none, in any. */
export function codesNamed(list: TreeList, label: string, year?: number): readonly string[] {
  const named = codesByName(list, label, year);
  const all = named.length > 0 ? named : codesByName(list, label);
  const ofClass = list === 'function' ? classByName(label, year) : undefined;
  return ofClass === undefined ? all : [ofClass, ...all];
}

/** The deepest reading first: a child of the line before, a sibling, a sibling of what that stands under, a class. */
function inPlace(codes: readonly string[], path: string): string | undefined {
  for (let above: string | undefined = path; above; above = parentOf(above)) {
    const below = codes.filter((code) => code.length > above!.length && code.startsWith(above!));
    const direct = below.filter((code) => code.length === above!.length + 2);
    // Of two of one name the last is what the list keeps for the rest: 其他支出 within 其他支出.
    if (direct.length > 0) return direct.find((code) => code.endsWith('99')) ?? direct[0];
    // A class may list its items without their sections.
    if (below.length === 1) return below[0];
  }
  return codes.find((code) => code.length === 3);
}
