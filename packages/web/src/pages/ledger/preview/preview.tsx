/** The disclosure as it will be, page by page; what a person has still to write is written where it stands. */
import type { LedgerReview } from '@mingsuan/core/ledger/review';
import { Loading, Sentence } from '../../../components/state.tsx';
import { useText } from '../../../i18n/index.tsx';
import '../../../styles/ledger-preview.css';
import type { Book } from '../state/book.ts';
import { type Asked, MARK } from './mark.ts';
import { PageView } from './page-view.tsx';
import { usePages } from './use-pages.ts';

interface Props {
  readonly book: Book;
  readonly review: LedgerReview | undefined;
  /** Undefined where it is only read. */
  readonly onWrite: ((asked: Asked, text: string) => void) | undefined;
}

const NOTHING = () => undefined;

export function Preview({ book, review, onWrite }: Props) {
  const t = useText();
  const { pages, error, isBehind } = usePages(book);
  const asked = new Map(
    (review?.problems ?? []).flatMap((each) => (each.asked && onWrite ? [[each.asked.mark, each.asked]] : [])),
  );
  const open = (pages ?? [])
    .flatMap(({ blocks }) => blocks)
    .flatMap((block) => (block.kind === 'paragraph' ? [block.text] : block.rows.flat().map(({ text }) => text)))
    .reduce((sum, text) => sum + (text.match(MARK)?.length ?? 0), 0);
  const next = () => {
    const marks = [...document.querySelectorAll<HTMLElement>('.ledger-pages .ledger-todo')];
    const at = marks.indexOf(document.activeElement as HTMLElement);
    const mark = marks[(at + 1) % marks.length];
    mark?.scrollIntoView({ block: 'center' });
    mark?.focus({ preventScroll: true });
  };
  return (
    <div className="ledger-preview">
      <p className="actions">
        <span role="status" className="faint small">
          {pages &&
            t(isBehind ? 'ledger.preview.behind' : open > 0 ? 'ledger.preview.open' : 'ledger.preview.whole', {
              count: open,
              pages: pages.length,
            })}
        </span>
        {open > 0 && (
          <button type="button" className="button" onClick={next}>
            {t('ledger.preview.next')}
          </button>
        )}
      </p>
      {error !== undefined && (
        <p role="alert" className="field-error">
          <Sentence error={error} />
        </p>
      )}
      {!pages && error === undefined && <Loading />}
      <div className="ledger-pages">
        {pages?.map((page) => (
          <PageView key={page.number} page={page} asked={asked} onWrite={onWrite ?? NOTHING} />
        ))}
      </div>
    </div>
  );
}
