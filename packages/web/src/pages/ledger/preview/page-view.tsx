/** One page of the document: its paragraphs and tables as they will be printed. */
import { sheetOf } from '@mingsuan/core/ledger/sheet-rows';
import { useId } from 'react';
import type { LedgerPage } from '../../../api/types.ts';
import { useText } from '../../../i18n/index.tsx';
import { type Asked, partsOf } from './mark.ts';

type Block = LedgerPage['blocks'][number];
type Paragraph = Extract<Block, { kind: 'paragraph' }>;
type Table = Extract<Block, { kind: 'table' }>;

/** What is written now: it stays open, with its text, when the pages are set anew. */
export interface Writing {
  readonly asked: Asked;
  readonly text: string;
}

interface Asking {
  /** By the mark that stands in the text. */
  readonly asked: ReadonlyMap<string, Asked>;
  readonly writing: Writing | undefined;
  readonly onOpen: (writing: Writing | undefined) => void;
  readonly onWrite: (text: string) => void;
}

export function PageView({ page, ...asking }: { readonly page: LedgerPage } & Asking) {
  const t = useText();
  const label = t('ledger.preview.page', { number: page.number });
  return (
    <article className={page.landscape ? 'ledger-page ledger-page-wide' : 'ledger-page'} aria-label={label}>
      {page.blocks.map((block, i) =>
        block.kind === 'paragraph' ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: the blocks of a page are made anew as a whole
          <ParagraphView key={i} block={block} {...asking} />
        ) : (
          // biome-ignore lint/suspicious/noArrayIndexKey: as above
          <TableView key={i} block={block} label={label} />
        ),
      )}
      <p className="ledger-page-number">{page.number}</p>
    </article>
  );
}

function ParagraphView({
  block: { text, is, level },
  asked,
  writing,
  onOpen,
  onWrite,
}: { readonly block: Paragraph } & Asking) {
  const open = writing && text.includes(writing.asked.mark) ? writing : undefined;
  const style = `ledger-p ledger-p-${is}${level === undefined ? '' : ` ledger-p-${is}-${level}`}`;
  return (
    <>
      <p className={style}>
        {partsOf(text).map((part, i) => {
          // biome-ignore lint/suspicious/noArrayIndexKey: parts of one text have no names
          if (!part.isMark) return <span key={i}>{part.text}</span>;
          const own = asked.get(part.text);
          return own ? (
            <button
              // biome-ignore lint/suspicious/noArrayIndexKey: as above
              key={i}
              type="button"
              className="ledger-todo"
              aria-expanded={own.mark === writing?.asked.mark}
              onClick={() => onOpen({ asked: own, text: '' })}
            >
              {part.text}
            </button>
          ) : (
            // biome-ignore lint/suspicious/noArrayIndexKey: as above
            <mark key={i}>{part.text}</mark>
          );
        })}
      </p>
      {open && <WriteHere key={open.asked.mark} writing={open} onOpen={onOpen} onWrite={onWrite} />}
    </>
  );
}

/** Enter writes and goes on to the next, shift and Enter makes a new line. */
function WriteHere({
  writing: { asked, text },
  onOpen,
  onWrite,
}: { readonly writing: Writing } & Pick<Asking, 'onOpen' | 'onWrite'>) {
  const t = useText();
  const id = useId();
  const { sheet, column } = asked.place;
  const { cell } = sheetOf(sheet).columns[column]!;
  const submit = (event: { readonly preventDefault: () => void }) => {
    event.preventDefault();
    if (text.trim() === '') onOpen(undefined);
    else onWrite(text.trim());
  };
  const shared = {
    id,
    value: text,
    className: 'text-input',
    autoFocus: true,
    onChange: ({ target }: { readonly target: { readonly value: string } }) => onOpen({ asked, text: target.value }),
  };
  return (
    <form className="ledger-here" onSubmit={submit}>
      <label htmlFor={id}>{asked.mark.slice('【请填写：'.length, -1)}</label>
      {cell.is === 'text' ? (
        <textarea
          {...shared}
          rows={3}
          onKeyDown={(event) => {
            // An input method takes Enter for what it offers.
            if (event.key === 'Enter' && !event.shiftKey && !event.nativeEvent.isComposing) submit(event);
          }}
        />
      ) : (
        <input {...shared} inputMode="decimal" />
      )}
      <p className="actions">
        <button type="submit" className="button button-strong">
          {t('ledger.preview.save')}
        </button>
        <button type="button" className="button" onClick={() => onOpen(undefined)}>
          {t('action.cancel')}
        </button>
      </p>
    </form>
  );
}

function TableView({ block: { head, align, rows }, label }: { readonly block: Table; readonly label: string }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by the keyboard
    <section className="ledger-table" tabIndex={0} aria-label={label}>
      <table>
        <tbody>
          {rows.map((cells, y) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows of a printed table have no names
            <tr key={y}>
              {cells.map(({ text, colSpan, rowSpan }, x) => {
                const spans = { ...(colSpan ? { colSpan } : {}), ...(rowSpan ? { rowSpan } : {}) };
                return y < head ? (
                  // biome-ignore lint/suspicious/noArrayIndexKey: as above
                  <th key={x} {...spans}>
                    {text}
                  </th>
                ) : (
                  // biome-ignore lint/suspicious/noArrayIndexKey: as above
                  <td key={x} {...spans} className={`ledger-${align[x] ?? 'left'}`}>
                    {text}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
