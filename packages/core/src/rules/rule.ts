/** What the catalogue says of every rule; equation families and the rules of this folder share it. */
import type { Book } from '../equations/book.ts';
import type { Finding, Severity } from '../finding.ts';

export interface Rule {
  readonly id: string;
  readonly title: string;
  readonly group: string;
  readonly basis: string;
  readonly severity: Severity;
  /** What is checked, where it is no equation. */
  readonly check: string;
}

/** A finding with the book that it is about: agencies may share a name. */
export interface BookFinding {
  readonly book: Book;
  readonly finding: Finding;
}
