/** A place in a published document, shown as well as its kind allows: its page, its line, or words. */
import { pagePicture } from '../../api/urls.ts';
import { useText } from '../../i18n/index.tsx';
import { PagePicture } from './page-picture.tsx';
import type { Place } from './see.ts';
import { useSource } from './source.tsx';
import { TextLines } from './text-lines.tsx';
import { whereOf } from './where.ts';

const TEXTS = ['text', 'markdown'];

export function PlaceView({ text, origin }: Place) {
  const t = useText();
  const source = useSource().documentOf(origin);
  const { page, box, line } = origin;
  if (source.kind === 'pdf' && page !== undefined) {
    return (
      <PagePicture
        key={`${page} ${box}`}
        page={page}
        name={source.name}
        text={text}
        {...(box ? { frame: box } : {})}
        urlOf={(one) => pagePicture(source.id, one, one === page ? origin : undefined)}
      />
    );
  }
  return (
    <>
      <p>{whereOf(t, origin)}</p>
      {TEXTS.includes(source.kind) && line !== undefined ? (
        <TextLines document={source.id} line={line} text={text} />
      ) : (
        <p className="faint small">{t(source.kind === 'mingsuan-json' ? 'source.ofData' : 'source.noPages')}</p>
      )}
    </>
  );
}
