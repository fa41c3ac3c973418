import { type TextKey, useText } from '../../i18n/index.tsx';
import '../../styles/performance.css';

export const LIGHTS = ['red', 'yellow', 'green', 'blue', 'none'] as const;
export type LightName = (typeof LIGHTS)[number];

/** A light by its colour and its name: colour alone tells nobody. */
export function Light({ light }: { readonly light: LightName }) {
  const t = useText();
  return <span className={`light light-${light}`}>{t(`perf.light.${light}` as TextKey)}</span>;
}

/** How many have each light; each opens those that have it. */
export function LightCounts({
  lights,
  onOpen,
}: {
  readonly lights: Readonly<Record<string, number>>;
  readonly onOpen: (light: LightName) => void;
}) {
  const t = useText();
  return (
    <span className="light-counts">
      {LIGHTS.filter((light) => (lights[light] ?? 0) > 0).map((light) => (
        <button key={light} type="button" className={`light light-${light}`} onClick={() => onOpen(light)}>
          {t(`perf.light.${light}` as TextKey)} {lights[light]}
        </button>
      ))}
    </span>
  );
}
