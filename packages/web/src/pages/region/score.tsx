import type { Completeness, FormId, FormState } from '../../api/types.ts';
import { useNames } from '../../components/names.ts';
import { useText } from '../../i18n/index.tsx';

/** How much of what is required was published, and what is missing. */
export function Score({ completeness }: { readonly completeness: Completeness }) {
  const t = useText();
  const names = useNames();
  const { score, forms } = completeness;
  const inState = (wanted: FormState) =>
    Object.entries(forms)
      .flatMap(([form, state]) => (state === wanted ? names.form(form as FormId) : []))
      .join(t('list.comma'));
  const missing = inState('missing');
  const unread = inState('unread');
  const partial = inState('partial');
  return (
    <>
      <span className="score">
        <span className="bar" aria-hidden="true">
          <span style={{ width: `${score}%` }} />
        </span>
        {unread === '' ? '' : t('region.atLeast')}
        {score}%
      </span>
      {missing !== '' && <div className="faint small">{t('region.missingForms', { forms: missing })}</div>}
      {unread !== '' && <div className="faint small">{t('region.unreadForms', { forms: unread })}</div>}
      {partial !== '' && <div className="faint small">{t('region.partialForms', { forms: partial })}</div>}
    </>
  );
}
