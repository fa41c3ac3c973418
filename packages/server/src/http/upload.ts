/** Files that a request brings along, within the limits of size and number. */
import type { RouteConfig } from '@hono/zod-openapi';
import type { DocumentInput } from '@mingsuan/store';
import type { Context, MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type { Config } from '../config.ts';
import type { AppEnv } from './env.ts';
import { ApiProblem, problem } from './problem.ts';
import { addressOf, visitorOf } from './visitor.ts';

export type Upload = DocumentInput;

const MOST_FILES = 50;
/** Uploads taken in at once, in all and of one visitor: each stands in memory until it is on the disk. */
const MOST_AT_ONCE = 12;
const MOST_OF_VISITOR = 3;
const MEGABYTE = 1024 * 1024;

/** For an endpoint that takes files: how many at once, and how large one request may be in bytes. */
export function uploadLimits({ uploadBytes, proxies }: Pick<Config, 'uploadBytes' | 'proxies'>) {
  const atOnce = new Map<string, number>();
  const limits: readonly MiddlewareHandler<AppEnv>[] = [
    async (c, next) => {
      const visitor = visitorOf(addressOf(c, proxies));
      const own = atOnce.get(visitor) ?? 0;
      const all = [...atOnce.values()].reduce((sum, count) => sum + count, 0);
      if (own >= MOST_OF_VISITOR || all >= MOST_AT_ONCE) {
        throw new ApiProblem(503, '正在上传的太多，请等前面的完成后再试。', { 'retry-after': '5' });
      }
      atOnce.set(visitor, own + 1);
      try {
        await next();
      } finally {
        const left = atOnce.get(visitor)! - 1;
        if (left > 0) atOnce.set(visitor, left);
        else atOnce.delete(visitor);
      }
    },
    bodyLimit({
      maxSize: uploadBytes,
      onError: () =>
        problem(413, `一次上传不能超过 ${Math.floor(uploadBytes / MEGABYTE)} MB，请分几次上传，或把文件拆小。`),
    }),
  ];
  return limits;
}

/** Whether a request brings a form of files. */
export const isMultipart = (c: Context<AppEnv>): boolean =>
  /^multipart\/form-data\b/i.test(c.req.header('content-type') ?? '');

/** The files of the form, whatever their fields are called, and the password that protected ones open with. */
export interface Uploads {
  readonly files: readonly Upload[];
  readonly password?: string;
  /** What else the form says, by its fields. */
  readonly fields?: Readonly<Record<string, string>>;
}

/** @throws ApiProblem where there are none or too many */
export async function uploadsOf(c: Context<AppEnv>): Promise<Uploads> {
  const form = await c.req.raw.formData().catch((error: Error) => {
    if (error.name === 'BodyLimitError') throw error;
    throw new ApiProblem(400, '上传的内容读不出来，请用 multipart/form-data 重新上传。');
  });
  const files = [...form.values()].filter((value) => typeof value !== 'string');
  if (files.length === 0) throw new ApiProblem(400, '没有收到文件，请选择要上传的文件。');
  if (files.length > MOST_FILES) throw new ApiProblem(413, `一次最多 ${MOST_FILES} 个文件，请分几次上传。`);
  const password = form.get('password');
  return {
    files: await Promise.all(
      files.map(async (file) => ({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) })),
    ),
    ...(typeof password === 'string' && password !== '' ? { password } : {}),
    fields: Object.fromEntries(
      [...form.entries()].flatMap(([name, value]) =>
        typeof value === 'string' && name !== 'password' ? [[name, value]] : [],
      ),
    ),
  };
}

type ZodContentObject = NonNullable<NonNullable<NonNullable<RouteConfig['request']>['body']>['content']>;

/** The form as the OpenAPI document tells it. */
export const FORM: ZodContentObject = {
  'multipart/form-data': {
    schema: {
      type: 'object',
      properties: {
        files: { type: 'array', items: { type: 'string', format: 'binary' } },
        password: { type: 'string', format: 'password', description: '打开密码，只用来打开这次上传的文件，不保存' },
      },
      required: ['files'],
    },
  },
};
