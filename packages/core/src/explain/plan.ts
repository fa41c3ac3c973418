/**
 * The plan of an explanation: which sections it has, in which order, and what each says, as data. A place writes its own in
 * `explanation.yaml`. Titles hold `{agency}`, `{year}`, `{level}` and, in sections told for each project, `{name}`.
 */
import type { Numbering } from '../text/numbering.ts';

/**
 * What must hold: `quantity` is known and not zero; `known quantity`; `given quantity`, that last year's figure is known,
 * `last quantity`, that it is not zero; `executed`, `initial` (known), `planned` (not zero), `changed quantity`; facts such as `units` (several) or
 * `institution` (conditions.ts). `it` is the member of the list told; `!…` is the contrary, `…|…` either.
 */
export type Condition = string;

/** Id of a sentence in the `sentences.yaml` of the place or of one it goes on from. */
export type SentenceId = string;

export const LISTS = [
  'items',
  'general-items',
  'fund-items',
  'state-items',
  'classes',
  'projects',
  'organization',
] as const;

export type ListName = (typeof LISTS)[number];

/** One sentence for each member of a list, joined and closed. */
export interface Listing {
  readonly each: ListName;
  readonly say: SentenceId;
  readonly join: string;
  readonly end: string;
}

export type Phrase = SentenceId | { readonly say: SentenceId; readonly when: readonly Condition[] } | Listing;

export interface Say {
  /** Sentences of one paragraph, one after the other; of several with conditions those that hold. */
  readonly say: readonly Phrase[];
  readonly prefix?: string;
  readonly when?: readonly Condition[];
  /** One paragraph for each member of a list; the first sentence whose conditions hold is its. */
  readonly each?: ListName;
  /** What `{it}` means at the beginning. */
  readonly about?: string;
}

/** A short line that heads what follows. */
export interface Heading {
  readonly heading: string;
  readonly when?: readonly Condition[];
}

/** What a person writes: paragraphs of `texts.sections` by key (`{name}` is the project), else `otherwise`, else a placeholder that asks for `ask`. */
export interface Write {
  readonly write: string;
  readonly ask: string;
  readonly otherwise?: SentenceId;
  readonly when?: readonly Condition[];
}

export interface Glossary {
  readonly glossary: Numbering;
}

export type ParagraphPlan = Say | Heading | Write | Glossary;

export interface SectionPlan {
  readonly title: string;
  /** `第一部分`, before a title that heads a part. */
  readonly number?: string;
  readonly paragraphs: readonly ParagraphPlan[];
  /** It is left out, and those after it are numbered on, where these do not hold. */
  readonly when?: readonly Condition[];
  /** A section, with its numbered ones, for each project that is described. */
  readonly each?: 'described-projects';
}

/** A heading and the numbered sections under it. */
export interface PartPlan extends SectionPlan {
  readonly sections?: readonly SectionPlan[];
}

export interface Plan {
  readonly id: string;
  /** `coded`: 公共安全支出（204类）; `named`: 公共安全支出（类）. */
  readonly items: 'coded' | 'named';
  readonly parts: readonly PartPlan[];
}
