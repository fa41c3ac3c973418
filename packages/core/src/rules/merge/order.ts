/** The order in which a document's findings are read: the weightiest first, and among equals down the document. */
import type { Finding, Severity } from '../../finding.ts';

const SEVERITIES: readonly Severity[] = ['error', 'warning', 'notice'];

/** 0 for an error, then 1 and 2. */
export const severityRank = ({ severity }: Pick<Finding, 'severity'>): number => SEVERITIES.indexOf(severity);

/**
 * Errors, warnings, notices; in each first what has the most consequences; then by page and place on it. What is about the
 * whole document and stands nowhere comes last.
 */
export function byWeight(a: Finding, b: Finding): number {
  return (
    severityRank(a) - severityRank(b) ||
    (b.consequences?.length ?? 0) - (a.consequences?.length ?? 0) ||
    comparePlaces(placeOf(a), placeOf(b))
  );
}

type Place = readonly [page: number, down: number];

function placeOf({ evidence }: Finding): Place {
  const origin = evidence.find(({ origin: { page, line } }) => page !== undefined || line !== undefined)?.origin;
  if (!origin) return [Number.MAX_SAFE_INTEGER, 0];
  return [origin.page ?? 0, origin.box?.[1] ?? origin.line ?? 0];
}

const comparePlaces = (a: Place, b: Place) => a[0] - b[0] || a[1] - b[1];
