/** Answers that are files. */
import { BOM } from '@mingsuan/core/csv';
import type { Context } from 'hono';
import type { AppEnv } from './env.ts';

/** A name in any script, and one in ASCII for those who know no other. */
export function attachment(name: string, how: 'attachment' | 'inline' = 'attachment'): string {
  const ascii = name.replace(/[^\w.\- ]/g, '_');
  const encoded = encodeURIComponent(name).replace(/['()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);
  return `${how}; filename="${ascii}"; filename*=UTF-8''${encoded}`;
}

/** A small table of whoever is signed in, which every spreadsheet opens. */
export const csvFile = (
  c: Context<AppEnv>,
  { name, text }: { readonly name: string; readonly text: string },
): Response =>
  c.body(BOM + text, 200, {
    'content-type': 'text/csv; charset=utf-8',
    'content-disposition': attachment(`${name}.csv`),
    'cache-control': 'private, no-store',
  });

/** An answer that is one whole file. */
export function file(bytes: Uint8Array, type: string, headers: Readonly<Record<string, string>> = {}): Response {
  return new Response(bytes as Uint8Array<ArrayBuffer>, {
    headers: { 'content-type': type, 'content-length': String(bytes.length), ...headers },
  });
}

/** A text file in parts without the mark that it begins with for spreadsheets: some readers of data take it for a part of the first name. */
export async function* withoutMark(parts: AsyncGenerator<string | Uint8Array>): AsyncGenerator<string | Uint8Array> {
  let isFirst = true;
  for await (const part of parts) {
    yield isFirst ? unmarked(part) : part;
    isFirst = false;
  }
}

const MARK = Buffer.from(BOM);
const unmarked = (part: string | Uint8Array): string | Uint8Array => {
  if (typeof part === 'string') return part.startsWith(BOM) ? part.slice(BOM.length) : part;
  return MARK.equals(part.subarray(0, MARK.length)) ? part.subarray(MARK.length) : part;
};

/** A body made as it is read. Where making it fails half way, the connection breaks off: half a file is not passed for all. */
export function streamed(
  c: Context<AppEnv>,
  parts: AsyncGenerator<string | Uint8Array>,
  type: string,
  headers: Readonly<Record<string, string>>,
): Response {
  if (c.req.method === 'HEAD') {
    void parts.return(undefined);
    return new Response(null, { headers: { 'content-type': type, ...headers } });
  }
  const encoder = new TextEncoder();
  const body = new ReadableStream<Uint8Array>({
    pull: async (controller) => {
      const { done, value } = await parts.next();
      if (done) controller.close();
      else controller.enqueue(typeof value === 'string' ? encoder.encode(value) : value);
    },
    cancel: async () => {
      await parts.return(undefined);
    },
  });
  return new Response(body, { headers: { 'content-type': type, ...headers } });
}
