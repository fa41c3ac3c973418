/**
 * Breaks lines one at a time and runs the tests beside them: what no test notices is printed with its place. A sample in
 * the order of a seed, until the minutes are over; the score is of those tried.
 */
import { spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { AREAS, type Area } from './areas.ts';
import { BY_HAND } from './by-hand.ts';
import { type Mutant, mutantsOf } from './mutants.ts';

const ROOT = join(import.meta.dirname, '../..');
/** How long the tests may take as they are. */
const LONGEST_MS = 600_000;
/** Tests that run so many times longer with a mutant have noticed it: something does not end. A busy machine is no notice. */
const PATIENCE = { times: 5, leastMs: 60_000 };

interface Placed extends Mutant {
  readonly file: string;
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { minutes: { type: 'string', default: '10' }, seed: { type: 'string', default: '1' } },
});
const KNOWN = ['by-hand', ...Object.keys(AREAS)];
const unknown = positionals.filter((name) => !KNOWN.includes(name));
if (unknown.length > 0) {
  console.error(`没有“${unknown.join('、')}”，只有：${KNOWN.join('、')}`);
  process.exit(2);
}
const names = positionals.length > 0 ? positionals : KNOWN;
const share = (Number(values.minutes) * 60_000) / Math.max(1, names.filter((name) => name in AREAS).length);
let [noticed, tried] = [0, 0];
for (const name of names) {
  const area = AREAS[name];
  const result = area ? await breakArea(name, area, share, Number(values.seed)) : await breakByHand();
  noticed += result.noticed;
  tried += result.tried;
}
console.log(`\n${noticed} of ${tried} noticed, ${score(noticed, tried)}`);

/** The lines that were broken by hand, all of them: each is to be noticed by its own tests, which pass without it. */
async function breakByHand() {
  console.log(`\nby-hand: ${BY_HAND.length} mutants`);
  for (const tests of new Set(BY_HAND.flatMap((each) => each.tests)))
    if (!(await passes([tests], LONGEST_MS))) throw new Error(`${tests} fail without a mutant`);
  let noticed = 0;
  for (const { without, file, from, to, tests } of BY_HAND) {
    const start = readFileSync(join(ROOT, file), 'utf8').indexOf(from);
    const survived = await passes(tests, LONGEST_MS, { file, start, end: start + from.length, replacement: to });
    if (!survived) noticed += 1;
    console.log(`  ${survived ? 'survived' : 'noticed '} ${without}`);
  }
  return { noticed, tried: BY_HAND.length };
}

async function breakArea(name: string, { files, tests }: Area, forMs: number, seed: number) {
  const all = shuffled(
    files
      .flatMap(filesOf)
      .flatMap((file) => mutantsOf(readFileSync(join(ROOT, file), 'utf8')).map((m) => ({ file, ...m }))),
    seed,
  );
  console.log(`\n${name}: ${all.length} mutants`);
  const started = Date.now();
  if (!(await passes(tests, LONGEST_MS))) throw new Error(`the tests of ${name} fail without a mutant`);
  const patience = Math.max(PATIENCE.leastMs, PATIENCE.times * (Date.now() - started));
  const until = Date.now() + forMs;
  const survived: Placed[] = [];
  let count = 0;
  for (const mutant of all) {
    if (Date.now() > until) break;
    count += 1;
    if (!(await passes(tests, patience, mutant))) continue;
    survived.push(mutant);
    console.log(`  survived ${placeOf(mutant)}`);
  }
  console.log(`${name}: ${count - survived.length} of ${count} noticed, ${score(count - survived.length, count)}`);
  return { noticed: count - survived.length, tried: count };
}

/** The TypeScript files of a folder (`…/`), or the file itself; none where it is not there. */
function filesOf(path: string): readonly string[] {
  if (!existsSync(join(ROOT, path))) return [];
  if (!statSync(join(ROOT, path)).isDirectory()) return [path];
  return readdirSync(join(ROOT, path), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .sort()
    .map((name) => join(path, name));
}

/** Whether the tests pass within that time, with a mutant or as it is. */
function passes(tests: readonly string[], timeout: number, mutant?: Placed): Promise<boolean> {
  const vitest = join(ROOT, 'node_modules/vitest/vitest.mjs');
  const config = join(import.meta.dirname, 'vitest.config.ts');
  const child = spawn(process.execPath, [vitest, 'run', '--config', config, ...tests], {
    cwd: ROOT,
    stdio: 'ignore',
    timeout,
    env: { ...process.env, MINGSUAN_MUTANT: JSON.stringify(mutant ?? {}) },
  });
  return new Promise((resolve) => child.on('close', (code) => resolve(code === 0)));
}

function placeOf({ file, start, end, replacement }: Placed): string {
  const source = readFileSync(join(ROOT, file), 'utf8');
  const line = source.slice(0, start).split('\n').length;
  const [before, text, after] = [
    source.lastIndexOf('\n', start) + 1,
    source.slice(start, end),
    source.indexOf('\n', end),
  ];
  const shown = `${source.slice(before, start)}«${text} → ${replacement || 'nothing'}»${source.slice(end, after)}`;
  return `${file}:${line}  ${shown.trim().slice(0, 140)}`;
}

/** The same order for the same seed. */
function shuffled<T>(list: readonly T[], seed: number): T[] {
  const order = list.map((item, i) => ({ item, at: Math.imul((i + 1) ^ (seed * 0x9e3779b1), 0x85ebca6b) >>> 0 }));
  return order.sort((a, b) => a.at - b.at).map(({ item }) => item);
}

function score(part: number, whole: number): string {
  return whole === 0 ? 'nothing tried' : `${Math.round((100 * part) / whole)} %`;
}
