/** What is wrong in a file that a user writes (own rules, dismissals), and where. */

/** Names and list numbers that lead to a value: `['equations', 0, 'title']`. */
export type Path = readonly (string | number)[];

/** Both count from 1. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

/** Where a value stands, `offset` characters into its text; or the name in front of it. */
export type Locate = (path: Path, part: 'name' | 'value', offset: number) => Place;

/** `message` is one Chinese sentence: what is wrong and what to do. */
export interface FileFault extends Place {
  readonly message: string;
}

/** Collects what is wrong; reading goes on, so that the user sees everything at once. */
export class Faults {
  #locate: Locate;
  #errors: FileFault[] = [];

  constructor(locate: Locate) {
    this.#locate = locate;
  }

  at(path: Path, message: string, part: 'name' | 'value' = 'value', offset = 0): undefined {
    const { line, column } = this.#locate(path, part, offset);
    this.#errors.push({ line, column, message });
  }

  /** In the order of the file. */
  get errors(): readonly FileFault[] {
    return [...this.#errors].sort((a, b) => a.line - b.line || a.column - b.column);
  }
}
