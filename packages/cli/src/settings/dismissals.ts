/** The dismissals file: read for a check, and added to by `mingsuan dismiss`, which leaves what people wrote as it is. */
import { existsSync } from 'node:fs';
import { realpath, rename, unlink, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { DISMISSALS_PART, type Dismissal, parseDismissals } from '@mingsuan/core/dismissals';
import { parseYaml } from '@mingsuan/documents/yaml';
import { isSeq, parseDocument } from 'yaml';
import type { Messages } from '../messages/messages.ts';
import { exclusively } from './exclusive.ts';
import { faultyFile, loadUserFile } from './user-file.ts';

const HEAD = `# 已核销的问题：审核人看过、认为不必改的，各有理由。mingsuan check 不再列出它们。
# 删去一条，它就重新列出；理由可以修改。
`;

/** We write it ourselves: about 60,000 dismissals. */
const MOST_MEGABYTES = 16;

/** @throws FaultyFile */
export async function loadDismissals(file: string, cwd: string, words: Messages): Promise<readonly Dismissal[]> {
  return dismissalsIn(file, await loadUserFile(file, cwd, words, MOST_MEGABYTES));
}

/**
 * Adds entries, and gives back those that were there before under the same id. The file appears whole or not at all, and
 * several processes add to it one after the other.
 * @throws FaultyFile, or the system's error where it cannot be written
 */
export async function addDismissals(
  file: string,
  cwd: string,
  entries: readonly Dismissal[],
  words: Messages,
): Promise<readonly Dismissal[]> {
  const path = resolve(cwd, file);
  const load = async () => (existsSync(path) ? loadUserFile(file, cwd, words, MOST_MEGABYTES) : HEAD);
  // What cannot be added to is told before anything is made beside it.
  await load();
  // A link stays one: what it leads to is replaced.
  const target = await realpath(path).catch(() => path);
  return exclusively(target, async () => {
    const text = await load();
    const known = dismissalsIn(file, text);
    const fresh = entries.filter(({ id }) => !known.some((each) => each.id === id));
    if (fresh.length > 0) await replace(target, withEntries(text, fresh));
    return known.filter(({ id }) => entries.some((entry) => entry.id === id));
  });
}

function dismissalsIn(file: string, text: string): readonly Dismissal[] {
  const yaml = parseYaml(text, 'failsafe');
  if (!yaml.ok) throw faultyFile(file, yaml.errors);
  const result = parseDismissals(yaml.data || undefined, yaml.locate);
  if (!result.ok) throw faultyFile(file, result.errors);
  return result.dismissals;
}

/** The file's text with entries at its end, its comments kept. */
function withEntries(text: string, entries: readonly Dismissal[]): string {
  const document = parseDocument(text, { schema: 'failsafe' });
  const list = document.get(DISMISSALS_PART);
  if (isSeq(list)) {
    list.flow &&= list.items.length > 0;
    for (const entry of entries) list.add(document.createNode(entry));
  } else document.set(DISMISSALS_PART, document.createNode(entries));
  return document.toString({ lineWidth: 0 });
}

async function replace(target: string, text: string): Promise<void> {
  const part = `${target}.part`;
  try {
    await writeFile(part, text);
    await rename(part, target);
  } catch (error) {
    await unlink(part).catch(() => {});
    throw error;
  }
}
