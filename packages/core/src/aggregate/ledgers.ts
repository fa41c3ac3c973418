/**
 * The ledgers of units → what a department's words need: last year's figures, counts, projects, agency operating expenses and
 * texts, so that the department is asked nothing that its units have answered. Its tables are aggregated by themselves.
 */

import { entriesOf } from '../compile/entries.ts';
import { agencyOperating } from '../compile/three-publics.ts';
import type { Problem } from '../disclosure.ts';
import { type Answers, AREAS, answerOf, areasOf } from '../ledger/areas.ts';
import type { AssetLine, Ledger, LedgerTexts, Project } from '../ledger/ledger.ts';
import { MEAN_SCORE } from '../model/stated.ts';
import type { Agency } from '../model/values.ts';
import type { Fen } from '../money.ts';
import { addQuantities, parseQuantity, quantityText } from '../quantity.ts';
import { squeeze } from '../text/fold.ts';

/** The department's ledger; `own` is what the department itself gives, and goes before what follows from its units. */
export function aggregateLedgers(units: readonly Ledger[], agency: Agency, own?: Ledger): Ledger | undefined {
  const [first] = units;
  if (!first) return own;
  const all = <T>(of: (unit: Ledger) => readonly T[]): readonly T[] => units.flatMap(of);
  const operating = units.map((unit) => agencyOperating(unit, entriesOf(unit)));
  const summed: Ledger = {
    agency,
    ...(first.region ? { region: first.region } : {}),
    year: first.year,
    ...(first.stage ? { stage: first.stage } : {}),
    nature: 'administrative',
    answers: answersOf(units),
    agencyOperating: operating.reduce((sum, fen) => sum + fen, 0),
    revenue: all(({ revenue }) => revenue),
    basic: all(({ basic }) => basic),
    projects: projectsOf(units),
    other: all(({ other }) => other),
    ...(units.some((unit) => unit.distributed) ? { distributed: all((unit) => unit.distributed ?? []) } : {}),
    left: all(({ left }) => left),
    ...overallOf(units),
    procurement: all(({ procurement }) => procurement),
    assets: assetsOf(units),
    organization: all((unit) => unit.organization),
    counts: sumOfAll(units.map(({ counts }) => counts)),
    ...(units.some(({ amounts }) => amounts) ? { amounts: amountsOf(units) } : {}),
    lastYear: sumOfAll(units.map(({ lastYear, answers }) => (answers?.['last-year'] === 'none' ? ANY : lastYear))),
    texts: textsOf(units),
  };
  return own ? withOwn(summed, own) : summed;
}

/** A unit without a last year adds nothing to any figure. */
const ANY = Symbol('adds nothing');

/** Sums by name of what every unit gives: a figure that one of them leaves open is not the department's. */
function sumOfAll(records: readonly (Readonly<Record<string, Fen>> | typeof ANY)[]): Readonly<Record<string, number>> {
  const given = records.filter((record) => record !== ANY);
  const names = new Set(given.flatMap((record) => Object.keys(record)));
  const isItem = (name: string) => /\[\d{3,7}\]/.test(name);
  const sums: Record<string, number> = {};
  for (const name of names) {
    const amounts = given.map((record) => record[name] ?? (isItem(name) ? 0 : undefined));
    if (amounts.every((amount) => amount !== undefined)) sums[name] = amounts.reduce((sum, each) => sum + each, 0);
  }
  return sums;
}

/** Stated amounts added up; where a unit has answered that there is nothing of an area, its amounts are 0. */
function amountsOf(units: readonly Ledger[]): Readonly<Record<string, Fen>> {
  const names = new Set(units.flatMap(({ amounts = {} }) => Object.keys(amounts)));
  return sumOfAll(
    units.map((unit) => {
      const isNothing = (name: string) =>
        AREAS.some((area) => areasOf(name).includes(area.id) && answerOf(unit, area) === 'none');
      return { ...Object.fromEntries([...names].filter(isNothing).map((name) => [name, 0])), ...unit.amounts };
    }),
  );
}

