/** A small S3 server in this process, over a temporary folder. It knows who asks by the key, and takes any signature with it. */
import { mkdtempSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ObjectSettings } from '../../src/objects.ts';

interface S3rver {
  run(): Promise<AddressInfo>;
  close(): Promise<void>;
}

export interface TestObjects {
  readonly settings: ObjectSettings;
  /** Away until `begin` is called again, at the same address. */
  stop(): Promise<void>;
  begin(): Promise<void>;
  close(): Promise<void>;
}

/** The server, with a bucket; its only key is the one in `settings`. */
export async function startObjects(): Promise<TestObjects> {
  // It has no types of its own.
  const { default: Server } = (await import('s3rver' as string)) as { default: new (options: object) => S3rver };
  const directory = mkdtempSync(join(tmpdir(), 'mingsuan-s3-'));
  const options = { address: '127.0.0.1', silent: true, directory, configureBuckets: [{ name: 'originals' }] };
  let server = new Server({ ...options, port: 0 });
  const { port } = await server.run();
  return {
    settings: {
      url: `http://127.0.0.1:${port}/originals`,
      keyId: 'S3RVER',
      secret: 'S3RVER',
      region: 'us-east-1',
    },
    stop: () => server.close(),
    begin: async () => {
      server = new Server({ ...options, port });
      await server.run();
    },
    close: async () => {
      await server.close().catch(() => {});
      rmSync(directory, { recursive: true, force: true });
    },
  };
}
