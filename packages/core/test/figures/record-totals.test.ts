import { describe, expect, it } from 'vitest';
import { recordTotal } from '../../src/figures/record-totals.ts';
import {
  ASSETS,
  type AssetRow,
  isAssetTotal,
  PROCUREMENT,
  type ProcurementRow,
  procurementAmount,
} from '../../src/kinds/index.ts';
import { tablesFrom } from '../../src/model/tables.ts';

const cell = (fen: number) => ({ fen, text: String(fen), origin: {} });
const row = (kind: ProcurementRow['kind'], cells: Record<string, number>): ProcurementRow => ({
  kind,
  label: kind,
  cells: Object.fromEntries(Object.entries(cells).map(([id, fen]) => [id, cell(fen)])),
  origin: {},
});
const asset = (label: string, value?: number, partOf?: string): AssetRow => ({
  key: label,
  label,
  ...(value === undefined ? {} : { value: cell(value) }),
  ...(partOf ? { partOf } : {}),
  origin: {},
});

describe('the total of procurement', () => {
  it.each([
    // 总计 614 holds 其他渠道资金, which 合计 500 leaves out.
    ['the 总计 of the 合计 row', [row('total', { total: 500, 'grand-total': 614 }), row('item', { total: 500 })], 614],
    ['the 合计 row, whatever its items come to', [row('total', { total: 90 }), row('item', { total: 100 })], 90],
    ['a printed nothing', [row('total', { total: 0 })], 0],
    [
      'items without their subtotals',
      [row('subtotal', { total: 30 }), row('item', { total: 10 }), row('item', { total: 20 })],
      30,
    ],
    ['the only fund of a row', [row('total', { 'government-fund': 70 })], 70],
    ['unknown where an item has no amount', [row('item', { total: 10 }), row('item', {})], undefined],
    ['unknown without a table', [], undefined],
  ])('is %s', (_, procurement, fen) =>
    expect(recordTotal({ tables: tablesFrom(PROCUREMENT, procurement) }, PROCUREMENT)).toBe(fen),
  );

  it('is not one of several funds', () =>
    expect(procurementAmount(row('item', { 'general-public': 1, 'government-fund': 2 }))).toBeUndefined());
});

describe('the total of assets', () => {
  it.each([
    '资产总额',
    '资产总计',
    '固定资产总额',
    '固定资产合计',
    '资产合计',
    '固定资产',
    '合计',
    '总计',
    '国有资产总额',
  ])('%s is its row', (label) => expect(isAssetTotal(label)).toBe(true));

  it.each(['房屋', '其他固定资产', '车辆', '单价在50万元以上的设备'])('%s is not', (label) =>
    expect(isAssetTotal(label)).toBe(false),
  );

  it.each([
    ['the total row', [asset('资产总额', 90), asset('房屋', 50), asset('车辆', 30)], 90],
    ['the rows that are no part of another', [asset('房屋', 50), asset('办公用房', 20, '房屋'), asset('车辆', 30)], 80],
    ['unknown where a row has no value', [asset('房屋', 50), asset('车辆')], undefined],
    ['unknown where the total row is blank', [asset('资产总额'), asset('房屋', 50)], undefined],
  ])('is %s', (_, assets, fen) => expect(recordTotal({ tables: tablesFrom(ASSETS, assets) }, ASSETS)).toBe(fen));
});
