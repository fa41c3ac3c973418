import { publishReading } from '@mingsuan/core/model/published';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { jsonOfChecks, jsonOfReadings, layOut } from '../../src/format/json.ts';
import { NO_COUNTS } from '../../src/work/job.ts';
import { CHECKED, CLEAN, READING } from '../sample.ts';

const SUMMARY = { files: 2, counts: NO_COUNTS, rules: [], unreadable: [] };

test('layOut writes the same value as JSON.stringify', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      expect(JSON.parse(layOut(value))).toEqual(JSON.parse(JSON.stringify(value)));
    }),
  );
  expect(layOut({ a: undefined, b: 'x'.repeat(200) })).toBe(`{\n "b": "${'x'.repeat(200)}"\n}`);
});

test('the pieces make one document list', () => {
  const { open, separator, document, unreadable, close } = jsonOfChecks;
  const missing = unreadable('无.pdf', { code: 'missing', message: '没有这个文件。' });
  const text = open + [document(CHECKED), missing, document(CLEAN)].join(separator) + close(SUMMARY);
  expect(JSON.parse(text)).toEqual({
    documents: [
      CHECKED,
      { source: '无.pdf', findings: [], problems: [{ code: 'missing', message: '没有这个文件。' }] },
      CLEAN,
    ],
  });
});

test('an unread file is a document without disclosures', () => {
  expect(JSON.parse(jsonOfReadings.unreadable('无.pdf', { code: 'missing', message: '没有。' }))).toEqual({
    source: '无.pdf',
    disclosures: [],
    problems: [{ code: 'missing', message: '没有。' }],
  });
  expect(JSON.parse(jsonOfReadings.document(READING))).toEqual(publishReading(READING));
});
