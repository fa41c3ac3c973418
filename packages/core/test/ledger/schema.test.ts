import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { parseLedger } from '../../src/ledger/parse.ts';
import { jsonSchemaOf } from '../../src/schema/index.ts';
import { arbitraryLedger } from './arbitrary.ts';
import { SMALL } from './small.ts';

const isValid = new Ajv2020({ strict: true }).compile(jsonSchemaOf('ledger'));

it('every valid ledger keeps to the schema, also as JSON', () => {
  fc.assert(
    fc.property(arbitraryLedger(), (ledger) => {
      const json: unknown = JSON.parse(JSON.stringify(ledger));
      expect(parseLedger(json)).toEqual({ ledger, problems: [] });
      expect(isValid(json)).toBe(true);
    }),
    { numRuns: 50 },
  );
});

const first = SMALL.basic[0]!;

it.each<[string, unknown, string[]]>([
  ['nothing', null, ['台账的内容应当是对象。']],
  ['a float', { ...SMALL, basic: [{ ...first, fen: 1.5 }] }, ['台账的 basic[0].fen 应当是整数（金额以分为单位）。']],
  [
    'less than nothing',
    { ...SMALL, basic: [{ ...first, fen: -1 }] },
    ['台账的 basic[0].fen 不能小于 0（金额以分为单位）。'],
  ],
  ['a foreign name', { ...SMALL, 备注: '' }, ['台账的 备注 不认识这一项。']],
  [
    'a missing name',
    { ...SMALL, projects: [{ name: '培训', lines: [] }] },
    ['台账的 projects[0].indicators 缺少这一项。'],
  ],
  [
    'another source',
    { ...SMALL, revenue: [{ fund: 'bank', fen: 1 }] },
    [
      '台账的 revenue[0].fund 应当是 general-public、government-fund、state-capital、special-account、institutional、business、superior-subsidy、affiliate-payment、other、non-appropriation-surplus 之一。',
    ],
  ],
])('%s is told with its place', (_, value, expected) => {
  const { ledger, problems } = parseLedger(value);
  expect(ledger).toBeUndefined();
  expect(problems.map(({ message }) => message)).toEqual(expected);
  expect(isValid(value)).toBe(false);
});
