/** Each indicator is judged once: of several readings of one mistake, the first that explains it is told. */

import type { Indicator } from '../../kinds/index.ts';
import { unitInName } from '../../performance/measure.ts';
import { parseTarget, type Target } from '../../performance/target.ts';
import type { DocumentContext } from '../context.ts';
import { directionFault } from './judges/direction.ts';
import { impossibleFault } from './judges/impossible.ts';
import type { Judge } from './judges/judged.ts';
import { malformedFault } from './judges/malformed.ts';
import { cutUnitFault, unitFault } from './judges/unit.ts';
import type { Fault } from './report.ts';
import { type Sheet, sheetsOf } from './sheets.ts';

const JUDGES: readonly Judge[] = [malformedFault, unitFault, impossibleFault, directionFault, cutUnitFault];

/** The value as read, with the unit that the indicator's name carries where it has none of its own. */
function targetOf(text: string, { level3, description = '' }: Indicator): Target {
  const target = parseTarget(text);
  if (!target.number || target.unit !== undefined || target.malformed) return target;
  const unit = unitInName(level3) ?? unitInName(description);
  return unit === undefined ? target : { ...target, unit };
}

/** Faults of all indicators of a disclosure; four rules share them. */
export const faultsOf = (document: DocumentContext): readonly Fault[] => {
  const sheets = document.share(sheetsOf);
  const leftEmpty = emptyTargets(sheets);
  return sheets.flatMap((table) =>
    table.indicators.flatMap((indicator) => {
      if (isEmpty(indicator)) return leftEmpty.has(indicator) ? [emptyFault(table, indicator)] : [];
      const judged = {
        disclosure: document.disclosure,
        table,
        indicator,
        target: targetOf(indicator.target!, indicator),
      };
      for (const judge of JUDGES) {
        const fault = judge(judged);
        if (fault) return [fault];
      }
      return [];
    }),
  );
};

const isEmpty = ({ target = '' }: Indicator): boolean => target.trim() === '';

const emptyFault = (table: Sheet, indicator: Indicator): Fault => ({
  rule: 'target-malformed',
  kind: 'empty',
  severity: 'warning',
  table,
  indicator,
  reason: '没有填指标值',
});

/** So many values to each that is not there show that the column was read. */
const FILLED = 5;

/** Named indicators without a value among many that have one, in their own sheet and in all of them. */
function emptyTargets(sheets: readonly Sheet[]): ReadonlySet<Indicator> {
  const emptyOf = ({ indicators }: Sheet) => indicators.filter((each) => isEmpty(each));
  const started = sheets.filter(({ indicators }) => !indicators.every(isEmpty));
  const all = started.flatMap(({ indicators }) => indicators);
  const empty = started.flatMap(emptyOf);
  if (empty.length * (FILLED + 1) > all.length) return new Set();
  // A value may stand with its name.
  return new Set(
    empty.filter(({ level3, description = '' }) => level3 !== '' && !/\d|[≥≤＞＜]/.test(level3 + description)),
  );
}
