import { readFileSync } from 'node:fs';
import { publishReading } from '@mingsuan/core/model/published';
import { checkSchema, ledgerSchema, readSchema, type Schema, validate } from '@mingsuan/core/schema/index';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { afterAll, describe, expect, test } from 'vitest';
import { folderOf, mingsuan } from './helpers.ts';
import { CHECKED, READING, TEXT } from './sample.ts';

const ajv = new Ajv2020({ allErrors: true, strict: true });
const validators = { read: ajv.compile(readSchema), check: ajv.compile(checkSchema) };
const folder = folderOf({ '302.txt': TEXT, '空.txt': '' });
afterAll(folder.remove);

test.each([
  ['read', readSchema],
  ['check', checkSchema],
  ['ledger', ledgerSchema],
])('docs/schema/%s.schema.json is what the code says (npm run docs writes it)', (name, schema) => {
  const file = new URL(`../../../docs/schema/${name}.schema.json`, import.meta.url);
  expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual(schema);
});

test.each(['read', 'check'] as const)('what %s prints keeps to its schema', async (command) => {
  const { stdout } = await mingsuan([command, '302.txt', '空.txt', '没有.txt'], { cwd: folder.path });
  const valid = validators[command](JSON.parse(stdout));
  expect(validators[command].errors ?? []).toEqual([]);
  expect(valid).toBe(true);
});

describe('validate agrees with ajv', () => {
  const statement = READING.disclosures[0]?.statements[0];
  const cases: readonly (readonly [string, Schema, unknown])[] = [
    ['a reading', readSchema, { documents: [publishReading(READING)] }],
    ['a check', checkSchema, { documents: [CHECKED] }],
    ['no object', readSchema, []],
    ['null', readSchema, null],
    ['nothing in it', readSchema, {}],
    ['a foreign name', readSchema, { documents: [], extra: 1 }],
    ['an empty source', readSchema, { documents: [{ source: '', disclosures: [], problems: [] }] }],
    ['a float for fen', readSchema, withCell({ fen: 1.5, text: '1', origin: {} })],
    ['a text for fen', readSchema, withCell({ fen: '1', text: '1', origin: {} })],
    ['a box of three', readSchema, withCell({ fen: 1, text: '1', origin: { box: [1, 2, 3] } })],
    ['a negative page', readSchema, withCell({ fen: 1, text: '1', origin: { page: -1 } })],
    [
      'a wrong severity',
      checkSchema,
      { documents: [{ source: 'a', findings: [{ ...CHECKED.findings[0], severity: 'x' }] }] },
    ],
    ['no problems, said', checkSchema, { documents: [{ source: 'a', findings: [], problems: [] }] }],
  ];

  function withCell(cell: unknown): unknown {
    const reading = publishReading(READING);
    const [disclosure] = reading.disclosures;
    const rows = [{ key: 'a', label: 'a', cells: { amount: cell }, origin: {} }];
    return { documents: [{ ...reading, disclosures: [{ ...disclosure, statements: [{ ...statement, rows }] }] }] };
  }

  test.each(cases)('%s', (_, schema, value) => {
    const expected = (schema === readSchema ? validators.read : validators.check)(value);
    expect(validate(schema, value).length === 0).toBe(expected);
  });

  test('the first departures are named', () => {
    expect(validate(readSchema, withCell({ fen: 1.5, text: 2, origin: {} }))).toEqual([
      { path: 'documents[0].disclosures[0].statements[0].rows[0].cells.amount.fen', expected: '应当是整数' },
      { path: 'documents[0].disclosures[0].statements[0].rows[0].cells.amount.text', expected: '应当是文字' },
    ]);
  });
});
