import { checkReport, REPORT_FORMATS } from '../../api/urls.ts';
import { useText } from '../../i18n/index.tsx';

export function Downloads({ id, document }: { readonly id: string; readonly document: number }) {
  const t = useText();
  return (
    <p className="actions check-downloads">
      <span className="faint">{t('check.download')}</span>
      {REPORT_FORMATS.map((format) => (
        <a key={format} className="button" href={checkReport(id, format, document)} download>
          {t(`check.report.${format}`)}
        </a>
      ))}
    </p>
  );
}
