/** The `equations` of a file of own rules, as families. */
import type { FormId } from '../disclosure.ts';
import { type ParsedFamily, parseFamily } from '../equations/family.ts';
import { columnName, formName } from '../equations/names.ts';
import { type ParseResult, parseCondition, parseEquation } from '../equations/parse.ts';
import type { Equation, Ref } from '../equations/syntax.ts';
import { formById } from '../forms/index.ts';
import { EVERYWHERE } from '../rules/scope.ts';
import type { Faults, Path } from '../user-file/faults.ts';
import { type Fields, itemOf, listOf, neededText, plainText, severityOf, textOf } from '../user-file/fields.ts';
import type { Ids } from './ids.ts';

export const OWN_GROUP = '本级规则';
export const OWN_BASIS = '使用者的规则文件';

const NAMES = ['id', 'title', 'equation', 'when', 'basis', 'severity'];

/** Equations of a file of own rules; one that cannot be read is a fault at its place and left out. */
export function equationsOf(value: unknown, path: Path, ids: Ids, faults: Faults): readonly ParsedFamily[] {
  return listOf(value, path, faults).flatMap((item, i) => {
    const here = [...path, i];
    const fields = itemOf(item, here, NAMES, faults);
    return (fields && equationOf(fields, here, ids, faults)) ?? [];
  });
}

function equationOf(fields: Fields, path: Path, ids: Ids, faults: Faults): ParsedFamily | undefined {
  const id = neededText(fields, 'id', path, '规则编号，例如 own-1', faults);
  const isFree = id !== undefined && ids.claim(id, [...path, 'id']);
  const title = neededText(fields, 'title', path, '这条规则说的是什么', faults);
  const text = neededText(fields, 'equation', path, '勾稽表达式', faults);
  const basis = [{ document: textOf(fields, 'basis', path, faults) ?? OWN_BASIS }];
  const severity =
    fields.severity === undefined ? 'warning' : severityOf(fields.severity, [...path, 'severity'], faults);
  const equation = text === undefined ? undefined : parsed(parseEquation, text, [...path, 'equation'], faults);
  const applies = equation !== undefined && doesApply(equation, [...path, 'equation'], faults);
  const when = conditionsOf(fields.when, [...path, 'when'], faults);
  if (!id || !isFree || !title || !text || !severity || !applies || !when) return undefined;
  const standing = 'definition';
  return parseFamily({
    id,
    title,
    group: OWN_GROUP,
    scope: EVERYWHERE,
    basis,
    severity,
    standing,
    equations: [{ text, when }],
  });
}

/** One condition, or a list of conditions that must all be true. */
function conditionsOf(value: unknown, path: Path, faults: Faults): readonly string[] | undefined {
  if (value === undefined) return [];
  const list = Array.isArray(value) ? value.map((each, i) => [each, [...path, i]] as const) : [[value, path] as const];
  const texts = list.map(([each, at]) => {
    const text = plainText(each, at, '条件', faults);
    return text !== undefined && parsed(parseCondition, text, at, faults) ? text : undefined;
  });
  return texts.every((text) => text !== undefined) ? texts : undefined;
}

function parsed<T>(parse: (text: string) => ParseResult<T>, text: string, path: Path, faults: Faults): T | undefined {
  const result = parse(text);
  if (result.ok) return result.value;
  return faults.at(
    path,
    `表达式看不懂：${result.message.replace(/^第 \d+ 个字符：/, '')}`,
    'value',
    result.position - 1,
  );
}

/** An equation may be well formed and yet never speak of any document: better said now than silently never checked. */
function doesApply({ left, right }: Equation, path: Path, faults: Faults): boolean {
  const refs = [...left, ...right].flatMap(({ ref }) => ref ?? []);
  if (refs.length === 0) faults.at(path, '表达式里没有单元格，请写成 表名[行].列 的样子。');
  const messages = refs.map(neverThere).filter((message) => message !== undefined);
  for (const message of new Set(messages)) faults.at(path, message);
  return refs.length > 0 && messages.length === 0;
}

function neverThere({ form, side, columns }: Ref): string | undefined {
  if (form === '@') return '这里不能用“@”，请写出表名，例如 支出总表[合计].合计。';
  const name = formName(form);
  const definition = formById(form as FormId);
  if (definition.rows === 'lines' && !side)
    return `“${name}”分收入、支出两边，请写成“${name}.收入[…]”或“${name}.支出[…]”。`;
  if (definition.rows !== 'lines' && side) return `“${name}”不分收入、支出，请写成“${name}[…]”。`;
  if (definition.rows === 'items' || definition.rows === 'records') return undefined;
  const printed = definition.columns.map(({ id }) => id);
  const strange = columns.find((column) => column !== '*' && !printed.includes(column));
  if (strange === undefined) return undefined;
  const choice = printed.map((column) => columnName(column, form)).join('、');
  return `“${name}”没有“${columnName(strange)}”这一列，可用的列有 ${choice}。`;
}
