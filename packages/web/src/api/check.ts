/** Starting a check, and setting its findings aside. */

import { ask, send } from './client.ts';
import type { CheckAnswer, Origin, ScanFigures } from './types.ts';

type Started = Pick<CheckAnswer, 'id'>;

/** `password` opens protected files; the server does not keep it. */
export function checkFiles(files: readonly File[], password: string): Promise<Started> {
  const body = new FormData();
  if (password !== '') body.append('password', password);
  for (const file of files) body.append('files', file);
  return ask('/checks', undefined, { method: 'POST', body });
}

/** The server takes links only to hosts that its operator allows. */
export const checkLink = (url: string): Promise<Started> => send('POST', '/checks', { url });

/** All that a person read on a document's pictures, written anew: the check is made again with it. */
export const putCorrections = (
  check: string,
  document: number,
  corrections: readonly { readonly origin: Origin; readonly text: string }[],
): Promise<ScanFigures> => send('PUT', `/checks/${check}/documents/${document}/figures`, { corrections });

export interface Dismissal {
  readonly id: string;
  readonly reason: string;
}

/** All of a check's dismissals, written anew. */
export const putDismissals = (check: string, dismissals: readonly Dismissal[]): Promise<unknown> =>
  send('PUT', `/checks/${check}/dismissals`, { dismissals });
