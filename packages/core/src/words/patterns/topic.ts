/** What a table of sentence patterns is: the sentences that speak of one topic, in the order in which documents have them. */
export interface Topic {
  readonly id: string;
  /** Headings and short lead-in lines under which these sentences stand. */
  readonly heading?: RegExp;
  /** Quantity that a bare figure under such a heading means. */
  readonly it?: string;
  readonly sentences: readonly string[];
  /** Sentences that explanations are written with (`sentences.yaml` of the places); they are read like the others. */
  readonly written?: readonly string[];
}
