/** Checking: from what documents say to what is wrong in them. Pure; the order of findings is stable. */
import { findingsByFile, homesOf } from './attribution.ts';
import type { Disclosure, DocumentReading, Problem } from './disclosure.ts';
import type { Tally } from './equations/evaluate.ts';
import type { ParsedFamily } from './equations/family.ts';
import { type FigureEquation, figureEquation } from './equations/figure-equation.ts';
import type { DocumentFindings, Finding } from './finding.ts';
import { holdingOf, joinParts, partsOfOne } from './join.ts';
import { bundled } from './jurisdictions/bundled.ts';
import type { Jurisdictions } from './jurisdictions/jurisdictions.ts';
import { settleFinding } from './own-rules/apply.ts';
import { ownRulesFor } from './own-rules/in-force.ts';
import type { OwnRules } from './own-rules/own-rules.ts';
import { acquaint, DocumentContext } from './rules/context.ts';
import { constrain } from './rules/equations/constrain.ts';
import { equationRule } from './rules/equations/equation-rule.ts';
import { locate } from './rules/equations/locate.ts';
import { withoutAccusing } from './rules/merge/doubtful.ts';
import { merged } from './rules/merge/merge.ts';
import { RULES } from './rules/register.ts';
import type { AnyRule, Phase } from './rules/rule.ts';
import { isInScope } from './rules/scope.ts';

