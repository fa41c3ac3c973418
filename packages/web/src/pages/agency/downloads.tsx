import type { DisclosureAnswer } from '../../api/types.ts';
import { DATA_FORMATS, disclosureData, originalFile } from '../../api/urls.ts';
import { Card } from '../../components/card.tsx';
import { useText } from '../../i18n/index.tsx';

const NAMES = { 'datapackage.json': 'Data Package', 'data.csv': 'CSV', 'data.xlsx': 'Excel' } as const;

export function Downloads({ content: { id, document } }: { readonly content: DisclosureAnswer }) {
  const t = useText();
  return (
    <Card title={t('download.title')}>
      <p className="actions">
        {DATA_FORMATS.map((format) => (
          <a key={format} className="button" href={disclosureData(id, format)} download>
            {NAMES[format]}
          </a>
        ))}
        <a className="button" href={originalFile(document.id)} download>
          {t('agency.document')}
        </a>
      </p>
    </Card>
  );
}
