/** A figure of the comparison: what it is, how it changed and stands among its peers, and a link to where it is printed. */
import { Link } from '@tanstack/react-router';
import type { ComparedFigure, FormId } from '../../api/types.ts';
import { Money, percent, signed, yuan } from '../../components/money.tsx';
import { type Names, useNames } from '../../components/names.ts';
import { seeOf } from '../../components/source/see.ts';
import { whereOf } from '../../components/source/where.ts';
import { type Text, useText } from '../../i18n/index.tsx';
import type { Standing } from './judge.ts';
import type { Measured } from './measured.ts';

/** The table, row and page that a figure is printed in; empty where that is not known. */
export function sourceOf(t: Text, names: Names, { place, from }: ComparedFigure): string {
  if (!place) return '';
  const { form, row, origin } = place;
  const table = form === undefined ? (from === 'words' ? t('trend.from.words') : '') : names.form(form as FormId);
  const line = row === undefined || row === 'total' ? '' : row;
  return [table, line, origin && whereOf(t, origin)].filter(Boolean).join(' · ');
}

interface Props {
  readonly label: string;
  readonly figure: ComparedFigure | undefined;
  readonly before?: ComparedFigure | undefined;
  readonly apart?: Standing | undefined;
  readonly measured: Measured;
}

export function Figure({ label, figure, before, apart, measured }: Props) {
  const t = useText();
  const names = useNames();
  if (!figure) return <Money fen={undefined} />;
  const { value, fen, place, disclosureId, from, isPartial } = figure;
  const exact = t('money.exact', { yuan: yuan(fen) });
  const title = [exact, sourceOf(t, names, figure)].filter(Boolean).join(' · ');
  return (
    <>
      {apart && <span className="tag tag-warning">{t(`compare.${apart}`)}</span>}{' '}
      <Link
        to="/disclosure/$id"
        params={{ id: String(disclosureId) }}
        search={place?.origin ? { see: seeOf({ label, text: place.text ?? '', origin: place.origin }) } : {}}
        hash={from === 'words' ? 'words' : 'tables'}
        className="figure-source money"
        title={title}
        aria-label={t('compare.toSource', { label, value: value === null ? t('money.none') : measured.format(value) })}
      >
        {value === null ? t('compare.unmeasured') : measured.format(value)}
      </Link>
      {value !== null && typeof before?.value === 'number' && (
        <Changed now={value} then={before.value} measured={measured} />
      )}
      {from === 'words' && <span className="change faint small">{t('compare.words')}</span>}
      {isPartial && <span className="change small warn">{t('figure.partial')}</span>}
    </>
  );
}

/** The difference as it is measured, and in per cent; of shares the points say enough. */
function Changed({
  now,
  then,
  measured,
}: {
  readonly now: number;
  readonly then: number;
  readonly measured: Measured;
}) {
  const change = now - then;
  const share = measured.unit === '%' ? undefined : percent(change, then);
  return (
    <span className="change faint small money">
      {signed(measured.format(change), change)}
      {share && <span className="change-share">{signed(share, change)}</span>}
    </span>
  );
}
