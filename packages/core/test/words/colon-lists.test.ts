/** Parts behind a bare colon, where it is plain that they are all. */
import { describe, expect, it } from 'vitest';
import { colonListsOf } from '../../src/words/colon-lists.ts';
import { saying } from './make-words.ts';

const lists = (text: string) =>
  colonListsOf(saying(text)).map(({ head, parts }) =>
    [head, ...parts].map(({ label, fen }) => `${label} ${fen / 1_000_000}`),
  );

describe('colonListsOf', () => {
  it.each([
    [
      'one behind another, each its own',
      '采购预算7万元：货物4万元、服务3万元；其中财政拨款5万元：货物（含车辆）3万元、工程0万元、服务2万元。',
      [
        ['采购 7', '货物 4', '服务 3'],
        ['财政拨款 5', '货物(含车辆) 3', '工程 0', '服务 2'],
      ],
    ],
    ['parted by semicolons', '采购预算7万元：货物4万元；服务3万元。', [['采购 7', '货物 4', '服务 3']]],
    ['with more said behind', '采购预算7万元：货物4万元，服务3万元，已编入预算。', [['采购 7', '货物 4', '服务 3']]],
    ['some of them', '安排7万元：其中货物4万元、服务3万元。', []],
    ['purposes', '安排7万元：用于货物4万元、服务3万元。', []],
    ['changes', '比上年增加7万元：货物4万元、服务3万元。', []],
    ['a list that goes on in another way', '安排9万元：货物4万元、服务3万元，工程2万元。', []],
    ['parts with more said of them', '安排9万元：货物4万元；服务3万元，增加1万元；工程2万元。', []],
    ['one part', '安排9万元：货物4万元。', []],
  ])('%s', (_, text, expected) => expect(lists(text)).toEqual(expected));
});
