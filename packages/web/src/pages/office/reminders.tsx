/** What a person's units are reminded of, until they hand up. */
import type { Reminders as Answered } from '../../api/types.ts';
import { useText } from '../../i18n/index.tsx';
import { useOfficeAnswer } from '../../office/queries.ts';
import { useMoment } from './moment.ts';

export function Reminders() {
  const t = useText();
  const moment = useMoment();
  const { data = [] } = useOfficeAnswer<Answered>('/reminders');
  if (data.length === 0) return null;
  return (
    <ul className="office-reminders" aria-label={t('boards.reminders')}>
      {data.map(({ id, unit, year, text, person, at }) => (
        <li key={id}>
          <strong>{t('boards.reminderOf', { person, unit, year })}</strong>
          {text} <span className="faint small">{moment(at)}</span>
        </li>
      ))}
    </ul>
  );
}
