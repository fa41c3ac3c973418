/** What became of an approved budget: its publication with the days that are left, its adjustments, and proposing one. */
import { ADJUSTMENT, ADJUSTMENTS } from '@mingsuan/core/process/adjustments';
import { Link, useNavigate } from '@tanstack/react-router';
import type { WorkAnswer } from '../../api/types.ts';
import { Card } from '../../components/card.tsx';
import { useText } from '../../i18n/index.tsx';
import { useOfficeWrite } from '../../office/queries.ts';
import { useMoment } from './moment.ts';
import { Refused } from './refused.tsx';

export function AdjustmentsCard({ item }: { readonly item: WorkAnswer }) {
  const t = useText();
  const moment = useMoment();
  const navigate = useNavigate();
  const { mutate, error, isPending } = useOfficeWrite<{ readonly id: number }>();
  const { adjustments, mayAdjust, publication, base } = item;
  if (base)
    return (
      <Card title={t('adjust.base')}>
        <p>
          <Link to="/office/work/$id" params={{ id: String(base.id) }}>
            {t('adjust.of', { kind: ADJUSTMENTS[base.kind].name, version: base.version })}
          </Link>
        </p>
        {base.fault && <p className="field-error">{base.fault}</p>}
      </Card>
    );
  if (adjustments.length + mayAdjust.length === 0 && !publication) return null;
  return (
    <Card title={t('adjust.title')}>
      {publication && (
        <p>
          {t('adjust.published', { version: publication.version, when: moment(publication.at) })}{' '}
          {publication.version < item.version && <strong>{t('adjust.newer', { version: item.version })}</strong>}{' '}
          {publication.disclosureId !== null && (
            <Link to="/disclosure/$id" params={{ id: String(publication.disclosureId) }}>
              {t('adjust.portal')}
            </Link>
          )}
        </p>
      )}
      <ul>
        {adjustments.map(({ id, title, state }) => (
          <li key={id}>
            <Link to="/office/work/$id" params={{ id: String(id) }}>
              {title}
            </Link>{' '}
            <span className="tag">{ADJUSTMENT.states[state as keyof typeof ADJUSTMENT.states]}</span>
          </li>
        ))}
      </ul>
      {mayAdjust.length > 0 && (
        <p className="actions">
          <span className="faint">{t('adjust.open')}</span>
          {mayAdjust.map((kind) => (
            <button
              key={kind}
              type="button"
              className="button"
              disabled={isPending}
              onClick={() =>
                mutate(
                  { method: 'POST', path: `/work/${item.id}/adjustments`, body: { kind } },
                  { onSuccess: ({ id }) => void navigate({ to: '/office/work/$id', params: { id: String(id) } }) },
                )
              }
            >
              {ADJUSTMENTS[kind].name}
            </button>
          ))}
        </p>
      )}
      <Refused error={error} />
    </Card>
  );
}
