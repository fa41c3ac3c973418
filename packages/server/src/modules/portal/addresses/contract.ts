/** What an address leads to, in the words of a page's head. */
export interface Described {
  /** Whether what stood there was taken back. */
  readonly isGone?: boolean;
  readonly title: string;
  readonly description: string;
  /** The path that is its one address. */
  readonly path: string;
}
