/** Printed labels as people write them, brought to one shape so that they can be compared. */

/** Full-width to half-width for brackets and digits, all white space and zero-width characters gone. */
export function squeeze(text: string): string {
  return text
    .replace(/[\s\u00a0\u3000\u200b\ufeff]+/g, '')
    .replace(/[（﹙]/g, '(')
    .replace(/[）﹚]/g, ')')
    .replace(/[０-９]/g, (d) => String.fromCharCode(d.charCodeAt(0) - 0xfee0))
    .replace(/[“”"„‟＂「」『』]/g, '"')
    .replace(/：/g, ':');
}

/** How deep a line's numbering stands: 一、 1, （一） 2, 1. 3, （1） 4; 0 without numbering. */
export function numberingDepth(label: string): number {
  const s = squeeze(label).replace(/^其中:?/, '');
  if (/^[一二三四五六七八九十]+[、.．]/.test(s)) return 1;
  if (/^\([一二三四五六七八九十]+\)/.test(s)) return 2;
  if (/^\d+[、.．](?!\d)/.test(s)) return 3;
  if (/^(?:\(\d+\)|[①-⑳])/.test(s)) return 4;
  return 0;
}

/** A line's label without numbering, 其中 and spaces; brackets and quotes stay as printed. */
export function lineKey(label: string): string {
  const plain = label.replace(/[\s\u00a0\u3000\u200b\ufeff]+/g, '').replace(/^其中[:：]?/, '');
  return plain
    .replace(/^(?:[一二三四五六七八九十]+[、.．]|[（(][一二三四五六七八九十\d]+[）)]|[①-⑳]|\d+[、.．](?!\d))/, '')
    .replace(/^其中[:：]?/, '');
}

/** A header cell as compared: no white space, no quotes, no 其中, no unit in brackets. */
export function headerKey(text: string): string {
  return squeeze(text)
    .replace(/"/g, '')
    .replace(/^其中:?/, '')
    .replace(/\((?:(?:金额)?单位:)?(?:万元|元)\)$/, '');
}

const TOTAL = /^(?:合计|总计|支出合计|支出总计|收入合计|总合计|合计数)$/;

/** Whether a row's label says that it is the 合计 row. */
export function isTotalLabel(label: string): boolean {
  return TOTAL.test(squeeze(label));
}

/** Codes with the spaces that wrapping put into them removed; undefined where it is no classification code. */
export function asCode(text: string): string | undefined {
  const code = squeeze(text).replace(/[.．-]/g, '');
  return /^\d{3}(?:\d{2}){0,3}$/.test(code) ? code : undefined;
}
