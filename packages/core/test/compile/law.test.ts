import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkDisclosures } from '../../src/check.ts';
import { compileLedger } from '../../src/compile/compile.ts';
import { bundled } from '../../src/jurisdictions/index.ts';
import { ledgerProblems } from '../../src/ledger/problems.ts';
import { arbitraryLedger } from '../ledger/arbitrary.ts';

const TEMPLATES = bundled().templates;

it('arbitrary ledgers are valid', () => {
  fc.assert(
    fc.property(arbitraryLedger(), (ledger) => {
      expect(ledgerProblems(ledger)).toEqual([]);
    }),
  );
});

describe.each(TEMPLATES.map((template) => [template.id, template] as const))('%s', (_, template) => {
  it('check(compile(ledger)) has no finding for any valid ledger', () => {
    fc.assert(
      fc.property(arbitraryLedger(), (ledger) => {
        const { disclosure } = compileLedger({ ...ledger, stage: template.stage }, template);
        const { findings } = checkDisclosures([disclosure]);
        expect(findings.map(({ rule, message }) => `${rule}: ${message}`)).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  it('a department compiles as cleanly as a unit', () => {
    fc.assert(
      fc.property(arbitraryLedger(), (ledger) => {
        const department = { ...ledger, agency: { code: '302', name: '某市某局', level: 'department' as const } };
        const { disclosure } = compileLedger({ ...department, stage: template.stage }, template);
        expect(checkDisclosures([disclosure]).findings).toEqual([]);
      }),
      { numRuns: 15 },
    );
  });
});
