/** The user's own rules: the file's text travels to the worker threads, each of which parses it once. */
import type { Jurisdictions } from '@mingsuan/core/jurisdictions/index';
import { placeRules } from '@mingsuan/core/own-rules/of-jurisdiction';
import { type OwnRules, type OwnRulesResult, parseOwnRules } from '@mingsuan/core/own-rules/own-rules';
import { parseYaml } from '@mingsuan/documents/yaml';
import type { Messages } from '../messages/messages.ts';
import { faultyFile, loadUserFile } from './user-file.ts';

/**
 * The text of a file without faults; it may speak of the rules that the places known add.
 * @throws FaultyFile
 */
export async function loadOwnRules(file: string, cwd: string, places: Jurisdictions, words: Messages): Promise<string> {
  const text = await loadUserFile(file, cwd, words);
  const result = parse(text, places);
  if (!result.ok) throw faultyFile(file, result.errors);
  return text;
}

let last: { readonly text: string; readonly places: Jurisdictions; readonly own: OwnRules } | undefined;

/** `text` as `loadOwnRules` gave it. */
export function ownRulesOf(text: string, places: Jurisdictions): OwnRules {
  if (last?.text === text && last.places === places) return last.own;
  const result = parse(text, places);
  if (!result.ok) throw new Error('own rules with faults reached a worker');
  last = { text, places, own: result.own };
  return result.own;
}

function parse(text: string, places: Jurisdictions): OwnRulesResult {
  const yaml = parseYaml(text, 'core');
  return yaml.ok ? parseOwnRules(yaml.data, yaml.locate, placeRules(places)) : yaml;
}
