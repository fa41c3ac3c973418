/** What a visitor chose, kept in this browser; without storage (private windows) it is forgotten. */
const PREFIX = 'mingsuan.';

export function recall(name: string): string | null {
  try {
    return localStorage.getItem(PREFIX + name);
  } catch {
    return null;
  }
}

export function remember(name: string, value: string): void {
  try {
    localStorage.setItem(PREFIX + name, value);
  } catch {
    // Nothing is lost but the choice.
  }
}
