/** Whether the window is too narrow for a grid: a phone shows the ledger for reading, and charts lower. */
import { useSyncExternalStore } from 'react';

const NARROW = '(max-width: 760px)';

export const useNarrow = (): boolean =>
  useSyncExternalStore(
    (changed) => {
      const query = matchMedia(NARROW);
      query.addEventListener('change', changed);
      return () => query.removeEventListener('change', changed);
    },
    () => matchMedia(NARROW).matches,
  );
