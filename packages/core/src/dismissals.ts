/**
 * Dismissed findings: what a reviewer has looked at and laid aside, with the reason. Works on the plain data of the
 * dismissals file (docs/dismissals.md); where its values stand is asked of the caller.
 */
import type { Finding } from './finding.ts';
import { isFindingId } from './finding-id.ts';
import type { FindingParts } from './schema/check.ts';
import type { Model } from './schema/define.ts';
import { Faults, type FileFault, type Locate, type Path } from './user-file/faults.ts';
import { type Fields, fieldsOf, itemOf, listOf, neededText, textOf } from './user-file/fields.ts';

export { isFindingId };

/** `date` is 2026-03-02. `source`, `rule` and `message` only tell people what was dismissed. */
export interface Dismissal {
  readonly id: string;
  readonly reason: string;
  readonly date?: string;
  readonly source?: string;
  readonly rule?: string;
  readonly message?: string;
}

export type DismissalsResult =
  | { readonly ok: true; readonly dismissals: readonly Dismissal[] }
  | { readonly ok: false; readonly errors: readonly FileFault[] };

/** A finding that a dismissal lays aside. */
export interface DismissedFinding extends Model<FindingParts['dismissedFinding']> {}

const OPTIONAL = ['date', 'source', 'rule', 'message'] as const;
const NAMES = ['id', 'reason', ...OPTIONAL];
export const DISMISSALS_PART = 'dismissed';

/** `data` has texts only, no numbers: an id may look like one. */
export function parseDismissals(data: unknown, locate: Locate): DismissalsResult {
  const faults = new Faults(locate);
  const fields: Fields = fieldsOf(data, [], [DISMISSALS_PART], faults) ?? {};
  const list = listOf(fields[DISMISSALS_PART] || undefined, [DISMISSALS_PART], faults);
  const seen = new Set<string>();
  const dismissals = list.flatMap((item, i) => {
    const path = [DISMISSALS_PART, i];
    const found = dismissalOf(item, path, faults);
    if (!found) return [];
    if (seen.has(found.id)) faults.at([...path, 'id'], `编号“${found.id}”前面已经核销，请删去一条。`);
    seen.add(found.id);
    return [found];
  });
  const { errors } = faults;
  return errors.length > 0 ? { ok: false, errors } : { ok: true, dismissals };
}

function dismissalOf(item: unknown, path: Path, faults: Faults): Dismissal | undefined {
  const fields = itemOf(item, path, NAMES, faults);
  if (!fields) return undefined;
  const id = neededText(fields, 'id', path, '问题的编号，mingsuan check 会列出', faults);
  const reason = neededText(fields, 'reason', path, '核销的理由', faults);
  if (id !== undefined && !isFindingId(id)) {
    return faults.at([...path, 'id'], `“${id}”不是问题的编号，请照抄 mingsuan check 列出的编号。`);
  }
  const others = OPTIONAL.flatMap((name) => {
    const text = fields[name] ? textOf(fields, name, path, faults) : undefined;
    return text === undefined ? [] : [[name, text] as const];
  });
  return id === undefined || reason === undefined ? undefined : { id, reason, ...Object.fromEntries(others) };
}

export interface LaidAside {
  readonly findings: readonly Finding[];
  readonly dismissed: readonly DismissedFinding[];
}

/** Parts findings into those that stand and those that are dismissed, both in their order. */
export function layAside(findings: readonly Finding[], dismissals: readonly Dismissal[]): LaidAside {
  const byId = new Map(dismissals.map((dismissal) => [dismissal.id, dismissal]));
  const of = ({ id }: Finding) => (id === undefined ? undefined : byId.get(id));
  return {
    findings: findings.filter((finding) => !of(finding)),
    dismissed: findings.flatMap((finding) => {
      const found = of(finding);
      if (!found) return [];
      return [{ ...finding, reason: found.reason, ...(found.date === undefined ? {} : { date: found.date }) }];
    }),
  };
}
