/** Short names of tables, each once in a document: a workbook names its sheets by them. */

/** Excel's longest name of a sheet. */
const LONGEST = 31;

/** Gives each table a name that no other has; a prefix tells agencies apart. */
export function tableNames(): (prefix: string, name: string) => string {
  const given = new Set<string>();
  return (prefix, name) => {
    const plain = `${prefix}${prefix ? ' ' : ''}${name}`.replace(/[[\]:*?/\\'\s]+/g, ' ').trim();
    for (let n = 1; ; n++) {
      const suffix = n === 1 ? '' : ` ${n}`;
      const candidate = plain.slice(0, LONGEST - suffix.length) + suffix;
      if (given.has(candidate)) continue;
      given.add(candidate);
      return candidate;
    }
  };
}
