/** Checking: from what documents say to what is wrong in their tables. Pure; the order of findings is stable. */
import type { Disclosure, DocumentReading, Problem } from './disclosure.ts';
import { type Book, CellSpace, openBook } from './equations/book.ts';
import { evaluate, type Instance, type Tally } from './equations/evaluate.ts';
import { builtinFamilies } from './equations/families/index.ts';
import type { ParsedFamily } from './equations/family.ts';
import { judge } from './equations/verdict.ts';
import type { DocumentFindings, Finding } from './finding.ts';
import { withIds } from './finding-id.ts';
import { isOwnLimit, ownFindings, settleFinding, settleInstances, withOwnFamilies } from './own-rules/apply.ts';
import type { OwnRules } from './own-rules/index.ts';
import { isYearBefore } from './related.ts';
import { codeNames } from './rules/codes/code-names.ts';
import { CODE_SLIP, correctCodes } from './rules/codes/code-slips.ts';
import { departmentGroups, departmentInstances } from './rules/department/department-units.ts';
import { applyDisclosureRules } from './rules/disclosure-rules.ts';
import { conventions } from './rules/equations/convention.ts';
import { eachFinding, equationFindings } from './rules/equations/findings.ts';
import { withConsequences } from './rules/merge/consequences.ts';
import { byWeight } from './rules/merge/order.ts';
import { againstPrevious } from './rules/previous-year/previous-year.ts';
import { projectInstances } from './rules/procurement/project-funds.ts';
import type { BookFinding } from './rules/rule.ts';
import { structure } from './rules/structure/table-structure.ts';
import { excessPrecision } from './rules/units/excess-precision.ts';
import { tableUnits } from './rules/units/table-unit.ts';

export interface CheckOptions {
  /** Families beside the built-in ones, such as a finance bureau's own (`parseFamily`). */
  readonly families?: readonly ParsedFamily[];
  /** What a finance bureau's file of own rules adds and changes. */
  readonly own?: OwnRules;
}

/** What a check found, and how many equations it tried: `rounding` are those off by no more than printing explains. */
export interface CheckResult {
  readonly findings: readonly Finding[];
  readonly tally: Readonly<Tally>;
}

/** Checks one file's disclosures, a department against its units where the file holds both. */
export function checkDocument(reading: DocumentReading, options: CheckOptions = {}): DocumentFindings {
  return { source: reading.source, findings: checkDocuments([reading], options)[0]!.findings };
}

/** Checks several files together: a department may stand in one and its units in others. */
export function checkDocuments(
  readings: readonly DocumentReading[],
  options: CheckOptions = {},
): readonly DocumentFindings[] {
  const owners = readings.flatMap((reading, i) => reading.disclosures.map(() => i));
  const located = check(
    readings.flatMap(({ disclosures, problems }) => disclosures.map((disclosure) => ({ disclosure, problems }))),
    options,
  ).located;
  return readings.map(({ source }, i) => ({
    source,
    findings: located.filter(({ disclosure }) => owners[disclosure] === i).map(({ finding }) => finding),
  }));
}

/**
 * What is wrong in disclosures that are taken as one document, with the figures it rests on; amounts of findings are
 * fen.
 */
export function checkDisclosures(disclosures: readonly Disclosure[], options: CheckOptions = {}): CheckResult {
  const { located, tally } = check(
    disclosures.map((disclosure) => ({ disclosure, problems: [] })),
    options,
  );
  return { findings: located.map(({ finding }) => finding), tally };
}

/** A finding with the number of the disclosure it belongs to. */
interface Located {
  readonly finding: Finding;
  readonly disclosure: number;
}

/** A disclosure with what the reading of its file reported. */
interface Subject {
  readonly disclosure: Disclosure;
  readonly problems: readonly Problem[];
}

