import { apiUrl } from '../../api/client.ts';
import type { PerformanceTask } from '../../api/types.ts';

/** The raw series a measured figure rests on, each to be taken out. */
export function Series({ of }: { readonly of: PerformanceTask['measured'][number]['series'] }) {
  return (
    <>
      {of.map(({ name, path }) => (
        <a key={path} href={apiUrl(path)}>
          {name}{' '}
        </a>
      ))}
    </>
  );
}
