/** One mistake, one finding: what follows from a wrong figure elsewhere is told with that figure. */
import { formName } from '../../equations/names.ts';
import type { Evidence, Finding } from '../../finding.ts';
import type { Fen } from '../../money.ts';
import { unspaced } from '../../text/fold.ts';
import { severityRank } from './order.ts';

/** Findings with what follows from another one told within it, so that one mistake is reported once. */
export function withConsequences(findings: readonly Finding[]): Finding[] {
  return mergeSameDifference(mergeWitnesses(mergeAcrossTables(findings)));
}

/**
 * One rule broken alike in several tables, by the same amount and over the same printed figures, is one mistake: an item that
 * all of them leave out, not a wrong figure in each; and so is a wrong cell that another table repeats.
 */
function mergeAcrossTables(findings: readonly Finding[]): Finding[] {
  const heads: Finding[] = [];
  const followers = new Map<Finding, Finding[]>();
  for (const finding of findings) {
    const head = finding.form && finding.difference ? heads.find((other) => isAlike(other, finding)) : undefined;
    if (head) append(followers, head, finding);
    else heads.push(finding);
  }
  return absorb(findings, followers, (head, own) =>
    own.every((other) => isCopied(head, other))
      ? {
          message: `${head.message}；${formsOf(own)}的同一格也是`,
          ...(head.suggestion ? { suggestion: `${head.suggestion}；${formsOf(own)}的同一格也要改` } : {}),
        }
      : {
          message: `${head.message}；${formsOf(own)}也差同样的数`,
          suggestion: '几张表差的是同一个数，可能都少列了一行或用了同一个错数，请对照原始数据核对',
        },
  );
}

/** A wrong cell that another table has in its place, and should print what that should: copied with its mistake. */
function isCopied(a: Finding, b: Finding): boolean {
  const [one, other] = [a.evidence[0], b.evidence[0]];
  if (!one?.form || !other?.form || one.form === other.form || one.row !== other.row) return false;
  return one.expected !== undefined && one.expected === other.expected && one.text === other.text;
}

const formsOf = (findings: readonly Finding[]): string =>
  [...new Set(findings.map(({ form }) => formName(form!)))].join('、');

/** Figures that tell the same in two tables before their findings are one. */
const ENOUGH_ALIKE = 3;

function isAlike(a: Finding, b: Finding): boolean {
  if (isCopied(a, b)) return true;
  if (a.rule !== b.rule || a.form === b.form || Math.abs(a.difference ?? 0) !== Math.abs(b.difference!)) return false;
  const told = new Set(a.evidence.map(({ row, text }) => `${row} ${text}`));
  const same = new Set(b.evidence.map(({ row, text }) => `${row} ${text}`).filter((each) => told.has(each)));
  return same.size >= ENOUGH_ALIKE;
}

const cellOf = ({ form, row, column }: Evidence) =>
  form && row !== undefined ? `${form}/${row}/${column ?? ''}` : undefined;

/**
 * The explanation may print the right figure of a cell that the equations have found wrong: then its disagreement with the
 * table is no second mistake, but one more witness for the first.
 */
function mergeWitnesses(findings: readonly Finding[]): Finding[] {
  const located = new Map<string, { readonly finding: Finding; readonly expected: Fen }>();
  for (const finding of findings) {
    finding.evidence.forEach((each, i) => {
      const cell = cellOf(each);
      const expected = each.expected ?? (i === 0 ? finding.expected : undefined);
      if (cell && expected !== undefined) located.set(cell, { finding, expected });
    });
  }
  const followers = new Map<Finding, Finding[]>();
  for (const finding of findings) {
    const [words, ...cells] = finding.evidence;
    if (!words || words.form || finding.actual === undefined) continue;
    const wrong = cells
      .map((evidence) => located.get(cellOf(evidence) ?? ''))
      .find((found) => found && found.finding !== finding && confirms(finding, found.expected));
    if (wrong) append(followers, wrong.finding, finding);
  }
  return absorb(findings, followers, ({ message }) => ({ message: `${message}；情况说明写的与应有的数相符` }));
}

/** Words print 万元 to two decimals where the table has 元, and sums of rounded figures leave the last digit open. */
const LAST_DIGIT = 10_000;

function confirms({ actual = 0, expected: printed = 0 }: Finding, expected: Fen): boolean {
  const off = Math.abs(actual - expected);
  return off === 0 || (off <= LAST_DIGIT && off * 3 < Math.abs(actual - printed));
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
  return absorb(findings, followers, () => ({}));
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
  say: (finding: Finding, own: readonly Finding[]) => Partial<Finding>,
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
        ...say(finding, own),
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
