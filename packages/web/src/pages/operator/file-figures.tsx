/** Doubtful figures of an imported scan: what is settled of them is kept with the file, which is read again, and taken back in the log of changes. */
import { useState } from 'react';
import type { ScanFigures } from '../../api/types.ts';
import { pagePicture } from '../../api/urls.ts';
import { type Corrections, Figures } from '../../components/figures/figures.tsx';
import { Answer, Nothing } from '../../components/state.tsx';
import { useText } from '../../i18n/index.tsx';
import { useOperatorAnswer, useOperatorWrite } from '../../operator/queries.ts';
import { useFetched } from './original.tsx';
import { ReasonDialog } from './reason-dialog.tsx';

export function FileFigures({ id, name }: { readonly id: number; readonly name: string }) {
  const t = useText();
  const path = `/inbox/${id}/figures`;
  const answer = useOperatorAnswer<ScanFigures>(path);
  const saving = useOperatorWrite();
  const [settled, setSettled] = useState<Corrections>();
  return (
    <Answer of={answer}>
      {(known) =>
        known.figures.length === 0 ? (
          <Nothing>{t(known.pageSizes.length === 0 ? 'figures.earlier' : 'figures.none')}</Nothing>
        ) : (
          <>
            <Figures
              known={known}
              image={(page, props) => <Fetched src={pagePicture(id, page)} {...props} />}
              saving={saving}
              onSave={setSettled}
            />
            {settled && (
              <ReasonDialog
                title={`${t('figures.title')}${t('text.colon')}${name}`}
                go={t('figures.save')}
                onCancel={() => setSettled(undefined)}
                onDone={(author) => {
                  const body = { corrections: settled, seen: known.log.length, ...author };
                  saving.mutate({ method: 'PUT', path, body });
                  setSettled(undefined);
                }}
              />
            )}
          </>
        )
      }
    </Answer>
  );
}

/** A picture that only the token opens. */
function Fetched({ src, alt, style }: { readonly src: string; readonly alt: string; readonly style: object }) {
  const url = useFetched(src);
  return url ? <img src={url} alt={alt} style={style} /> : null;
}
