/** 政府采购品目分类目录: the 2022 edition (财库〔2022〕31号), and what is known of the 2013 edition (财库〔2013〕189号). */
import { lazy } from '../memo.ts';
import partial2013 from './data/procurement-2013.json' with { type: 'json' };
import edition2022 from './data/procurement-2022.json' with { type: 'json' };
import { type Concept, type Entry, entryOf, trustOf } from './entry.ts';

export type ProcurementEdition = '2013' | '2022';

/** First budget year compiled with the 2022 edition. */
export const PROCUREMENT_2022_FROM = 2023;

function parse(rows: readonly string[]): ReadonlyMap<string, Concept> {
  return new Map(
    rows.map((row) => {
      const [code = '', name = '', letter] = row.split('\t');
      return [code, { code, trust: trustOf(letter), names: [{ name }], seen: { from: PROCUREMENT_2022_FROM } }];
    }),
  );
}

export const procurementConcepts: Readonly<Record<ProcurementEdition, () => ReadonlyMap<string, Concept>>> = {
  '2013': lazy(() => parse(partial2013)),
  '2022': lazy(() => parse(edition2022)),
};

const FULL = /^[ABC]\d{8}$/;

/** The significant digits: `A02010000` → `A0201`, `A` → `A`. A 2013 code has no padding and stays as it is. */
function significant(code: string, edition: ProcurementEdition): string {
  return edition === '2022' && FULL.test(code) ? code.replace(/(?:00)+$/, '') : code;
}

/** The nearest code above that the edition has. */
export function procurementParent(code: string, edition: ProcurementEdition): string | undefined {
  const concepts = procurementConcepts[edition]();
  let digits = significant(code, edition);
  while (digits.length > 1) {
    digits = digits.slice(0, -2);
    const above = edition === '2022' && digits.length > 1 ? digits.padEnd(9, '0') : digits;
    if (concepts.has(above)) return above;
  }
  return undefined;
}

/** A code of one edition. The 2022 edition also answers to a shortened code: `A0202` → A02020000. */
export function procurementEntry(code: string, edition: ProcurementEdition): Entry | undefined {
  const concepts = procurementConcepts[edition]();
  const padded = edition === '2022' && /^[ABC](?:\d\d){1,3}$/.test(code) ? code.padEnd(9, '0') : code;
  const concept = concepts.get(padded);
  if (!concept) return undefined;
  const parent = procurementParent(padded, edition);
  return entryOf(concept, {
    list: 'procurement',
    level: (significant(padded, edition).length + 1) / 2,
    edition,
    ...(parent ? { parent } : {}),
  });
}

/**
 * The edition that a document's codes are of: 2022 codes have eight digits throughout, 2013 codes two to ten.
 * Where the codes do not tell (A02010104 is in both), the budget year does; undefined without either.
 */
export function procurementEdition(codes: readonly string[], year?: number): ProcurementEdition | undefined {
  let balance = 0;
  for (const code of codes) {
    const in2013 = procurementConcepts['2013']().has(code);
    if (!FULL.test(code)) balance -= code.length > 9 || in2013 ? 2 : 1;
    else if (procurementConcepts['2022']().has(code) && !in2013) balance += 2;
    else if (in2013 && !procurementConcepts['2022']().has(code)) balance -= 2;
  }
  if (balance !== 0) return balance > 0 ? '2022' : '2013';
  if (year === undefined) return undefined;
  return year >= PROCUREMENT_2022_FROM ? '2022' : '2013';
}

/**
 * Whether an item is a fixed asset by its code: equipment (A02 and, in the 2013 edition, A03) or furniture (A06, 2022: A05);
 * office supplies (A0504, A09) are used up.
 */
export const buysAsset = ({ code = '' }: { readonly code?: string }): boolean => /^A0(?:[123678]|5(?!04))/i.test(code);
