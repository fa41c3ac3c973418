/** One indicator that stands under another level in one project than in the others: 孩子成长状况 under 生态效益, elsewhere under 社会效益. */
import type { TableFormId } from '../../disclosure.ts';
import type { Evidence } from '../../finding.ts';
import { groupBy } from '../../group-by.ts';
import type { Indicator } from '../../kinds/index.ts';
import { bareName } from '../../performance/measure.ts';
import { indicatorEvidence, nameOf, quoted, tableName } from './report.ts';
import { formOf, type Sheet } from './sheets.ts';

/** So many sheets place an indicator alike to each that places it otherwise. */
const ALIKE = 2;
/** A shorter name may be of different things. */
const TELLING = 4;

interface Placed {
  readonly sheet: Sheet;
  readonly indicator: Indicator;
  /** Which benefit its level tells of. */
  readonly kind: string;
}

const benefit = ({ level1, level2 }: Indicator): string | undefined =>
  /效益/.test(level1) ? /经济|社会|生态|可持续/.exec(level2)?.[0] : undefined;

/** What a sheet is told for: the sentence, its places, and the form of the sheet. */
export interface OtherwisePlaced {
  readonly message: string;
  readonly evidence: readonly Evidence[];
  readonly form: TableFormId;
}

/** Of each sheet the indicators that most other sheets place under one other benefit; those told already (`isTold`) are left out. */
export function otherwisePlaced(
  sheets: readonly Sheet[],
  isTold: (indicator: Indicator, sheet: Sheet) => boolean,
): readonly OtherwisePlaced[] {
  const placed = sheets.flatMap((sheet) =>
    sheet.indicators.flatMap((indicator): (Placed & { name: string })[] => {
      const [kind, name] = [benefit(indicator), bareName(indicator.level3)];
      return kind && name.length >= TELLING ? [{ sheet, indicator, kind, name }] : [];
    }),
  );
  const odd = [...groupBy(placed, ({ name }) => name).values()].flatMap((same) => {
    const kinds = [...groupBy(same, ({ kind }) => kind).values()].sort((a, b) => b.length - a.length);
    const [most = [], rest = []] = kinds;
    if (kinds.length !== 2 || most.length < rest.length * ALIKE) return [];
    return rest.filter(({ indicator, sheet }) => !isTold(indicator, sheet)).map((one) => ({ one, most }));
  });
  return [...groupBy(odd, ({ one }) => one.sheet)].map(([sheet, found]) => {
    const named = found.map(
      ({ one: { indicator }, most }) =>
        `${quoted(nameOf(indicator))}列在${indicator.level2}下（另外 ${most.length} 个项目列在${most[0]!.indicator.level2}下）`,
    );
    const evidence = found.flatMap(({ one, most }) =>
      [one, ...most].map((each) => indicatorEvidence(each.indicator, 'level2', formOf(each.sheet))),
    );
    return { message: `${tableName(sheet)}的指标${named.join('、')}`, evidence, form: formOf(sheet) };
  });
}
