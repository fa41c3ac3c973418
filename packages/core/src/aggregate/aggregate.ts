/**
 * Units → department (《预算法》第十四条：部门预算由本级及所属单位预算汇总编制): statement by statement, row by row, column by
 * column; projects, procurement and assets gathered; payments between the department and its units taken out.
 * Figures are added as printed, so that the department equals its units to the last digit.
 */
import type { Agency, Disclosure, Problem, Region, Statement } from '../disclosure.ts';
import { formById } from '../forms/index.ts';
import type { Jurisdictions } from '../jurisdictions/jurisdictions.ts';
import { kindOf } from '../model/document-kinds.ts';
import { MONEY_UNITS, type MoneyUnit } from '../money.ts';
import type { Printing } from '../templates/fill.ts';
import { templateById } from '../templates/index.ts';
import { gatherTables } from './records.ts';
import { listsUnits, printStatement, sumStatements, withUnits } from './statements.ts';
import { eliminateTransfers, type Transfer } from './transfers.ts';

export type { Transfer } from './transfers.ts';

/** What the department gives by itself: a table of its own takes the place of the sum, a text stands as it is. */
export type OwnParts = Partial<Omit<Disclosure, 'agency' | 'region' | 'year' | 'stage' | 'template'>>;

export interface Into {
  readonly agency: Agency;
  readonly region?: Region;
  readonly own?: OwnParts;
  /** Those that the units' template is of; the bundled ones where none are given. */
  readonly jurisdictions?: Jurisdictions;
}

export interface Aggregate {
  readonly disclosure: Disclosure;
  readonly transfers: readonly Transfer[];
  readonly problems: readonly Problem[];
}

/** Adds up the disclosures of one year and stage; those of another are left out and reported. No unit: nothing to add up. */
export function aggregate(units: readonly Disclosure[], into: Into): Aggregate {
  const [first] = units;
  const { own = {} } = into;
  const problems: Problem[] = [];
  const alike = units.filter((unit) => unit.year === first!.year && unit.stage === first!.stage);
  for (const unit of units) if (!alike.includes(unit)) problems.push(ofOtherTime(unit, first!));
  const template = templateById(first?.template ?? '', into.jurisdictions);
  const printing: Printing | undefined =
    template && first?.year !== undefined ? { template, agency: into.agency, year: first.year } : undefined;
  const region = into.region ?? first?.region;

  const tables = sumStatements(alike);
  problems.push(...missingStatements(alike, [...tables.keys()]));
  const { transfers, problems: differences } = eliminateTransfers(tables);
  problems.push(...differences);
  const sums = [...tables.values()].map((table) => {
    const sum = printStatement(table, finestUnit(alike, table.first.form), printing);
    // What units pay each other is in their rows and not in the sum: then they are not listed below it.
    return transfers.length === 0 && listsUnits(sum, printing) ? withUnits(sum, alike) : sum;
  });
  return {
    disclosure: {
      agency: into.agency,
      ...(region ? { region } : {}),
      ...(first?.year === undefined ? {} : { year: first.year }),
      stage: first?.stage ?? 'budget',
      template: first?.template ?? 'unknown',
      tables: gatherTables(alike, printing),
      contents: [],
      explanation: [],
      ...own,
      statements: withOwn(sums, own.statements ?? []),
    },
    transfers,
    problems,
  };
}

function ofOtherTime({ agency, year, stage }: Disclosure, first: Disclosure): Problem {
  const time = (y: number | undefined, s: Disclosure['stage']) => `${y ?? '不明'} 年${kindOf(s).name}`;
  return {
    code: 'other-year',
    message: `${agency.name}的文本是${time(year, stage)}，与其他单位的${time(first.year, first.stage)}不同，没有汇总；请换成同年同阶段的文本。`,
  };
}

/** A unit that lacks a table others have is not in that table's sums. */
function missingStatements(units: readonly Disclosure[], forms: readonly string[]): Problem[] {
  return units.flatMap(({ agency, statements }) => {
    const printed = new Set<string>(statements.map(({ form }) => form));
    const missing = forms.filter((form) => !printed.has(form)).map((form) => formById(form as Statement['form']).name);
    if (missing.length === 0) return [];
    const message = `${agency.name}没有${missing.join('、')}，部门的这${missing.length > 1 ? '几' : ''}张表未含该单位；请补齐后再汇总。`;
    return [{ code: 'missing-statement', message }];
  });
}

/** Where units print a form in different units, the finest prints every sum exactly. */
function finestUnit(disclosures: readonly Disclosure[], form: Statement['form']): MoneyUnit {
  const used = new Set<MoneyUnit>();
  for (const { statements } of disclosures) for (const each of statements) if (each.form === form) used.add(each.unit);
  return MONEY_UNITS.find((unit) => used.has(unit))!;
}

function withOwn(sums: readonly Statement[], own: readonly Statement[]): Statement[] {
  const replaced = sums.map((sum) => own.find(({ form }) => form === sum.form) ?? sum);
  return [...replaced, ...own.filter(({ form }) => !sums.some((sum) => sum.form === form))];
}
