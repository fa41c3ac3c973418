/**
 * The original files in an object store that speaks the S3 API, reached from every machine: one bucket, addressed by its path, each file
 * under its hash. The store checks what it is sent against the hash, and what it gives is checked here.
 */
import type { AwsClient } from 'aws4fetch';
import { type FileStore, FilesAway, pathOfHash, sha256Of } from './files.ts';

export interface ObjectSettings {
  /** `https://host/bucket`, with a folder below it where the bucket holds other things too; no slash at the end. */
  readonly url: string;
  readonly keyId: string;
  readonly secret: string;
  /** What the store calls its region; most of them take any. */
  readonly region: string;
}

/** The object store refuses us, or the bucket is not there: one Chinese sentence. */
export class ObjectsRefused extends Error {
  override readonly name = 'ObjectsRefused';
}

const PATIENCE_MS = 60_000;
/** Tries of one request while the store answers that it is busy. */
const RETRIES = 4;
/** Answers that say that it cannot now. */
const isAway = (status: number): boolean => status === 429 || status >= 500;

/** Opens the bucket. @throws ObjectsRefused; FilesAway where the store cannot be reached */
export async function openObjects({ url, keyId, secret, region }: ObjectSettings): Promise<FileStore> {
  const { AwsClient } = await import('aws4fetch');
  const client = new AwsClient({
    accessKeyId: keyId,
    secretAccessKey: secret,
    region,
    service: 's3',
    retries: RETRIES,
  });
  let isLost = false;
  const ask = async (path: string, method: string, bytes?: Uint8Array): Promise<Response> => {
    try {
      const answer = await send(client, `${url}${path}`, method, bytes);
      isLost = false;
      return answer;
    } catch (error) {
      isLost = error instanceof FilesAway;
      throw error;
    }
  };
  const assureThere = async (): Promise<void> => {
    const { status } = await ask('/', 'HEAD');
    // A folder below the bucket is nothing by itself.
    if (status !== 200 && status !== 404) throw refused(status);
  };
  await assureBucket(client, url);
  return {
    put: async (bytes) => {
      const sha256 = sha256Of(bytes);
      const { status } = await ask(`/${pathOfHash(sha256)}`, 'PUT', bytes);
      if (status !== 200) throw refused(status);
      return sha256;
    },
    get: async (sha256) => {
      const path = pathOfHash(sha256);
      if (path === undefined) return undefined;
      const answer = await ask(`/${path}`, 'GET');
      const bytes = new Uint8Array(await answer.arrayBuffer());
      if (answer.status === 404) return undefined;
      if (answer.status !== 200) throw refused(answer.status);
      return sha256Of(bytes) === sha256 ? bytes : undefined;
    },
    remove: async (sha256) => {
      const path = pathOfHash(sha256);
      if (path === undefined) return;
      const { status } = await ask(`/${path}`, 'DELETE');
      if (status !== 204 && status !== 200 && status !== 404) throw refused(status);
    },
    assureThere: async () => {
      if (isLost) await assureThere();
    },
  };
}

/** One signed request; the hash of what is sent is part of the signature. */
async function send(client: AwsClient, url: string, method: string, bytes?: Uint8Array): Promise<Response> {
  const sent = bytes ? { body: bytes as BodyInit, headers: { 'x-amz-content-sha256': sha256Of(bytes) } } : {};
  const answer = await client
    .fetch(url, { method, ...sent, signal: AbortSignal.timeout(PATIENCE_MS) })
    .catch((cause: unknown) => {
      throw new FilesAway(`原件的对象存储没有应答（${new URL(url).host}）。`, { cause });
    });
  if (isAway(answer.status))
    throw new FilesAway(`原件的对象存储暂时不能用（${new URL(url).host}，${answer.status}）。`);
  return answer;
}

/** The bucket itself: the first part of the path. */
async function assureBucket(client: AwsClient, url: string): Promise<void> {
  const { origin, pathname } = new URL(url);
  const { status } = await send(client, `${origin}/${pathname.split('/')[1]}`, 'HEAD');
  if (status !== 200) throw refused(status);
}

function refused(status: number): ObjectsRefused {
  if (status === 404) return new ObjectsRefused('原件的对象存储里没有这个桶，请先建立它，或改正 MINGSUAN_FILES。');
  return new ObjectsRefused(
    `原件的对象存储不接受请求（${status}）：请检查 AWS_ACCESS_KEY_ID、AWS_SECRET_ACCESS_KEY、AWS_REGION 和桶的权限。`,
  );
}
