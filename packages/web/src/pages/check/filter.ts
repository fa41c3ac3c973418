import type { CheckedFinding, Severity } from '../../api/types.ts';

export interface Filter {
  /** Undefined: all. */
  readonly severity: Severity | undefined;
  readonly rule: string | undefined;
  readonly dismissed: boolean;
}

export const NO_FILTER: Filter = { severity: undefined, rule: undefined, dismissed: false };

export const fits = (finding: CheckedFinding, { severity, rule, dismissed }: Filter): boolean =>
  (severity === undefined || finding.severity === severity) &&
  (rule === undefined || finding.rule === rule) &&
  (dismissed || finding.dismissed === undefined);
