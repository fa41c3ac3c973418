/** Answers that are kept: of a function without arguments, of one about a text, of one about a table. All are pure. */

/** Computes once, at the first call. */
export function lazy<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

/**
 * What follows from an immutable value (a list of headers, a set of places, a document's tables), worked out once for each and
 * kept no longer than the value itself.
 */
export function derived<From extends object, T>(make: (from: From) => T): (from: From) => T {
  const known = new WeakMap<From, { readonly value: T }>();
  return (from) => {
    let found = known.get(from);
    if (!found) {
      found = { value: make(from) };
      known.set(from, found);
    }
    return found.value;
  };
}

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
