/** What a wrong name or a wrong code was probably meant to be. */
import { derived } from '../memo.ts';
import { editDistance, similarity } from '../text/likeness.ts';
import type { Concept, ListId } from './entry.ts';
import { codesByName, conceptsOf, lookup, type When } from './lookup.ts';
import { normalizeName } from './names.ts';

export interface NearEntry {
  readonly code: string;
  readonly name: string;
  /** 1: the same name. */
  readonly score: number;
}

const LEAST = 0.4;

interface Known {
  readonly code: string;
  readonly name: string;
  readonly key: string;
}

/** The names of each concept, as they are compared. */
const knownNames = derived((concepts: ReadonlyMap<string, Concept>): readonly (readonly Known[])[] =>
  [...concepts.values()].map(({ code, names }) => names.map(({ name }) => ({ code, name, key: normalizeName(name) }))),
);

/** The codes whose names are most like `name`, best first; stale names count where nothing else is known of the code. */
export function nearNames(list: ListId, name: string, limit = 5, when?: When): NearEntry[] {
  const wanted = normalizeName(name);
  if (!wanted) return [];
  const letters = new Set(wanted);
  // Names with fewer letters in common cannot be as like as that; most have none.
  const scoreOf = (key: string) => (sharesLetters(letters, wanted, key) ? similarity(wanted, key) : 0);
  const found: NearEntry[] = [];
  for (const names of knownNames(conceptsOf(list, when))) {
    const scored = names.map((other) => ({ code: other.code, name: other.name, score: scoreOf(other.key) }));
    const best = scored.reduce((a, b) => (b.score >= a.score ? b : a));
    if (best.score >= LEAST) found.push(best);
  }
  return found.sort((a, b) => b.score - a.score || (a.code < b.code ? -1 : 1)).slice(0, limit);
}

/** Whether enough letters of `key` stand in `wanted` for a score of at least `LEAST`, by edits or by pairs. */
function sharesLetters(letters: ReadonlySet<string>, wanted: string, key: string): boolean {
  let shared = 0;
  for (const letter of key) if (letters.has(letter)) shared += 1;
  const byEdits = LEAST * Math.max(wanted.length, key.length);
  const byPairs = (LEAST / 2) * (wanted.length + key.length + 2) - 1;
  return shared > 0 && shared + 1e-9 >= Math.min(byEdits, byPairs);
}

function commonPrefix(a: string, b: string): number {
  let n = 0;
  while (n < a.length && a[n] === b[n]) n += 1;
  return n;
}

/** One digit wrong, missing or too many, or two neighbours exchanged. */
export function isTypo(a: string, b: string): boolean {
  if (a === b) return false;
  if (editDistance(a, b) === 1) return true;
  const i = commonPrefix(a, b);
  return a.length === b.length && a[i] === b[i + 1] && a[i + 1] === b[i] && a.slice(i + 2) === b.slice(i + 2);
}

/**
 * Codes that `code` with `name` was probably meant to be: first those of the same name, nearest by their digits, then codes
 * under the same class that are one slip of the keys away and whose names are alike.
 */
export function nearCodes(list: ListId, code: string, name: string, when?: When, limit = 5): NearEntry[] {
  const wanted = normalizeName(name);
  const same = codesByName(list, name, when)
    .filter((other) => other !== code)
    .map((other) => ({ code: other, name: lookup(list, other, when)?.name ?? name, score: 1 }))
    .sort((a, b) => commonPrefix(b.code, code) - commonPrefix(a.code, code) || (a.code < b.code ? -1 : 1));
  const head = code.slice(0, 3);
  const typos: NearEntry[] = [];
  for (const other of conceptsOf(list, when).keys()) {
    if (!other.startsWith(head) || !isTypo(code, other) || same.some((near) => near.code === other)) continue;
    const known = lookup(list, other, when);
    if (!known || known.trust === 'stale') continue;
    const score = similarity(wanted, normalizeName(known.name));
    if (score >= LEAST) typos.push({ code: other, name: known.name, score });
  }
  return [...same, ...typos.sort((a, b) => b.score - a.score)].slice(0, limit);
}
