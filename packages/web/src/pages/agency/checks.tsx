/** What checking found in this disclosure; the evidence opens the source. */
import { useQuery } from '@tanstack/react-query';
import { findings } from '../../api/queries.ts';
import type { FindingItem } from '../../api/types.ts';
import { Card } from '../../components/card.tsx';
import { FindingCard } from '../../components/findings/finding-card.tsx';
import { useSource } from '../../components/source/source.tsx';
import { Answer, Nothing } from '../../components/state.tsx';
import { useText } from '../../i18n/index.tsx';
import '../../styles/check.css';

export function Checks({ id }: { readonly id: number }) {
  const t = useText();
  return (
    <Card title={t('agency.findings')}>
      <Answer of={useQuery(findings(id))}>
        {(items) =>
          items.length === 0 ? (
            <Nothing>{t('agency.findingsClean')}</Nothing>
          ) : (
            <ul className="findings">
              {items.map((item) => (
                <Item key={item.id} {...item} />
              ))}
            </ul>
          )
        }
      </Answer>
    </Card>
  );
}

function Item({ finding, dismissed }: FindingItem) {
  const { place, show } = useSource();
  return (
    <FindingCard
      finding={finding}
      dismissed={dismissed?.reason}
      shown={finding.evidence.find(({ origin }) => origin === place?.origin)}
      onShow={({ text, origin }) => show({ label: finding.message, text, origin })}
    />
  );
}
