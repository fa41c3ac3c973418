/**
 * Stable ids of findings, which a reviewer's dismissal names. The same mistake of the same document has the same id in the
 * next run, also where the document was changed elsewhere: pages, lines and other findings do not enter. It gets another
 * id, and so is reported again, when the figures it is about change, or in another year's document.
 */
import type { Disclosure } from './disclosure.ts';
import type { Evidence, Finding } from './finding.ts';
import { columnAt } from './model/address.ts';
import { unspaced } from './text/fold.ts';

type Subject = Pick<Disclosure, 'agency' | 'year' | 'stage'>;

const ID = /^[0-9a-z]{8}(?:-\d{1,4})?$/;

/** Whether a text has the shape of a finding's id; such a finding need not exist. */
export const isFindingId = (text: string): boolean => ID.test(text);

/** Findings with their ids, in order; several that nothing tells apart get `-2`, `-3`. */
export function withIds(findings: readonly Finding[], subject: Subject): Finding[] {
  const seen = new Map<string, number>();
  return findings.map((finding) => {
    const id = hash(JSON.stringify([subjectOf(subject), finding.rule, finding.form, place(finding), figures(finding)]));
    const count = (seen.get(id) ?? 0) + 1;
    seen.set(id, count);
    return { id: count === 1 ? id : `${id}-${count}`, ...finding };
  });
}

/** What a finding is about, whatever its figures and whosever text: the rule at its place. The same where a figure was changed and is wrong still. */
export const findingPlace = (finding: Finding): string =>
  JSON.stringify([finding.rule, finding.form, finding.agency, place(finding)]);

const subjectOf = ({ agency, year, stage }: Subject) => [agency.code, agency.name, agency.level, year, stage];

/** The cell meant, or the words without their figures. */
function place({ evidence: [first], message }: Finding): unknown {
  if (first?.row !== undefined) return cellOf(first);
  return figuresAs(first?.text || message).replace(FIGURE, '');
}

const cellOf = ({ form, row, column }: Evidence) => [form, row, column === undefined ? undefined : keyAsHashed(column)];

/** Ids are made of keys as they were once written, `hospitality-budget`: so dismissals of that time still hold. */
function keyAsHashed(key: string): string {
  const { column, period } = columnAt(key);
  return period === undefined ? column : `${column}-${period}`;
}

/** The amounts compared; where there are none, all figures that the finding rests on. */
function figures({ expected, actual, evidence }: Finding): unknown {
  if (expected !== undefined || actual !== undefined) return [expected, actual];
  return evidence.map(({ text }) => figuresAs(text).match(FIGURE));
}

const FIGURE = /\d[\d.,]*/g;

const figuresAs = (text: string) => unspaced(text).replaceAll('，', ',');

/** FNV-1a over UTF-16 units, twice with different seeds: eight characters that hardly ever meet. */
function hash(text: string): string {
  const half = (seed: number) => {
    let value = seed;
    for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), 16_777_619) >>> 0;
    return value.toString(36).padStart(7, '0').slice(-4);
  };
  return half(2_166_136_261) + half(2_654_435_769);
}
