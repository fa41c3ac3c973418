import { expect, test } from 'vitest';
import { englishName } from '../../src/classification/english.ts';
import { codesOfLevel, type ListId } from '../../src/classification/index.ts';

const LISTS: readonly ListId[] = ['function', 'economic', 'economic-gov'];

test('every class, section and item of the present lists has an English name, without a Chinese character', () => {
  const names = LISTS.flatMap((list) =>
    [1, 2, 3].flatMap((level) => codesOfLevel(list, level, 2026).map(({ name }) => [name, englishName(name)] as const)),
  );
  expect(names.length).toBeGreaterThan(800);
  expect(names.filter(([, english]) => english === undefined || /\p{Script=Han}/u.test(english))).toEqual([]);
});

test('a name is found as documents print it', () => {
  expect(englishName('八、社会保障和就业支出')).toBe('Social security and employment');
  expect(englishName('维修(护)费')).toBe('Repair and maintenance');
  expect(englishName('其他公安支出')).toBe('Other police');
  expect(englishName('其他政协事务支出')).toBe('Other CPPCC affairs');
});

test('what is not translated has no English name, whole or in part', () => {
  expect(englishName('西安市信访局')).toBeUndefined();
  expect(englishName('其他某专项支出')).toBeUndefined();
  expect(englishName('')).toBeUndefined();
});
