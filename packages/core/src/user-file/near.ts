/** Names that a mistyped one may mean. */

const SHOWN = 3;

/** Beginnings of this length count as near. */
const BEGINNING = 4;

/** The nearest of `names`, best first, and none much farther than the best; none where all are far. */
export function nearNames(name: string, names: readonly string[]): readonly string[] {
  const all = names.map((each) => ({ each, far: isBeginning(name, each) ? 0 : distance(name.toLowerCase(), each) }));
  const limit = Math.min(Math.ceil(name.length / 3), 1 + Math.min(...all.map(({ far }) => far)));
  return all
    .filter(({ far }) => far <= limit)
    .sort((a, b) => a.far - b.far)
    .slice(0, SHOWN)
    .map(({ each }) => each);
}

const isBeginning = (name: string, of: string) => name.length >= BEGINNING && of.startsWith(name);

/** Characters to insert, delete or replace. */
function distance(a: string, b: string): number {
  let previous = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i += 1) {
    const current = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const replaced = previous[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1);
      current.push(Math.min(replaced, previous[j]! + 1, current[j - 1]! + 1));
    }
    previous = current;
  }
  return previous[b.length]!;
}
