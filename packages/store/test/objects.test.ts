/** Originals in an object store: the same as in a folder, and what is away says nothing of a file. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type FileStore, FilesAway, sha256Of } from '../src/files.ts';
import { ObjectsRefused, openObjects } from '../src/objects.ts';
import { startObjects, type TestObjects } from './support/objects.ts';

describe('originals in an object store', () => {
  const bytes = Buffer.from('%PDF-1.4 预算');
  const hash = sha256Of(bytes);
  let server: TestObjects;
  let files: FileStore;
  beforeAll(async () => {
    server = await startObjects();
    files = await openObjects(server.settings);
  });
  afterAll(() => server.close());

  it('are known by the hash of their bytes, to whoever opens the bucket', async () => {
    expect(await files.put(bytes)).toBe(hash);
    expect(await files.put(bytes)).toBe(hash);
    const elsewhere = await openObjects(server.settings);
    expect(Buffer.from((await elsewhere.get(hash))!)).toEqual(bytes);
    expect(await files.get(sha256Of(Buffer.from('another')))).toBeUndefined();
    expect(await files.get('../originals')).toBeUndefined();
    await files.remove(hash);
    await files.remove(hash);
    expect(await elsewhere.get(hash)).toBeUndefined();
  });

  it('stand below a folder of the bucket where one is named', async () => {
    const below = await openObjects({ ...server.settings, url: `${server.settings.url}/portal` });
    await below.put(bytes);
    expect(await below.get(hash)).toBeDefined();
    expect(await files.get(hash)).toBeUndefined();
  });

  it('other bytes under its name are not it', async () => {
    const { AwsClient } = await import('aws4fetch');
    const { keyId, secret, url } = server.settings;
    const client = new AwsClient({ accessKeyId: keyId, secretAccessKey: secret, service: 's3' });
    await client.fetch(`${url}/${hash.slice(0, 2)}/${hash}`, { method: 'PUT', body: 'x' });
    expect(await files.get(hash)).toBeUndefined();
  });

  it.each([
    ['another key', { keyId: 'wrong' }, /不接受请求/],
    ['a bucket that is not there', { url: 'none' }, /没有这个桶/],
  ])('%s is told at the start', async (_, wrong, message) => {
    const url = 'url' in wrong ? server.settings.url.replace('originals', wrong.url) : server.settings.url;
    const opening = openObjects({ ...server.settings, ...wrong, url });
    await expect(opening).rejects.toThrow(ObjectsRefused);
    await expect(opening).rejects.toThrow(message);
  });

  it('a store that is away says so, and is there again when it is', async () => {
    await server.stop();
    await expect(files.get(hash)).rejects.toThrow(FilesAway);
    await expect(files.assureThere()).rejects.toThrow(FilesAway);
    await server.begin();
    await files.assureThere();
    await files.put(bytes);
    expect(await files.get(hash)).toBeDefined();
  });
});
