import { formById } from '@mingsuan/core/forms/index';
import { describe, expect, it } from 'vitest';
import type { TableCell } from '../../src/layout.ts';
import { readHeader } from '../../src/recognize/header.ts';
import { pieceOf } from '../../src/recognize/pieces.ts';

/** `|` separates cells; a column stands at `100 × place` where places are given. */
const grid = (text: string, places?: readonly number[]): TableCell[][] =>
  text.split('\n').map((line) =>
    line.split('|').map((each, c) => ({
      text: each,
      origin: places ? { box: [places[c]! * 100, 0, places[c]! * 100 + 50, 9] } : {},
    })),
  );

const FORM = formById('expenditure');
const HEAD = '科目编码|科目名称|合计|基本支出|项目支出';
const rolesOn = (first: TableCell[][], next: TableCell[][]) =>
  pieceOf(FORM, { rowCount: 0, paths: [] }, next, [pieceOf(FORM, readHeader(first), first, [])]).roles.map((role) =>
    role.kind === 'value' ? role.id : role.kind,
  );

const PAGE = `科目编码|科目名称||合计|基本支出|项目支出
201|一般公共服务支出||8.00|5.00|3.00
20106|财政事务||8.00|5.00|3.00
2010601|行政运行||5.00|5.00|
2010602|一般行政管理事务||3.00||3.00`;

describe('the blank column of a page that goes on', () => {
  it('where it stands elsewhere: the others keep their order', () => {
    const rolesOfNext = rolesOn(grid(PAGE), grid('208|社会保障和就业支出|7.00|4.00||3.00'));
    expect(rolesOfNext).toEqual(['code', 'name', 'total', 'basic', 'blank', 'project']);
  });

  it('where a column beside it is empty too: 合计 is filled in each row', () => {
    const rolesOfNext = rolesOn(grid(PAGE), grid('221|住房保障支出|7.00|7.00||'));
    expect(rolesOfNext.slice(0, 4)).toEqual(['code', 'name', 'total', 'basic']);
  });

  it('where it stands as on the page before: nothing has moved', () => {
    const rolesOfNext = rolesOn(grid(PAGE), grid('221|住房保障支出||7.00||7.00'));
    expect(rolesOfNext).toEqual(['code', 'name', 'blank', 'total', 'basic', 'project']);
  });

  it('none at all: columns that all have a header may be of other widths on each page', () => {
    const first = grid(`${HEAD}\n201|一般公共服务支出|8.00|5.00|3.00`, [0, 1, 2, 3, 4]);
    const rolesOfNext = rolesOn(first, grid('221|住房保障支出|7.00||7.00', [0, 2, 3, 4, 5]));
    expect(rolesOfNext).toEqual(['code', 'name', 'total', 'basic', 'project']);
  });
});

it('without merges a header goes on over the blanks to its right, up to where one above it begins another', () => {
  const { paths } = readHeader(
    grid(
      '“三公”经费|||||||\n合计||公务用车购置及运行维护费||||公务接待费|\n||公务用车购置费||公务用车运行维护费|||\n预算数|决算数|预算数|决算数|预算数|决算数|预算数|决算数\n9.00|8.00|0|0|7.00|6.50|2.00|1.50',
    ),
  );
  expect(paths.slice(4).map((path) => path.slice(1).join('/'))).toEqual([
    '公务用车购置及运行维护费/公务用车运行维护费/预算数',
    '公务用车购置及运行维护费/公务用车运行维护费/决算数',
    '公务接待费/预算数',
    '公务接待费/决算数',
  ]);
});
