/** What we use of numfmt 4.0.1, whose package names a file of types that is not in it. */
declare module 'numfmt' {
  /** What `value` shows under a format code. @throws where the code is none */
  export function format(code: string, value: number | string): string;
  /** Whether the code shows a date or a time. */
  export function isDateFormat(code: string): boolean;
}
