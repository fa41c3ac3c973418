/** Units of money as tables print them, in the reader's language. */
import type { MoneyUnit } from '@mingsuan/core/money';
import type { Text, TextKey } from '../i18n/index.tsx';

const KEYS: Readonly<Record<MoneyUnit, TextKey>> = {
  元: 'unit.yuan',
  百元: 'unit.hundred',
  千元: 'unit.thousand',
  万元: 'unit.wan',
  十万元: 'unit.hundredThousand',
  百万元: 'unit.million',
  亿元: 'unit.yi',
};

/** The unit's name; what is no unit of money, as it is printed. */
export const unitName = (t: Text, unit: string): string =>
  Object.hasOwn(KEYS, unit) ? t(KEYS[unit as MoneyUnit]) : unit;
