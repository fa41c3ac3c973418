import type { CheckedFinding, Severity } from '../../api/types.ts';

export interface Filter {
  /** Undefined: all. */
  readonly severity: Severity | undefined;
  readonly rule: string | undefined;
  readonly dismissed: boolean;
}

/** What an address asks of a check: its file, what of it is listed, which finding is open. */
export interface CheckSearch {
  readonly file?: number;
  readonly severity?: string;
  readonly rule?: string;
  readonly dismissed?: boolean;
  readonly finding?: string;
}

/** Which document's doubtful figures are put right. */
export interface FiguresSearch {
  readonly file: number;
}

export const filterOf = ({ severity, rule, dismissed }: CheckSearch): Filter => ({
  severity: (['error', 'warning', 'notice'] as const).find((one) => one === severity),
  rule: rule || undefined,
  dismissed: dismissed ?? false,
});

export const fits = (finding: CheckedFinding, { severity, rule, dismissed }: Filter): boolean =>
  (severity === undefined || finding.severity === severity) &&
  (rule === undefined || finding.rule === rule) &&
  (dismissed || finding.dismissed === undefined);
