/** Format codes of workbooks (ECMA-376 part 1, 18.8.31): cut into sections, and those into what they show. */

/** The formats that have a number and no code of their own in the file; 14 and on as a Chinese Excel shows them. */
const BUILT_IN: Readonly<Record<number, string>> = {
  1: '0',
  2: '0.00',
  3: '#,##0',
  4: '#,##0.00',
  5: '¥#,##0;¥-#,##0',
  6: '¥#,##0;¥-#,##0',
  7: '¥#,##0.00;¥-#,##0.00',
  8: '¥#,##0.00;¥-#,##0.00',
  9: '0%',
  10: '0.00%',
  11: '0.00E+00',
  12: '# ?/?',
  13: '# ??/??',
  14: 'yyyy/m/d',
  15: 'd-mmm-yy',
  16: 'd-mmm',
  17: 'mmm-yy',
  18: 'h:mm AM/PM',
  19: 'h:mm:ss AM/PM',
  20: 'h:mm',
  21: 'h:mm:ss',
  22: 'yyyy/m/d h:mm',
  27: 'yyyy"年"m"月"',
  28: 'm"月"d"日"',
  29: 'm"月"d"日"',
  30: 'm/d/yy',
  31: 'yyyy"年"m"月"d"日"',
  32: 'h"时"mm"分"',
  33: 'h"时"mm"分"ss"秒"',
  34: '上午/下午h"时"mm"分"',
  35: '上午/下午h"时"mm"分"ss"秒"',
  36: 'yyyy"年"m"月"',
  37: '#,##0;-#,##0',
  38: '#,##0;-#,##0',
  39: '#,##0.00;-#,##0.00',
  40: '#,##0.00;-#,##0.00',
  41: '#,##0;-#,##0;"-"',
  42: '¥#,##0;¥-#,##0;"-"',
  43: '#,##0.00;-#,##0.00;"-"',
  44: '¥#,##0.00;¥-#,##0.00;"-"',
  45: 'mm:ss',
  46: '[h]:mm:ss',
  47: 'mm:ss.0',
  48: '##0.0E+0',
  49: '@',
  50: 'yyyy"年"m"月"',
  51: 'm"月"d"日"',
  52: 'yyyy"年"m"月"',
  53: 'm"月"d"日"',
  54: 'm"月"d"日"',
  55: '上午/下午h"时"mm"分"',
  56: '上午/下午h"时"mm"分"ss"秒"',
  57: 'yyyy"年"m"月"',
  58: 'm"月"d"日"',
};

export const builtInFormat = (id: number): string => BUILT_IN[id] ?? 'General';

export interface Token {
  readonly kind:
    | 'digit'
    | 'point'
    | 'comma'
    | 'percent'
    | 'exponent'
    | 'fraction'
    | 'literal'
    | 'general'
    | 'text'
    | 'date';
  readonly text: string;
}

export interface Section {
  readonly tokens: readonly Token[];
  readonly condition?: { readonly operator: string; readonly limit: number };
  has(kind: Token['kind']): boolean;
}

const CONDITION = /\[(<=|>=|<>|<|>|=)(-?\d+(?:\.\d+)?)\]/;

/** The sections between `;` that stand neither in quotes nor in brackets nor after a backslash. */
export function sectionsOf(code: string): Section[] {
  const parts = [''];
  for (const [piece] of (code || 'General').matchAll(/"[^"]*"?|\[[^\]]*\]?|\\[\s\S]?|[\s\S]/g)) {
    if (piece === ';') parts.push('');
    else parts[parts.length - 1] += piece;
  }
  return parts.map((part) => {
    const match = CONDITION.exec(part);
    const tokens = tokensOf(part);
    return {
      tokens,
      ...(match ? { condition: { operator: match[1]!, limit: Number(match[2]) } } : {}),
      has: (kind) => tokens.some((token) => token.kind === kind),
    };
  });
}

const TOKEN =
  /"([^"]*)"?|\\(.?)|!(.)|_.|\*.|\[\$([^\]-]*)[^\]]*\]|(\[(?:h+|m+|s+)\])|\[[^\]]*\]|(General|G\/通用格式)|(E[+-]0+)|(AM\/PM|A\/P|上午\/下午)|(y+|m+|d+|h+|s+(?:\.0+)?|aaaa?|b+|e+)|([0#?])|(\.)|(,)|(%)|(\/)|(@)|([\s\S])/gi;

/** A section's code cut into what it shows. Colours, fillers and the widths of `_x` show nothing. */
function tokensOf(code: string): Token[] {
  const tokens: Token[] = [];
  const add = (kind: Token['kind'], text: string) => tokens.push({ kind, text });
  for (const m of code.matchAll(TOKEN)) {
    const literal = m[1] ?? m[2] ?? m[3] ?? m[4];
    if (literal !== undefined) add('literal', literal);
    else if (m[5] ?? m[8] ?? m[9]) add('date', (m[5] ?? m[8] ?? m[9])!);
    else if (m[6]) add('general', m[6]);
    else if (m[7]) add('exponent', m[7]);
    else if (m[10]) add('digit', m[10]);
    else if (m[11]) add('point', '.');
    else if (m[12]) add('comma', ',');
    else if (m[13]) add('percent', '%');
    else if (m[14]) add('fraction', '/');
    else if (m[15]) add('text', '@');
    else if (m[16]) add('literal', m[16]);
  }
  return tokens;
}
