/** How fast checking alone is, on one core: figures per second over made-up clean sets, equations already parsed. */
import { checkDisclosures } from '@mingsuan/core/check';
import type { Disclosure } from '@mingsuan/core/disclosure';
import { generate } from './generate.ts';

const SETS = 400;
const ROUNDS = 5;

function figuresOf(disclosure: Disclosure): number {
  let figures = 0;
  for (const statement of disclosure.statements) {
    for (const row of statement.rows) figures += Object.keys(row.cells).length;
  }
  return figures;
}

/** @returns figures checked per second, of the best round. */
export async function run(): Promise<number> {
  let best = 0;
  for (const shape of ['hebei', 'shanghai'] as const) {
    const sets = Array.from({ length: SETS }, (_, seed) => generate({ seed: seed + 1, shape }));
    const figures = sets.reduce((sum, set) => sum + figuresOf(set), 0);
    let fastest = Number.POSITIVE_INFINITY;
    let equations = 0;
    for (let round = 0; round < ROUNDS; round += 1) {
      const start = performance.now();
      equations = 0;
      for (const set of sets) {
        const { tally } = checkDisclosures([set]);
        equations += tally.exact + tally.rounding + tally.violated;
      }
      fastest = Math.min(fastest, performance.now() - start);
    }
    const rate = (figures / fastest) * 1000;
    best = Math.max(best, rate);
    console.log(
      `${shape.padEnd(10)} ${figures} figures, ${equations} equations in ${fastest.toFixed(0)} ms: ${Math.round(rate)} figures/s`,
    );
  }
  return best;
}

if (import.meta.url === `file://${process.argv[1]}`) await run();
