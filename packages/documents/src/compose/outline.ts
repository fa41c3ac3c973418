/** What contents may lead to, in the order of the document; each heading and caption gets a target of its own. */

export interface OutlineEntry {
  readonly title: string;
  readonly level: 1 | 2 | 3;
  readonly target: string;
  /** Whether contents that are made list it. */
  readonly listed: boolean;
  /** Whether it is the title of a table. */
  readonly isTable: boolean;
}

export class Outline {
  readonly entries: OutlineEntry[] = [];

  /** @returns the target */
  add(title: string, level: OutlineEntry['level'], listed: boolean, isTable = false): string {
    const target = `p${this.entries.length + 1}`;
    this.entries.push({ title, level, target, listed, isTable });
    return target;
  }
}
