/** Tells whether a value keeps to a contract, and where the first departures are. */
import type { z } from 'zod';
import { type ContractName, schemaOf } from './contract.ts';

/** `path` is written as in a program: `documents[0].source`. `expected` is a Chinese phrase: 应当是整数. */
export interface Departure {
  readonly path: string;
  readonly expected: string;
}

const TYPE_NAMES: Readonly<Record<string, string>> = {
  object: '对象',
  record: '对象',
  array: '数组',
  tuple: '数组',
  string: '文字',
  int: '整数',
  number: '数',
  boolean: '真假值',
};

/** The first `limit` places where `value` departs from the contract; none: it is valid. */
export function validate(name: ContractName, value: unknown, limit = 5): readonly Departure[] {
  const { error } = schemaOf(name).safeParse(value, { reportInput: true });
  return (error?.issues ?? []).flatMap(departuresOf).slice(0, limit);
}

function departuresOf(issue: z.core.$ZodIssue): readonly Departure[] {
  const path = issue.path.reduce<string>(step, '');
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => ({ path: step(path, key), expected: '不认识这一项' }));
  return [{ path, expected: expectation(issue) }];
}

function expectation(issue: z.core.$ZodIssue): string {
  if (issue.input === undefined) return '缺少这一项';
  if (issue.code === 'invalid_type') return `应当是${TYPE_NAMES[issue.expected] ?? issue.expected}`;
  if (issue.code === 'invalid_value') return `应当是 ${issue.values.join('、')} 之一`;
  const { origin } = issue as { readonly origin?: string };
  if (issue.code === 'too_small') {
    if (origin === 'string') return '不能为空';
    return origin === 'array' ? `应当至少有 ${issue.minimum} 项` : `不能小于 ${issue.minimum}`;
  }
  if (issue.code === 'too_big')
    return origin === 'array' ? `应当至多有 ${issue.maximum} 项` : `不能大于 ${issue.maximum}`;
  return '不合约定';
}

const step = (path: string, key: PropertyKey): string =>
  typeof key === 'number' ? `${path}[${key}]` : path ? `${path}.${String(key)}` : String(key);
