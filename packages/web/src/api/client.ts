/** Asking the API: JSON in, JSON out; what goes wrong is an `ApiError` with a sentence for the reader. */

import type { Withdrawal } from '@mingsuan/core/model/withdrawal';

export const API = '/api/v1';

export class ApiError extends Error {
  override readonly name = 'ApiError';
  /** The HTTP status; 0 where the server could not be reached. */
  readonly status: number;
  /** Of what was published here and taken back. */
  readonly withdrawn: Withdrawal | undefined;

  constructor(status: number, detail: string, withdrawn?: Withdrawal) {
    super(detail);
    this.status = status;
    this.withdrawn = withdrawn;
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
  if (response.ok) return response;
  const { detail, withdrawn } = await problemOf(response);
  throw new ApiError(response.status, detail, withdrawn);
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

interface Problem {
  /** A sentence; empty where there is none. */
  readonly detail: string;
  readonly withdrawn?: Withdrawal;
}

/** What a problem+json answer says. */
async function problemOf(response: Response): Promise<Problem> {
  const body: unknown = await response.json().catch(() => undefined);
  const { detail, withdrawn } = (typeof body === 'object' && body !== null ? body : {}) as Partial<Problem>;
  return { detail: typeof detail === 'string' ? detail : '', ...(withdrawn ? { withdrawn } : {}) };
}
