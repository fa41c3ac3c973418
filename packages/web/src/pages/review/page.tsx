/** A page of the text with what is spoken of framed; a frame of one's own is drawn on it with the mouse or a finger. */
import { type PointerEvent, useState } from 'react';
import type { ReviewFinding, ReviewText } from '../../api/types.ts';
import { reviewPicture } from '../../api/urls.ts';
import { useText } from '../../i18n/index.tsx';

/** In points from the page's top left. */
export type Box = readonly [x0: number, y0: number, x1: number, y1: number];

interface Props {
  readonly text: ReviewText;
  readonly page: number;
  readonly onTurn: (page: number) => void;
  readonly shown: ReviewFinding | undefined;
  readonly box: Box | undefined;
  /** Absent where nothing may be drawn. */
  readonly onDraw: ((box: Box | undefined) => void) | undefined;
}

/** A frame narrower than this, in points, is a click. */
const LEAST = 4;

export function ReviewPage({ text, page, onTurn, shown, box, onDraw }: Props) {
  const t = useText();
  const [start, setStart] = useState<readonly [number, number]>();
  // A finding that is gone from the newest text stands in that of its last round.
  const round = shown && shown.state === 'fixed' ? shown.lastRound : text.round;
  const { name, pageSizes = [] } = text.files.find((file) => file.round === round) ?? {};
  const size = pageSizes[page - 1];
  if (!size) return <p className="faint">{t('review.noPages')}</p>;
  const pointOf = ({ currentTarget, clientX, clientY }: PointerEvent): readonly [number, number] => {
    const { left, top, width, height } = currentTarget.getBoundingClientRect();
    const within = (value: number, most: number) => Math.round(Math.min(Math.max(value, 0), 1) * most * 10) / 10;
    return [within((clientX - left) / width, size.width), within((clientY - top) / height, size.height)];
  };
  const boxTo = (event: PointerEvent): Box | undefined => {
    if (!start) return undefined;
    const [x, y] = pointOf(event);
    const drawn: Box = [Math.min(x, start[0]), Math.min(y, start[1]), Math.max(x, start[0]), Math.max(y, start[1])];
    return drawn[2] - drawn[0] < LEAST || drawn[3] - drawn[1] < LEAST ? undefined : drawn;
  };
  const origins = (shown?.finding.evidence ?? []).flatMap(({ origin }) =>
    origin.page === page && origin.source === undefined && origin.box ? [origin] : [],
  );
  return (
    <>
      <div className="source-bar">
        <button type="button" className="button" disabled={page <= 1} onClick={() => onTurn(page - 1)}>
          {t('source.previous')}
        </button>
        <span className="money">{t('review.pageOf', { page, pages: pageSizes.length })}</span>
        <button type="button" className="button" disabled={page >= pageSizes.length} onClick={() => onTurn(page + 1)}>
          {t('source.next')}
        </button>
      </div>
      <div
        className={onDraw ? 'review-page drawing' : 'review-page'}
        onPointerDown={(event) => {
          if (!onDraw) return;
          event.preventDefault();
          event.currentTarget.setPointerCapture(event.pointerId);
          onDraw(undefined);
          setStart(pointOf(event));
        }}
        onPointerMove={(event) => start && onDraw?.(boxTo(event))}
        onPointerUp={() => setStart(undefined)}
        onPointerCancel={() => setStart(undefined)}
      >
        <img
          src={reviewPicture(text.id, round, page, origins)}
          alt={t('source.pageAltPlain', { name: name ?? '', page })}
          draggable={false}
        />
        {box && (
          <svg className="review-frame" viewBox={`0 0 ${size.width} ${size.height}`} aria-hidden="true">
            <rect x={box[0]} y={box[1]} width={box[2] - box[0]} height={box[3] - box[1]} />
          </svg>
        )}
      </div>
    </>
  );
}
