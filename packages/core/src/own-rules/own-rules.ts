/**
 * Rules of one's own: what a finance bureau writes into a file, without programming, beside the built-in rules
 * (docs/own-rules.md). Works on the file's plain data; where its values stand is asked of the caller.
 */
import type { ParsedFamily } from '../equations/family.ts';
import type { Severity } from '../finding.ts';
import type { ReadRule } from '../rules/rule.ts';
import { Faults, type FileFault, type Locate } from '../user-file/faults.ts';
import { type Fields, fieldsOf, isFields, itemOf, listOf, neededText, severityOf } from '../user-file/fields.ts';
import { equationsOf } from './equations.ts';
import { Ids, type PlaceRules } from './ids.ts';
import { phrasesOf, sectionsOf } from './wording.ts';

export type { FileFault, Locate, Path, Place } from '../user-file/faults.ts';

export interface OwnRules {
  readonly families: readonly ParsedFamily[];
  readonly rules: readonly ReadRule[];
  /** By rule id, the user's equations among them. */
  readonly severities: ReadonlyMap<string, Severity>;
  /** Switched-off rules with the reason. */
  readonly off: ReadonlyMap<string, string>;
}

export type OwnRulesResult =
  | { readonly ok: true; readonly own: OwnRules }
  | { readonly ok: false; readonly errors: readonly FileFault[] };

const PARTS = ['equations', 'sections', 'phrases', 'severities', 'off'];

/**
 * Own rules from plain data. What is wrong in the file comes as faults with line and column; nothing is thrown. `places`: names
 * of places by the ids of the rules that they add, which the file may switch off or give another severity.
 */
export function parseOwnRules(data: unknown, locate: Locate, places: PlaceRules = new Map()): OwnRulesResult {
  const faults = new Faults(locate);
  const ids = new Ids(faults, places);
  const fields: Fields = fieldsOf(data, [], PARTS, faults) ?? {};
  if (data === null || data === undefined) faults.at([], `文件里没有规则，可写的有 ${PARTS.join('、')}。`);
  const families = equationsOf(fields.equations, ['equations'], ids, faults);
  const rules = [
    ...sectionsOf(fields.sections, ['sections'], ids, faults),
    ...phrasesOf(fields.phrases, ['phrases'], ids, faults),
  ];
  const own = families.map(({ family }) => [family.id, family.severity] as const);
  const severities = new Map([...own, ...severitiesOf(fields.severities, ids, faults)]);
  const off = offOf(fields.off, ids, faults);
  const { errors } = faults;
  return errors.length > 0 ? { ok: false, errors } : { ok: true, own: { families, rules, severities, off } };
}

function severitiesOf(value: unknown, ids: Ids, faults: Faults): readonly (readonly [string, Severity])[] {
  if (value === undefined || value === null) return [];
  if (!isFields(value)) {
    faults.at(['severities'], '这里应每行写一条“规则编号: 级别”，例如 target-empty-talk: warning。');
    return [];
  }
  return Object.entries(value).flatMap(([id, given]) => {
    const isKnown = ids.known(id, ['severities', id], 'name');
    const severity = severityOf(given, ['severities', id], faults);
    return isKnown && severity ? [[id, severity] as const] : [];
  });
}

function offOf(value: unknown, ids: Ids, faults: Faults): ReadonlyMap<string, string> {
  const off = new Map<string, string>();
  for (const [i, item] of listOf(value, ['off'], faults).entries()) {
    const path = ['off', i];
    const fields = itemOf(item, path, ['rule', 'reason'], faults);
    if (!fields) continue;
    const rule = neededText(fields, 'rule', path, '要停用的规则的编号', faults);
    const reason = neededText(fields, 'reason', path, '停用的理由', faults);
    if (rule === undefined || !ids.known(rule, [...path, 'rule'], 'value')) continue;
    if (off.has(rule)) faults.at([...path, 'rule'], `规则“${rule}”前面已经停用，请删去一条。`);
    else off.set(rule, reason ?? '');
  }
  return off;
}
