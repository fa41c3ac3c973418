import type { FindingCounts, Severity } from '../api/types.ts';
import { useText } from '../i18n/index.tsx';

export const SEVERITIES: readonly Severity[] = ['error', 'warning', 'notice'];

export function SeverityTag({ severity }: { readonly severity: Severity }) {
  const t = useText();
  return <span className={`tag tag-${severity}`}>{t(`severity.${severity}`)}</span>;
}

/** How many of each; nothing found is said in words. */
export function Counts({ counts }: { readonly counts: FindingCounts }) {
  const t = useText();
  const found = SEVERITIES.filter((severity) => counts[severity] > 0);
  if (found.length === 0) return <span className="faint">{t('agency.findingsNone')}</span>;
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
