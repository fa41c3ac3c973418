/** How fast ledgers compile, give back and add up on one core: a department of three, and 10,000 units. */
import { aggregate } from '@mingsuan/core/aggregate/aggregate';
import { compileLedger } from '@mingsuan/core/compile/compile';
import { ledgerFrom } from '@mingsuan/core/restore/restore';
import { templateById } from '@mingsuan/core/templates/index';
import fc from 'fast-check';
import { arbitraryLedger } from '../packages/core/test/ledger/arbitrary.ts';
import { generate } from './generate.ts';

const UNITS = 10_000;
const ROUNDS = 5;

/** The fastest of several rounds, in milliseconds. */
function fastest(task: () => void): number {
  let best = Number.POSITIVE_INFINITY;
  for (let round = 0; round < ROUNDS; round += 1) {
    const start = performance.now();
    task();
    best = Math.min(best, performance.now() - start);
  }
  return best;
}

export async function run(): Promise<void> {
  const template = templateById('hebei-2023')!;
  const ledgers = fc.sample(arbitraryLedger(2023), { seed: 1, numRuns: 3 });
  const compiled = ledgers.map((ledger) => compileLedger(ledger, template).disclosure);
  const print = (what: string, ms: number) => console.log(`${what.padEnd(34)} ${ms.toFixed(1)} ms`);
  print(
    'compile three ledgers',
    fastest(() => {
      for (const ledger of ledgers) compileLedger(ledger, template);
    }),
  );
  print(
    'ledgers from three disclosures',
    fastest(() => {
      for (const disclosure of compiled) ledgerFrom(disclosure);
    }),
  );
  const units = Array.from({ length: UNITS }, (_, i) => ({
    ...generate({ seed: i + 1, shape: 'hebei' }),
    agency: { code: `302${i}`, name: `单位${i}`, level: 'unit' } as const,
  }));
  const agency = { code: '302', name: '某局', level: 'department' } as const;
  print(
    `aggregate ${UNITS} units`,
    fastest(() => {
      aggregate(units, { agency });
    }),
  );
}

if (import.meta.url === `file://${process.argv[1]}`) await run();
