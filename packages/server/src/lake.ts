/** The lake of facts beside the portal: fed while the server runs, looked after by commands. */
import {
  bringFacts,
  ClickhouseAway,
  clickhouseAt,
  type FactStore,
  factPartitions,
  feedFacts,
  isFed,
  openFacts,
  type Store,
  stopFeeding,
} from '@mingsuan/store';
import type { Logger } from 'pino';
import { type Config, InvalidConfig } from './config.ts';

const PAUSE_MS = 15_000;
/** So many files are made fewer, at most once in so long. */
const MANY_FILES = 500;
const COMPACT_MS = 3_600_000;

const LEFT = '以前设过数据湖，现在没有设 MINGSUAN_FACTS：变化仍一笔笔记着等它；不再用请运行 lake stop。';

export interface Feeding {
  /** Lets the batch at hand end. */
  stop(): Promise<void>;
}

/** Brings to the lake what changes, looking for it every `pauseMs`; undefined where none is set. @throws EngineMissing; ForeignLake; ClickhouseRefused */
export async function startFeeding(
  store: Store,
  { lake }: Pick<Config, 'lake'>,
  log: Logger,
  pauseMs = PAUSE_MS,
): Promise<Feeding | undefined> {
  if (lake === undefined) {
    if (await isFed(store.db)) log.warn(LEFT);
    return undefined;
  }
  const stopped = new AbortController();
  let compacted = performance.now();
  let told: string | undefined;
  /** The marks stay: the next turn finds them. What goes on is told once. */
  const tell = (error: unknown): void => {
    const why = sameness(error as NodeJS.ErrnoException);
    if (why !== told) log.error({ err: error }, 'lake not fed');
    told = why;
  };
  // A cluster that is away is no reason not to start: it is looked for again. What is set wrongly is.
  let facts = await openFacts(store, lake).catch((error: unknown): undefined => {
    if (!(error instanceof ClickhouseAway)) throw error;
    tell(error);
  });
  let waking: ReturnType<typeof setTimeout> | undefined;
  let turn: Promise<void> = Promise.resolve();
  const step = async (): Promise<void> => {
    try {
      facts ??= await openFacts(store, lake);
      await bringFacts(store.db, facts, stopped.signal);
      told = undefined;
      if (
        performance.now() - compacted > COMPACT_MS &&
        facts.kind === 'lake' &&
        (await facts.state()).files > MANY_FILES
      ) {
        compacted = performance.now();
        await facts.compact();
      }
    } catch (error) {
      tell(error);
    }
    if (!stopped.signal.aborted) waking = setTimeout(next, pauseMs);
  };
  const next = (): void => {
    turn = step();
  };
  next();
  return {
    stop: async () => {
      stopped.abort();
      clearTimeout(waking);
      await turn;
      await facts?.close();
    },
  };
}

/** What an error has in common with the same one a turn later: each turn's file has another name. */
const sameness = ({ code, message }: NodeJS.ErrnoException): string =>
  code ?? message.replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, '');

const NO_LAKE = '没有设数据湖：请把 MINGSUAN_FACTS 设为 lake:文件夹（或 clickhouse://…），或写 --lake 文件夹。';

/** Told of what keeps the facts: the folder, or the nodes without their password. */
function placeOf(lake: string): string {
  const clickhouse = clickhouseAt(lake);
  return clickhouse ? `${clickhouse.nodes.join('、')} 的 ${clickhouse.database} 库` : lake;
}

type Action = (store: Store, facts: FactStore, place: string) => Promise<string>;

/** `lake status`, `verify`, `compact`, `backfill`, `retain`, `stop`: what each does, and tells. */
export const LAKE_ACTIONS: Readonly<Record<string, Action>> = {
  status: (_, facts, folder) => statusOf(facts, folder),
  backfill: async (store, facts, folder) => {
    await feedFacts(store.db, true);
    await bringFacts(store.db, facts);
    return statusOf(facts, folder);
  },
  verify: async (store, facts) => {
    await bringFacts(store.db, facts);
    const lines: string[] = [];
    let [disclosures, total] = [0, 0];
    for (const { year, province } of await factPartitions(store.db)) {
      const found = await facts.verify(year, province);
      disclosures += found.disclosures;
      total += found.facts;
      const where = `${year} 年度、区划 ${province}`;
      if (found.differing.length > 0)
        lines.push(`${where}：${found.differing.length} 份与库里不同，编号 ${found.differing.slice(0, 20).join('、')}`);
      for (const path of found.broken) lines.push(`${where}：文件缺失或损坏：${path}`);
    }
    if (lines.length === 0) return `数据湖与库里相同：${disclosures} 份公开文本，${total} 个数，逐份核对。`;
    process.exitCode = 1;
    return [...lines, '请运行 lake backfill 重新送一遍。'].join('\n');
  },
  compact: async (store, facts, folder) => {
    await bringFacts(store.db, facts);
    await facts.compact();
    return statusOf(facts, folder);
  },
  retain: async (store, facts, folder) => {
    await bringFacts(store.db, facts);
    await facts.retain(await facts.compact());
    return `${await statusOf(facts, folder)}\n以前的快照和撤下的内容已从数据湖的文件里清除。`;
  },
  stop: async (store, _, folder) => {
    await stopFeeding(store.db);
    return `不再记下要送到数据湖的变化；${folder} 里的文件没有动，可以移走。再要用时换一个空文件夹。`;
  },
};

async function statusOf(facts: FactStore, folder: string): Promise<string> {
  const { snapshot, oldest, facts: count, disclosures, files, bytes, waiting } = await facts.state();
  if (snapshot === 0) return `数据湖 ${folder} 里还没有数；${waiting} 份公开文本等着送去。`;
  const size = count > 0 ? `，每个数 ${(bytes / count).toFixed(2)} 字节` : '';
  return [
    `数据湖 ${folder}：第 ${snapshot} 次快照，可以问第 ${oldest} 到第 ${snapshot} 次。`,
    `${disclosures} 份公开文本，${count} 个数；${files} 个文件，${(bytes / 1e6).toFixed(1)} MB${size}。`,
    `${waiting} 份有变化，还没有送到。`,
  ].join('\n');
}

/** Does an action on the lake that is set. @throws InvalidConfig where none is, or the action is none */
export async function lakeCommand(store: Store, action: string, { lake }: Pick<Config, 'lake'>): Promise<string> {
  const run = LAKE_ACTIONS[action];
  if (!run) throw new InvalidConfig(`没有“lake ${action}”：可以写 ${Object.keys(LAKE_ACTIONS).join('、')}。`);
  if (lake === undefined) throw new InvalidConfig(NO_LAKE);
  const facts = await openFacts(store, lake);
  try {
    return await run(store, facts, placeOf(lake));
  } finally {
    await facts.close();
  }
}
