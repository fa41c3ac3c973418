/** What the figures of the made-up department should be at the addresses that they were read to. */
import type { Disclosure } from '@mingsuan/core/disclosure';
import {
  all,
  and,
  type Fund,
  isAppropriated,
  isBasic,
  isCarried,
  lastYear,
  not,
  ofEconomic,
  ofFund,
  ofNature,
  PUBLICS,
  sumOf,
  type Where,
} from './figures.ts';

const general = ofFund('general-public');
const { overseas, purchase, running, hospitality } = PUBLICS;

/** What each form is of. */
const FORMS: Readonly<Record<string, Where>> = {
  revenue: all,
  expenditure: all,
  appropriation: isAppropriated,
  'appropriation-basic': and(isAppropriated, isBasic),
  'general-public': general,
  'general-economic': general,
  basic: and(general, isBasic),
  'basic-function': and(general, isBasic),
  'government-fund': ofFund('government-fund'),
  'state-capital': ofFund('state-capital'),
  operating: and(general, ofNature('operating')),
  'three-publics': and(general, ofEconomic(overseas, purchase, running, hospitality)),
};

const current = (fund: Fund): Where => and(ofFund(fund), not(isCarried));
const COLUMNS: Readonly<Record<string, Where>> = {
  total: all,
  basic: isBasic,
  personnel: ofNature('personnel'),
  operating: ofNature('operating'),
  project: ofNature('project'),
  overseas: ofEconomic(overseas),
  vehicles: ofEconomic(purchase, running),
  'vehicle-purchase': ofEconomic(purchase),
  'vehicle-running': ofEconomic(running),
  hospitality: ofEconomic(hospitality),
};
const BY_SOURCE: Readonly<Record<string, Where>> = {
  subtotal: not(isCarried),
  'general-public': current('general-public'),
  'government-fund': current('government-fund'),
  'state-capital': current('state-capital'),
  institutional: current('institutional'),
  other: current('other'),
  carryover: isCarried,
};

/** 其他收入 is all that no other column has. */
const bySource = (column: string, hasInstitutional: boolean): Where | undefined =>
  column === 'other' && !hasInstitutional ? ofFund('institutional', 'other') : BY_SOURCE[column];

/** Figures that were read to addresses where others belong, each as `form[row].column: read, not expected`. */
export function misread({ statements, stage }: Disclosure): string[] {
  return statements.flatMap(({ form, rows, columns }) => {
    const isOwn = columns.some(({ id }) => id === 'institutional');
    // What final accounts carry over is no revenue of theirs.
    const whole = form === 'revenue' && stage === 'final-accounts' ? not(isCarried) : FORMS[form];
    if (!whole) return [];
    return rows.flatMap(({ key, unit, cells }) =>
      Object.entries(cells).flatMap(([id, { fen, text }]) => {
        const [column, period = 'own'] = id.split('@');
        const part = COLUMNS[column!] ?? (form === 'revenue' ? bySource(column!, isOwn) : undefined);
        const within = key === 'total' ? all : /^\d{3,7}$/.test(key) ? ofItem(key) : undefined;
        if (!part || !within || !['own', 'previous'].includes(period)) return [];
        const expected =
          sumOf(
            and(whole, part, within, unit && /^\d+$/.test(unit) ? ofItem(unit) : all),
            period === 'previous' ? lastYear : undefined,
          ) * 10_000;
        return expected === fen ? [] : [`${form}[${key}].${id}: ${text}, not ${expected / 100} 元`];
      }),
    );
  });
}

const ofItem =
  (code: string): Where =>
  (entry) =>
    entry.function.startsWith(code) || entry.economic.startsWith(code) || entry.governmental.startsWith(code);
