/** The type of our HTTP application, which everything that answers a request is made for. */
import type { IncomingMessage } from 'node:http';
import type { OpenAPIHono } from '@hono/zod-openapi';
import type { Scope, SignedIn } from '@mingsuan/store';

export interface AppEnv {
  readonly Bindings: { readonly incoming?: IncomingMessage };
  readonly Variables: { requestId: string; person?: SignedIn; scope?: Scope };
}

export type Api = OpenAPIHono<AppEnv>;
