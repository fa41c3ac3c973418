/** What a check of the words would report, before it is decided which finding a wrong figure gets. */
import type { Mention } from '../../words/mention.ts';
import type { Issue } from './issue.ts';

export interface Candidate {
  readonly issue: Issue;
  /** Figures that it takes to be wrong. */
  readonly blames?: readonly Mention[];
  /** Where one of these is blamed already, this is only its consequence, and is not told. */
  readonly unless?: readonly (Mention | undefined)[];
  /** Not told where another issue of its rule speaks of the same place; its figures are wrong all the same. */
  readonly oncePerPlace?: boolean;
}

/** Some can only be worked out from figures that are not wrong. */
export type Proposal = Candidate | ((isBlamed: (mention: Mention) => boolean) => Candidate | undefined);
