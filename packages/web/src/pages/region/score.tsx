import type { Completeness, FormId } from '../../api/types.ts';
import { useNames } from '../../components/names.ts';
import { useText } from '../../i18n/index.tsx';

/** How much of what is required was published, and what is missing. */
export function Score({ completeness }: { readonly completeness: Completeness | undefined }) {
  const t = useText();
  const names = useNames();
  if (!completeness) return <span className="tag tag-error">{t('region.missing')}</span>;
  const { score, forms } = completeness;
  const missing = Object.entries(forms).flatMap(([form, state]) =>
    state === 'missing' ? names.form(form as FormId) : [],
  );
  return (
    <>
      <span className="score">
        <span className="bar" aria-hidden="true">
          <span style={{ width: `${score}%` }} />
        </span>
        {score}%
      </span>
      {missing.length > 0 && (
        <div className="faint small">{t('region.missingForms', { forms: missing.join('、') })}</div>
      )}
    </>
  );
}
