/** How likely one printed number is a typing error of another: the tie-breaker between repairs that are equally good. */

export type TypingError =
  | 'swapped-digits'
  | 'shifted-point'
  | 'wrong-sign'
  | 'dropped-digit'
  | 'added-digit'
  | 'wrong-digit';

const LIKELIHOOD: Readonly<Record<TypingError, number>> = {
  'swapped-digits': 1,
  'shifted-point': 0.9,
  'wrong-sign': 0.9,
  'dropped-digit': 0.9,
  'added-digit': 0.9,
  'wrong-digit': 0.7,
};

/** The single slip that turns `intended` into `printed`; both as `formatAmount` writes them with the same decimals. */
export function typingError(printed: string, intended: string): TypingError | undefined {
  if (printed === intended) return undefined;
  if (printed.replace('-', '') === intended.replace('-', '')) return 'wrong-sign';
  if (printed.startsWith('-') !== intended.startsWith('-')) return undefined;
  const a = printed.replace(/\D/g, '');
  const b = intended.replace(/\D/g, '');
  if (significant(a) === significant(b)) return significant(a) === '' ? undefined : 'shifted-point';
  if (a.length === b.length) {
    const different = [...a].flatMap((digit, i) => (digit === b[i] ? [] : [i]));
    if (different.length === 1) return 'wrong-digit';
    const [i, j] = different;
    if (different.length === 2 && j === i! + 1 && a[i!] === b[j!] && a[j!] === b[i!]) return 'swapped-digits';
  }
  if (isOneShorter(a, b)) return 'dropped-digit';
  if (isOneShorter(b, a)) return 'added-digit';
  // A digit lost before the point leaves the decimals where they were; one lost behind it moves the rest.
  if (isOneShorter(significant(a), significant(b))) return 'dropped-digit';
  if (isOneShorter(significant(b), significant(a))) return 'added-digit';
  return undefined;
}

/** 0 for no single slip, 1 for the commonest. */
export function slipLikelihood(printed: string, intended: string): number {
  const slip = typingError(printed, intended);
  return slip ? LIKELIHOOD[slip] : 0;
}

function significant(digits: string): string {
  return digits.replace(/^0+|0+$/g, '');
}

/** Whether `short` is `long` without one digit. */
function isOneShorter(short: string, long: string): boolean {
  if (long.length !== short.length + 1) return false;
  let i = 0;
  while (i < short.length && short[i] === long[i]) i += 1;
  return short.slice(i) === long.slice(i + 1);
}
