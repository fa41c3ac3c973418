/** A figure that was measured of an indicator, with what it rests on. */
export interface Measured {
  readonly indicator: string;
  /** As a person would write it. */
  readonly achieved: string;
  readonly evidence: string;
  /** Where the raw series can be had: paths of this interface, with their names. */
  readonly series: readonly { readonly name: string; readonly path: string }[];
}
