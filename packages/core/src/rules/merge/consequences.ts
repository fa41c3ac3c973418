/** One mistake, one finding: what follows from a wrong figure elsewhere is told with that figure. */
import type { Evidence, Finding } from '../../finding.ts';
import { unspaced } from '../../text/fold.ts';
import { severityRank } from './order.ts';

/** Findings with what follows from another one told within it, so that one mistake is reported once. */
export function withConsequences(findings: readonly Finding[]): Finding[] {
  return mergeSameDifference(mergeWitnesses(findings));
}

const cellOf = ({ form, row, column }: Evidence) =>
  form && row !== undefined ? `${form}/${row}/${column ?? ''}` : undefined;

/**
 * The explanation may print the right figure of a cell that the equations have found wrong: then its disagreement with the
 * table is no second mistake, but one more witness for the first.
 */
function mergeWitnesses(findings: readonly Finding[]): Finding[] {
  const located = new Map<string, Finding>();
  for (const finding of findings) {
    const cell = finding.evidence[0] && cellOf(finding.evidence[0]);
    if (cell && finding.expected !== undefined) located.set(cell, finding);
  }
  const followers = new Map<Finding, Finding[]>();
  for (const finding of findings) {
    const [words, ...cells] = finding.evidence;
    if (!words || words.form || finding.actual === undefined) continue;
    const wrong = cells
      .map((evidence) => located.get(cellOf(evidence) ?? ''))
      .find((found) => found && confirms(finding.actual!, found));
    if (wrong) append(followers, wrong, finding);
  }
  return absorb(findings, followers, (message) => `${message}；情况说明写的与应有的数相符`);
}

/** Words print 万元 to two decimals where the table has 元, and sums of rounded figures leave the last digit open. */
const LAST_DIGIT = 10_000;

function confirms(words: number, { expected = 0, difference = 0 }: Finding): boolean {
  const off = Math.abs(words - expected);
  return off === 0 || (off <= LAST_DIGIT && off * 3 < Math.abs(difference));
}

/**
 * Two findings that rest on one printed figure and are off by the same amount have one cause: parts that miss their sum by
 * 0.20 because one of them is 0.20 too small are no second mistake beside the budget that the same part falls short of.
 */
function mergeSameDifference(findings: readonly Finding[]): Finding[] {
  const byDifference = new Map<number, Finding[]>();
  for (const finding of findings) {
    const off = Math.abs(finding.difference ?? 0);
    if (off > 0) append(byDifference, off, finding);
  }
  const followers = new Map<Finding, Finding[]>();
  for (const group of byDifference.values()) {
    const heads: Finding[] = [];
    for (const finding of [...group].sort((a, b) => severityRank(a) - severityRank(b))) {
      const head = heads.find((other) => other.rule !== finding.rule && shareFigure(other, finding));
      if (head) append(followers, head, finding);
      else heads.push(finding);
    }
  }
  return absorb(findings, followers, (message) => message);
}

function append<K>(lists: Map<K, Finding[]>, key: K, finding: Finding): void {
  const list = lists.get(key);
  if (list) list.push(finding);
  else lists.set(key, [finding]);
}

function shareFigure(a: Finding, b: Finding): boolean {
  return a.evidence.some((one) => b.evidence.some((other) => isSameFigure(one, other)));
}

/** The same cell, or the same words: one rule quotes more of a sentence than another. */
function isSameFigure(a: Evidence, b: Evidence): boolean {
  if (a.origin.page !== b.origin.page) return false;
  const [one, other] = [unspaced(a.text), unspaced(b.text)];
  if (a.form || b.form) return a.form === b.form && one === other && isSamePlace(a, b);
  return /\d/.test(one) && (one.endsWith(other) || other.endsWith(one));
}

const isSamePlace = (a: Evidence, b: Evidence) =>
  (cellOf(a) !== undefined && cellOf(a) === cellOf(b)) || JSON.stringify(a.origin) === JSON.stringify(b.origin);

/** Findings without the followers, which their heads tell as consequences and rest on too. */
function absorb(
  findings: readonly Finding[],
  followers: ReadonlyMap<Finding, readonly Finding[]>,
  say: (message: string) => string,
): Finding[] {
  const gone = new Set([...followers.values()].flat());
  return findings.flatMap((finding) => {
    if (gone.has(finding)) return [];
    const own = followers.get(finding);
    if (!own) return [finding];
    const consequences = own.flatMap(({ message, consequences: more = [] }) => [message.replace(/。$/, ''), ...more]);
    return [
      {
        ...withEvidence(finding, own),
        message: say(finding.message),
        consequences: [...(finding.consequences ?? []), ...consequences],
      },
    ];
  });
}

/** The same mistake made again, as one finding that rests on all places: a wrong year in five sentences of a section. */
export function mergeRepeated(
  findings: readonly Finding[],
  keyOf: (finding: Finding) => string | undefined,
): Finding[] {
  const heads = new Map<string, Finding>();
  const followers = new Map<Finding, Finding[]>();
  for (const finding of [...findings].sort((a, b) => severityRank(a) - severityRank(b))) {
    const key = keyOf(finding);
    const head = key === undefined ? undefined : heads.get(key);
    if (head) append(followers, head, finding);
    else if (key !== undefined) heads.set(key, finding);
  }
  const gone = new Set([...followers.values()].flat());
  return findings.flatMap((finding) => {
    const again = followers.get(finding);
    if (!again) return gone.has(finding) ? [] : [finding];
    const stop = /[。！？]$/.exec(finding.message)?.[0] ?? '';
    const message = `${finding.message.slice(0, finding.message.length - stop.length)}；同样的问题另有 ${again.length} 处${stop}`;
    return [{ ...withEvidence(finding, again), message }];
  });
}

function withEvidence(finding: Finding, others: readonly Finding[]): Finding {
  const seen = new Set(finding.evidence.map((evidence) => JSON.stringify(evidence)));
  const more = others.flatMap(({ evidence }) => evidence).filter((evidence) => !seen.has(JSON.stringify(evidence)));
  return { ...finding, evidence: [...finding.evidence, ...more] };
}
