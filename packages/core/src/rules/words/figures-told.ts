/** The figures that stand beside a mention: those said of its quantity in the same paragraph, and those its tables print. */
import { type Figure, figures, isBlank } from '../../figures/index.ts';
import { kindOf } from '../../model/document-kinds.ts';
import { addressOf, listed, thingOf } from '../../model/quantity.ts';
import { changeOf, fenOf, type Mention } from '../../words/mention.ts';
import type { RoundedFigure } from '../../words/percent.ts';
import { isUnnamed } from '../../words/spoken-of.ts';
import { type Facts, isCurrent } from './facts.ts';

/** All that is said of one quantity in one paragraph, each with the table's figure of it. */
export interface FiguresTold {
  readonly levels: readonly RoundedFigure[];
  readonly lasts: readonly RoundedFigure[];
  readonly initials: readonly RoundedFigure[];
  readonly adjusted: readonly RoundedFigure[];
  readonly changes: readonly Mention[];
  readonly completions: readonly Mention[];
}

/** What the mentions of one quantity (all of `same` are of it, at least one) and its tables say, in fen with their rounding. */
export function figuresToldOf(facts: Facts, same: readonly Mention[]): FiguresTold {
  const { year } = facts.disclosure;
  const near = (wanted: (m: Mention) => boolean) => same.filter(wanted).flatMap(nearOf);
  const isLast = (m: Mention) =>
    m.aspect === 'last' || (m.aspect === 'level' && year !== undefined && m.year === year - 1);
  const beside = [...near((m) => m.aspect === 'level' && isCurrent(facts, m)), ...tableNear(facts, same[0]!)];
  const levels = beside.length > 0 ? beside : toldBefore(facts, same[0]!);
  const initials = [...near((m) => m.aspect === 'initial'), ...initialNear(facts, same[0]!)];
  const adjusted = [...near((m) => m.aspect === 'adjusted'), ...adjustedNear(facts, same[0]!)];
  const changes = same.filter((m) => m.aspect === 'change' && isCurrent(facts, m));
  return {
    levels,
    lasts: [...near(isLast), ...previousNear(facts, same[0]!)],
    initials: initials.length + adjusted.length > 0 ? initials : changes.flatMap((change) => plannedBy(change, levels)),
    adjusted,
    changes: changes.filter((m) => !m.base?.planned),
    completions: same.filter((m) => m.aspect === 'completion'),
  };
}

/** What the paragraphs before told a quantity of the tables to be, where neither a table nor this paragraph does. */
const toldBefore = (facts: Facts, { quantity, place }: Mention): readonly RoundedFigure[] =>
  isUnnamed(quantity) || listed(quantity)
    ? []
    : facts.mentions
        .filter((m) => m.quantity === quantity && m.aspect === 'level' && m.named)
        // Told with the document's year: a paragraph between may be of what the year before was.
        .filter((m) => m.year !== undefined && m.year === facts.disclosure.year)
        .filter((m) => m.place.section === place.section && m.place.paragraph < place.paragraph)
        .slice(-1)
        .flatMap(nearOf);

/** 决算数大于预算数56万元: the budget that a change against it leaves. */
function plannedBy(change: Mention, levels: readonly RoundedFigure[]): readonly RoundedFigure[] {
  const moved = change.base?.planned && change.printed.kind === 'amount' ? changeOf(change) : undefined;
  if (moved === undefined || change.printed.kind !== 'amount') return [];
  const { step } = change.printed;
  return levels.slice(0, 1).map((level) => ({ fen: level.fen - moved, step: level.step + step, change }));
}

/** 完成全年预算的: of the adjusted budget; the three publics' table may print that one as their only budget. */
export function plannedFor(
  { place, quantity }: Mention,
  { initials, adjusted }: FiguresTold,
): readonly RoundedFigure[] {
  if (!/全年|调整/.test(place.text)) return initials.length > 0 || /年初/.test(place.text) ? initials : adjusted;
  return adjusted.length > 0 || thingOf(quantity) !== 'three-publics' ? adjusted : initials;
}

/** 项目支出总额 is of all money or of the general public budget's. */
const ALSO: Readonly<Record<string, readonly string[]>> = {
  'expenditure[total].project': ['general-public[total].project'],
};

/** What a share is a share of: said in the paragraph, printed in its table, else said anywhere. */
export function wholeOf(facts: Facts, mention: Mention, paragraph: readonly Mention[]): readonly RoundedFigure[] {
  const named = paragraph.filter((m) => m.quantity === mention.whole && m.aspect === 'level').flatMap(nearOf);
  const wholes = mention.whole ? [mention.whole, ...(ALSO[mention.whole] ?? [])] : [];
  const table = wholes.flatMap((quantity) => tableNear(facts, { ...mention, quantity }));
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
