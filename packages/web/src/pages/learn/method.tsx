/** Where figures come from and what cannot be told, with how well reading and checking were measured. */
import { Card } from '../../components/card.tsx';
import { useText } from '../../i18n/index.tsx';
import measured from './measured.json' with { type: 'json' };

export function Method() {
  const t = useText();
  const { read, judged, found } = measured;
  return (
    <Card title={t('learn.method')}>
      <ul className="plain-list">
        <li>{t('learn.method.read', read)}</li>
        <li>{t('learn.method.check', judged)}</li>
        <li>{t('learn.method.missed', found)}</li>
        {(['states', 'sums', 'limits'] as const).map((point) => (
          <li key={point}>{t(`learn.method.${point}`)}</li>
        ))}
      </ul>
    </Card>
  );
}
