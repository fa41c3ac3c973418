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

export async function ask<T>(path: string, query?: Query, options?: RequestInit): Promise<T> {
  const response = await fetch(apiUrl(path, query), options).catch(() => {
    throw options?.signal?.aborted ? new DOMException('aborted', 'AbortError') : new ApiError(0, '');
  });
  if (!response.ok) throw new ApiError(response.status, await detailOf(response));
  return response.json() as Promise<T>;
}

export const send = <T>(method: 'POST' | 'PUT', path: string, body: unknown): Promise<T> =>
  ask<T>(path, undefined, { method, body: JSON.stringify(body), headers: { 'content-type': 'application/json' } });

/** The sentence of a problem+json answer; empty where there is none. */
async function detailOf(response: Response): Promise<string> {
  const body: unknown = await response.json().catch(() => undefined);
  const detail = typeof body === 'object' && body !== null && 'detail' in body ? body.detail : undefined;
  return typeof detail === 'string' ? detail : '';
}
