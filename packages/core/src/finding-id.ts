/**
 * Stable ids of findings: the same mistake in the next run, or in a corrected document where it still stands, has the same
 * id, so that a reviewer's dismissal holds. Amounts, positions and wording do not enter; the place meant does.
 */
import type { Agency } from './disclosure.ts';
import type { Finding } from './finding.ts';

/** Findings with their ids, in order; equal places get `-2`, `-3`. */
export function withIds(findings: readonly Finding[], agency: Agency): Finding[] {
  const seen = new Map<string, number>();
  return findings.map((finding) => {
    const id = hash(placeOf(finding, agency));
    const count = (seen.get(id) ?? 0) + 1;
    seen.set(id, count);
    return { id: count === 1 ? id : `${id}-${count}`, ...finding };
  });
}

function placeOf(finding: Finding, agency: Agency): string {
  const [first] = finding.evidence;
  const place =
    first?.row !== undefined
      ? `${first.form}/${first.row}/${first.column ?? ''}`
      : words(first?.text ?? finding.message);
  return [finding.rule, agency.code ?? '', agency.name, agency.level, finding.form ?? '', place].join('|');
}

/** Words without figures and spaces: a corrected amount is still the same sentence. */
const words = (text: string) => text.replace(/[\d.,，\s]/g, '');

/** FNV-1a over UTF-16 units, twice with different seeds: eight characters that hardly ever meet. */
function hash(text: string): string {
  const half = (seed: number) => {
    let value = seed;
    for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), 16_777_619) >>> 0;
    return value.toString(36).padStart(7, '0').slice(-4);
  };
  return half(2_166_136_261) + half(2_654_435_769);
}
