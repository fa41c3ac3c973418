import { checkReport, REPORT_FORMATS } from '../../api/urls.ts';
import { useLanguage } from '../../i18n/index.tsx';

interface Props {
  readonly id: string;
  readonly document: number;
  /** Only a PDF is annotated. */
  readonly isPdf: boolean;
  readonly expiresAt: string;
}

export function Downloads({ id, document, isPdf, expiresAt }: Props) {
  const { t, language } = useLanguage();
  const until = new Date(expiresAt).toLocaleTimeString(language === 'zh' ? 'zh-CN' : 'en', {
    hour: '2-digit',
    minute: '2-digit',
  });
  return (
    <p className="actions check-downloads">
      <span className="faint">{t('check.download')}</span>
      {REPORT_FORMATS.filter((format) => isPdf || format !== 'pdf').map((format) => (
        <a key={format} className="button" href={checkReport(id, format, document)} download>
          {t(`check.report.${format}`)}
        </a>
      ))}
      <span className="faint small">{t('check.until', { until })}</span>
    </p>
  );
}
