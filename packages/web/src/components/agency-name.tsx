import { AsPrinted } from './as-printed.tsx';
import { useNames } from './names.ts';

/** What an agency is called where others of its name may stand beside it, in the reader's words. */
export function AgencyName({ title }: { readonly title: string }) {
  return <AsPrinted>{useNames().agency(title)}</AsPrinted>;
}
