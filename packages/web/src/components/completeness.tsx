/** How much of what has to be published stands in the collected files. */
import type { Completeness, FormId, FormState } from '../api/types.ts';
import { type Text, useText } from '../i18n/index.tsx';
import { useNames } from './names.ts';

/** The per cent, at least so much where something was not read; nothing read says nothing of the agency. */
export function scoreText(t: Text, { score, forms }: Completeness): string {
  if (score === 0) return t('completeness.unknown');
  return `${Object.values(forms).includes('unread') ? t('completeness.atLeast') : ''}${score}%`;
}

const TOLD = ['missing', 'unread', 'partial'] as const satisfies readonly FormState[];

/** The tables that the collected files do not hold, or of which it is not known; nothing where all is there. */
export function FormStates({ completeness: { score, forms } }: { readonly completeness: Completeness }) {
  const t = useText();
  const names = useNames();
  if (score === 0) return null;
  const inState = (wanted: FormState) =>
    Object.entries(forms)
      .flatMap(([form, state]) => (state === wanted ? names.form(form as FormId) : []))
      .join(t('list.comma'));
  return TOLD.map((state) => {
    const told = inState(state);
    return told === '' ? null : (
      <div key={state} className="faint small">
        {t(`completeness.${state}`, { forms: told })}
      </div>
    );
  });
}

/** The per cent with its bar, and what is missing. */
export function Score({ completeness }: { readonly completeness: Completeness }) {
  const t = useText();
  return (
    <>
      <span className="score">
        {completeness.score > 0 && (
          <span className="bar" aria-hidden="true">
            <span style={{ width: `${completeness.score}%` }} />
          </span>
        )}
        {scoreText(t, completeness)}
      </span>
      <FormStates completeness={completeness} />
    </>
  );
}
