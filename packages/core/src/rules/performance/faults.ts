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
import { sheetsOf } from './sheets.ts';

const JUDGES: readonly Judge[] = [malformedFault, unitFault, impossibleFault, directionFault, cutUnitFault];

/** The value as read, with the unit that the indicator's name carries where it has none of its own. */
function targetOf(text: string, { level3, description = '' }: Indicator): Target {
  const target = parseTarget(text);
  if (!target.number || target.unit !== undefined || target.malformed) return target;
  const unit = unitInName(level3) ?? unitInName(description);
  return unit === undefined ? target : { ...target, unit };
}

/** Faults of all indicators of a disclosure; four rules share them. */
export const faultsOf = (document: DocumentContext): readonly Fault[] =>
  document.share(sheetsOf).flatMap((table) =>
    table.indicators.flatMap((indicator) => {
      if (indicator.target === undefined || indicator.target.trim() === '') return [];
      const judged = {
        disclosure: document.disclosure,
        table,
        indicator,
        target: targetOf(indicator.target, indicator),
      };
      for (const judge of JUDGES) {
        const fault = judge(judged);
        if (fault) return [fault];
      }
      return [];
    }),
  );
