/** Asking the API: JSON in, JSON out; what goes wrong is an `ApiError` with a sentence for the reader. */

export const API = '/api/v1';

export class ApiError extends Error {
  override readonly name = 'ApiError';
  /** The HTTP status; 0 where the server could not be reached. */
  readonly status: number;

  constructor(status: number, detail: string) {
    super(detail);
    this.status = status;
  }
}

export type Query = Readonly<Record<string, string | number | undefined>>;

/** A path below the API's root with the parameters that have a value. */
export function apiUrl(path: string, query: Query = {}): string {
  const given = Object.entries(query).filter(([, value]) => value !== undefined && value !== '');
  const parameters = new URLSearchParams(given.map(([name, value]) => [name, String(value)]));
  return `${API}${path}${given.length > 0 ? `?${parameters}` : ''}`;
}

async function answerOf(path: string, query?: Query, options?: RequestInit): Promise<Response> {
  const response = await fetch(apiUrl(path, query), options).catch(() => {
    throw options?.signal?.aborted ? new DOMException('aborted', 'AbortError') : new ApiError(0, '');
  });
  if (!response.ok) throw new ApiError(response.status, await detailOf(response));
  return response;
}

export const ask = async <T>(path: string, query?: Query, options?: RequestInit): Promise<T> =>
  (await answerOf(path, query, options)).json() as Promise<T>;

/** A file as its bytes. */
export const askFile = async (path: string, options: RequestInit): Promise<Blob> =>
  (await answerOf(path, undefined, options)).blob();

/** A text file: UTF-8, or the national encoding. */
export async function askText(path: string, options: RequestInit): Promise<string> {
  const bytes = await (await answerOf(path, undefined, options)).arrayBuffer();
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('gb18030').decode(bytes);
  }
}

export const send = <T>(
  method: 'POST' | 'PUT' | 'DELETE',
  path: string,
  body: unknown,
  headers: Readonly<Record<string, string>> = {},
): Promise<T> =>
  ask<T>(path, undefined, {
    method,
    headers: { ...headers, ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });

/** The sentence of a problem+json answer; empty where there is none. */
async function detailOf(response: Response): Promise<string> {
  const body: unknown = await response.json().catch(() => undefined);
  const detail = typeof body === 'object' && body !== null && 'detail' in body ? body.detail : undefined;
  return typeof detail === 'string' ? detail : '';
}
