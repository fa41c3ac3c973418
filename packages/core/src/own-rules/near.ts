/** Names that a mistyped one may mean. */

const SHOWN = 3;

/** The nearest of `names`, best first; none where all are far. */
export function nearNames(name: string, names: readonly string[]): readonly string[] {
  const limit = Math.max(2, Math.floor(name.length / 3));
  return names
    .map((each) => ({ each, far: distance(name.toLowerCase(), each) }))
    .filter(({ each, far }) => far <= limit || (name.length > 3 && each.includes(name)))
    .sort((a, b) => a.far - b.far)
    .slice(0, SHOWN)
    .map(({ each }) => each);
}

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
