/** Keeps the answers of a pure function of one text; documents repeat the same few hundred values and names. */
export function memo<T>(answer: (text: string) => T, limit = 5000): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    const found = answer(text);
    if (text.length > LONGEST) return found;
    if (known.size >= limit) known.clear();
    known.set(text, found);
    return found;
  };
}

/** A longer text is hardly met again, and would only take memory. */
const LONGEST = 100;
