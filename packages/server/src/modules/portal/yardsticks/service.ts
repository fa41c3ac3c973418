/** What amounts are measured by: residents and price indices. */
import { type DocumentInput, enterYardsticks, listYardsticks, type Store, yardsticksOf } from '@mingsuan/store';
import { Fault } from '../../../fault.ts';
import { rowsOfSheet } from '../../../sheet-rows.ts';

const MOST_FAULTS = 5;

/** What is asked and entered. @throws Fault `unusable` with the first rows that are wrong */
export const yardsticks = (store: Store) => ({
  list: () => listYardsticks(store),
  enter: async ({ name, bytes }: DocumentInput) => {
    const { yardsticks: entries, faults } = yardsticksOf(await rowsOfSheet(name, bytes));
    if (faults.length > 0) throw new Fault('unusable', `没有导入：${faults.slice(0, MOST_FAULTS).join('')}`);
    if (entries.length === 0) throw new Fault('unusable', '表里没有一个数，请检查后重新导入。');
    return { entries: await enterYardsticks(store, name, entries) };
  },
});
