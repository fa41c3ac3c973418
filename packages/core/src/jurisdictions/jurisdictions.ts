/** The jurisdictions that a program knows: one value, given to whatever reads, checks, compiles or writes for a place. */
import type { KnownTerm } from '../explain/glossary.ts';
import type { PerformanceProfile } from '../performance/profile.ts';
import type { Template } from '../templates/template.ts';
import { TOPICS, type Topic } from '../words/patterns/index.ts';
import type { PlanScope } from './explanation-file.ts';
import type { Counted } from './profile-file.ts';
import type { Sentences } from './sentences-file.ts';
import type { SourceFile } from './source.ts';

export interface Jurisdiction {
  /** Name of its folder. */
  readonly id: string;
  readonly name: string;
  /** The folder as a bureau named it; absent for one that comes with the program. */
  readonly where?: string;
  /** First digits of the codes of its regions; absent for the whole country. */
  readonly region?: string;
  /** The one whose sentences, terms and plans it goes on from. */
  readonly extends?: string;
  readonly templates: readonly Template[];
  /** Sentences of its own file. */
  readonly own: Sentences;
  /** All sentences that its plans may say. */
  readonly sentences: Sentences;
  readonly scope: PlanScope;
  /** What explanations explain, as far as they use it. */
  readonly terms: readonly KnownTerm[];
  /** All that is explained: `terms` and those that only readers of figures look up. */
  readonly glossary: readonly KnownTerm[];
  readonly counted: readonly Counted[];
  /** The profiles of its own file, by which performance is scored and watched. */
  readonly performance: readonly PerformanceProfile[];
  /** Those of the ones it goes on from, which its own may extend. */
  readonly inheritedPerformance: readonly PerformanceProfile[];
  /** Its own rules (docs/own-rules.md), which `own-rules/of-jurisdiction.ts` reads. */
  readonly rules?: SourceFile;
}

export interface Jurisdictions {
  /** Places before the whole country. */
  readonly all: readonly Jurisdiction[];
  readonly templates: readonly Template[];
  /** What the reader of explanations knows: its own patterns and the sentences of all places. */
  readonly topics: readonly Topic[];
}

/** The jurisdictions as one value, with what the reader of explanations learns from them. */
export function jurisdictionsOf(all: readonly Jurisdiction[], templates: readonly Template[]): Jurisdictions {
  return { all, templates, topics: TOPICS.map((topic) => ({ ...topic, written: writtenIn(all, topic.id) })) };
}

/** Each wording once: a place that says a sentence in other words adds it. */
function writtenIn(all: readonly Jurisdiction[], topic: string): readonly string[] {
  const sources = all.flatMap(({ own }) =>
    [...own.values()].flatMap((sentence) => (sentence.topic === topic ? [sentence.source] : [])),
  );
  return [...new Set(sources)];
}

/** Whose folder a template stands in. */
export function jurisdictionOf(template: Template, { all }: Jurisdictions): Jurisdiction | undefined {
  return all.find(({ id }) => id === template.jurisdiction);
}
