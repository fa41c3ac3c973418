/** What a column holds, and below it what the document itself prints above it, where that says more. */
import { squeeze } from '@mingsuan/core/text/fold';

export function ColumnTitle({ name, header }: { readonly name: string; readonly header: string | undefined }) {
  if (header === undefined || squeeze(header) === squeeze(name)) return name;
  return (
    <>
      {name}
      <span className="as-printed" lang="zh">
        {header.replaceAll('/', ' / ')}
      </span>
    </>
  );
}
