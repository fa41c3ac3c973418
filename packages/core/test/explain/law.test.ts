/** What is written is read back as it was meant, and fits the statements: for every template and made-up agency. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkDisclosures } from '../../src/check.ts';
import type { Disclosure } from '../../src/disclosure.ts';
import { type Explanation, explain } from '../../src/explain/index.ts';
import { bundled } from '../../src/jurisdictions/index.ts';
import { formatAmount } from '../../src/money.ts';
import { changeOf, fenOf, type Mention, readMentions } from '../../src/words/index.ts';
import { madeUp } from './made-up.ts';

const TEMPLATES = bundled().templates;

const seeds = fc.integer({ min: 1, max: 1_000_000 });

function value(mention: Mention): number | string {
  const { printed, aspect, direction } = mention;
  if (aspect === 'order') return direction!;
  if (aspect === 'change') return changeOf(mention)!;
  if (printed.kind === 'percent') return aspect === 'percent' && direction === 'down' ? -printed.value : printed.value;
  return printed.kind === 'count' ? printed.value : fenOf(mention)!;
}

const read = (disclosure: Disclosure) =>
  readMentions(disclosure).map((m) => [m.place.section, m.place.paragraph, m.quantity, m.aspect, value(m)]);

const written = ({ figures }: Explanation) =>
  figures.map(({ section, paragraph, quantity, aspect, figure }) => [
    section,
    paragraph,
    quantity,
    aspect,
    Object.values(figure)[0],
  ]);

const found = (disclosure: Disclosure) =>
  checkDisclosures([disclosure]).findings.map(({ severity, rule, message }) => `${severity} ${rule} ${message}`);

describe.each(TEMPLATES.map(({ id }) => [id]))('%s', (id) => {
  it('reads back what was written, and has no finding', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const input = madeUp(id, seed);
        const explanation = explain(input);
        expect(explanation.problems).toEqual([]);
        const disclosure = { ...input.disclosure, explanation: explanation.sections };
        expect(read(disclosure)).toEqual(written(explanation));
        expect(found(disclosure)).toEqual([]);
      }),
      { numRuns: 12 },
    );
  });

  it('a figure changed in the statements afterwards is found', () => {
    fc.assert(
      fc.property(seeds, fc.nat(), (seed, at) => {
        const input = madeUp(id, seed);
        const disclosure = { ...input.disclosure, explanation: explain(input).sections };
        expect(found(changed(disclosure, at))).not.toEqual([]);
      }),
      { numRuns: 12 },
    );
  });
});

/** One filled cell of the statements, made larger by half and 1 万元. */
function changed(disclosure: Disclosure, at: number): Disclosure {
  const places = disclosure.statements.flatMap(({ rows }, s) =>
    rows.flatMap(({ cells }, r) => Object.keys(cells).map((column) => ({ s, r, column }))),
  );
  const { s, r, column } = places[at % places.length]!;
  const statements = disclosure.statements.map((statement, i) => {
    if (i !== s) return statement;
    const rows = statement.rows.map((row, j) => {
      if (j !== r) return row;
      const old = row.cells[column]!;
      const fen = old.fen + 1_000_000 + Math.round(old.fen / 20_000) * 10_000;
      return { ...row, cells: { ...row.cells, [column]: { ...old, fen, text: formatAmount(fen, statement.unit) } } };
    });
    return { ...statement, rows };
  });
  return { ...disclosure, statements };
}
