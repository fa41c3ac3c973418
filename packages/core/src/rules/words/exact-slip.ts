/** Lists that may fall short of their whole, and do by just what one mistyped digit makes. */
import { type Fen, formatAmount } from '../../money.ts';
import { typingError } from '../../repair/typing-error.ts';

/** Digits of a figure that one slip makes a list add up by no accident. */
const LONG = 5;
/** Among many parts some slip of one of them is always near. */
const MOST_PARTS = 6;

/**
 * 资产原值合计1211.22万元，其中：（1）…；（2）…: what tells only some of its parts may fall short, but hardly by just what one mistyped digit of
 * one figure makes of it. Amounts in fen; `slack` is twice what rounding explains.
 */
export function isExactSlip(whole: Fen, parts: readonly Fen[], slack: Fen): boolean {
  const gap = whole - parts.reduce((sum, fen) => sum + fen, 0);
  if (Math.abs(gap) * 2 <= slack || parts.length < 2 || parts.length > MOST_PARTS) return false;
  return [[whole, whole - gap] as const, ...parts.map((fen) => [fen, fen + gap] as const)].some(([printed, meant]) => {
    const [one, other] = [formatAmount(printed, '万元'), formatAmount(meant, '万元')];
    const slip = typingError(one, other);
    return (slip === 'wrong-digit' || slip === 'swapped-digits') && isLong(one) && isLong(other);
  });
}

const isLong = (text: string): boolean => text.replace(/\D/g, '').replace(/0+$/, '').length >= LONG;
