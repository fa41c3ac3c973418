/** Amounts: shown in the page's unit, the exact 元 beside it for whoever asks. No float ever holds one. */
import { formatAmount } from '@mingsuan/core/money';
import { useText } from '../i18n/index.tsx';
import { useScale } from './scale.tsx';

const grouped = (digits: string): string => digits.replace(/\B(?=(\d{3})+(?!\d))/g, ',');

const group = (amount: string): string => {
  const [whole = '', fraction] = amount.split('.');
  return grouped(whole) + (fraction === undefined ? '' : `.${fraction}`);
};

/** 元 with thousands separators, exact: 121783 fen → `1,217.83`. */
export const yuan = (fen: number): string => group(formatAmount(fen, '元'));

/** 万元 with two decimals; the amount has no less: 1217830000 fen → `1,217.83`. */
export const wan = (fen: number): string => group(formatAmount(fen, '万元'));

/** Per cent with one decimal of two integers, more where that would be nothing; undefined where there is nothing to compare with. */
export function percent(part: number, whole: number): string | undefined {
  if (whole === 0) return undefined;
  const share = (part / Math.abs(whole)) * 100;
  const told = share.toFixed(1);
  const isNothing = part !== 0 && Number(told) === 0;
  return `${isNothing ? share.toFixed(Math.ceil(-Math.log10(Math.abs(share)))) : told}%`;
}

export const signed = (text: string, amount: number): string => (amount > 0 ? `+${text}` : text);

export function Money({ fen }: { readonly fen: number | null | undefined }) {
  const t = useText();
  const { format } = useScale();
  if (fen === null || fen === undefined) return <span className="money faint">{t('money.none')}</span>;
  return (
    <data className="money" value={fen} title={t('money.exact', { yuan: yuan(fen) })}>
      {format(fen)}
    </data>
  );
}

/** With its unit, where it stands in a sentence. */
export function Amount({ fen }: { readonly fen: number }) {
  const { unit } = useScale();
  return (
    <>
      <Money fen={fen} /> {unit}
    </>
  );
}
