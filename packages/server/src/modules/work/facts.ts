/** Whether what a step asks for is true of the content, found out only where the step asks. */
import { aggregate } from '@mingsuan/core/aggregate/aggregate';
import { checkDisclosures } from '@mingsuan/core/check';
import type { Disclosure } from '@mingsuan/core/disclosure';
import { kindOf } from '@mingsuan/core/model/document-kinds';
import type { ReviewCondition } from '@mingsuan/core/process/reviews';
import { roundFact } from '@mingsuan/core/process/rounds';
import type { Condition } from '@mingsuan/core/process/transition-table';
import type { ControlFigure, WorkItem } from '@mingsuan/store';
import { type Compiled, errorsOf, isCompiled, sumsOf } from './compiled.ts';

/** What the conditions are found out from. */
export interface Grounds {
  readonly item: WorkItem;
  readonly compiled: Compiled | readonly { readonly code: string; readonly message: string }[];
  /** Of the unit and the year. */
  readonly control: readonly ControlFigure[];
  readonly department: { readonly code: string; readonly name: string };
  /** The disclosures of all units of the department that have a version. */
  readonly units: readonly Disclosure[];
  /** Of an adjustment: what does not fit its kind, and whether its budget stands as it was. */
  readonly adjustment: { readonly fault: string | undefined; readonly stands: boolean };
  /** Whether the version that holds is newer than what was published. */
  readonly revised: boolean;
  /** What is still to be filled in or explained, one sentence each. */
  readonly missing: readonly string[];
  /** Of a project in appraisal: whether all opinions are given and an amount is set. */
  readonly appraised: boolean;
  /** Whether its targets were graded as what may be stored. */
  readonly targetsPassed: boolean;
  /** Why projects of the ledger may not be budgeted, one sentence each. */
  readonly notAdmitted: readonly string[];
}

/** Asked for one by one, because some cost a whole department's compiling. */
export type AskGrounds = { readonly [K in keyof Grounds]: () => Promise<Grounds[K]> };

/** Which of the conditions are true. */
export async function factsOf(conditions: readonly Condition[], ask: AskGrounds): Promise<readonly Condition[]> {
  const found = await Promise.all(
    conditions.map(async (condition) => ({
      condition,
      isTrue: condition in TRUTH && (await TRUTH[condition as WorkCondition](ask)),
    })),
  );
  return found.flatMap(({ condition, isTrue }) => (isTrue ? [condition] : []));
}

/** Reviews find out their own. */
type WorkCondition = Exclude<Condition, ReviewCondition>;

const TRUTH: Readonly<Record<WorkCondition, (ask: AskGrounds) => Promise<boolean>>> = {
  'no-errors': async (ask) => {
    const compiled = await ask.compiled();
    return (
      errorsOf(compiled).length === 0 && isCompiled(compiled) && foreignTo(await ask.item(), compiled) === undefined
    );
  },
  'units-add-up': async (ask) => addsUp(await ask.units(), await ask.department()),
  'within-control': async (ask) => {
    const { round } = await ask.item();
    const control = await ask.control();
    // What is asked for first has no limit yet.
    if (round === 1 && control.length === 0) return true;
    const compiled = await ask.compiled();
    if (!isCompiled(compiled)) return false;
    const most = ({ fund, class: of }: { fund: string; class: string }) =>
      control.find((figure) => figure.fund === fund && figure.class === of)?.fen ?? 0;
    return sumsOf(compiled.ledger).every((sum) => sum.fen <= most(sum));
  },
  'control-issued': async (ask) => (await ask.control()).length > 0,
  'first-round': async (ask) => roundFact((await ask.item()).round) === 'first-round',
  'last-round': async (ask) => roundFact((await ask.item()).round) === 'last-round',
  'fits-kind': async (ask) => (await ask.adjustment()).fault === undefined,
  'base-stands': async (ask) => (await ask.adjustment()).stands,
  revised: (ask) => ask.revised(),
  appraised: (ask) => ask.appraised(),
  'targets-passed': (ask) => ask.targetsPassed(),
  'in-library': async (ask) => (await ask.notAdmitted()).length === 0,
  complete: async (ask) => (await ask.missing()).length === 0,
};

/** One sentence where the ledger is another unit's, of another kind of document or year. */
export function foreignTo({ unit, unitCode, year }: WorkItem, { ledger }: Compiled): string | undefined {
  const { agency } = ledger;
  if (agency.code !== undefined && agency.code !== unitCode)
    return `台账写的是 ${agency.code}${agency.name}，不是${unitCode}${unit}。`;
  const { executes, name } = kindOf(ledger.stage ?? 'budget');
  if (executes) return `台账是${name}的，这里是预算。`;
  return ledger.year === year ? undefined : `台账是 ${ledger.year} 年的，这里是 ${year} 年预算。`;
}

function addsUp(units: readonly Disclosure[], agency: { readonly code: string; readonly name: string }): boolean {
  if (units.length === 0) return false;
  const { disclosure, problems } = aggregate(units, { agency: { ...agency, level: 'department' } });
  if (problems.length > 0) return false;
  return !checkDisclosures([disclosure, ...units]).findings.some(
    ({ rule, severity }) => rule === 'department-units' && severity === 'error',
  );
}
