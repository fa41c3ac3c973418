/** Every place where a pattern (`g`) matches. Most texts have none, and `matchAll` makes a copy of its pattern before it looks. */
export const matchesOf = (text: string, pattern: RegExp): RegExpExecArray[] =>
  text.search(pattern) < 0 ? [] : [...text.matchAll(pattern)];
