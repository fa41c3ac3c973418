import { bureauName, type LetterFacts, type LetterFinding, reviewLetter } from '@mingsuan/core/review/letter';
import { decidedOf, isNoisy } from '@mingsuan/core/review/statistics';
import { expect, it } from 'vitest';

const finding = (more: Partial<LetterFinding>): LetterFinding => ({
  part: '《收支总表》',
  message: '合计不符',
  pages: [3],
  isNotice: false,
  isRepeated: false,
  ...more,
});
const FACTS: LetterFacts = {
  bureau: '鹿泉区财政局',
  agency: '水利局',
  year: 2026,
  stage: 'budget',
  round: 1,
  findings: [
    finding({ suggestion: '应为 1.00 万元' }),
    finding({ part: '情况说明', message: '年份写错。', pages: [] }),
    finding({ message: '似有重复', isNotice: true }),
  ],
  mended: 0,
  day: '2026-03-02',
  due: '2026-03-20',
};

it('a letter tells what was found by the parts of the text, what is asked and by when', () => {
  expect(reviewLetter(FACTS)).toEqual({
    title: '关于水利局2026年预算公开文本检查情况的函',
    paragraphs: [
      '水利局：',
      '根据预决算公开检查工作安排，我局对你单位2026年预算公开文本进行了检查，发现2个问题，请核实改正。',
      '一、《收支总表》',
      '1. 合计不符。应为 1.00 万元。（第3页）',
      '二、情况说明',
      '1. 年份写错。',
      '以下各处请自行核对，确有错误的一并改正：',
      '1. 似有重复。（第3页）',
      '请于2026年3月20日前改正，并将改正后的文本报我局；对以上问题有不同意见的，请一并书面说明理由。',
      '鹿泉区财政局',
      '2026年3月2日',
    ],
  });
});

it('a second letter tells what was put right and what was not', () => {
  const { paragraphs } = reviewLetter({ ...FACTS, round: 2, mended: 4, findings: [finding({ isRepeated: true })] });
  expect(paragraphs[1]).toBe(
    '我局对你单位报来的2026年预算公开文本改正稿进行了复查：上次告知的问题已改正4个；仍有1个问题，请继续改正。',
  );
  expect(paragraphs).toContain('1. （上次已告知，仍未改正）合计不符。（第3页）');
});

it.each([
  ['鹿泉区', '鹿泉区财政局'],
  ['鹿泉区财政局', '鹿泉区财政局'],
])('%s signs as %s', (region, name) => expect(bureauName(region)).toBe(name));

it.each([
  [{ found: 9, dismissed: 4, told: 1, fixed: 0 }, true],
  [{ found: 9, dismissed: 4, told: 0, fixed: 0 }, false],
  [{ found: 9, dismissed: 3, told: 2, fixed: 1 }, false],
])('%j is noisy: %s', (counts, noisy) => expect([isNoisy(counts), decidedOf(counts) > 0]).toEqual([noisy, true]));
