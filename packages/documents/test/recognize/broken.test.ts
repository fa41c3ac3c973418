/** Lines of recognition that hardly any document shows to be needed: each was broken on purpose once, and no test told. */
import { text } from '@mingsuan/core/kinds/field';
import { expect, it } from 'vitest';
import type { Layout, TableCell } from '../../src/layout.ts';
import type { ColumnRole } from '../../src/recognize/columns.ts';
import { withoutFurniture } from '../../src/recognize/furniture.ts';
import { rolesInOrder, type TablePiece } from '../../src/recognize/pieces.ts';
import { recognize } from '../../src/recognize/recognize.ts';
import { recordRoles } from '../../src/recognize/shape/record-roles.ts';
import { readText } from '../../src/text/index.ts';

const cells = (line: string): TableCell[] => line.split('|').map((each) => ({ text: each, origin: {} }));

it('a page that begins and ends with running lines loses both', () => {
  const page = (number: number) => ({
    number,
    blocks: ['某局部门预算公开', `第${number}页的话`, '某局办公室编制'].map((each) => ({
      kind: 'paragraph' as const,
      text: each,
      origin: {},
    })),
  });
  const { layout, running } = withoutFurniture({ pages: [1, 2, 3].map(page) } as unknown as Layout);
  expect(layout.pages.map(({ blocks }) => blocks.length)).toEqual([1, 1, 1]);
  expect(running).toEqual(['某局部门预算公开', '某局办公室编制']);
});

it('cells drawn over several columns of a grid are counted once where a table goes on without its header', () => {
  const headed = {
    headerRows: [cells('科目|合计|基本')],
    roles: [{ kind: 'name' }, { kind: 'value', id: 'total' }, { kind: 'value', id: 'basic' }],
  } as unknown as TablePiece;
  const row = cells('教育支出||3.00|2.00').with(1, { text: '', origin: {}, covered: 'left' });
  expect(rolesInOrder([headed], row)).toEqual([
    { kind: 'name' },
    { kind: 'blank' },
    { kind: 'value', id: 'total' },
    { kind: 'value', id: 'basic' },
  ]);
});

it('a field that stands after another is the next open column', () => {
  const fields = { first: text('指标'), next: text('指标值', [], { after: ['first'] }) };
  const roles: ColumnRole[] = [{ kind: 'unknown' }, { kind: 'value', id: 'first' }, { kind: 'unknown' }];
  expect(recordRoles(fields, roles, [cells('甲|办件数|95'), cells('乙|满意度|90')])[2]).toEqual({
    kind: 'value',
    id: 'next',
  });
});

it('of a table that no form names, a column of whole numbers is no money beside one of amounts', () => {
  const { disclosures } = recognize(
    readText(
      '某市某局2026年部门预算\n\n单位：万元\n\n某某情况一览表\n\n名目\t人数\t金额\n一般事项\t12\t2.00\n特别事项\t30\t4.50\n平均\t2.50\t1.00\n\n部门支出总表\n\n单位：万元\n\n科目编码\t科目名称\t合计\n201\t一般公共服务支出\t3.00\n\t合计\t3.00',
    ),
  );
  expect(disclosures[0]!.generic![0]!.rows.map((row) => Object.keys(row.cells))).toEqual([
    ['c3'],
    ['c3'],
    ['c2', 'c3'],
  ]);
});
