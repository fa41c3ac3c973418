/** However an officer begins a reason, the sentence says 主要原因是 once. */
import { expect, it } from 'vitest';
import { discloseLedger } from '../../src/disclose.ts';
import { exampleLedger } from '../../src/ledger/example.ts';
import { templateById } from '../../src/templates/index.ts';

const example = exampleLedger(2026);

function printed(reason: string): string {
  const reasons = { ...example.texts.reasons, 'expenditure[total].project': reason };
  const { explanation } = discloseLedger(
    { ...example, texts: { ...example.texts, reasons } },
    templateById('hebei-2023')!,
  ).disclosure;
  const texts = explanation.flatMap(({ paragraphs }) => paragraphs.map(({ text }) => text));
  return /项目支出增加8.00万元，([^。；]*)/.exec(texts.join('\n'))?.[1] ?? '';
}

it.each([
  '平台扩容',
  '主要原因是平台扩容。',
  '由于平台扩容',
  '主要是由于平台扩容',
  '因为平台扩容；',
  '系平台扩容',
  '原因：平台扩容',
])('%s', (reason) => expect(printed(reason)).toBe('主要原因是平台扩容'));

it.each(['系统扩容', '系列活动增加', '因公出国任务增加', '主要业务增加'])('%s is a reason as it stands', (reason) =>
  expect(printed(reason)).toBe(`主要原因是${reason}`),
);
