import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { regions } from '../../api/queries.ts';
import type { RegionItem } from '../../api/types.ts';
import { AsPrinted } from '../../components/as-printed.tsx';
import { isExample } from '../../components/examples.ts';
import { Answer, Nothing } from '../../components/state.tsx';
import { useText } from '../../i18n/index.tsx';

export function Regions() {
  const t = useText();
  const answer = useQuery(regions());
  return (
    <section className="regions" aria-labelledby="regions">
      <h2 id="regions">{t('home.regions')}</h2>
      <Answer of={answer}>
        {(all) =>
          all.length === 0 ? (
            <Nothing>{t('home.empty')}</Nothing>
          ) : (
            <ul className="region-grid">
              {all.map((region) => (
                <li key={region.code ?? 'unknown'}>
                  <RegionCard {...region} />
                </li>
              ))}
            </ul>
          )
        }
      </Answer>
    </section>
  );
}

function RegionCard({ code, name, agencies, disclosures, years }: RegionItem) {
  const t = useText();
  const [from, to] = [years[0], years.at(-1)];
  return (
    <Link to="/region/$code" params={{ code: code ?? 'unknown' }} className="region-card">
      <strong>
        <AsPrinted>{name ?? t('home.regionUnknown')}</AsPrinted>
      </strong>
      {isExample(code) && <span className="faint small">{t('home.example')}</span>}
      <span>{t('home.regionFacts', { agencies, disclosures })}</span>
      <span className="faint small">
        {code && <span className="code">{code}　</span>}
        {from !== undefined &&
          to !== undefined &&
          t(from === to ? 'home.regionYear' : 'home.regionYears', { from, to })}
      </span>
    </Link>
  );
}