/** The mean of the units' scores, each weighing as many projects as it evaluated; not known where one lacks either. */
function meanScore(units: readonly Ledger[]): string | undefined {
  let [hundredths, projects] = [0, 0];
  for (const { counts, texts } of units) {
    const count = counts['performance[evaluated]'];
    const score = parseQuantity(texts.sections?.[MEAN_SCORE]?.[0] ?? '');
    if (count === 0) continue;
    if (count === undefined || !score || score.scale > 2) return undefined;
    hundredths += score.units * 10 ** (2 - score.scale) * count;
    projects += count;
  }
  if (projects === 0) return undefined;
  const mean = Math.round(hundredths / projects);
  return `${Math.floor(mean / 100)}.${String(mean % 100).padStart(2, '0')}`;
}

/** 有 where any unit has content, 无 where all say so; open where a unit has not answered. */
function answersOf(units: readonly Ledger[]): Answers {
  return Object.fromEntries(
    AREAS.flatMap((area) => {
      const own = units.map((unit) => answerOf(unit, area));
      return own.every((answer) => answer === 'none') ? [[area.id, 'none' as const]] : [];
    }),
  );
}

/** Codes that several units write for projects of different names: those are not one project, and a code is not theirs. */
function codesOfSeveral(units: readonly Ledger[]): ReadonlyMap<string, readonly string[]> {
  const names = new Map<string, Map<string, string>>();
  for (const { agency, projects } of units)
    for (const { code, name } of projects) {
      if (code === undefined) continue;
      const own = names.get(code) ?? new Map<string, string>();
      if (!own.has(squeeze(name))) own.set(squeeze(name), `${agency.name}的“${name}”`);
      names.set(code, own);
    }
  return new Map([...names].flatMap(([code, own]) => (own.size > 1 ? [[code, [...own.values()]] as const] : [])));
}

/** What ledgers of units say against each other; one sentence each. */
export const betweenLedgers = (units: readonly Ledger[]): readonly Problem[] =>
  [...codesOfSeveral(units)].map(([code, named]) => ({
    code: 'project-code',
    message: `项目编码 ${code} 在几个单位是不同的项目：${named.join('、')}；按不同的项目汇总，请改正编码。`,
  }));

/** Projects of one code and name are one; a name that several units use names the unit with it. */
function projectsOf(units: readonly Ledger[]): readonly Project[] {
  const several = codesOfSeveral(units);
  const byCode = new Map<string, Project>();
  const shared = new Map<string, number>();
  for (const { projects } of units) for (const { name } of projects) shared.set(name, (shared.get(name) ?? 0) + 1);
  for (const [u, { agency, projects }] of units.entries()) {
    for (const project of projects) {
      const { code } = project;
      const key =
        code === undefined ? `${u}/${project.name}` : several.has(code) ? `${code}/${squeeze(project.name)}` : code;
      const known = byCode.get(key);
      const isShared = code === undefined && shared.get(project.name)! > 1;
      const named = isShared ? { ...project, name: `${project.name}（${agency.name}）` } : project;
      byCode.set(key, known ? { ...known, lines: [...known.lines, ...project.lines] } : named);
    }
  }
  return [...byCode.values()];
}

function assetsOf(units: readonly Ledger[]): readonly AssetLine[] {
  const sums = new Map<string, AssetLine>();
  for (const line of units.flatMap(({ assets }) => assets)) {
    const key = `${line.partOf ?? ''}/${line.label}`;
    const known = sums.get(key);
    sums.set(key, known ? added(known, line) : line);
  }
  return [...sums.values()];
}

function added(a: AssetLine, b: AssetLine): AssetLine {
  const counts = [a.quantity, b.quantity].flatMap((text) => parseQuantity(text ?? '') ?? []);
  const sum = counts.length > 0 ? counts.reduce(addQuantities) : undefined;
  const { unconfirmed: _, ...line } = a;
  return {
    ...line,
    ...(sum ? { quantity: quantityText(sum.units, sum.scale) } : {}),
    ...(a.value === undefined && b.value === undefined ? {} : { value: (a.value ?? 0) + (b.value ?? 0) }),
  };
}

