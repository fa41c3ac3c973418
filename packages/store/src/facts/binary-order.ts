/** Words by the numbers of their characters: the same on every engine and system, whatever language it is set to. */
export const binaryOrder = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
