/** The figures that stand beside a mention: those said of its quantity in the same paragraph, and those its tables print. */
import { type Figure, figures, isBlank } from '../../figures/index.ts';
import { kindOf } from '../../model/document-kinds.ts';
import { addressOf, thingOf } from '../../model/quantity.ts';
import { fenOf, type Mention } from '../../words/mention.ts';
import { type Facts, isCurrent } from './facts.ts';
import type { RoundedFigure } from './percent.ts';

/** All that is said of one quantity in one paragraph, each with the table's figure of it. */
export interface FiguresTold {
  readonly levels: readonly RoundedFigure[];
  readonly lasts: readonly RoundedFigure[];
  readonly initials: readonly RoundedFigure[];
  readonly adjusted: readonly RoundedFigure[];
  readonly changes: readonly Mention[];
}

/** What the mentions of one quantity (all of `same` are of it, at least one) and its tables say, in fen with their rounding. */
export function figuresToldOf(facts: Facts, same: readonly Mention[]): FiguresTold {
  const { year } = facts.disclosure;
  const near = (wanted: (m: Mention) => boolean) => same.filter(wanted).flatMap(nearOf);
  const isLast = (m: Mention) =>
    m.aspect === 'last' || (m.aspect === 'level' && year !== undefined && m.year === year - 1);
  return {
    levels: [...near((m) => m.aspect === 'level' && isCurrent(facts, m)), ...tableNear(facts, same[0]!)],
    lasts: [...near(isLast), ...previousNear(facts, same[0]!)],
    initials: [...near((m) => m.aspect === 'initial'), ...initialNear(facts, same[0]!)],
    adjusted: [...near((m) => m.aspect === 'adjusted'), ...adjustedNear(facts, same[0]!)],
    changes: same.filter((m) => m.aspect === 'change' && isCurrent(facts, m) && !m.base?.planned),
  };
}

/** 完成全年预算的: of the adjusted budget; the three publics' table may print that one as their only budget. */
export function plannedFor(
  { place, quantity }: Mention,
  { initials, adjusted }: FiguresTold,
): readonly RoundedFigure[] {
  if (!/全年|调整/.test(place.text)) return initials.length > 0 || /年初/.test(place.text) ? initials : adjusted;
  return adjusted.length > 0 || thingOf(quantity) !== 'three-publics' ? adjusted : initials;
}

/** What a share is a share of: said in the paragraph, printed in its table, else said anywhere. */
export function wholeOf(facts: Facts, mention: Mention, paragraph: readonly Mention[]): readonly RoundedFigure[] {
  const named = paragraph.filter((m) => m.quantity === mention.whole && m.aspect === 'level').flatMap(nearOf);
  const table = mention.whole ? tableNear(facts, { ...mention, quantity: mention.whole }) : [];
  if (named.length > 0 || table.length > 0) return [...named, ...table];
  // Tables may stand in another file, and the whole be told in a paragraph before.
  return facts.mentions
    .filter((m) => m.quantity === mention.whole && m.aspect === 'level' && isCurrent(facts, m))
    .flatMap(nearOf);
}

const nearOf = (mention: Mention): readonly RoundedFigure[] =>
  mention.printed.kind === 'amount' ? [{ fen: fenOf(mention)!, step: mention.printed.step, mention }] : [];

const tableNear = ({ disclosure }: Facts, { quantity }: Mention): readonly RoundedFigure[] =>
  figures(disclosure, addressOf(quantity))
    .filter((each) => !isBlank(each))
    .map(printedNear);

const printedNear = ({ fen, step }: Figure): RoundedFigure => ({ fen, step });

/** Tables that print two years side by side: 三公 compares budget with budget. */
const previousNear = ({ disclosure }: Facts, { quantity }: Mention): readonly RoundedFigure[] =>
  kindOf(disclosure.stage).executes
    ? []
    : figures(disclosure, addressOf(quantity, 'previous'))
        .filter((each) => !isBlank(each))
        .map(printedNear);

const initialNear = ({ disclosure }: Facts, { quantity }: Mention): readonly RoundedFigure[] =>
  figures(disclosure, addressOf(quantity, 'budget')).map(printedNear);

const adjustedNear = ({ disclosure }: Facts, { quantity }: Mention): readonly RoundedFigure[] =>
  figures(disclosure, addressOf(quantity, 'adjusted')).map(printedNear);
