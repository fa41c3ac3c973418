/** A finding of one's own: its words, how grave it is, and where, by the frame that was drawn or by its sides. */
import { useState } from 'react';
import type { ReviewText } from '../../api/types.ts';
import { SEVERITIES } from '../../components/severity.tsx';
import { useText } from '../../i18n/index.tsx';
import { Choice, Field } from '../../office/field.tsx';
import { useOfficeWrite } from '../../office/queries.ts';
import { Refused } from '../office/refused.tsx';
import type { Box } from './page.tsx';

interface Props {
  readonly text: ReviewText;
  readonly page: number;
  readonly box: Box | undefined;
  readonly onBox: (box: Box | undefined) => void;
}

/** `60 60 300 120`; undefined where it is no frame. */
function boxOf(words: string): Box | undefined {
  const sides = words
    .split(/[^\d.]+/)
    .filter((word) => word !== '')
    .map(Number);
  return sides.length === 4 && sides.every((side) => Number.isFinite(side)) ? (sides as unknown as Box) : undefined;
}

export function AddFinding({ text: { id }, page, box, onBox }: Props) {
  const t = useText();
  const [message, setMessage] = useState('');
  const [suggestion, setSuggestion] = useState('');
  const [severity, setSeverity] = useState<string>('error');
  const [sides, setSides] = useState<string>();
  const { mutate, error, isPending } = useOfficeWrite();
  const clear = () => {
    setMessage('');
    setSuggestion('');
    setSides(undefined);
    onBox(undefined);
  };
  return (
    <form
      className="review-add"
      aria-label={t('review.add')}
      onSubmit={(event) => {
        event.preventDefault();
        const body = { message, severity, page, ...(suggestion ? { suggestion } : {}), ...(box ? { box } : {}) };
        mutate({ method: 'POST', path: `/review-texts/${id}/findings`, body }, { onSuccess: clear });
      }}
    >
      <h3>{t('review.add')}</h3>
      <p className="faint small">{t('review.drawHint')}</p>
      <Field label={t('review.message')} value={message} onChange={setMessage} />
      <Field label={t('review.suggestion')} value={suggestion} onChange={setSuggestion} isRequired={false} />
      <Choice label={t('review.severity')} value={severity} onChange={setSeverity}>
        {SEVERITIES.map((one) => (
          <option key={one} value={one}>
            {t(`severity.${one}`)}
          </option>
        ))}
      </Choice>
      <Field
        label={t('review.frame')}
        value={sides ?? box?.map((side) => Math.round(side)).join(' ') ?? ''}
        isRequired={false}
        onChange={(words) => {
          setSides(words);
          onBox(boxOf(words));
        }}
      />
      <Refused error={error} />
      <button type="submit" className="button" disabled={isPending}>
        {t('review.addGo')}
      </button>
    </form>
  );
}
