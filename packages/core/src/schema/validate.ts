/** Tells whether a value keeps to a schema, and where the first departures are. */
import type { Schema } from './schema.ts';

/** `path` is written as in a program: `documents[0].source`. `expected` is a Chinese phrase: 应当是整数. */
export interface Departure {
  readonly path: string;
  readonly expected: string;
}

const TYPE_NAMES: Record<NonNullable<Schema['type']>, string> = {
  object: '对象',
  array: '数组',
  string: '文字',
  integer: '整数',
  number: '数',
  boolean: '真假值',
};

/** The first `limit` places where `value` departs from `schema`; none: it is valid. */
export function validate(schema: Schema, value: unknown, limit = 5): readonly Departure[] {
  const found: Departure[] = [];
  visit(schema, value, '');
  return found;

  function visit(rule: Schema, at: unknown, path: string): void {
    if (found.length >= limit) return;
    const resolved = rule.$ref ? resolve(schema, rule.$ref) : rule;
    if (resolved.type && !hasType(resolved.type, at)) {
      depart(path, `应当是${TYPE_NAMES[resolved.type]}`);
      return;
    }
    if (typeof at === 'string') checkText(resolved, at, path);
    else if (typeof at === 'number') checkNumber(resolved, at, path);
    else if (Array.isArray(at)) checkList(resolved, at, path);
    else if (isObject(at)) checkObject(resolved, at, path);
  }

  function checkText(rule: Schema, at: string, path: string): void {
    if (rule.enum && !rule.enum.includes(at)) depart(path, `应当是 ${rule.enum.join('、')} 之一`);
    if (rule.minLength !== undefined && at.length < rule.minLength) depart(path, '不能为空');
  }

  function checkNumber(rule: Schema, at: number, path: string): void {
    if (rule.minimum !== undefined && at < rule.minimum) depart(path, `不能小于 ${rule.minimum}`);
    if (rule.maximum !== undefined && at > rule.maximum) depart(path, `不能大于 ${rule.maximum}`);
  }

  function checkList(rule: Schema, at: readonly unknown[], path: string): void {
    if (rule.minItems !== undefined && at.length < rule.minItems) depart(path, `应当至少有 ${rule.minItems} 项`);
    if (rule.maxItems !== undefined && at.length > rule.maxItems) depart(path, `应当至多有 ${rule.maxItems} 项`);
    const { items } = rule;
    if (items) for (const [index, item] of at.entries()) visit(items, item, `${path}[${index}]`);
  }

  function checkObject(rule: Schema, at: Readonly<Record<string, unknown>>, path: string): void {
    for (const name of rule.required ?? []) {
      if (!Object.hasOwn(at, name)) depart(join(path, name), '缺少这一项');
    }
    for (const [name, item] of Object.entries(at)) {
      const known = rule.properties && Object.hasOwn(rule.properties, name) ? rule.properties[name] : undefined;
      if (known) visit(known, item, join(path, name));
      else if (rule.additionalProperties === false) depart(join(path, name), '不认识这一项');
      else if (typeof rule.additionalProperties === 'object') visit(rule.additionalProperties, item, join(path, name));
    }
  }

  function depart(path: string, expected: string): void {
    if (found.length < limit) found.push({ path, expected });
  }
}

function resolve(root: Schema, reference: string): Schema {
  const name = reference.replace('#/$defs/', '');
  const target = root.$defs?.[name];
  if (!target) throw new Error(`schema has no definition ${reference}`);
  return target;
}

function hasType(type: NonNullable<Schema['type']>, value: unknown): boolean {
  if (type === 'object') return isObject(value);
  if (type === 'array') return Array.isArray(value);
  if (type === 'integer') return Number.isSafeInteger(value);
  if (type === 'number') return typeof value === 'number' && Number.isFinite(value);
  return typeof value === type;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function join(path: string, name: string): string {
  return path ? `${path}.${name}` : name;
}
