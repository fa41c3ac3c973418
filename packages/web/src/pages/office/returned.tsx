import { returnOf } from '@mingsuan/core/process/progress';
import { useText } from '../../i18n/index.tsx';

interface Step {
  readonly event: string;
  readonly person: string;
  readonly reason?: string | null | undefined;
  readonly fields?: readonly { readonly field: string; readonly reason: string }[];
}

/** Why it came back, where the next step is to mend it; nothing once it was handed up again. */
export function Returned({ history }: { readonly history: readonly Step[] }) {
  const t = useText();
  const last = returnOf(history);
  if (!last) return null;
  const { person, reason, fields = [] } = last;
  const said = [reason, ...fields.map((one) => `${one.field}${t('text.colon')}${one.reason}`)];
  return (
    <p className="office-returned">
      <strong>{t('work.returned', { person })}</strong>
      {said.filter(Boolean).join(t('list.semicolon'))}
    </p>
  );
}
