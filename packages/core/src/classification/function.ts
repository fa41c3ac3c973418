/** 支出功能分类: names from real documents, from the lists of classes, from additions.ts and, only to be recognised, from an old list. */
import { lazy } from '../memo.ts';
import { ADDITIONS, COMMON_ITEMS } from './additions.ts';
import rows from './data/function.json' with { type: 'json' };
import { type Concept, type NamePeriod, trustOf, type Years } from './entry.ts';
import { RENAMINGS, STEADY_SINCE_2018 } from './renamings.ts';

const STEADY_FROM = 2018;

const lines = (table: string): string[] => table.trim().split('\n');

/** `201` and `20101` of STEADY_SINCE_2018 as they are; items follow their section. */
const steady = lazy(() => new Set(STEADY_SINCE_2018.trim().split(/\s+/)));

function seenYears(code: string, first: string, last: string): Years | undefined {
  const isSteady = steady().has(code.length === 7 ? code.slice(0, 5) : code);
  if (isSteady) return { from: Math.min(Number(first) || STEADY_FROM, STEADY_FROM) };
  return first ? { from: Number(first), to: Number(last) } : undefined;
}

function listed(row: string): Concept {
  const [code = '', name = '', trust, first = '', last = '', other] = row.split('\t');
  const seen = trustOf(trust) === 'verified' ? seenYears(code, first, last) : undefined;
  const stale = trustOf(trust) === 'stale' ? { stale: true } : {};
  return {
    code,
    trust: trustOf(trust),
    names: [...(other ? [{ name: other, stale: true }] : []), { name, ...stale }],
    ...(seen ? { seen } : {}),
  };
}

/** Code and name of every section and item of additions.ts. */
export function* additions(): Generator<readonly [code: string, name: string]> {
  for (const line of lines(ADDITIONS)) {
    const [, section = '', name = '', items = ''] = /^(\d{5}) (.+?): ?(.*)$/.exec(line) ?? [];
    yield [section, name];
    for (const [, digits, item = ''] of items.replace('+', COMMON_ITEMS).matchAll(/(\d\d) (\S+)/g))
      yield [`${section}${digits}`, item];
  }
}

/** Every line of renamings.ts: the code and its names with their years. */
export function* renamings(): Generator<readonly [code: string, names: readonly NamePeriod[]]> {
  for (const line of lines(RENAMINGS)) {
    const [code = ''] = line.split(' ');
    const names = line
      .slice(code.length)
      .split('|')
      .map((part) => {
        const [, name = '', from, to] = /^ *(\S+) (\d{4})?-(\d{4})? *$/.exec(part) ?? [];
        return { name, ...(from ? { from: Number(from) } : {}), ...(to ? { to: Number(to) } : {}) };
      });
    yield [code, names];
  }
}

/** An addition takes the place of an old name, which stays as a stale one. Verified names stand. */
function added(known: Concept | undefined, code: string, name: string): Concept {
  if (known && known.trust !== 'stale') return known;
  const old = known?.names.filter((other) => other.name !== name) ?? [];
  return { code, trust: 'general', names: [...old, { name }] };
}

function renamed(known: Concept | undefined, code: string, names: readonly NamePeriod[]): Concept {
  const others = known?.names.filter((other) => names.every((name) => name.name !== other.name)) ?? [];
  const from = names[0]?.from;
  const to = names.at(-1)?.to;
  return {
    code,
    trust: known && known.trust !== 'stale' ? known.trust : 'general',
    names: [...others.map((other) => ({ ...other, stale: true })), ...names],
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
    ...(known?.seen ? { seen: known.seen } : {}),
  };
}

/** All functional codes, in the order of the codes. */
export const functionConcepts = lazy((): ReadonlyMap<string, Concept> => {
  const concepts = new Map(rows.map(listed).map((concept) => [concept.code, concept]));
  for (const [code, name] of additions()) concepts.set(code, added(concepts.get(code), code, name));
  for (const [code, names] of renamings()) concepts.set(code, renamed(concepts.get(code), code, names));
  return new Map([...concepts].sort(([a], [b]) => (a < b ? -1 : 1)));
});
