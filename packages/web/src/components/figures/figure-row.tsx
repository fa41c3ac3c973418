/** One doubtful figure: its place on the picture, what it says, and its sums. */
import { formatAmount } from '@mingsuan/core/money';
import type { CSSProperties, KeyboardEvent, ReactNode } from 'react';
import type { ScanFigures } from '../../api/types.ts';
import { useText } from '../../i18n/index.tsx';
import { whereOf } from '../source/where.ts';
import { type DoubtfulFigure, sumsOf, type Typed } from './figure-sums.ts';

/** The picture of a page, from wherever the scan lives. */
export type PageImage = (page: number, props: { readonly alt: string; readonly style: CSSProperties }) => ReactNode;

interface Props {
  readonly image: PageImage;
  readonly pageSizes: ScanFigures['pageSizes'];
  readonly figure: DoubtfulFigure;
  readonly isCurrent: boolean;
  /** Whether one may only look. */
  readonly isFixed: boolean;
  /** What a person reads there; undefined before one did. */
  readonly text: string | undefined;
  readonly typed: Typed;
  readonly onFocus: () => void;
  /** Undefined takes it back. */
  readonly onWrite: (text: string | undefined) => void;
  readonly onMove: (step: number) => void;
  readonly onSave: () => void;
}

/** Pixels a point of a crop, and points of the page around a figure. */
const ZOOM = 2.2;
const [BESIDE, ABOVE] = [60, 14];
/** Figures named of one sum. */
const LISTED = 4;

export function FigureRow(props: Props) {
  const { figure, isCurrent, isFixed, text, typed, onFocus, onWrite } = props;
  const t = useText();
  const value = text ?? figure.read;
  return (
    <li className={`figure-row${isCurrent ? ' current' : ''}${text === undefined ? '' : ' settled'}`}>
      <Crop {...props} />
      <div className="figure-said">
        <label>
          <span className="faint small">{whereOf(t, figure.origin)}</span>
          <input
            className="text-input money"
            value={value}
            inputMode="decimal"
            maxLength={40}
            readOnly={isFixed}
            onFocus={onFocus}
            onChange={({ target }) => onWrite(target.value)}
            onKeyDown={(event) => pressed(event, props, value)}
          />
        </label>
        {figure.others.length > 0 && (
          <p className="faint small">
            {t('figures.others', { others: figure.others.slice(0, 3).join(t('list.comma')) })}
          </p>
        )}
        {text !== undefined && (
          <p className="small">✓ {t(text === figure.read ? 'figures.asRead' : 'figures.changed')}</p>
        )}
      </div>
      {isCurrent && (
        <ul className="figure-sums small" aria-live="polite">
          {figure.equations.length === 0 && <li className="faint">{t('figures.noSums')}</li>}
          {sumsOf(figure, typed).map(({ title, terms, off, holds }, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: sums have no name of their own
            <li key={i} className={holds ? 'holds' : 'broken'}>
              {holds ? '✓' : '✗'} {title}
              {t('text.colon')}
              {terms
                .slice(0, LISTED)
                .map(({ name, text: printed, origin }) => `${name} ${typed(origin) ?? printed}`)
                .join(t('list.semicolon'))}
              {terms.length > LISTED && t('figures.more', { count: terms.length - LISTED })}
              {!holds && off !== undefined && t('figures.off', { off: formatAmount(off, terms[0]?.unit ?? '元') })}
            </li>
          ))}
        </ul>
      )}
    </li>
  );
}

/** Enter takes what stands there and goes on, the arrows move, 1 to 3 with Alt take what else it may be, Escape takes back. */
function pressed(event: KeyboardEvent, { figure, isFixed, onWrite, onMove, onSave }: Props, value: string): void {
  if (isFixed && !event.key.startsWith('Arrow')) return;
  const other = event.altKey ? figure.others[Number(event.key) - 1] : undefined;
  if (other !== undefined) onWrite(other);
  else if (event.key === 'Enter' && event.ctrlKey) onSave();
  else if (event.key === 'Enter') {
    onWrite(value);
    onMove(1);
  } else if (event.key === 'ArrowDown') onMove(1);
  else if (event.key === 'ArrowUp') onMove(-1);
  else if (event.key === 'Escape') onWrite(undefined);
  else return;
  event.preventDefault();
}

/** The page's picture behind a window around the figure: one picture serves all figures of a page. */
function Crop({ image, pageSizes, figure: { origin, read } }: Props) {
  const t = useText();
  const { page = 1, box } = origin;
  const size = pageSizes[page - 1];
  if (!box || !size) return <div className="figure-crop faint small">{t('figures.noPicture')}</div>;
  const [x0, y0, x1, y1] = box;
  const [left, top] = [Math.max(0, x0 - BESIDE), Math.max(0, y0 - ABOVE)];
  const [width, height] = [Math.min(size.width, x1 + BESIDE) - left, Math.min(size.height, y1 + ABOVE) - top];
  const px = (points: number) => `${points * ZOOM}px`;
  return (
    <div className="figure-crop" style={{ width: px(width), height: px(height) }}>
      {image(page, {
        alt: t('figures.crop', { page, text: read }),
        style: { width: px(size.width), left: px(-left), top: px(-top) },
      })}
      <span
        style={{ left: px(x0 - left - 2), top: px(y0 - top - 2), width: px(x1 - x0 + 4), height: px(y1 - y0 + 4) }}
      />
    </div>
  );
}
