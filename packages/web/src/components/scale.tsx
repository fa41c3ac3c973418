/**
 * The unit that amounts are told in: 万元, or 亿元 where a page's figures are large, or as the reader chose; in English million yuan.
 * Only telling is rounded: amounts are integer fen, and no float ever holds one.
 */
import { createContext, type ReactNode, use, useMemo, useState } from 'react';
import { useLanguage, useText } from '../i18n/index.tsx';
import { recall, remember } from '../remember.ts';

export const SCALES = ['wan', 'yi'] as const;
type Chosen = (typeof SCALES)[number];

export interface Scale {
  readonly id: Chosen | 'million';
  /** As it goes after an amount: 万元. */
  readonly unit: string;
  readonly format: (fen: number) => string;
}

const FEN: Readonly<Record<Scale['id'], number>> = { wan: 1_000_000, yi: 10_000_000_000, million: 100_000_000 };
/** From so much on 亿元 read better: ten of them. */
const LARGE = 10 * FEN.yi;

/** Digits of an amount in a unit, half away from zero; small amounts in large units have four of them. */
export function formatIn(id: Scale['id'], fen: number): string {
  const size = FEN[id];
  const decimals = id !== 'wan' && fen !== 0 && Math.abs(fen) < size ? 4 : 2;
  const step = size / 10 ** decimals;
  const steps = Math.trunc((Math.abs(fen) + step / 2) / step);
  const whole = Math.trunc(steps / 10 ** decimals);
  const digits = String(whole).replace(/\B(?=(\d{3})+(?!\d))/g, ',');
  const fraction = String(steps % 10 ** decimals).padStart(decimals, '0');
  return `${fen < 0 && steps > 0 ? '-' : ''}${digits}.${fraction}`;
}

interface ScaleState {
  readonly scale: Scale;
  readonly choose: (chosen: Chosen) => void;
  readonly choices: readonly Chosen[];
}

interface Choice {
  readonly chosen: Chosen | undefined;
  readonly choose: (chosen: Chosen) => void;
}

const ChoiceContext = createContext<Choice>({ chosen: undefined, choose: () => {} });
const LargestContext = createContext(0);

/** Around all pages: what the reader chose. */
export function ScaleProvider({ children }: { readonly children: ReactNode }) {
  const [chosen, set] = useState(() => SCALES.find((id) => id === recall('scale')));
  const choice = useMemo(
    () => ({
      chosen,
      choose: (id: Chosen) => {
        remember('scale', id);
        set(id);
      },
    }),
    [chosen],
  );
  return <ChoiceContext value={choice}>{children}</ChoiceContext>;
}

/** Around a page, or a part of it: its largest amount, by which the unit is chosen where the reader chose none. */
export const ScaledBy = ({ fen, children }: { readonly fen: number; readonly children: ReactNode }) => (
  <LargestContext value={fen}>{children}</LargestContext>
);

export function useScaleState(): ScaleState {
  const { chosen, choose } = use(ChoiceContext);
  const largest = use(LargestContext);
  const { language } = useLanguage();
  const t = useText();
  const id = language === 'en' ? 'million' : (chosen ?? (largest >= LARGE ? 'yi' : 'wan'));
  return useMemo(
    () => ({
      scale: { id, unit: t(`unit.${id}`), format: (fen: number) => formatIn(id, fen) },
      choose,
      choices: language === 'en' ? [] : SCALES,
    }),
    [id, t, choose, language],
  );
}

export const useScale = (): Scale => useScaleState().scale;

/** The unit in words, to be changed where there is a choice. */
export function UnitSwitch() {
  const t = useText();
  const { scale, choose, choices } = useScaleState();
  if (choices.length === 0) return <span className="faint small">{t('unit.note', { unit: scale.unit })}</span>;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset does not lay out in a row
    <span role="group" aria-label={t('unit.choose')} className="switch">
      {choices.map((id) => (
        <button key={id} type="button" aria-pressed={id === scale.id} onClick={() => choose(id)}>
          {t(`unit.${id}`)}
        </button>
      ))}
    </span>
  );
}

export function UnitNote() {
  const t = useText();
  return <span className="faint small">{t('unit.note', { unit: useScale().unit })}</span>;
}
