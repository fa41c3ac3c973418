/** robots.txt (RFC 9309): what a site lets programs visit. A site without one lets everything be visited. */
import { bytesOf, type LinkOptions, openUrl } from './fetch.ts';

interface Rule {
  readonly allows: boolean;
  /** What a path begins with; `*` is anything, `$` the end. */
  readonly path: string;
}

export type Robots = readonly Rule[];

const AGENT = 'mingsuan';
const MOST_BYTES = 512 * 1024;
const KEPT_MS = 3_600_000;
const MOST_KEPT = 500;

/** The group for us, else the one for all. */
export function parseRobots(text: string): Robots {
  const groups = new Map<string, Rule[]>();
  let agents: string[] = [];
  let isNaming = false;
  for (const line of text.split(/\r\n?|\n/)) {
    const [, name = '', value = ''] = /^\s*([A-Za-z-]+)\s*:\s*([^#]*)/.exec(line) ?? [];
    const told = value.trim();
    if (/^user-agent$/i.test(name)) {
      agents = isNaming ? [...agents, told.toLowerCase()] : [told.toLowerCase()];
      isNaming = true;
      continue;
    }
    isNaming = false;
    if (!/^(?:dis)?allow$/i.test(name) || told === '') continue;
    for (const agent of agents)
      groups.set(agent, [...(groups.get(agent) ?? []), { allows: /^allow$/i.test(name), path: told }]);
  }
  return groups.get(AGENT) ?? groups.get('*') ?? [];
}

/** The longest rule that fits decides; of two as long the one that allows. */
export function isAllowedBy(rules: Robots, path: string): boolean {
  const fitting = rules.filter((rule) => fits(rule.path, path));
  const longest = Math.max(0, ...fitting.map((rule) => rule.path.length));
  const deciding = fitting.filter((rule) => rule.path.length === longest);
  return deciding.length === 0 || deciding.some(({ allows }) => allows);
}

function fits(pattern: string, path: string): boolean {
  const isWhole = pattern.endsWith('$');
  const parts = (isWhole ? pattern.slice(0, -1) : pattern).split('*');
  let at = 0;
  for (const [i, part] of parts.entries()) {
    const found = i === 0 ? (path.startsWith(part) ? 0 : -1) : path.indexOf(part, at);
    if (found < 0) return false;
    at = found + part.length;
  }
  return !isWhole || at === path.length || parts.at(-1) === '';
}

const kept = new Map<string, { readonly until: number; readonly robots: Robots }>();

/** Of a site, asked once an hour. What cannot be had forbids nothing: whether the site opens is what is asked. */
export async function robotsOf(url: URL, options: LinkOptions): Promise<Robots> {
  const known = kept.get(url.origin);
  if (known && known.until > Date.now()) return known.robots;
  const robots = await fetchRobots(url, options);
  if (!robots) return [];
  kept.delete(url.origin);
  kept.set(url.origin, { until: Date.now() + KEPT_MS, robots });
  if (kept.size > MOST_KEPT) kept.delete(kept.keys().next().value!);
  return robots;
}

/** Undefined where the site gave no answer, which is asked again the next time. */
async function fetchRobots(url: URL, options: LinkOptions): Promise<Robots | undefined> {
  const signal = AbortSignal.timeout(options.timeoutMs ?? 10_000);
  try {
    const answer = await openUrl(new URL('/robots.txt', url), options, signal);
    if (answer.statusCode !== 200) {
      answer.destroy();
      return [];
    }
    return parseRobots(new TextDecoder().decode(await bytesOf(answer, MOST_BYTES)));
  } catch {
    return undefined;
  }
}
