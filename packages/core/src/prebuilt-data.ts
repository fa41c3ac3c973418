/** As JSON, parsed when it is asked for. The build puts its own file here. */
export const BUILT: {
  readonly lexicon?: string;
  readonly leads?: string;
  readonly things?: string;
  readonly equations?: string;
} = {};
