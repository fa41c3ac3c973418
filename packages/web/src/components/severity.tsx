import { type CoverageCounts, isWhollyUnderstood } from '@mingsuan/core/model/coverage';
import type { FindingCounts, Severity } from '../api/types.ts';
import { useText } from '../i18n/index.tsx';

export const SEVERITIES: readonly Severity[] = ['error', 'warning', 'notice'];

export function SeverityTag({ severity }: { readonly severity: Severity }) {
  const t = useText();
  return <span className={`tag tag-${severity}`}>{t(`severity.${severity}`)}</span>;
}

interface CountsProps {
  readonly counts: FindingCounts;
  /** How much of what they are of was read; where that is not known, nothing is said of the whole. */
  readonly coverage?: CoverageCounts | null | undefined;
}

/** Nothing found is said of what was read: of all of it, of its words where there is no table, or of a part. */
function noneText(coverage: CoverageCounts | null | undefined) {
  if (!coverage || !isWhollyUnderstood(coverage)) return 'agency.findingsNoneInPart';
  return coverage.tables.printed > 0 ? 'agency.findingsNone' : 'agency.findingsNoneInWords';
}

/** How many of each; nothing found is said in words, and only of what was read. */
export function Counts({ counts, coverage }: CountsProps) {
  const t = useText();
  const found = SEVERITIES.filter((severity) => counts[severity] > 0);
  if (found.length === 0) {
    if (counts.pending) return <span className="faint">{t('agency.findingsPending')}</span>;
    return <span className="faint">{t(noneText(coverage))}</span>;
  }
  return (
    <span className="counts">
      {found.map((severity) => (
        <span key={severity} className={`tag tag-${severity}`}>
          {t(`severity.${severity}`)} {counts[severity]}
        </span>
      ))}
    </span>
  );
}
