import { type TextKey, useText } from '../../i18n/index.tsx';
import '../../styles/performance.css';

export const LIGHTS = ['red', 'yellow', 'green', 'blue', 'none'] as const;
export type LightName = (typeof LIGHTS)[number];

/** A light by its colour and its name: colour alone tells nobody. */
export function Light({ light }: { readonly light: LightName }) {
  const t = useText();
  return <span className={`light light-${light}`}>{t(`perf.light.${light}` as TextKey)}</span>;
}

/** How many have each light. */
export function LightCounts({ lights }: { readonly lights: Readonly<Record<string, number>> }) {
  const t = useText();
  return (
    <span className="light-counts">
      {LIGHTS.filter((light) => (lights[light] ?? 0) > 0).map((light) => (
        <span key={light} className={`light light-${light}`}>
          {t(`perf.light.${light}` as TextKey)} {lights[light]}
        </span>
      ))}
    </span>
  );
}
