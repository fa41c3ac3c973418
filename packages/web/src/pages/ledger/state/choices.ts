/** Finding what to pick by its code, its name, its pinyin or the initials of that. */
export interface Choice {
  /** As it then stands in the cell. */
  readonly text: string;
  /** Its own name by its sound, in full and by initials: `xingzhengyunxing xzyx`. */
  readonly sound: string;
}

/** So many are shown; more words find the others. */
export const MOST_SHOWN = 60;

/**
 * The choices that have all words of the query, those first whose code or own name begins with it; and of these those that the
 * sheet has already: a unit spends on few of many items.
 */
export function found(
  choices: readonly Choice[],
  query: string,
  used: ReadonlySet<string> = new Set(),
): readonly Choice[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  const usedFirst = (all: readonly Choice[]) =>
    [true, false].flatMap((isUsed) => all.filter(({ text }) => used.has(codeOf(text) || text) === isUsed));
  if (words.length === 0) return usedFirst(choices).slice(0, MOST_SHOWN);
  const ranked: Choice[][] = [[], [], []];
  for (const choice of choices) {
    const ranks = words.map((word) => rankOf(choice, word));
    if (ranks.every((rank) => rank !== undefined)) ranked[Math.max(...(ranks as number[]))]!.push(choice);
  }
  return ranked.flatMap(usedFirst).slice(0, MOST_SHOWN);
}

/** 0 begins so, 1 its own name or sound has it, 2 what it stands under has it. */
function rankOf({ text, sound }: Choice, word: string): 0 | 1 | 2 | undefined {
  const lower = text.toLowerCase();
  const own = ownName(lower);
  if (lower.startsWith(word) || own.startsWith(word) || sound.split(' ').some((each) => each.startsWith(word)))
    return 0;
  if (own.includes(word) || sound.includes(word)) return 1;
  return lower.includes(word) ? 2 : undefined;
}

/** `2010301 一般公共服务支出›…›行政运行` → 行政运行. */
export const ownName = (text: string): string =>
  text
    .split('›')
    .at(-1)!
    .replace(/^[A-C]?\d+\s+/, '');

/** Its code; empty where it has none. */
export const codeOf = (text: string): string => /^[A-C]?\d{3,}(?=\s|$)/.exec(text)?.[0] ?? '';

/** What stands above it: 一般公共服务支出›政府办公厅（室）及相关机构事务. */
export const above = (text: string): string =>
  text.includes('›') ? text.slice(codeOf(text).length).trim().split('›').slice(0, -1).join('›') : '';
