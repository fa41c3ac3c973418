import { AsPrinted } from './as-printed.tsx';

/** Text whose hits are marked [[so]]. */
export const Marked = ({ text }: { readonly text: string }) =>
  text.split(/(\[\[.*?\]\])/).map((part, i) =>
    part.startsWith('[[') ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one text never change places
      <mark key={i}>
        <AsPrinted>{part.slice(2, -2)}</AsPrinted>
      </mark>
    ) : (
      // biome-ignore lint/suspicious/noArrayIndexKey: as above
      <AsPrinted key={i}>{part}</AsPrinted>
    ),
  );
