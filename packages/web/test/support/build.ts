/** The built pages, built again where a source is newer. */
import { execFile } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';

const WEB = join(import.meta.dirname, '../..');
export const DIST = join(WEB, 'dist');

const SOURCES = ['src', 'build', 'public', 'index.html', 'vite.config.ts', 'package.json', '../core/src'];

function latest(path: string): number {
  const entry = statSync(path);
  if (!entry.isDirectory()) return entry.mtimeMs;
  return Math.max(...readdirSync(path).map((name) => latest(join(path, name))));
}

export async function builtPages(): Promise<void> {
  const index = join(DIST, 'index.html');
  const changed = Math.max(...SOURCES.map((source) => latest(join(WEB, source))));
  if (existsSync(index) && statSync(index).mtimeMs > changed) return;
  // In a process of its own: under NODE_ENV=test the libraries would come with their checks for developers.
  const vite = join(dirname(createRequire(import.meta.url).resolve('vite/package.json')), 'bin/vite.js');
  const env = { ...process.env, NODE_ENV: 'production' };
  await promisify(execFile)(process.execPath, [vite, 'build', WEB, '--config', join(WEB, 'vite.config.ts')], { env });
}

export interface Chunk {
  readonly file: string;
  readonly imports?: readonly string[];
  readonly css?: readonly string[];
  readonly isEntry?: boolean;
}

export const manifest = (): Readonly<Record<string, Chunk>> =>
  JSON.parse(readFileSync(join(DIST, '.vite/manifest.json'), 'utf8'));
