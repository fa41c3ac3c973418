/** YAML as a user writes it: its plain data, where each value stands, and in Chinese what is no YAML. */
import type { FileFault, Locate, Path } from '@mingsuan/core/user-file/faults';
import {
  type Document,
  isMap,
  isScalar,
  Lexer,
  LineCounter,
  type Node,
  parseDocument,
  visit,
  type YAMLError,
} from 'yaml';

export type YamlResult =
  | { readonly ok: true; readonly data: unknown; readonly locate: Locate }
  | { readonly ok: false; readonly errors: readonly FileFault[] };

/** `core` knows numbers and blanks; `failsafe` takes every value as text. */
export function parseYaml(text: string, schema: 'core' | 'failsafe'): YamlResult {
  const lines = new LineCounter();
  const place = (offset: number) => {
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(1, line), column: Math.max(1, col) };
  };
  const deep = tooDeep(text);
  if (deep) return { ok: false, errors: [{ ...deep, message: '这里嵌套得太深，请检查括号、缩进和“- ”。' }] };
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, logLevel: 'error', schema });
  const errors = [
    ...[...document.errors, ...document.warnings].map(({ code, pos }) => ({
      ...place(pos[0]),
      message: SENTENCES[code] ?? '这里不符合 YAML 的写法，请检查缩进、引号和冒号。',
    })),
    ...aliases(document).map((offset) => ({ ...place(offset), message: '不能用“*”引用别处，请直接写出内容。' })),
  ];
  // What follows a first mistake is mostly its consequence.
  if (errors.length > 0) return { ok: false, errors: errors.slice(0, 1) };
  const locate: Locate = (path, part, offset) => place(offsetOf(document, text, path, part, offset));
  return { ok: true, data: document.toJS(), locate };
}

const COLON = '冒号应为半角，后面空一格（“名称: 内容”）；内容里有冒号的，请加上引号。';

const SENTENCES: Partial<Record<YAMLError['code'], string>> = {
  BAD_DQ_ESCAPE: '双引号里“\\”后面的写法不对；正则表达式请放在单引号里。',
  BAD_INDENT: '缩进没有对齐，或括号没有配对。',
  BAD_SCALAR_START: '内容不能以这个符号开头，请给整段内容加上引号。',
  BLOCK_AS_IMPLICIT_KEY: `一行里只能有一个“名称: 内容”；${COLON}`,
  BLOCK_IN_FLOW: '方括号、花括号里不能换行缩进，请写在一行里。',
  DUPLICATE_KEY: '这个名称前面已经写过，请合并或删去一个。',
  KEY_OVER_1024_CHARS: '名称太长；是不是冒号写错了位置？',
  MISSING_CHAR: '引号没有配对，或少了一个符号。',
  MULTILINE_IMPLICIT_KEY: `这里缺少冒号；${COLON}`,
  MULTIPLE_DOCS: '一个文件里只能有一份内容，请删去“---”。',
  TAB_AS_INDENT: '缩进不能用制表符（Tab），请改用空格。',
  TAG_RESOLVE_FAILED: '内容不能以“!”开头，请加上引号。',
  UNEXPECTED_TOKEN: `这里的写法与前面不一致，请检查缩进；${COLON}`,
};

const MOST_DEPTH = 64;

/** Whether brackets, indents or list marks stand deeper than any real file: the parser would run out of memory. */
function tooDeep(text: string): { line: number; column: number } | undefined {
  let [line, column, brackets, marks] = [1, 1, 0, 0];
  let isContent = false;
  for (const token of new Lexer().lex(text)) {
    if (!isContent) {
      if (token === '[' || token === '{') brackets += 1;
      else if (token === ']' || token === '}') brackets -= 1;
      else if (token === '-' || token === '?') marks += 1;
    }
    if (brackets + marks + (column === 1 && !isContent ? indentOf(token) : 0) > MOST_DEPTH) return { line, column };
    isContent = token === CONTENT;
    if (token.includes('\n')) {
      line += token.split('\n').length - 1;
      [column, marks] = [1, 0];
    } else if (!MARKERS.includes(token)) column += token.length;
  }
  return undefined;
}

/** What the lexer puts before a plain or block text. */
const CONTENT = '\u001f';
const MARKERS = ['\u0002', '\u0018', CONTENT];

const indentOf = (token: string) => (/^ +$/.test(token) ? token.length : 0);

function aliases(document: Document): readonly number[] {
  const found: number[] = [];
  visit(document, {
    Alias: (_, { range }) => {
      found.push(range?.[0] ?? 0);
    },
  });
  return found;
}

/** Where a value stands, or the name before it; of a value that is not there, where its parent stands. */
function offsetOf(document: Document, source: string, path: Path, part: 'name' | 'value', offset: number): number {
  let node: Node | null = document.contents;
  let at = node?.range?.[0] ?? 0;
  for (const [i, step] of path.entries()) {
    const { name, value } = stepInto(node, step);
    if (!name && !value) return at;
    node = value;
    const isName = i === path.length - 1 && part === 'name';
    at = (isName ? name : (value ?? name))?.range?.[0] ?? at;
  }
  return isScalar(node) && part === 'value' ? within(node, source, at, offset) : at;
}

function stepInto(node: Node | null, step: string | number): { name: Node | null; value: Node | null } {
  if (isMap(node)) {
    const pair = node.items.find(({ key }) => String(key) === String(step));
    return { name: (pair?.key as Node | undefined) ?? null, value: (pair?.value as Node | undefined) ?? null };
  }
  const value = (node as { get?: (key: unknown, keep: true) => unknown } | null)?.get?.(step, true);
  return { name: null, value: (value as Node | undefined) ?? null };
}

/** The place of a value's character: quotes, escapes and indents of the source are skipped. */
function within(node: Node, source: string, from: number, offset: number): number {
  const value = (node as { value?: unknown }).value;
  const end = Math.max(from, (node.range?.[1] ?? from) - 1);
  if (typeof value !== 'string' || offset === 0) return from;
  let at = from - 1;
  for (const character of value.slice(0, offset + 1)) {
    at += 1;
    while (at < end && source[at] !== character) at += 1;
  }
  return Math.min(at, end);
}
