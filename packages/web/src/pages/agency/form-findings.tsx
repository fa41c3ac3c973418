/** What checking found in the tables that a picture is drawn from, said beside the picture. */
import { useQuery } from '@tanstack/react-query';
import { findings } from '../../api/queries.ts';
import type { FormId } from '../../api/types.ts';
import { useText } from '../../i18n/index.tsx';

export function FormFindings({ id, forms }: { readonly id: number; readonly forms: readonly (FormId | string)[] }) {
  const t = useText();
  const own = (useQuery(findings(id)).data ?? []).filter(
    ({ finding: { form, severity }, dismissed }) =>
      form !== undefined && forms.includes(form) && severity !== 'notice' && !dismissed,
  );
  if (own.length === 0) return null;
  return (
    <p className="small form-findings">
      <a href="#checks">{t('agency.formFindings', { count: own.length })}</a>
    </p>
  );
}
