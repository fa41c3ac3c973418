/** What is to be known of the tables that a picture is drawn from, said beside the picture: read in part, problems found. */
import { useQuery } from '@tanstack/react-query';
import { findings } from '../../api/queries.ts';
import type { DisclosureAnswer, FormId } from '../../api/types.ts';
import { PARTIAL_MARK } from '../../charts/tooltip.ts';
import { useText } from '../../i18n/index.tsx';

interface Props {
  readonly content: DisclosureAnswer;
  readonly forms: readonly string[];
}

export function FormFindings({ content: { id, completeness }, forms }: Props) {
  const t = useText();
  const own = (useQuery(findings(id)).data ?? []).filter(
    ({ finding: { form, severity }, dismissed }) =>
      form !== undefined && forms.includes(form) && severity !== 'notice' && !dismissed,
  );
  const isPartial = forms.some((form) => completeness.forms[form as FormId] === 'partial');
  return (
    <>
      {isPartial && (
        <p className="small warn">
          {PARTIAL_MARK} {t('agency.formPartial')}
        </p>
      )}
      {own.length > 0 && (
        <p className="small form-findings">
          <a href="#checks">{t('agency.formFindings', { count: own.length })}</a>
        </p>
      )}
    </>
  );
}
