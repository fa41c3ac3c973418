/**
 * What was recognised on a picture, kept by the picture's content: a file that is read again, as one does while its figures
 * are put right, is not recognised again. Kept beside the user's other caches; MINGSUAN_OCR_CACHE names another folder, or is `off`.
 */
import { createHash, randomUUID } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, statSync, unlinkSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import type { RawPage } from '../pdf/engine.ts';
import type { RecognisedPage } from './pages.ts';
import type { Colours } from './picture.ts';

/** To be raised when what is recognised on the same picture changes. */
const EDITION = 3;
/** Pages kept, some 20 kB each; beyond, the oldest go. */
const MOST_PAGES = 2000;

/** The page as it was recognised before, else as `recognise` says now. What cannot be kept or read back is no fault. */
export async function recognisedOnce(
  picture: Colours,
  page: RawPage,
  recognise: () => Promise<RawPage>,
  folder = cacheFolder(),
): Promise<RawPage> {
  if (folder === undefined) return recognise();
  const path = join(folder, `${keyOf(picture)}.json.gz`);
  const known = kept(path);
  if (known) return { ...page, unmapped: 0, cut: [], ...known };
  const { turns, glyphs, rulings, scan, ...rest } = await recognise();
  const recognised = { turns, glyphs, rulings, ...(scan ? { scan } : {}) };
  keep(folder, path, recognised);
  return { ...rest, ...recognised };
}

function keyOf({ width, height, data }: Colours): string {
  return createHash('sha256').update(`${EDITION} ${width} ${height} `).update(data).digest('hex');
}

function cacheFolder(): string | undefined {
  const named = process.env.MINGSUAN_OCR_CACHE;
  if (named === 'off') return undefined;
  if (named) return named;
  const caches = process.env.XDG_CACHE_HOME || process.env.LOCALAPPDATA || join(homedir(), '.cache');
  return join(caches, 'mingsuan', 'ocr');
}

function kept(path: string): RecognisedPage | undefined {
  try {
    return JSON.parse(gunzipSync(readFileSync(path)).toString()) as RecognisedPage;
  } catch {
    return undefined;
  }
}

/** Written aside and moved, so that nobody reads a half. */
function keep(folder: string, path: string, recognised: RecognisedPage): void {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const aside = join(folder, `${randomUUID()}.part`);
    writeFileSync(aside, gzipSync(JSON.stringify(recognised)), { mode: 0o600 });
    renameSync(aside, path);
    const files = readdirSync(folder).map((name) => join(folder, name));
    if (files.length <= MOST_PAGES) return;
    const byAge = files.map((file) => ({ file, age: statSync(file).mtimeMs })).sort((a, b) => a.age - b.age);
    for (const { file } of byAge.slice(0, files.length - MOST_PAGES)) unlinkSync(file);
  } catch {
    // A folder that nobody may write to, as in a confined process, keeps nothing.
  }
}
