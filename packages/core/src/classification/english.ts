/**
 * English names of functional and economic codes, and of printed lines that no vocabulary has, by their Chinese name: many codes share one (行政运行 in every section), a code's
 * name changes with the years, and what a document prints under a code need not be the official name. Our own translations.
 */
import { lazy } from '../memo.ts';
import rows from './data/english.json' with { type: 'json' };
import { normalizeName } from './names.ts';

const english = lazy(
  () =>
    new Map(
      rows.map((row) => {
        const [name = '', translated = ''] = row.split('\t');
        return [normalizeName(name), translated] as const;
      }),
    ),
);

/** 公安支出 is 公安. */
const SPENT = /支出$/;
/** 其他公安支出 is the other part of 公安. */
const OTHER = /^其他/;

/** 资源勘探信息等 is 资源勘探信息等支出. */
const listed = (key: string): string | undefined =>
  english().get(key) ?? english().get(key.replace(SPENT, '')) ?? english().get(`${key}支出`);

/**
 * The English name of a code's Chinese one, official or printed (numbering and brackets are not looked at); undefined where it is not
 * translated: then the Chinese is shown as it is, never a mix.
 */
export function englishName(name: string): string | undefined {
  const key = normalizeName(name);
  const own = listed(key);
  if (own !== undefined || !OTHER.test(key)) return own;
  const whole = listed(key.replace(OTHER, ''));
  // An acronym stays as it is.
  return whole && `Other ${/^[A-Z]{2}/.test(whole) ? whole : whole[0]!.toLowerCase() + whole.slice(1)}`;
}
