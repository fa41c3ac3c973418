/** File patterns for shells that do not expand them: `*`, `**`, `?`, `[abc]`, `{a,b}`. */

/** Whether an argument may be a pattern; a file of that very name goes first. */
export function isGlob(pattern: string): boolean {
  return /[*?[{]/.test(pattern);
}

/** The folder a pattern starts from: `年度` of `年度/*.pdf`. */
export function globBase(pattern: string): string {
  const parts = pattern.split('/');
  const first = parts.findIndex(isGlob);
  const base = parts.slice(0, first).join('/');
  return base === '' ? (pattern.startsWith('/') ? '/' : '.') : base;
}

/** A regular expression over whole paths with `/` between the parts. `*` and `?` do not cross a `/`; `**` does. */
export function globToRegExp(pattern: string): RegExp {
  let source = '';
  let braces = 0;
  for (let i = 0; i < pattern.length; i++) {
    const character = pattern[i] as string;
    if (pattern.startsWith('**/', i)) {
      source += '(?:[^/]+/)*';
      i += 2;
    } else if (pattern.startsWith('**', i)) {
      source += '.*';
      i += 1;
    } else if (character === '*') source += '[^/]*';
    else if (character === '?') source += '[^/]';
    else if (character === '[' && pattern.indexOf(']', i + 2) > 0) {
      const end = pattern.indexOf(']', i + 2);
      source += `[${pattern
        .slice(i + 1, end)
        .replace(/^!/, '^')
        .replace(/[\\[]/g, '\\$&')}]`;
      i = end;
    } else if (character === '{' && pattern.includes('}', i)) {
      source += '(?:';
      braces += 1;
    } else if (character === '}' && braces > 0) {
      source += ')';
      braces -= 1;
    } else if (character === ',' && braces > 0) source += '|';
    else source += character.replace(/[.+^$()|\\[\]{}]/g, '\\$&');
  }
  return new RegExp(`^${source}$`, 'u');
}
