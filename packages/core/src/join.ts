/**
 * One disclosure in several files: the words (情况说明) in one, the tables (报表) in another, performance targets in a third. Files
 * of one agency, year and kind that print nothing twice are one disclosure; an agency, year or kind that nobody tells joins nothing.
 */
import type { Disclosure } from './disclosure.ts';
import { type FieldsTold, type FieldTold, isTold } from './model/identity.ts';
import { inOrder } from './model/tables.ts';

/** What a file holds of its disclosure, as far as that tells whether another file goes with it. */
export interface Holding {
  /** Statements and record tables by their forms. */
  readonly forms: readonly string[];
  /** Whether it has an explanation that is more than titles and notes. */
  readonly hasWords: boolean;
}

/** A shorter text beside tables is their notes; what stands under no heading is what tables left over. */
const LEAST_WORDS = 300;

/** What a disclosure holds. */
export function holdingOf({ statements, tables, explanation }: Disclosure): Holding {
  const headed = explanation.filter(({ title }) => title !== '').reduce((sum, { text }) => sum + text.length, 0);
  return {
    forms: [...new Set([...statements, ...tables].map(({ form }) => form))].sort(),
    hasWords: headed >= LEAST_WORDS || (explanation.length > 0 && statements.length + tables.length === 0),
  };
}

/** Whether two files print nothing twice. */
export const isBeside = (a: Holding, b: Holding): boolean =>
  !(a.hasWords && b.hasWords) && !a.forms.some((form) => b.forms.includes(form));

type Subject = Pick<Disclosure, 'agency' | 'year' | 'stage' | 'identity'>;

/** Whether two files are of one agency, year and kind, all of which is known; a file of words may not tell the level. */
export function isOfOne(
  a: Subject & { readonly holding: Holding },
  b: Subject & { readonly holding: Holding },
): boolean {
  const tellsLevel = ({ holding }: { readonly holding: Holding }) => holding.forms.length > 0;
  return (
    a.agency.name !== '' &&
    a.agency.name === b.agency.name &&
    (a.agency.code ?? b.agency.code) === (b.agency.code ?? a.agency.code) &&
    (a.agency.level === b.agency.level || !(tellsLevel(a) && tellsLevel(b))) &&
    a.year !== undefined &&
    a.year === b.year &&
    a.stage === b.stage &&
    (isTold(a, 'stage') || isTold(b, 'stage'))
  );
}

/**
 * Groups of disclosures (by their place in the list) that are one; each prints nothing that another of its group prints. One that
 * goes with several goes with the first.
 */
export function partsOfOne(
  disclosures: readonly (Subject & { readonly holding: Holding })[],
): readonly (readonly number[])[] {
  const groups: number[][] = [];
  disclosures.forEach((one, i) => {
    const fitting = groups.filter((members) =>
      members.every((at) => isOfOne(disclosures[at]!, one) && isBeside(disclosures[at]!.holding, one.holding)),
    );
    const isOfLevel = (members: readonly number[]) =>
      members.every((at) => disclosures[at]!.agency.level === one.agency.level);
    const group = fitting.find(isOfLevel) ?? fitting[0];
    if (group) group.push(i);
    else groups.push([i]);
  });
  return groups;
}

/** Parts put together: what each prints in the order of the parts, and what is told of them all. */
export function joinParts(parts: readonly Disclosure[]): Disclosure {
  const main = parts.find(({ statements }) => statements.length > 0) ?? parts[0]!;
  if (parts.length === 1) return main;
  const code = parts.flatMap(({ agency }) => agency.code ?? [])[0];
  const region = parts.flatMap((part) => part.region ?? [])[0];
  const identity = joinTold(parts.flatMap((part) => part.identity ?? []));
  const generic = parts.flatMap((part) => part.generic ?? []);
  return {
    ...main,
    agency: { ...(code === undefined ? {} : { code }), name: main.agency.name, level: main.agency.level },
    ...(region ? { region } : {}),
    ...(identity ? { identity } : {}),
    template: parts.find(({ template }) => template !== 'unknown')?.template ?? 'unknown',
    statements: parts.flatMap(({ statements }) => statements),
    tables: inOrder(parts.flatMap(({ tables }) => tables)),
    contents: parts.flatMap(({ contents }) => contents),
    explanation: parts.flatMap(({ explanation }) => explanation),
    ...(generic.length > 0 ? { generic } : {}),
  };
}

/** What is read, with its file named in every place; a place that names one keeps it. */
export function withSource<T>(value: T, source: string): T {
  if (Array.isArray(value)) return value.map((each) => withSource(each, source)) as T;
  if (typeof value !== 'object' || value === null) return value;
  const placed = Object.entries(value).map(([key, each]) => [
    key,
    key === 'origin' ? { source, ...each } : withSource(each, source),
  ]);
  return Object.fromEntries(placed);
}

/** What one file tells for sure is sure of them all: they agree, else they were no parts of one. */
function joinTold(all: readonly FieldsTold[]): FieldsTold | undefined {
  if (all.length === 0) return undefined;
  const field = (name: keyof FieldsTold): FieldTold => {
    const told = all.map((each) => each[name]);
    const against = told.flatMap((each) => each.against ?? []);
    const witnesses = new Set(told.flatMap(({ evidence }) => evidence.map(({ text }) => text)));
    const isSure = told.some(({ confidence }) => confidence === 'sure');
    return {
      confidence: isSure ? 'sure' : witnesses.size > 0 ? 'doubtful' : 'unknown',
      evidence: told.flatMap(({ evidence }) => evidence),
      ...(against.length > 0 ? { against } : {}),
    };
  };
  return { agency: field('agency'), year: field('year'), stage: field('stage') };
}
