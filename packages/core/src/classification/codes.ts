/** What a functional or economic code says by its digits: 类 3, 款 5, 项 7. */

const CODE = /^\d{3}(?:\d{2}){0,2}$/;

/** 1 类, 2 款, 3 项; undefined where it is no such code. */
export function levelOf(code: string): number | undefined {
  return CODE.test(code) ? (code.length - 1) / 2 : undefined;
}

/** `2010301` → `20103`; undefined for a class and for what is no code. */
export function parentOf(code: string): string | undefined {
  return CODE.test(code) && code.length > 3 ? code.slice(0, -2) : undefined;
}

/** From the class down, without the code itself: `2010301` → `201`, `20103`. */
export function ancestors(code: string): string[] {
  const parent = parentOf(code);
  return parent === undefined ? [] : [...ancestors(parent), parent];
}
