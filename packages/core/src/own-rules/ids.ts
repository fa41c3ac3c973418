/** Ids of a file's own rules and of all rules it may speak of. */
import { RULES } from '../rules/register.ts';
import type { Faults, Path } from '../user-file/faults.ts';
import { nearNames } from '../user-file/near.ts';

/** Names of places by the ids of the rules that they add: a file read after them may speak of those, and not take their ids. */
export type PlaceRules = ReadonlyMap<string, string>;

const PATTERN = /^[\p{L}\p{N}][\p{L}\p{N}_.-]*$/u;

export class Ids {
  #faults: Faults;
  #builtin: ReadonlySet<string>;
  #places: PlaceRules;
  #own = new Set<string>();

  constructor(faults: Faults, places: PlaceRules) {
    this.#faults = faults;
    this.#places = places;
    this.#builtin = new Set(RULES.map(({ id }) => id));
  }

  /** Takes an id that the user wrote at `path`. */
  claim(id: string, path: Path): boolean {
    if (!PATTERN.test(id)) {
      this.#faults.at(path, `规则编号“${id}”里只能有文字、数字、“-”、“_”和“.”，请改写。`);
      return false;
    }
    return this.claimMade(id, path);
  }

  /** Takes an id made from the rule's words, so that it stays when rules before it come or go. */
  claimMade(id: string, path: Path): boolean {
    if (this.#builtin.has(id)) this.#faults.at(path, `规则编号“${id}”是程序自带规则的编号，请换一个。`);
    else if (this.#places.has(id))
      this.#faults.at(path, `规则编号“${id}”是${this.#places.get(id)}的规则的编号，请换一个。`);
    else if (this.#own.has(id)) this.#faults.at(path, `规则编号“${id}”重复，前面已经用过，请换一个或删去这一条。`);
    else {
      this.#own.add(id);
      return true;
    }
    return false;
  }

  /** Whether there is such a rule, built in, of a place or the user's own. */
  known(id: string, path: Path, part: 'name' | 'value'): boolean {
    const all = [...this.#own, ...this.#places.keys(), ...this.#builtin];
    if (all.includes(id)) return true;
    const near = nearNames(id, all);
    const advice = near.length > 0 ? `是不是“${near.join('”或“')}”？` : '';
    this.#faults.at(path, `没有编号为“${id}”的规则，${advice}全部编号见 docs/rules.md。`, part);
    return false;
  }
}
