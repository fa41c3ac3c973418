/** Names that a mistyped one may mean. */
import { editDistance } from '../text/likeness.ts';

const SHOWN = 3;

/** Beginnings of this length count as near. */
const BEGINNING = 4;

/** The nearest of `names`, best first, and none much farther than the best; none where all are far. */
export function nearNames(name: string, names: readonly string[]): readonly string[] {
  const all = names.map((each) => ({
    each,
    far: isBeginning(name, each) ? 0 : editDistance(name.toLowerCase(), each),
  }));
  const limit = Math.min(Math.ceil(name.length / 3), 1 + Math.min(...all.map(({ far }) => far)));
  return all
    .filter(({ far }) => far <= limit)
    .sort((a, b) => a.far - b.far)
    .slice(0, SHOWN)
    .map(({ each }) => each);
}

const isBeginning = (name: string, of: string) => name.length >= BEGINNING && of.startsWith(name);
