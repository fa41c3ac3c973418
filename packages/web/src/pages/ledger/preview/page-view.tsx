/** One page of the document: its paragraphs and tables as they will be printed. */
import { sheetOf } from '@mingsuan/core/ledger/sheet-rows';
import { type FormEvent, useId, useState } from 'react';
import type { LedgerPage } from '../../../api/types.ts';
import { useText } from '../../../i18n/index.tsx';
import { type Asked, partsOf } from './mark.ts';

type Block = LedgerPage['blocks'][number];
type Paragraph = Extract<Block, { kind: 'paragraph' }>;
type Table = Extract<Block, { kind: 'table' }>;

interface Asking {
  /** By the mark that stands in the text. */
  readonly asked: ReadonlyMap<string, Asked>;
  readonly onWrite: (asked: Asked, text: string) => void;
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

function ParagraphView({ block: { text, is, level }, asked, onWrite }: { readonly block: Paragraph } & Asking) {
  const [open, setOpen] = useState<Asked>();
  const style = `ledger-p ledger-p-${is}${level === undefined ? '' : ` ledger-p-${is}-${level}`}`;
  return (
    <>
      <p className={style}>
        {partsOf(text).map((part, i) => {
          // biome-ignore lint/suspicious/noArrayIndexKey: parts of one text have no names
          if (!part.isMark) return <span key={i}>{part.text}</span>;
          const own = asked.get(part.text);
          return own ? (
            // biome-ignore lint/suspicious/noArrayIndexKey: as above
            <button key={i} type="button" className="ledger-todo" onClick={() => setOpen(own)}>
              {part.text}
            </button>
          ) : (
            // biome-ignore lint/suspicious/noArrayIndexKey: as above
            <mark key={i}>{part.text}</mark>
          );
        })}
      </p>
      {open && (
        <WriteHere
          asked={open}
          onDone={(written) => {
            setOpen(undefined);
            if (written !== undefined) onWrite(open, written);
          }}
        />
      )}
    </>
  );
}

/** `onDone` without a text: nothing was written. */
function WriteHere({ asked, onDone }: { readonly asked: Asked; readonly onDone: (text?: string) => void }) {
  const t = useText();
  const id = useId();
  const [text, setText] = useState('');
  const { sheet, column } = asked.place;
  const { cell } = sheetOf(sheet).columns[column]!;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onDone(text.trim() === '' ? undefined : text.trim());
  };
  const shared = {
    id,
    value: text,
    className: 'text-input',
    autoFocus: true,
    onChange: ({ target }: { readonly target: { readonly value: string } }) => setText(target.value),
  };
  return (
    <form className="ledger-here" onSubmit={submit}>
      <label htmlFor={id}>{asked.mark.slice('【请填写：'.length, -1)}</label>
      {cell.is === 'text' ? <textarea {...shared} rows={3} /> : <input {...shared} inputMode="decimal" />}
      <p className="actions">
        <button type="submit" className="button button-strong">
          {t('ledger.preview.save')}
        </button>
        <button type="button" className="button" onClick={() => onDone()}>
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
