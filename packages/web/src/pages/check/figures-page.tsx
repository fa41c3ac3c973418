/** The doubtful figures of a visitor's scan: the check is made again with what is settled of them. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { putCorrections } from '../../api/check.ts';
import { check, checkFigures } from '../../api/queries.ts';
import type { ScanFigures } from '../../api/types.ts';
import { checkPicture } from '../../api/urls.ts';
import { type Corrections, Figures } from '../../components/figures/figures.tsx';
import { Answer, Nothing } from '../../components/state.tsx';
import { useTitle } from '../../components/title.ts';
import { useText } from '../../i18n/index.tsx';
import '../../styles/check.css';

const route = getRouteApi('/check/$id/figures');

export function FiguresPage() {
  const t = useText();
  const { id } = route.useParams();
  const { file } = route.useSearch();
  const figures = useQuery(checkFigures(id, file));
  useTitle(t('figures.title'));
  return (
    <>
      <div className="page-head check-head">
        <h1>{t('figures.title')}</h1>
        <p className="actions">
          <Link to="/check/$id" params={{ id }} search={{ file }} className="button">
            {t('figures.back')}
          </Link>
        </p>
      </div>
      <Answer of={figures}>
        {(known) =>
          known.figures.length > 0 ? <Own id={id} file={file} known={known} /> : <Nothing>{t('figures.none')}</Nothing>
        }
      </Answer>
    </>
  );
}

function Own({ id, file, known }: { readonly id: string; readonly file: number; readonly known: ScanFigures }) {
  const cache = useQueryClient();
  const saving = useMutation({
    mutationFn: (corrections: Corrections) => putCorrections(id, file, corrections),
    onSuccess: (answer) => {
      cache.setQueryData(checkFigures(id, file).queryKey, answer);
      return cache.invalidateQueries({ queryKey: check(id).queryKey });
    },
  });
  return (
    <Figures
      known={known}
      image={(page, { alt, style }) => <img src={checkPicture(id, file, page)} alt={alt} style={style} />}
      saving={saving}
      onSave={saving.mutate}
    />
  );
}
