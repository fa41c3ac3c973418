import { readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path/posix';
import { describe, expect, it } from 'vitest';
import { PACKAGES, ROOT, sourceFiles, sourceOf } from './sources.ts';

/** What a package may import of the others; docs/architecture.md says why. */
const BELOW: Readonly<Record<string, readonly string[]>> = {
  core: [],
  documents: ['core'],
  store: ['core', 'documents'],
  server: ['core', 'documents', 'store'],
  web: ['core'],
  cli: ['core', 'documents', 'store'],
};

/** Rooms of core that stand below the others: they import nothing but each other. */
const GROUND: Readonly<Record<string, readonly string[]>> = {
  text: [],
  money: ['text'],
};

/** Imports that cross the wall on purpose. */
const THROUGH_THE_WALL: Readonly<Record<string, string>> = {
  'packages/web/src/api/types.ts': 'types of the answers only; the program knows the server by HTTP',
};

interface Import {
  readonly from: string;
  readonly to: string;
  /** As written: `@mingsuan/core/money`, `./grid.ts`. */
  readonly name: string;
}

const IMPORT = /(?:^|\n)[ \t]*(?:import|export)\b[^;'"`]*?(?:\bfrom\s+)?'([^']+)'|\bimport\(\s*'([^']+)'/g;

const imports: readonly Import[] = sourceFiles().flatMap((from) =>
  [...sourceOf(from).matchAll(IMPORT)].flatMap(([, above, within]) => {
    const name = (above ?? within)!;
    if (name.startsWith('.')) return [{ from, to: normalize(join(dirname(from), name)), name }];
    const [, into, path] = /^@mingsuan\/(\w+)(?:\/(.+))?$/.exec(name) ?? [];
    return into ? [{ from, to: `packages/${into}/src/${path ?? 'index'}.ts`, name }] : [];
  }),
);
const packageOf = (file: string) => file.split('/')[1]!;
const told = ({ from, name }: Import) => `${from} imports ${name}`;

it('no circle of files', () => {
  expect(circles(groups(imports))).toEqual([]);
});

it('what follows from a table is kept in one place: no other file of core keeps answers by identity', () => {
  const keepers = sourceFiles().filter(
    (file) => /^packages\/(?:core|documents)\//.test(file) && /new WeakMap/.test(sourceOf(file)),
  );
  expect(keepers).toEqual(['packages/core/src/memo.ts']);
});

it('an index.ts lists and passes on: what works stands in a file named for it', () => {
  const indexes = sourceFiles().filter((file) => file.endsWith('/index.ts'));
  expect(indexes.length).toBeGreaterThan(10);
  expect(indexes.filter((file) => /=>|^(?:export )?(?:async )?function |\bclass /m.test(code(sourceOf(file))))).toEqual(
    [],
  );
});

describe('packages', () => {
  const across = imports.filter(({ from, to }) => packageOf(from) !== packageOf(to) && !(from in THROUGH_THE_WALL));

  it('depend one way', () => {
    expect(across.length).toBeGreaterThan(100);
    expect(across.filter(({ from, to }) => !BELOW[packageOf(from)]!.includes(packageOf(to))).map(told)).toEqual([]);
  });

  it.each(PACKAGES)('%s is entered by its door', (name) => {
    const { exports = {} } = JSON.parse(readFileSync(join(ROOT, 'packages', name, 'package.json'), 'utf8')) as {
      exports?: Readonly<Record<string, string>>;
    };
    expect(Object.keys(exports).filter((path) => path.includes('*'))).toEqual([]);
    const inside = across.filter(({ to }) => packageOf(to) === name);
    const door = new Set(Object.keys(exports).map((path) => `@mingsuan/${name}${path.slice(1)}`));
    expect(inside.filter((each) => !door.has(each.name)).map(told)).toEqual([]);
  });
});

it.each(Object.entries(GROUND))('core/%s stands on the ground', (room, below) => {
  const roomOf = (file: string) => file.split('/')[3]!.replace(/\.ts$/, '');
  const own = imports.filter(({ from }) => packageOf(from) === 'core' && roomOf(from) === room);
  expect(own.length).toBeGreaterThan(0);
  expect(own.filter(({ to }) => ![room, ...below].includes(roomOf(to))).map(told)).toEqual([]);
});

/** Without its comments. */
const code = (source: string) => source.replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '');

function groups(all: readonly Import[]): ReadonlyMap<string, readonly string[]> {
  const edges = new Map<string, string[]>();
  for (const { from, to } of all) edges.set(from, [...(edges.get(from) ?? []), to]);
  return edges;
}

/** Sets of files that import each other (Tarjan), each sorted. */
function circles(edges: ReadonlyMap<string, readonly string[]>): string[][] {
  const order = new Map<string, number>();
  const low = new Map<string, number>();
  const stack: string[] = [];
  const found: string[][] = [];
  const visit = (file: string): void => {
    order.set(file, order.size);
    low.set(file, order.get(file)!);
    stack.push(file);
    for (const next of edges.get(file) ?? []) {
      if (!order.has(next)) visit(next);
      if (stack.includes(next)) low.set(file, Math.min(low.get(file)!, low.get(next)!));
    }
    if (low.get(file) !== order.get(file)) return;
    const circle = stack.splice(stack.indexOf(file));
    if (circle.length > 1) found.push(circle.sort());
  };
  for (const file of edges.keys()) if (!order.has(file)) visit(file);
  return found;
}
