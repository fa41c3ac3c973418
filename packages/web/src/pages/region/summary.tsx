import type { Overview } from '../../api/types.ts';
import { useText } from '../../i18n/index.tsx';

export function Summary({ overview: { agencies, published, missing, withErrors } }: { readonly overview: Overview }) {
  const t = useText();
  const scores = agencies.flatMap(({ disclosure }) => disclosure?.completeness.score ?? []);
  const average = scores.reduce((sum, score) => sum + score, 0) / scores.length;
  const figures = [
    ['region.published', published],
    ['region.missing', missing],
    ['region.withErrors', withErrors],
    ['region.average', scores.length > 0 ? `${Math.round(average)}%` : t('money.none')],
  ] as const;
  return (
    <dl className="tiles">
      {figures.map(([key, value]) => (
        <div key={key} className="tile">
          <dt>{t(key)}</dt>
          <dd>
            <span className="tile-amount money">{value}</span>
          </dd>
        </div>
      ))}
    </dl>
  );
}
