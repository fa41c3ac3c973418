import { readFileSync } from 'node:fs';
import { publishReading } from '@mingsuan/core/model/published';
import { CONTRACT_NAMES, jsonSchemaOf, validate } from '@mingsuan/core/schema/index';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { afterAll, describe, expect, test } from 'vitest';
import { folderOf, mingsuan } from './helpers.ts';
import { CHECKED, READING, TEXT } from './sample.ts';

const ajv = new Ajv2020({ allErrors: true, strict: true });
const validators = { read: ajv.compile(jsonSchemaOf('read')), check: ajv.compile(jsonSchemaOf('check')) };
const folder = folderOf({ '302.txt': TEXT, '空.txt': '' });
afterAll(folder.remove);

test.each(CONTRACT_NAMES)('docs/schema/%s.schema.json is what the code says (npm run docs writes it)', (name) => {
  const file = new URL(`../../../docs/schema/${name}.schema.json`, import.meta.url);
  expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual(jsonSchemaOf(name));
});

test.each(['read', 'check'] as const)('what %s prints keeps to its schema', async (command) => {
  const { stdout } = await mingsuan([command, '302.txt', '空.txt', '没有.txt'], { cwd: folder.path });
  const valid = validators[command](JSON.parse(stdout));
  expect(validators[command].errors ?? []).toEqual([]);
  expect(valid).toBe(true);
});

describe('validate agrees with ajv', () => {
  const statement = READING.disclosures[0]?.statements[0];
  const cases: readonly (readonly [string, 'read' | 'check', unknown])[] = [
    ['a reading', 'read', { documents: [publishReading(READING)] }],
    ['a check', 'check', { documents: [CHECKED] }],
    ['no object', 'read', []],
    ['null', 'read', null],
    ['nothing in it', 'read', {}],
    ['a foreign name', 'read', { documents: [], extra: 1 }],
    ['an empty source', 'read', { documents: [{ source: '', disclosures: [], problems: [] }] }],
    ['a float for fen', 'read', withCell({ fen: 1.5, text: '1', origin: {} })],
    ['a text for fen', 'read', withCell({ fen: '1', text: '1', origin: {} })],
    ['a box of three', 'read', withCell({ fen: 1, text: '1', origin: { box: [1, 2, 3] } })],
    ['a negative page', 'read', withCell({ fen: 1, text: '1', origin: { page: -1 } })],
    [
      'a wrong severity',
      'check',
      { documents: [{ source: 'a', findings: [{ ...CHECKED.findings[0], severity: 'x' }] }] },
    ],
    ['no problems, said', 'check', { documents: [{ source: 'a', findings: [], problems: [] }] }],
  ];

  function withCell(cell: unknown): unknown {
    const reading = publishReading(READING);
    const [disclosure] = reading.disclosures;
    const rows = [{ key: 'a', label: 'a', cells: { amount: cell }, origin: {} }];
    return { documents: [{ ...reading, disclosures: [{ ...disclosure, statements: [{ ...statement, rows }] }] }] };
  }

  test.each(cases)('%s', (_, schema, value) => {
    const expected = validators[schema](value);
    expect(validate(schema, value).length === 0).toBe(expected);
  });

  test('the first departures are named', () => {
    expect(validate('read', withCell({ fen: 1.5, text: 2, origin: {} }))).toEqual([
      { path: 'documents[0].disclosures[0].statements[0].rows[0].cells.amount.fen', expected: '应当是整数' },
      { path: 'documents[0].disclosures[0].statements[0].rows[0].cells.amount.text', expected: '应当是文字' },
    ]);
  });
});
