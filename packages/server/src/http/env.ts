/** The type of our HTTP application, which everything that answers a request is made for. */
import type { IncomingMessage } from 'node:http';
import type { OpenAPIHono } from '@hono/zod-openapi';

export interface AppEnv {
  readonly Bindings: { readonly incoming?: IncomingMessage };
  readonly Variables: { requestId: string };
}

export type Api = OpenAPIHono<AppEnv>;
