/** What a column holds, and below it what the document itself prints above it, where that says more. */
import { squeeze } from '@mingsuan/core/text/fold';
import { Explained } from './explained.tsx';

interface Props {
  readonly name: string;
  /** What the glossary calls it. */
  readonly term: string;
  readonly header: string | undefined;
}

export function ColumnTitle({ name, term, header }: Props) {
  const told = <Explained term={term}>{name}</Explained>;
  if (header === undefined || squeeze(header) === squeeze(name)) return told;
  return (
    <>
      {told}
      <span className="as-printed" lang="zh">
        {header.replaceAll('/', ' / ')}
      </span>
    </>
  );
}
