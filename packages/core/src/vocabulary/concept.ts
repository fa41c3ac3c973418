/** What a concept of the field is: one quantity or label, named once, with every wording under which documents print it. */
import type { Side } from '../model/values.ts';

/** Where labelled lines stand: a side of the balance forms, or the rows of a form that lists items. */
export type LinesOf = Extract<Side, 'revenue' | 'expenditure'> | 'three-publics' | 'assets';

/** A whole and the parts that documents divide it into. */
export interface Division {
  /** Ids of the parts, in the usual order. */
  readonly parts: readonly string[];
  /** Parts that must be told before their sum means anything; all of them where nothing is said. */
  readonly required?: readonly string[];
}

/**
 * Wordings are written as people write them: `<a|b>` one of these, `[a]` may be left out, `…` any text. Spaces, quotes and
 * the width of brackets do not count (`wordings.ts`).
 */
export interface Concept {
  /** Stable; a column of that quantity has the same id unless `column` says otherwise. */
  readonly id: string;
  /** The Chinese name, as findings say it. */
  readonly name: string;
  /** The name that people know it by where nothing says which side is meant: 经营 for 经营收入. */
  readonly shortName?: string;
  readonly english: string;
  /** Names that mean it everywhere: as a line, as a header and in a sentence. */
  readonly wordings: readonly string[];
  /** Short names that mean it only where a table's place makes that clear: as a line or a header. */
  readonly printed?: readonly string[];
  /** Names of lines only. */
  readonly labels?: readonly string[];
  /** Names of columns only; `上/下` asks for an upper header that contains 上. */
  readonly headers?: readonly string[];
  /** Names in sentences only; the first one is written, or `name` where there is none. */
  readonly nouns?: readonly string[];
  /** What a list of sources of money calls it, where that is not `name`. */
  readonly source?: string;
  /** Departmental economic sections that the money is spent under, the usual one first. */
  readonly economic?: readonly string[];
  /** Where it is printed as a line. */
  readonly linesOf?: LinesOf;
  /** What the equation language calls its lines; a line without a role takes no part in equations by name. */
  readonly role?: string;
  /** The id of its column, where that is not `id`. */
  readonly column?: string;
  /** The forms whose column it is, where two concepts share a column's id. */
  readonly forms?: readonly string[];
  /** What single forms call its column, where that is another name. */
  readonly nameIn?: Readonly<Record<string, string>>;
  readonly divisions?: readonly Division[];
  /** The law or table form that defines it. */
  readonly basis?: string;
}
