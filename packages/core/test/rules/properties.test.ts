import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { generate, type Shape } from '../../../../bench/generate.ts';
import { ERROR_KINDS, equationsOf, inject } from '../../../../bench/repair.ts';
import { checkDisclosures } from '../../src/check.ts';
import type { Disclosure, Statement } from '../../src/disclosure.ts';
import { printingStep } from '../../src/money.ts';

const seeds = fc.integer({ min: 1, max: 1_000_000 });
const rulesOf = (disclosure: Disclosure) => checkDisclosures([disclosure]).findings.map((finding) => finding.message);

describe.each(['hebei', 'shanghai'] as const satisfies readonly Shape[])('%s', (shape) => {
  it('a clean set has no finding', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        expect(rulesOf(generate({ seed, shape }))).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });

  it('an error in a figure that stands in two equations is found', () => {
    fc.assert(
      fc.property(
        seeds,
        fc.constantFrom(...ERROR_KINDS),
        fc.infiniteStream(fc.double({ min: 0, max: 0.999, noNaN: true })),
        (seed, kind, stream) => {
          const injection = inject(generate({ seed, shape }), kind, () => stream.next().value as number);
          fc.pre(injection !== undefined && changesMoreThanRounding(injection.disclosure, generate({ seed, shape })));
          fc.pre(equationsOf(injection!) >= 2);
          expect(rulesOf(injection!.disclosure)).not.toEqual([]);
        },
      ),
      { numRuns: 150 },
    );
  });
});

it('rounding noise within tolerance is never found', () => {
  fc.assert(
    fc.property(seeds, fc.array(fc.integer({ min: -1, max: 1 }), { minLength: 40, maxLength: 40 }), (seed, noise) => {
      const { statements, ...rest } = generate({ seed, shape: 'shanghai' });
      const expenditure = statements.filter((statement) => statement.form === 'expenditure');
      const document = { ...rest, statements: expenditure.map((statement) => roughen(statement, noise)) };
      expect(rulesOf(document)).toEqual([]);
    }),
  );
});

/** Changes `total` of each row by the last digit, which its one equation over three figures tolerates; keeps items only. */
function roughen(statement: Statement, noise: readonly number[]): Statement {
  const step = printingStep(statement.unit, 2);
  const rows = statement.rows
    .filter((row) => row.key.length === 7)
    .map((row, i) => {
      const { total } = row.cells;
      if (!total) return row;
      const fen = total.fen + (noise[i % noise.length] ?? 0) * step;
      return { ...row, cells: { ...row.cells, total: { ...total, fen } } };
    });
  return { ...statement, rows };
}

/** The sum of all changes is beyond what a table of many rows may round away. */
function changesMoreThanRounding(changed: Disclosure, clean: Disclosure): boolean {
  return changed.statements.some((statement, s) =>
    statement.rows.some((row, r) => {
      const before = clean.statements[s]!.rows[r]!.cells;
      return Object.keys({ ...before, ...row.cells }).some(
        (column) =>
          Math.abs((before[column]?.fen ?? 0) - (row.cells[column]?.fen ?? 0)) > 50 * printingStep(statement.unit, 2),
      );
    }),
  );
}
