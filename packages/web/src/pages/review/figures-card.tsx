/** Doubtful figures of a scanned text: what a reviewer settles is kept with it, and it is read and checked again. */
import { useState } from 'react';
import type { ReviewText, ScanFigures } from '../../api/types.ts';
import { reviewPicture } from '../../api/urls.ts';
import { Card } from '../../components/card.tsx';
import { Figures } from '../../components/figures/figures.tsx';
import { Answer, Nothing } from '../../components/state.tsx';
import { useText } from '../../i18n/index.tsx';
import { useOfficeAnswer, useOfficeWrite } from '../../office/queries.ts';

export function FiguresCard({ text: { id, round, mayWork } }: { readonly text: ReviewText }) {
  const t = useText();
  const [isOpen, setOpen] = useState(false);
  const path = `/review-texts/${id}/figures`;
  const answer = useOfficeAnswer<ScanFigures>(path, {}, isOpen);
  const saving = useOfficeWrite();
  return (
    <Card title={t('figures.title')}>
      <p className="actions">
        <button type="button" className="button" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          {t(isOpen ? 'figures.close' : 'figures.open')}
        </button>
      </p>
      {isOpen && (
        <Answer of={answer}>
          {(known) =>
            known.figures.length === 0 ? (
              <Nothing>{t('figures.none')}</Nothing>
            ) : (
              <Figures
                known={known}
                image={(page, { alt, style }) => <img src={reviewPicture(id, round, page)} alt={alt} style={style} />}
                saving={saving}
                onSave={
                  mayWork
                    ? (corrections) =>
                        saving.mutate({ method: 'PUT', path, body: { corrections, seen: known.log.length } })
                    : undefined
                }
              />
            )
          }
        </Answer>
      )}
    </Card>
  );
}
