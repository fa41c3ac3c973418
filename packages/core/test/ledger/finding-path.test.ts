import { expect, test } from 'vitest';
import { checkDisclosures } from '../../src/check.ts';
import { discloseLedger } from '../../src/disclose.ts';
import { exampleLedger } from '../../src/ledger/example.ts';
import { pathBehind } from '../../src/ledger/finding-path.ts';
import type { Ledger } from '../../src/ledger/ledger.ts';
import { templateById } from '../../src/templates/index.ts';

const EXAMPLE = exampleLedger(2026);

/** The places of what a check says of the targets, with those of the first project's indicators changed. */
function placesOf(targets: Readonly<Record<string, string>>): (string | undefined)[] {
  const [first, ...others] = EXAMPLE.projects;
  const indicators = first!.indicators.map((each) => ({ ...each, target: targets[each.level3] ?? each.target }));
  const ledger: Ledger = { ...EXAMPLE, projects: [{ ...first!, indicators }, ...others] };
  const { disclosure } = discloseLedger(ledger, templateById('hebei-2023')!);
  return checkDisclosures([disclosure]).findings.map((finding) => pathBehind(finding, ledger));
}

test('what is wrong with a target leads to its cell', () => {
  expect(placesOf({ 使用部门满意度: '≥110%' })).toEqual(['projects[0].indicators[5].target']);
  expect(placesOf({ 运行维护成本: '≤200万元' })).toEqual(['projects[0].indicators[3].target']);
});

test('sound targets lead nowhere', () => expect(placesOf({})).toEqual([]));
