/** What readers said: the operator shows it with an answer, or does not. */
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { site } from '../../api/queries.ts';
import type { FeedbackItem, Page } from '../../api/types.ts';
import { Card } from '../../components/card.tsx';
import { Answer, Failed, Nothing } from '../../components/state.tsx';
import { TextField } from '../../components/text-field.tsx';
import { whenOf } from '../../components/when.ts';
import { useText } from '../../i18n/index.tsx';
import { useOperatorAnswer, useOperatorWrite } from '../../operator/queries.ts';
import { ReasonDialog } from './reason-dialog.tsx';

const STATES = ['new', 'shown', 'hidden'] as const;
type Judged = 'shown' | 'hidden';

export function FeedbackPage() {
  const t = useText();
  const [state, setState] = useState<(typeof STATES)[number]>('new');
  const answer = useOperatorAnswer<Page<FeedbackItem>>('/feedback', { state, limit: 200 });
  const isOn = useQuery(site()).data?.feedback;
  const [judging, setJudging] = useState<{ readonly item: FeedbackItem; readonly to: Judged }>();
  const { mutate, error } = useOperatorWrite();
  return (
    <Card title={t('feedback.title')} lead={isOn === false ? t('feedback.off') : t('feedback.lead')}>
      {error && <Failed error={error} />}
      <p className="chips">
        {STATES.map((one) => (
          <button key={one} type="button" className="chip" aria-pressed={one === state} onClick={() => setState(one)}>
            {t(`feedback.${one}`)}
          </button>
        ))}
      </p>
      <Answer of={answer}>
        {({ items }) =>
          items.length === 0 ? (
            <Nothing>{t('feedback.none')}</Nothing>
          ) : (
            <ul className="findings">
              {items.map((item) => (
                <Said key={item.id} item={item} onJudge={(to) => setJudging({ item, to })} />
              ))}
            </ul>
          )
        }
      </Answer>
      {judging && (
        <Judging
          key={judging.item.id}
          {...judging}
          onCancel={() => setJudging(undefined)}
          onDone={(body) => {
            mutate({ method: 'PUT', path: `/feedback/${judging.item.id}`, body: { state: judging.to, ...body } });
            setJudging(undefined);
          }}
        />
      )}
    </Card>
  );
}

interface SaidProps {
  readonly item: FeedbackItem;
  readonly onJudge: (to: Judged) => void;
}

function Said({ item, onJudge }: SaidProps) {
  const t = useText();
  const { agency, disclosureId, year, stage, about, see, text, reply, state, receivedAt } = item;
  const title = `${agency} ${whenOf(t, year, stage)}`;
  return (
    <li className="finding">
      <div className="finding-head">
        {disclosureId === null ? (
          title
        ) : (
          <Link to="/disclosure/$id" params={{ id: String(disclosureId) }} search={see === '' ? {} : { see }}>
            {title}
          </Link>
        )}
        <span className="faint">{receivedAt.slice(0, 10)}</span>
        {(['shown', 'hidden'] as const)
          .filter((to) => to !== state)
          .map((to) => (
            <button key={to} type="button" className="quiet" onClick={() => onJudge(to)}>
              {t(to === 'shown' ? 'feedback.show' : 'feedback.hide')}
            </button>
          ))}
      </div>
      {about !== '' && <p className="small faint">{about}</p>}
      <p>{text}</p>
      {reply !== '' && (
        <p className="small">
          <span className="faint">{t('feedback.reply')}</span>
          {reply}
        </p>
      )}
    </li>
  );
}

interface JudgingProps {
  readonly item: FeedbackItem;
  readonly to: Judged;
  readonly onCancel: () => void;
  readonly onDone: (body: { readonly reply: string; readonly person?: string; readonly reason?: string }) => void;
}

function Judging({ item, to, onCancel, onDone }: JudgingProps) {
  const t = useText();
  const [reply, setReply] = useState(item.reply);
  return (
    <ReasonDialog
      title={t(to === 'shown' ? 'feedback.show' : 'feedback.hide')}
      go={t(to === 'shown' ? 'feedback.showIt' : 'feedback.hideIt')}
      onCancel={onCancel}
      onDone={({ person, reason }) =>
        onDone({ reply: reply.trim(), ...(person ? { person } : {}), ...(reason ? { reason } : {}) })
      }
    >
      <p>{item.text}</p>
      {to === 'shown' && (
        <TextField label={t('feedback.answer')} value={reply} most={1000} rows={3} onChange={setReply} />
      )}
    </ReasonDialog>
  );
}