function check(subjects: readonly Subject[], options: CheckOptions): { located: Located[]; tally: Tally } {
  const { own } = options;
  const corrected = subjects.map(({ disclosure }) =>
    own?.off.has(CODE_SLIP.id) ? { disclosure, findings: [] } : correctCodes(disclosure),
  );
  const families = withOwnFamilies([...builtinFamilies(), ...(options.families ?? [])], own);
  const all = corrected.map(({ disclosure }) => disclosure);
  const books = all.map(openBook);
  const tally: Tally = { exact: 0, rounding: 0, violated: 0 };
  const located = cluster(books).flatMap((group) => {
    const findings = checkBooks(group, families, tally, own);
    return findings.map(({ book, finding }) => ({ finding, disclosure: books.indexOf(book) }));
  });
  const others = corrected.flatMap(({ disclosure, findings }, i) => {
    const { problems } = subjects[i]!;
    return [
      ...findings,
      ...applyDisclosureRules(disclosure, { problems }),
      ...ownFindings(own, disclosure, { problems }),
    ].map((finding) => ({ finding, disclosure: i }));
  });
  const compared = all.flatMap((disclosure, i) => {
    const previous = all.find((other) => isYearBefore(other, disclosure));
    return previous ? againstPrevious(disclosure, previous).map((finding) => ({ finding, disclosure: i })) : [];
  });
  const settled = [...located, ...others, ...compared].flatMap(({ finding, disclosure }) =>
    settleFinding(finding, own).map((each) => ({ finding: each, disclosure })),
  );
  return { located: identified(settled, all), tally };
}

/** Departments together with their units; every other disclosure alone. */
function cluster(books: readonly Book[]): readonly (readonly Book[])[] {
  const groups = departmentGroups(books);
  const grouped = new Set(groups.flatMap(({ department, units }) => [department, ...units]));
  return [
    ...groups.map(({ department, units }) => [department, ...units]),
    ...books.filter((book) => !grouped.has(book)).map((book) => [book]),
  ];
}

function checkBooks(
  books: readonly Book[],
  families: readonly ParsedFamily[],
  tally: Tally,
  own: OwnRules | undefined,
): readonly BookFinding[] {
  const space = new CellSpace(books);
  const beyond = [
    ...departmentGroups(books).flatMap((group) => departmentInstances(group, space)),
    ...books.flatMap((book) => projectInstances(book, space)),
  ];
  const others = settleInstances(beyond, own);
  for (const instance of others) tally[judge(instance.total, instance.tolerance2, instance.operator)] += 1;
  let violated = 0;
  for (const book of books) {
    const counts = evaluate(families, book, space, 'violated').tally;
    tally.exact += counts.exact;
    tally.rounding += counts.rounding;
    tally.violated += counts.violated;
    violated += counts.violated;
  }
  violated += others.filter((i) => judge(i.total, i.tolerance2, i.operator) === 'violated').length;
  let all: readonly Instance[] | undefined;
  const instances = () => {
    all ??= [...books.flatMap((book) => evaluate(families, book, space, 'all').instances), ...others];
    return all;
  };
  return [
    ...(violated > 0 ? explain(instances(), space) : []),
    ...excessPrecision(space, instances),
    ...books.flatMap(structure),
    ...books.flatMap(codeNames),
  ];
}

/** Wrong units and other conventions are told first; what they explain is no constraint for locating single cells. */
function explain(instances: readonly Instance[], space: CellSpace): readonly BookFinding[] {
  const isViolated = (i: Instance) => judge(i.total, i.tolerance2, i.operator) === 'violated';
  const units = tableUnits(instances.filter(isViolated), space);
  const rest = instances.filter((instance) => !units.explained.has(instance));
  const throughout = conventions(rest, space);
  const single = rest.filter((instance) => !throughout.explained.has(instance));
  return [
    ...units.findings,
    ...throughout.findings,
    ...eachFinding(single.filter(isOwnLimit).filter(isViolated), space),
    ...equationFindings(
      single.filter((instance) => !isOwnLimit(instance)),
      space,
    ),
  ];
}

/** Each disclosure's findings, one for each mistake, the weightiest first, with their ids. */
function identified(located: readonly Located[], disclosures: readonly Disclosure[]): Located[] {
  return disclosures.flatMap((disclosure, i) => {
    const own = located.filter((each) => each.disclosure === i).map(({ finding }) => finding);
    return withIds(withConsequences(own).sort(byWeight), disclosure).map((finding) => ({ finding, disclosure: i }));
  });
}
