import { expect, test } from 'vitest';
import type { Finding } from '../../src/finding.ts';
import { withoutAccusing } from '../../src/rules/merge/doubtful.ts';

const box = [1, 2, 3, 4] as [number, number, number, number];
const finding: Finding = {
  rule: 'r',
  severity: 'error',
  message: '合计不等。',
  evidence: [{ text: '412.50', origin: { page: 2, box } }],
};
const doubt = (page: number) => [{ code: 'doubtful-figure', message: '', origin: { page, box } }];

test('an error that rests on a doubtful figure is a warning that says why; any other stays', () => {
  expect(withoutAccusing([finding], doubt(2))).toMatchObject([
    { severity: 'warning', message: expect.stringMatching(/^合计不等；其中有的数由图片识别.*。$/) },
  ]);
  expect(withoutAccusing([finding], doubt(3))).toEqual([finding]);
  expect(withoutAccusing([finding], [])).toEqual([finding]);
});

test('so is one that rests on a table without lines, or one not printed whole; not one beside it', () => {
  const table = (area: [number, number, number, number], code = 'columns-by-place') => [
    { code, message: '', origin: { page: 2, box: area } },
  ];
  expect(withoutAccusing([finding], table([0, 0, 100, 100]))).toMatchObject([
    { severity: 'warning', message: expect.stringMatching(/^合计不等；有的数所在的表框线不全.*。$/) },
  ]);
  expect(withoutAccusing([finding], table([0, 0, 100, 100], 'cut-table'))).toMatchObject([
    { severity: 'warning', message: expect.stringMatching(/^合计不等；有的数所在的表右边没有印全.*。$/) },
  ]);
  expect(withoutAccusing([finding], table([0, 50, 100, 100]))).toEqual([finding]);
  expect(withoutAccusing([finding], table([0, 0, 100, 100], 'cut-text'))).toEqual([finding]);
});
