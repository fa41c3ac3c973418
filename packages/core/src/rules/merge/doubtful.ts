/** Findings that rest on a figure which was recognised on a picture and may be another: the document is not accused of them. */
import type { Origin, Problem } from '../../disclosure.ts';
import type { Finding } from '../../finding.ts';

const ADVICE = '；其中有的数由图片识别，把握不大，可能是认错了，请先看图核对';

/** Errors that rest on a doubtful figure are warnings, and say why. */
export function withoutAccusing(findings: readonly Finding[], problems: readonly Problem[]): readonly Finding[] {
  const doubtful = new Set(problems.flatMap(({ code, origin }) => (code === 'doubtful-figure' ? placeOf(origin) : [])));
  if (doubtful.size === 0) return findings;
  return findings.map((finding) => {
    const rests = finding.evidence.some(({ origin }) => placeOf(origin).some((place) => doubtful.has(place)));
    if (!rests || finding.severity !== 'error') return finding;
    return { ...finding, severity: 'warning', message: finding.message.replace(/。?$/, `${ADVICE}。`) };
  });
}

/** A place on a page or a picture as a word; none where it has no box. */
export const placeOf = (origin: Origin | undefined): string[] =>
  origin?.box ? [`${origin.page ?? ''} ${origin.picture ?? ''} ${origin.box.join(' ')}`] : [];
