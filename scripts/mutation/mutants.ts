/** The small mistakes that could stand in a source: one each, as the stretch of text to replace. */
import { parseAst } from 'rolldown/parseAst';

export interface Mutant {
  /** UTF-16 offsets of what is replaced. */
  readonly start: number;
  readonly end: number;
  readonly replacement: string;
}

const SWAPPED: Readonly<Record<string, string>> = {
  '<': '<=',
  '<=': '<',
  '>': '>=',
  '>=': '>',
  '===': '!==',
  '!==': '===',
  '+': '-',
  '-': '+',
  '*': '/',
  '/': '*',
  '%': '*',
  '&&': '||',
  '||': '&&',
  '??': '&&',
};

interface Node {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly [field: string]: unknown;
}

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && typeof (value as Node).type === 'string';

/** Every mutant of a TypeScript source, in the order of the text. Types, imports and texts are left alone. */
export function mutantsOf(source: string): readonly Mutant[] {
  const found: Mutant[] = [];
  const visit = (node: Node): void => {
    if (/^(?:TS(?!As|Satisfies|NonNull)|Import)/.test(node.type)) return;
    found.push(...mutantsAt(node, source));
    for (const value of Object.values(node)) for (const child of [value].flat()) if (isNode(child)) visit(child);
  };
  visit(parseAst(source, { lang: 'ts' }) as unknown as Node);
  return found.sort((a, b) => a.start - b.start);
}

function mutantsAt(node: Node, source: string): readonly Mutant[] {
  switch (node.type) {
    case 'BinaryExpression':
    case 'LogicalExpression':
      return operator(node, source);
    case 'IfStatement':
    case 'ConditionalExpression': {
      const { start, end } = node.test as Node;
      return ['true', 'false'].map((replacement) => ({ start, end, replacement }));
    }
    case 'UnaryExpression':
      return node.operator === '!' ? [{ start: node.start, end: node.start + 1, replacement: '' }] : [];
    case 'Literal':
      return literal(node);
    default:
      return [];
  }
}

function operator(node: Node, source: string): readonly Mutant[] {
  const replacement = SWAPPED[node.operator as string];
  const [left, right] = [node.left as Node, node.right as Node];
  // Texts are joined, not added.
  if (!replacement || (node.operator === '+' && [left, right].some((side) => typeof side.value === 'string')))
    return [];
  const start = source.indexOf(node.operator as string, left.end);
  return start < 0 || start >= right.start
    ? []
    : [{ start, end: start + (node.operator as string).length, replacement }];
}

function literal({ start, end, value }: Node): readonly Mutant[] {
  if (typeof value === 'number') return [{ start, end, replacement: String(value + 1) }];
  return typeof value === 'boolean' ? [{ start, end, replacement: String(!value) }] : [];
}
