/** How the region stands, each figure leading to whom it counts. */
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Overview } from '../../api/types.ts';
import { Explained } from '../../components/explained.tsx';
import { useText } from '../../i18n/index.tsx';
import type { FilterName } from './filter.ts';

interface Props {
  readonly code: string;
  readonly overview: Overview;
}

export function Summary({ code, overview: { counts, standings, withErrors, underReview, averageScore } }: Props) {
  const t = useText();
  const known = Object.values(standings).reduce((sum, count) => sum + count, 0);
  const listed = (show: FilterName, count: number): ReactNode =>
    count === 0 ? (
      count
    ) : (
      <Link
        to="/region/$code"
        params={{ code }}
        search={(old) => ({ ...old, show })}
        hash="agencies"
        className="tile-link"
      >
        {count}
      </Link>
    );
  const figures: readonly (readonly [Parameters<typeof t>[0], ReactNode])[] = [
    ['region.collected', `${standings.collected} / ${known}`],
    ['region.notCollected', listed('not-collected', standings['not-collected'])],
    // Only a roster says who has to publish.
    ...(standings['not-published'] + standings.due > 0
      ? ([
          ['region.notPublished', listed('not-published', standings['not-published'])],
          ['region.due', listed('due', standings.due)],
        ] as const)
      : []),
    // None released of any is not none: nothing is said of them yet.
    ['region.withErrors', withErrors === 0 && underReview > 0 ? t('money.none') : listed('errors', withErrors)],
    ['region.incomplete', listed('incomplete', counts.incomplete)],
    ['region.average', averageScore === null ? t('money.none') : `${averageScore}%`],
  ];
  return (
    <dl className="tiles">
      {figures.map(([key, value]) => (
        <div key={key} className="tile">
          <dt>{key === 'region.average' ? <Explained term="公开完整度">{t(key)}</Explained> : t(key)}</dt>
          <dd>
            <span className="tile-amount money">{value}</span>
            {key === 'region.withErrors' && underReview > 0 && (
              <p className="small">{t('region.underReview', { count: underReview })}</p>
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}
