/** What is known of the figures of one document's words before any of them is blamed. */
import type { Disclosure } from '../../disclosure.ts';
import { groupsBy } from '../../group-by.ts';
import type { Mention } from '../../words/mention.ts';

export interface Told {
  readonly disclosure: Disclosure;
  readonly mentions: readonly Mention[];
}

export interface Facts extends Told {
  /** Mentions that a table confirms. */
  readonly confirmed: ReadonlySet<Mention>;
  /** Paragraphs where a figure is left out, as `section.paragraph`: their sums mean nothing. */
  readonly incomplete: ReadonlySet<string>;
}

/** Whether a mention is of the document's own year: the year is not named, or is the document's. */
export const isCurrent = ({ disclosure }: Told, mention: Mention) =>
  mention.year === undefined || disclosure.year === undefined || mention.year === disclosure.year;

/** Mentions by paragraph. */
export const paragraphsOf = (mentions: readonly Mention[]) =>
  groupsBy(mentions, ({ place }) => `${place.section}.${place.paragraph}`);

/** Mentions by section. */
export const sectionsOf = (mentions: readonly Mention[]) => groupsBy(mentions, ({ place }) => String(place.section));