export interface CheckOptions {
  /** Families beside the built-in ones, such as a finance bureau's own (`parseFamily`). */
  readonly families?: readonly ParsedFamily[];
  /** What a finance bureau's file of own rules adds and changes. */
  readonly own?: OwnRules;
  /** The places that are known, with the rules of their own; the bundled ones where none are given. */
  readonly jurisdictions?: Jurisdictions;
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

/**
 * Checks several files together: a department may stand in one and its units in others, an agency's words in one and its tables in
 * another. Each finding is told in the file that its evidence stands in.
 */
export function checkDocuments(
  readings: readonly DocumentReading[],
  options: CheckOptions = {},
): readonly DocumentFindings[] {
  const subjects = readings.flatMap(({ disclosures, problems }, file) =>
    disclosures.map((disclosure) => ({ disclosure, problems, file, holding: holdingOf(disclosure) })),
  );
  const groups = partsOfOne(subjects.map(({ disclosure, holding }) => ({ ...disclosure, holding }))).map((group) =>
    group.map((at) => subjects[at]!),
  );
  const { findings } = check(
    groups.map((parts) => ({
      disclosure: joinParts(parts.map(({ disclosure }) => disclosure)),
      problems: [...new Set(parts.flatMap(({ problems }) => problems))],
    })),
    options,
  );
  const homeOf = homesOf(readings);
  const found = readings.map((): Finding[] => []);
  groups.forEach((parts, i) => {
    // What no table's figure stands for is about the words.
    const files = [...parts].sort((a, b) => Number(b.holding.hasWords) - Number(a.holding.hasWords));
    const byFile = findingsByFile(
      findings[i]!,
      files.map(({ file }) => file),
      homeOf,
      (file) => readings[file]!.source,
    );
    for (const [file, own] of byFile) found[file]!.push(...own);
  });
  return readings.map(({ source }, i) => ({ source, findings: found[i]! }));
}

/**
 * What is wrong in disclosures that are taken as one document, with the figures it rests on; amounts of findings are
 * fen.
 */
export function checkDisclosures(disclosures: readonly Disclosure[], options: CheckOptions = {}): CheckResult {
  const subjects = disclosures.map((disclosure) => ({ disclosure, problems: [] }));
  const { findings, tally } = check(subjects, options);
  return { findings: findings.flat(), tally };
}

/** The equations over a document's figures that a check would try, whether they hold or not. */
export function equationsOf({ disclosures }: DocumentReading, options: CheckOptions = {}): readonly FigureEquation[] {
  const prepared = disclosures.map((disclosure) => prepare({ disclosure, problems: [] }, options));
  const forces = new Map(prepared.map(({ document, force }) => [document, force]));
  return acquaint(prepared.map(({ document }) => document)).flatMap((group) => {
    const { instances, cellIndex } = constrain(group, (document) => constraintsOf(forces.get(document)!));
    return instances().map((instance) => figureEquation(instance, cellIndex));
  });
}

/** A disclosure with what the reading of its file reported. */
interface Subject {
  readonly disclosure: Disclosure;
  readonly problems: readonly Problem[];
}

/** Runs the phases of rules/rule.ts one after the other. @returns the findings of each subject. */
function check(subjects: readonly Subject[], options: CheckOptions) {
  const tally: Tally = { exact: 0, rounding: 0, violated: 0 };
  const prepared = subjects.map((subject) => prepare(subject, options));
  const documents = prepared.map(({ document }) => document);
  const found = new Map<DocumentContext, Finding[]>(documents.map((document) => [document, []]));
  const forces = new Map(prepared.map(({ document, force }) => [document, force]));
  for (const group of acquaint(documents)) {
    const equations = constrain(group, (document) => constraintsOf(forces.get(document)!));
    for (const verdict of ['exact', 'rounding', 'violated'] as const) tally[verdict] += equations.tally[verdict];
    for (const { grids, finding } of locate(LOCATE, equations))
      found.get(group.find((document) => document.grids === grids)!)!.push(finding);
  }
  return {
    tally,
    findings: prepared.map(({ document, findings, force: { rules, own } }) => {
      const { disclosure } = document;
      const all = [
        ...findings,
        ...found.get(document)!,
        ...rules('read').flatMap((rule) => rule.run(document)),
        ...rules('relate').flatMap((rule) => {
          const other = document[rule.beside];
          return other ? rule.run(document, other) : [];
        }),
      ];
      return merged(
        withoutAccusing(
          all.flatMap((finding) => settleFinding(finding, own)),
          document.problems,
        ),
        disclosure,
      );
    }),
  };
}

/** Puts a document right, rule after rule. */
function prepare({ disclosure, problems }: Subject, options: CheckOptions) {
  const force = inForce(disclosure, options);
  const findings: Finding[] = [];
  let document = new DocumentContext(disclosure, problems, options.jurisdictions);
  for (const rule of force.rules('prepare')) {
    const prepared = rule.run(document);
    findings.push(...prepared.findings);
    document = document.with(prepared.disclosure);
  }
  return { document, findings, force };
}

/** Locating looks at several documents at once; its findings are asked of their own. */
const LOCATE = RULES.filter((rule) => rule.phase === 'locate');

type RulesOf = <P extends Phase>(phase: P) => readonly Extract<AnyRule, { readonly phase: P }>[];

/** The rules that speak of a document: the register's, its places' own and the user's, and what those say of all of them. */
interface Force {
  readonly rules: RulesOf;
  readonly own: OwnRules;
}

const constraintsOf = ({ rules, own }: Force) => ({ rules: rules('constrain'), severities: own.severities });

/** A finding of a rule switched off is dropped at the end; but what it would put right or demand of the tables must not be
 * tried at all. */
function inForce(
  disclosure: Disclosure,
  { families = [], own: users, jurisdictions = bundled() }: CheckOptions,
): Force {
  const own = ownRulesFor(disclosure, jurisdictions, users);
  const all = [
    ...RULES,
    ...[...families, ...own.families].map((parsed) => equationRule(parsed.family, () => parsed)),
    ...own.rules,
  ]
    .filter(({ id, phase }) => !own.off.has(id) || (phase !== 'prepare' && phase !== 'constrain'))
    .filter(({ scope }) => isInScope(scope, disclosure, jurisdictions));
  return {
    own,
    rules: <P extends Phase>(phase: P) =>
      all.filter((rule): rule is Extract<AnyRule, { readonly phase: P }> => rule.phase === phase),
  };
}
