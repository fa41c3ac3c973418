import { STAGES } from '@mingsuan/core/model/document-kinds';
import { Link } from '@tanstack/react-router';
import type { Stage } from '../../api/types.ts';
import { useText } from '../../i18n/index.tsx';

interface Props {
  readonly code: string;
  readonly years: readonly number[];
  readonly year: number;
  readonly stage: Stage;
}

/** Years and stages as links: each choice has its address. */
export function When({ code, years, year, stage }: Props) {
  const t = useText();
  const chip = (label: string, search: { year: number; stage: Stage }, current: boolean) => (
    <Link
      key={label}
      to="/region/$code"
      params={{ code }}
      search={(old) => ({ ...old, ...search })}
      resetScroll={false}
      className="chip"
      activeOptions={{ exact: true }}
      activeProps={{}}
      aria-current={current ? 'true' : undefined}
    >
      {label}
    </Link>
  );
  return (
    <nav className="versions" aria-label={t('agency.versions')}>
      {[...years].reverse().map((one) => chip(String(one), { year: one, stage }, one === year))}
      <span className="divider" aria-hidden="true" />
      {STAGES.map((one) => chip(t(`stage.${one}`), { year, stage: one }, one === stage))}
    </nav>
  );
}
