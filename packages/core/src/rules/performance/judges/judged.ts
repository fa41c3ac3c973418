/** What a judge of single indicators looks at. */
import type { Disclosure } from '../../../disclosure.ts';
import type { Indicator } from '../../../kinds/index.ts';
import type { Target } from '../../../performance/target.ts';
import type { Fault } from '../report.ts';
import type { Sheet } from '../sheets.ts';

/** An indicator with its target as read, and where it stands. */
export interface Judged {
  readonly disclosure: Disclosure;
  readonly table: Sheet;
  readonly indicator: Indicator;
  readonly target: Target;
}

/** The fault that it finds in an indicator. */
export type Judge = (judged: Judged) => Fault | undefined;
