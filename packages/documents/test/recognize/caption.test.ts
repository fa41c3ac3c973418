/** Which of the lines above a table are its caption, and what they say. */
import { describe, expect, it } from 'vitest';
import { readCaption } from '../../src/recognize/caption.ts';

const lines = (...texts: string[]) => texts.map((text) => ({ kind: 'paragraph' as const, text, origin: {} }));

describe('the lines above a table', () => {
  it.each([
    ['the unit under the title', lines('部门收入总表', '单位：元'), { unit: '元' }, 2],
    ['the unit above a title that stands in the grid', lines('单位：元', '部门收入总表'), { unit: '元' }, 2],
    ['the number above the title', lines('公开02表', '部门收入总表', '单位：万元'), { number: '公开02表' }, 3],
    ['a second unit, which is another table’s', lines('单位：元', '部门收入总表', '单位：万元'), { unit: '万元' }, 2],
    ['the unit beside the title', lines('部门收入总表 单位：元'), { unit: '元' }, 1],
    [
      'unit and number beside the title',
      lines('部门收入总表　　　　公开02表　　　　金额单位：万元'),
      { unit: '万元', number: '公开02表' },
      1,
    ],
    [
      'agency, year and unit in one line',
      lines('部门收入总表', '编报单位：临溪市林业局　　2025年度　　金额单位：万元'),
      { unit: '万元', agencyName: '临溪市林业局', year: 2025 },
      2,
    ],
    ['running text', lines('本年收入有所增加。', '部门收入总表'), {}, 1],
  ])('%s', (_, before, said, used) => {
    const read = readCaption(before);
    expect(read).toMatchObject({ caption: { title: '部门收入总表', ...said }, used });
  });
});
