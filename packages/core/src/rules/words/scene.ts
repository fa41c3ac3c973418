/** One document's mentions and what the checks before have found of them: a figure found wrong is not blamed again. */
import type { Disclosure } from '../../disclosure.ts';
import { groupsBy } from '../../group-by.ts';
import type { Mention } from '../../words/mention.ts';
import { readMentions } from '../../words/read.ts';
import type { Issue } from './issue.ts';

export interface Scene {
  readonly disclosure: Disclosure;
  readonly mentions: readonly Mention[];
  /** Mentions whose figure is already reported. */
  readonly wrong: Set<Mention>;
  /** Mentions that a table or a relation confirms. */
  readonly confirmed: Set<Mention>;
  /** Paragraphs where a figure is left out, as `section.paragraph`: their sums mean nothing. */
  readonly incomplete: Set<string>;
  readonly issues: Issue[];
}

/** A document's mentions before anything is found of them. */
export function openScene(disclosure: Disclosure): Scene {
  return {
    disclosure,
    mentions: readMentions(disclosure),
    wrong: new Set(),
    confirmed: new Set(),
    incomplete: new Set(),
    issues: [],
  };
}

/** Whether a mention is of the document's own year: the year is not named, or is the document's. */
export const isCurrent = ({ disclosure }: Scene, mention: Mention) =>
  mention.year === undefined || disclosure.year === undefined || mention.year === disclosure.year;

/** Mentions by paragraph. */
export const paragraphsOf = (mentions: readonly Mention[]) =>
  groupsBy(mentions, ({ place }) => `${place.section}.${place.paragraph}`);

/** Mentions by section. */
export const sectionsOf = (mentions: readonly Mention[]) => groupsBy(mentions, ({ place }) => String(place.section));
