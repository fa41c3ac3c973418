/** A check under way, and what it found. */
import { useMutation, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { Progress } from 'antd';
import { ApiError, send } from '../../api/client.ts';
import { check } from '../../api/queries.ts';
import type { CheckAnswer } from '../../api/types.ts';
import { Antd } from '../../components/antd.tsx';
import { Answer, Nothing } from '../../components/state.tsx';
import { useTitle } from '../../components/title.ts';
import { useText } from '../../i18n/index.tsx';
import { Review } from './review.tsx';
import '../../styles/check.css';
import '../../styles/source.css';

const route = getRouteApi('/check/$id');

export function CheckPage() {
  const t = useText();
  const { id } = route.useParams();
  const answer = useQuery(check(id));
  useTitle(t('check.title'));
  const gone = answer.error instanceof ApiError && answer.error.status === 404;
  return (
    <>
      <div className="page-head check-head">
        <h1>{t('check.title')}</h1>
        <p className="actions">
          <Link to="/check" className="button">
            {t('check.again')}
          </Link>
        </p>
      </div>
      {gone ? <Nothing>{t('check.gone')}</Nothing> : <Answer of={answer}>{(whole) => <State answer={whole} />}</Answer>}
    </>
  );
}

const percentOf = ({ done, total }: { readonly done: number; readonly total: number }): number =>
  total > 0 ? Math.round((done / total) * 100) : 0;

/** Who does not wait leaves nothing behind: the check is deleted, and no further page of it is recognised. */
function StopButton({ id }: { readonly id: string }) {
  const t = useText();
  const navigate = useNavigate();
  const stop = useMutation({
    mutationFn: () => send<void>('DELETE', `/checks/${id}`, undefined),
    onSettled: () => navigate({ to: '/check' }),
  });
  return (
    <p className="actions">
      <button type="button" disabled={stop.isPending} onClick={() => stop.mutate()}>
        {t('check.stop')}
      </button>
    </p>
  );
}

function State({ answer }: { readonly answer: CheckAnswer }) {
  const t = useText();
  const { state, progress, scans, documents } = answer;
  if (state === 'failed') return <Nothing>{answer.error ?? t('check.failed')}</Nothing>;
  if (state !== 'done') {
    const { done, total } = progress;
    return (
      <div className="card" role="status">
        <p>
          {t('check.running')}　{total > 0 && t('check.progress', { done, total })}
          {scans && `　${t('check.scans', scans)}`}
        </p>
        <Antd>
          <Progress percent={percentOf(scans ?? progress)} status="active" aria-label={t('check.running')} />
        </Antd>
        <StopButton id={answer.id} />
      </div>
    );
  }
  return <Review id={answer.id} documents={documents} expiresAt={answer.expiresAt} />;
}
