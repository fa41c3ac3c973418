/** What the user's own files add to a check: rules, and findings to leave out. */
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Jurisdictions } from '@mingsuan/core/jurisdictions/index';
import type { Messages } from '../messages/messages.ts';
import type { RawOptions } from '../options.ts';
import type { Job } from '../work/job.ts';
import type { World } from '../world.ts';

export const DISMISSALS_FILE = 'mingsuan.dismissed.yaml';

/**
 * The files are looked through here, before any work; YAML and the places are loaded only where there are some.
 * @throws FaultyFile
 */
export async function loadSettings(
  { rules, dismissals }: RawOptions,
  { cwd }: World,
  places: () => Promise<Jurisdictions>,
  words: Messages,
): Promise<Pick<Job, 'rules' | 'dismissals'>> {
  const given = dismissals ?? (existsSync(resolve(cwd, DISMISSALS_FILE)) ? DISMISSALS_FILE : false);
  return {
    ...(rules === undefined
      ? {}
      : { rules: await (await import('./own-rules.ts')).loadOwnRules(rules, cwd, await places(), words) }),
    ...(given === false
      ? {}
      : { dismissals: await (await import('./dismissals.ts')).loadDismissals(given, cwd, words) }),
  };
}
