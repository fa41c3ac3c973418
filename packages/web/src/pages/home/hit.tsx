import { kindOf } from '@mingsuan/core/kinds/index';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { SearchHit } from '../../api/types.ts';
import { AsPrinted } from '../../components/as-printed.tsx';
import { Marked } from '../../components/marked.tsx';
import { Amount } from '../../components/money.tsx';
import { useNames } from '../../components/names.ts';
import { seeOf } from '../../components/source/see.ts';
import { whenOf } from '../../components/when.ts';
import { useText } from '../../i18n/index.tsx';
import type { GatheredHit } from './same-hits.ts';

/** The row on its disclosure's page that a hit leads to. */
function hashOf({ kind, place }: SearchHit): string {
  const part =
    kindOf(place?.form as Parameters<typeof kindOf>[0])?.shown.id ?? (kind === 'explanation' ? 'words' : 'tables');
  const at = place?.project ?? place?.ordinal;
  return at === undefined ? part : `${part}-${at}`;
}

const unmarked = (marked: string): string => marked.replace(/\[\[|\]\]/g, '');

function LinkTo({ hit, children }: { readonly hit: SearchHit; readonly children: ReactNode }) {
  const { kind, item, agency, disclosureId, place } = hit;
  if (kind === 'item' && item)
    return (
      <Link to="/item/$kind/$key" params={{ kind: item.kind, key: item.key }}>
        {children}
      </Link>
    );
  if (disclosureId === null)
    return (
      <Link to="/agency/$id" params={{ id: String(agency!.id) }}>
        {children}
      </Link>
    );
  if (kind === 'agency')
    return (
      <Link to="/disclosure/$id" params={{ id: String(disclosureId) }}>
        {children}
      </Link>
    );
  const see =
    kind === 'line' && place?.origin
      ? seeOf({ label: unmarked(hit.title), text: place.text ?? '', origin: place.origin })
      : undefined;
  return (
    <Link to="/disclosure/$id" params={{ id: String(disclosureId) }} hash={hashOf(hit)} search={see ? { see } : {}}>
      {children}
    </Link>
  );
}

export function Hit(hit: GatheredHit) {
  const t = useText();
  const names = useNames();
  const { kind, snippet, agency, year, stage, item, fen, agencies, years, times } = hit;
  const when = stage === null ? (year ?? '') : whenOf(t, year, stage);
  const isText = kind !== 'agency' && kind !== 'item' && kind !== 'line';
  // A name that is told otherwise than it is printed has no place to mark the words looked for.
  const own = unmarked(hit.title);
  const named = item ? names.item(item.kind, item.key, own) : kind === 'agency' ? names.agency(own) : own;
  const title = named === own ? hit.title : named;
  const from = [agency?.regionName, agency && names.agency(agency.title), when].filter(Boolean).join(' · ');
  return (
    <>
      <span className="hit-title">
        <LinkTo hit={hit}>
          <Marked text={title} />
        </LinkTo>
        {!isText && kind !== 'agency' && snippet && (
          <span className="money faint">
            <Marked text={snippet} />
          </span>
        )}
        <span className="tag">{item && !isText ? t(`item.kind.${item.kind}`) : t(`home.one.${kind}`)}</span>
        {times > 1 && <span className="faint small">{t('home.times', { times })}</span>}
        {fen !== null && (
          <span className="hit-amount money">
            <Amount fen={fen} />
          </span>
        )}
      </span>
      {isText && snippet && (
        <span className="hit-text">
          <Marked text={snippet} />
        </span>
      )}
      <span className="hit-from">
        {kind === 'item' ? (
          t('item.of', { agencies, when })
        ) : kind === 'agency' ? (
          <AsPrinted>{[unmarked(snippet), when].filter(Boolean).join(' · ')}</AsPrinted>
        ) : (
          <AsPrinted>{from}</AsPrinted>
        )}
        {isText &&
          (agencies > 1 || years.length > 1) &&
          ` · ${t('home.same', { agencies, years: years.join(t('list.comma')) })}`}
        {kind === 'line' && item && (
          <>
            {' · '}
            <Link to="/item/$kind/$key" params={{ kind: item.kind, key: item.key }}>
              {t('item.others')}
            </Link>
          </>
        )}
      </span>
    </>
  );
}
