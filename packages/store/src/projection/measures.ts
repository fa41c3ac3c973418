/** A disclosure's figure of each measure: what its tables print, and what only its words know, such as last year's total. */
import type { Disclosure, FormId, Origin, Stage } from '@mingsuan/core/disclosure';
import { addedUp, type Figure, figure } from '@mingsuan/core/figures/index';
import { kindOf, planOf } from '@mingsuan/core/model/document-kinds';
import { addressOf } from '@mingsuan/core/model/quantity';
import type { Fen } from '@mingsuan/core/money';
import { type BaseKind, changeOf, fenOf, lastOfBareChange, type Mention } from '@mingsuan/core/words/index';
import { MEASURE_DEFINITIONS } from '../measures.ts';

/** Of what in a year a figure is: its budget, the budget as it was adjusted (printed in the accounts), its accounts. */
export const PHASES = ['budget', 'adjusted', 'final-accounts'] as const satisfies readonly (Stage | 'adjusted')[];
export type Phase = (typeof PHASES)[number];

/** Where a figure is printed: a cell, a sentence, or, of a sum that nobody printed, only its table. */
export interface FigurePlace {
  readonly form?: FormId;
  readonly row?: string;
  readonly column?: string;
  readonly text?: string;
  readonly origin?: Origin;
}

export interface MeasureValue {
  readonly measure: string;
  readonly year: number;
  readonly stage: Phase;
  readonly fen: Fen;
  readonly source: 'table' | 'words';
  readonly place: FigurePlace;
}

/** At most one figure for each measure, year and stage; the tables' go before the words'. */
export function measureValues(disclosure: Disclosure, mentions: readonly Mention[]): readonly MeasureValue[] {
  const { year, stage } = disclosure;
  if (year === undefined) return [];
  return MEASURE_DEFINITIONS.flatMap(({ id, quantities }) => {
    const said = quantities.flatMap((quantity) => mentions.filter((mention) => mention.quantity === quantity));
    const printed = tableFigure(disclosure, quantities);
    const told = firstSaid(said.filter((m) => m.aspect === 'level' && (m.year ?? year) === year));
    // A blank cell says less than the words do.
    const own = printed?.fen === 0 && printed.place.text === '' ? (told ?? printed) : (printed ?? told);
    const values: MeasureValue[] = [];
    if (own) values.push({ measure: id, year, stage, ...own });
    const adjusted = adjustedFigure(disclosure, quantities);
    if (adjusted) values.push({ measure: id, year, stage: 'adjusted', ...adjusted });
    for (const mention of said) {
      const other = otherFigure(mention, own?.fen, { year, stage, said });
      if (other) values.push({ measure: id, ...other, source: 'words', place: placeOfMention(mention) });
    }
    return distinct(values);
  });
}

type Placed = Pick<MeasureValue, 'fen' | 'source' | 'place'>;

const placedIn = ({ fen, form, row, column, text, origin }: Figure): Placed => ({
  fen,
  source: 'table',
  place: { form, row, column, text, origin },
});

const placeOfMention = ({ place: { text, origin } }: Mention): FigurePlace => ({ text, origin });

function tableFigure(disclosure: Disclosure, quantities: readonly string[]): Placed | undefined {
  for (const quantity of quantities) {
    const best = figure(disclosure, addressOf(quantity));
    if (best.figure) return placedIn(best.figure);
  }
  const [sum] = quantities.flatMap((quantity) => addedUp(disclosure, quantity) ?? []);
  if (sum?.figure) return placedIn(sum.figure);
  return sum && { fen: sum.fen, source: 'table', place: { form: sum.form } };
}

/** A note that says which budget a column is of: 预算数为全年预算数、按规定程序调整后的预算数. */
const WHOLE_YEAR = /预算数[^。；]*(?:全年|调整)/;

/**
 * The budget as it was adjusted, which final accounts print beside what was spent: 全年预算数, or what a note of the table says is that. A
 * column that is headed 预算数 and no more may be of the beginning or of the whole year: it is not known.
 */
function adjustedFigure(disclosure: Disclosure, quantities: readonly string[]): Placed | undefined {
  if (!kindOf(disclosure.stage).executes) return undefined;
  const printed = (period: 'adjusted' | 'budget') =>
    quantities.flatMap((quantity) => {
      const best = figure(disclosure, addressOf(quantity, period));
      return best.state === 'printed' ? [best.figure] : [];
    });
  const isNoted = ({ form, column }: Figure) =>
    disclosure.statements.some(
      ({ form: own, note = '', columns }) =>
        own === form &&
        WHOLE_YEAR.test(note) &&
        !columns.some(({ id, header = '' }) => id === column && header.includes('年初')),
    );
  const [found] = [...printed('adjusted'), ...printed('budget').filter(isNoted)];
  return found && placedIn(found);
}

function firstSaid(mentions: readonly Mention[]): Placed | undefined {
  for (const mention of mentions) {
    const fen = fenOf(mention);
    if (fen !== undefined) return { fen, source: 'words', place: placeOfMention(mention) };
  }
  return undefined;
}

/** What a sentence knows of another year or stage: said outright, or as this year's figure less the change. */
function otherFigure(
  mention: Mention,
  own: Fen | undefined,
  { year, stage, said }: { readonly year: number; readonly stage: Stage; readonly said: readonly Mention[] },
): Pick<MeasureValue, 'year' | 'stage' | 'fen'> | undefined {
  const { aspect, base } = mention;
  const plan = planOf({ stage, year });
  if (aspect === 'initial') return withFen(fenOf(mention), plan.year, plan.stage);
  if (aspect !== 'last' && aspect !== 'change') return undefined;
  const then = base?.planned ? plan.year : (base?.year ?? (aspect === 'last' ? mention.year : undefined) ?? year - 1);
  const kind = base?.planned ? plan.stage : stageOf(base?.kind, stage);
  if (!kind || then > year || (then === year && kind === stage)) return undefined;
  if (aspect === 'last') return withFen(lastTold(mention, own, said), then, kind);
  // 基本持平 is about the same: last year's figure is not known by it.
  const change = mention.about ? undefined : changeOf(mention);
  return own === undefined || change === undefined ? undefined : withFen(own - change, then, kind);
}

/** Last year's figure as told; where the percent after it says that the amount is the change, what that leaves. */
function lastTold(mention: Mention, own: Fen | undefined, said: readonly Mention[]): Fen | undefined {
  const { printed, place } = mention;
  const fen = fenOf(mention);
  if (fen === undefined || own === undefined || printed.kind !== 'amount') return fen;
  const { step } = printed;
  const percents = said.filter(
    ({ aspect, place: at }) =>
      aspect === 'percent' && at.section === place.section && at.paragraph === place.paragraph && at.start >= place.end,
  );
  const [percent] = percents;
  const last = percent && lastOfBareChange({ fen, step, mention }, { fen: own, step }, percent);
  return last?.fen ?? fen;
}

/** How much of last year's budget was executed is neither its budget nor its final accounts. */
function stageOf(kind: BaseKind | undefined, stage: Stage): Stage | undefined {
  if (kind === undefined) return stage;
  return kind === 'budget' ? 'budget' : kind === 'final' ? 'final-accounts' : undefined;
}

const withFen = (fen: Fen | undefined, year: number, stage: Stage) =>
  fen === undefined ? undefined : { fen, year, stage };

function distinct(values: readonly MeasureValue[]): MeasureValue[] {
  const seen = new Set<string>();
  return values.filter(({ year, stage }) => {
    const key = `${year} ${stage}`;
    return !seen.has(key) && seen.add(key);
  });
}
