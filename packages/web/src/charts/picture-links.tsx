/** Takes a chart as a picture with its title and where its figures come from. */
import { useState } from 'react';
import { saveAs } from '../components/save.ts';
import { useScale } from '../components/scale.tsx';
import { useText } from '../i18n/index.tsx';
import type { Draw } from './canvas.tsx';
import type { PictureFormat } from './picture.ts';

interface Props {
  readonly title: string;
  readonly draw: Draw;
  readonly height: number;
  /** Where the chart is not in the page's unit of money. */
  readonly unit?: string | undefined;
}

const FORMATS: readonly PictureFormat[] = ['svg', 'png'];

export function PictureLinks({ title, draw, height, unit }: Props) {
  const t = useText();
  const scale = useScale();
  const [failed, setFailed] = useState(false);
  const take = async (format: PictureFormat) => {
    try {
      const { pictureOf } = await import('./picture.ts');
      // The page's own heading says whose figures these are.
      const whose = document.querySelector('main h1')?.textContent?.trim() ?? '';
      const whole = [whose, title].filter(Boolean).join(' · ');
      const source = t('picture.source', {
        address: `${location.origin}${decodeURI(location.pathname)}`,
        date: new Date().toISOString().slice(0, 10),
        unit: unit ?? scale.unit,
      });
      saveAs(await pictureOf(format, { title: whole, source, draw, scale, height }), `${whole}.${format}`);
      setFailed(false);
    } catch {
      setFailed(true);
    }
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset does not lay out in a row
    <span role="group" aria-label={t('picture.label', { title })} className="switch picture-links">
      {FORMATS.map((format) => (
        <button key={format} type="button" onClick={() => void take(format)}>
          {format.toUpperCase()}
        </button>
      ))}
      {failed && <span role="alert">{t('picture.failed')}</span>}
    </span>
  );
}