/** What the units set out to reach, each with its unit's name; their indicators name it too. */
function overallOf(units: readonly Ledger[]): Pick<Ledger, 'overall'> {
  const given = units.filter(({ overall }) => overall !== undefined);
  if (given.length === 0) return {};
  const goals = given.flatMap(({ agency, overall }) => (overall!.goal ? [`${agency.name}：${overall!.goal}`] : []));
  const indicators = given.flatMap(({ agency, overall }) =>
    overall!.indicators.map((line) => ({ ...line, level3: `${line.level3}（${agency.name}）` })),
  );
  return { overall: { ...(goals.length > 0 ? { goal: goals.join('\n') } : {}), indicators } };
}

/** A text that all units give: once where it is the same, else one after the other with their names. */
function sectionsOf(units: readonly Ledger[]): Pick<LedgerTexts, 'sections'> {
  const keys = new Set(units.flatMap(({ texts }) => Object.keys(texts.sections ?? {})));
  const score = meanScore(units);
  const sections = [...keys].flatMap((key) => {
    if (key === MEAN_SCORE) return score === undefined ? [] : [[key, [score]] as const];
    const told = units.flatMap(({ agency, texts }) => {
      const own = texts.sections?.[key];
      return own && own.length > 0 ? [{ name: agency.name, own }] : [];
    });
    if (told.length < units.length) return [];
    const isSame = new Set(told.map(({ own }) => own.join('\n'))).size === 1;
    const named = told.flatMap(({ name, own: [first, ...more] }) => [`${name}：${first}`, ...more]);
    return [[key, isSame ? told[0]!.own : named] as const];
  });
  return sections.length > 0 ? { sections: Object.fromEntries(sections) } : {};
}

/** Duties one after the other; a reason of several units is said with their names. */
function textsOf(units: readonly Ledger[]): LedgerTexts {
  const reasons: Record<string, string> = {};
  for (const key of new Set(units.flatMap(({ texts }) => Object.keys(texts.reasons)))) {
    const told = units.flatMap(({ agency, texts }) => {
      const reason = texts.reasons[key];
      return reason ? [{ name: agency.name, reason }] : [];
    });
    const same = new Set(told.map(({ reason }) => reason)).size === 1;
    reasons[key] = same ? told[0]!.reason : told.map(({ name, reason }) => `${name}${reason}`).join('，');
  }
  const glossary = new Map(
    units.flatMap(({ texts }) => texts.glossary ?? []).map((each) => [each.term, each] as const),
  );
  const purposes = Object.assign({}, ...units.map(({ texts }) => texts.purposes ?? {})) as Record<string, string>;
  return {
    duties: [...new Set(units.flatMap(({ texts }) => texts.duties))],
    reasons,
    ...sectionsOf(units),
    ...(Object.keys(purposes).length > 0 ? { purposes } : {}),
    ...(glossary.size > 0 ? { glossary: [...glossary.values()] } : {}),
  };
}

/** What the department gives itself goes before what follows from its units. */
function withOwn(summed: Ledger, own: Ledger): Ledger {
  const { texts } = own;
  return {
    ...summed,
    ...(own.agencyOperating === undefined ? {} : { agencyOperating: own.agencyOperating }),
    ...(own.organization.length > 0 ? { organization: own.organization } : {}),
    ...(own.overall ? { overall: own.overall } : {}),
    counts: { ...summed.counts, ...own.counts },
    ...(summed.amounts || own.amounts ? { amounts: { ...summed.amounts, ...own.amounts } } : {}),
    lastYear: { ...summed.lastYear, ...own.lastYear },
    texts: {
      ...summed.texts,
      ...texts,
      duties: texts.duties.length > 0 ? texts.duties : summed.texts.duties,
      reasons: { ...summed.texts.reasons, ...texts.reasons },
    },
  };
}
