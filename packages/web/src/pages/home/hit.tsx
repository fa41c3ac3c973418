import { kindOf } from '@mingsuan/core/kinds/index';
import { Link } from '@tanstack/react-router';
import type { SearchHit } from '../../api/types.ts';
import { Marked } from '../../components/marked.tsx';
import { whenOf } from '../../components/when.ts';
import { useText } from '../../i18n/index.tsx';
import type { GatheredHit } from './same-hits.ts';

/** Where on a disclosure's page a hit stands: its project, its row, its section. */
function hashOf({ kind, place }: SearchHit): string {
  const part = kindOf(place?.form)?.shown.id ?? (kind === 'explanation' ? 'words' : '');
  return place ? `${part}-${place.project ?? place.ordinal}` : part;
}

export function Hit(hit: GatheredHit) {
  const t = useText();
  const { kind, title, snippet, agency, year, stage, disclosureId, times } = hit;
  const name = <Marked text={title} />;
  const when = stage === null ? '' : whenOf(t, year, stage);
  return (
    <>
      <span className="hit-title">
        {kind === 'agency' || disclosureId === null ? (
          <Link to="/agency/$id" params={{ id: String(agency.id) }}>
            {name}
          </Link>
        ) : (
          <Link to="/disclosure/$id" params={{ id: String(disclosureId) }} hash={hashOf(hit)}>
            {name}
          </Link>
        )}
        <span className="tag">{t(`home.one.${kind}`)}</span>
        {times > 1 && <span className="faint small">{t('home.times', { times })}</span>}
      </span>
      {snippet && (
        <span>
          <Marked text={snippet} />
        </span>
      )}
      {/* An agency's own text is its code and region. */}
      {kind !== 'agency' && (
        <span className="hit-from">{[agency.regionName, agency.name, when].filter(Boolean).join(' · ')}</span>
      )}
    </>
  );
}
