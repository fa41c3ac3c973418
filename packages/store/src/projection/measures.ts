/** A disclosure's figure of each measure: what its tables print, and what only its words know, such as last year's total. */
import type { Disclosure, Stage } from '@mingsuan/core/disclosure';
import { figure } from '@mingsuan/core/figures/index';
import { recordTotal } from '@mingsuan/core/figures/record-totals';
import { ASSETS, PROCUREMENT } from '@mingsuan/core/kinds/index';
import { planOf } from '@mingsuan/core/model/document-kinds';
import { addressOf } from '@mingsuan/core/model/quantity';
import type { Fen } from '@mingsuan/core/money';
import { type BaseKind, changeOf, fenOf, type Mention } from '@mingsuan/core/words/index';
import { MEASURE_DEFINITIONS } from '../measures.ts';

export interface MeasureValue {
  readonly measure: string;
  readonly year: number;
  readonly stage: Stage;
  readonly fen: Fen;
  readonly source: 'table' | 'words';
}

/** At most one figure for each measure, year and stage; the tables' go before the words'. */
export function measureValues(disclosure: Disclosure, mentions: readonly Mention[]): readonly MeasureValue[] {
  const { year, stage } = disclosure;
  if (year === undefined) return [];
  return MEASURE_DEFINITIONS.flatMap(({ id, quantities }) => {
    const said = quantities.flatMap((quantity) => mentions.filter((mention) => mention.quantity === quantity));
    const printed = tableFigure(disclosure, id, quantities);
    const own = printed ?? firstFen(said.filter((m) => m.aspect === 'level' && (m.year ?? year) === year));
    const values: MeasureValue[] = [];
    if (own !== undefined) {
      values.push({ measure: id, year, stage, fen: own, source: printed === undefined ? 'words' : 'table' });
    }
    for (const mention of said) {
      const other = otherFigure(mention, own, year, stage);
      if (other) values.push({ measure: id, ...other, source: 'words' });
    }
    return distinct(values);
  });
}

function tableFigure(disclosure: Disclosure, measure: string, quantities: readonly string[]): Fen | undefined {
  for (const quantity of quantities) {
    const best = figure(disclosure, addressOf(quantity));
    if (best.figure) return best.figure.fen;
  }
  return SUMS[measure]?.(disclosure);
}

/** Tables of records may print no total: then it is the sum of what they print. */
const SUMS: Readonly<Record<string, (disclosure: Disclosure) => Fen | undefined>> = {
  procurement: (disclosure) => recordTotal(disclosure, PROCUREMENT),
  assets: (disclosure) => recordTotal(disclosure, ASSETS),
};

function firstFen(mentions: readonly Mention[]): Fen | undefined {
  for (const mention of mentions) {
    const fen = fenOf(mention);
    if (fen !== undefined) return fen;
  }
  return undefined;
}

/** What a sentence knows of another year or stage: said outright, or as this year's figure less the change. */
function otherFigure(
  mention: Mention,
  own: Fen | undefined,
  year: number,
  stage: Stage,
): Pick<MeasureValue, 'year' | 'stage' | 'fen'> | undefined {
  const { aspect, base } = mention;
  const plan = planOf({ stage, year });
  if (aspect === 'initial') return withFen(fenOf(mention), plan.year, plan.stage);
  if (aspect !== 'last' && aspect !== 'change') return undefined;
  const then = base?.planned ? plan.year : (base?.year ?? (aspect === 'last' ? mention.year : undefined) ?? year - 1);
  const kind = base?.planned ? plan.stage : stageOf(base?.kind, stage);
  if (!kind || then > year || (then === year && kind === stage)) return undefined;
  if (aspect === 'last') return withFen(fenOf(mention), then, kind);
  const change = changeOf(mention);
  return own === undefined || change === undefined ? undefined : withFen(own - change, then, kind);
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
