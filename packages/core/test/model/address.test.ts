import {
  type Address,
  cellKey,
  columnAt,
  columnOf,
  formatAddress,
  inPeriod,
  parseAddress,
  rowAt,
  rowKey,
} from '@mingsuan/core/model/address';
import { describe, expect, it } from 'vitest';

const ADDRESSES: readonly (readonly [string, Address])[] = [
  ['general-public[2080505].basic', { form: 'general-public', row: '2080505', column: 'basic' }],
  ['balance.revenue[本年收入合计].amount', { form: 'balance', side: 'revenue', row: '本年收入合计', column: 'amount' }],
  [
    'three-publics[hospitality].total@previous',
    { form: 'three-publics', row: 'hospitality', column: 'total', period: 'previous' },
  ],
  ['basic[total].total', { form: 'basic', row: 'total', column: 'total' }],
  [
    'balance.expenditure[对附属单位补助[本级].其他].amount',
    { form: 'balance', side: 'expenditure', row: '对附属单位补助[本级].其他', column: 'amount' },
  ],
];

describe('addresses', () => {
  it.each(ADDRESSES)('%s is printed and read', (text, address) => {
    expect(formatAddress(address)).toBe(text);
    expect(parseAddress(text)).toEqual(address);
  });

  it.each(['basic', 'basic[total]', 'basic[].total', 'basic[total].total@someday', 'balance.left[总计].amount'])(
    '%s is none',
    (text) => {
      expect(parseAddress(text)).toBeUndefined();
    },
  );

  it('leaves the unit beside what is printed', () => {
    expect(formatAddress({ form: 'expenditure', row: '2010301', column: 'total', unit: '302001' })).toBe(
      'expenditure[2010301].total',
    );
  });
});

describe('keys of rows', () => {
  it.each([
    ['2010301', { row: '2010301' }],
    ['302001:2010301', { row: '2010301', unit: '302001' }],
    ['注：合计', { row: '注：合计' }],
  ] as const)('%s', (key, at) => {
    expect(rowKey(at)).toBe(key);
    expect(rowAt(key)).toEqual(at);
  });
});

describe('keys of cells', () => {
  it.each([
    ['vehicle-running', { column: 'vehicle-running' }],
    ['vehicle-running@budget', { column: 'vehicle-running', period: 'budget' }],
    ['total@previous', { column: 'total', period: 'previous' }],
  ] as const)('%s', (key, at) => {
    expect(cellKey(at)).toBe(key);
    expect(columnAt(key)).toEqual(at);
  });

  it('a key without a known period is a column', () => {
    expect(columnAt('total@someday')).toEqual({ column: 'total@someday' });
  });

  it('the same column in another period', () => {
    expect(columnOf('total@budget')).toBe('total');
    expect(inPeriod('total@budget', 'previous')).toBe('total@previous');
    expect(inPeriod('total@budget')).toBe('total');
  });
});
