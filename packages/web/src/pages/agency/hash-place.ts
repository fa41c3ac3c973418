/** A link's `#projects-3` leads to the third project once it is there: opened, with all that is folded around it, and in view. */
import { useRouterState } from '@tanstack/react-router';
import { useEffect } from 'react';

const useHash = (): string => useRouterState({ select: ({ location }) => location.hash });

export function useHashPlace(): void {
  const hash = useHash();
  useEffect(() => {
    const element = hash === '' ? null : document.getElementById(hash);
    if (!element) return;
    for (let around: Element | null = element; around; around = around.parentElement)
      if (around instanceof HTMLDetailsElement) around.open = true;
    element.scrollIntoView();
  }, [hash]);
}

/** The number of the entry of a part that the address leads to. */
export function useHashEntry(part: string): number | undefined {
  const [, name, entry] = /^(.+)-(\d+)$/.exec(useHash()) ?? [];
  return name === part ? Number(entry) : undefined;
}

export const entryId = (part: string, entry: number): string => `${part}-${entry}`;
