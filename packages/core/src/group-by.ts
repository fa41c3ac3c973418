/** Items by key, keys in the order of their first item. */
export function groupBy<T, K>(items: readonly T[], keyOf: (item: T) => K): ReadonlyMap<K, readonly T[]> {
  const groups = new Map<K, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}

/** The groups alone, in the order of their first member. */
export const groupsBy = <T, K>(items: readonly T[], keyOf: (item: T) => K): readonly (readonly T[])[] => [
  ...groupBy(items, keyOf).values(),
];
