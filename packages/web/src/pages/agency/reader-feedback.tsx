/** What readers said of this document, as far as the operator shows it, with what was answered; each figure leads to its place. */
import { useQuery } from '@tanstack/react-query';
import { feedback } from '../../api/queries.ts';
import { Card } from '../../components/card.tsx';
import { FeedbackForm } from '../../components/feedback/feedback-form.tsx';
import { placeOf } from '../../components/source/see.ts';
import { useSource } from '../../components/source/source.tsx';
import { Answer } from '../../components/state.tsx';
import { useText } from '../../i18n/index.tsx';

export function ReaderFeedback({ id }: { readonly id: number }) {
  const t = useText();
  return (
    <Card title={t('feedback.title')} lead={<span className="wide-only">{t('feedback.lead')}</span>}>
      <Answer of={useQuery(feedback(id))}>
        {(said) =>
          said.length === 0 ? (
            <p className="small faint">{t('feedback.none')}</p>
          ) : (
            <ul className="findings">
              {said.map(({ id: number, about, see, text, reply }) => (
                <li key={number} className="finding">
                  {about !== '' && <About about={about} see={see} />}
                  <p>{text}</p>
                  {reply !== '' && (
                    <p className="small finding-answer">
                      <span className="faint">{t('feedback.reply')}</span>
                      {reply}
                    </p>
                  )}
                </li>
              ))}
            </ul>
          )
        }
      </Answer>
      <FeedbackForm disclosure={id} />
    </Card>
  );
}

function About({ about, see }: { readonly about: string; readonly see: string }) {
  const { show } = useSource();
  const place = placeOf(see);
  if (!place) return <p className="small faint">{about}</p>;
  return (
    <button type="button" className="link-button small" onClick={() => show(place)}>
      {about}
    </button>
  );
}
