/** Light or dark, as the system says until the visitor chooses. */
import { createContext, type ReactNode, use, useEffect, useMemo, useState } from 'react';
import { recall, remember } from '../remember.ts';

export type Mode = 'light' | 'dark';

interface Appearance {
  readonly mode: Mode;
  readonly setMode: (mode: Mode) => void;
}

const AppearanceContext = createContext<Appearance | undefined>(undefined);

const systemMode = (): Mode => (matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light');

function firstMode(): Mode {
  const chosen = recall('appearance');
  return chosen === 'light' || chosen === 'dark' ? chosen : systemMode();
}

export function AppearanceProvider({ children }: { readonly children: ReactNode }) {
  const [mode, show] = useState(firstMode);
  useEffect(() => {
    document.documentElement.dataset.mode = mode;
  }, [mode]);
  const appearance = useMemo(
    () => ({
      mode,
      setMode: (chosen: Mode) => {
        remember('appearance', chosen);
        show(chosen);
      },
    }),
    [mode],
  );
  return <AppearanceContext value={appearance}>{children}</AppearanceContext>;
}

export function useAppearance(): Appearance {
  const appearance = use(AppearanceContext);
  if (!appearance) throw new Error('useAppearance outside AppearanceProvider');
  return appearance;
}
