/** Lasting addresses: what each leads to, and the list of all of them. */
import { kindOf, STAGES } from '@mingsuan/core/model/document-kinds';
import { type Withdrawal, withdrawalNotice } from '@mingsuan/core/model/withdrawal';
import { formatAmount } from '@mingsuan/core/money';
import {
  type AgencyAnswer,
  agenciesWithin,
  agencyAt,
  getAgency,
  ITEM_KINDS,
  itemName,
  lastAgency,
  type Store,
  withdrawalOfDisclosure,
  withdrawalsOfAgency,
} from '@mingsuan/store';

/** What an address leads to, in the words of a page's head. */
interface Described {
  /** Whether what stood there was taken back. */
  readonly isGone?: boolean;
  readonly title: string;
  readonly description: string;
  /** The path that is its one address. */
  readonly path: string;
}

/** So many agencies are listed in one file. */
const LISTED = 500;

const SITE = '明算';

/** What the pages of lasting addresses say of themselves to other sites, and the lists of all of them, from what is published. */
export const addresses = (store: Store) => ({
  /** Undefined where nothing is to be said beyond what every page says. */
  describe: async (path: string): Promise<Described | undefined> => {
    const parts = path.split('/').slice(1).map(decoded);
    if (parts[0] === 'disclosure' && /^\d{1,9}$/.test(parts[1] ?? '')) {
      const withdrawn = await withdrawalOfDisclosure(store, Number(parts[1]));
      return withdrawn && goneHead(withdrawn, path);
    }
    if (parts[0] === 'a' && parts[1] && parts[2]) return agencyHead(store, parts[1], parts[2], parts[3], parts[4]);
    const kind = ITEM_KINDS.find((one) => one === parts[1]);
    if (parts[0] !== 'item' || !kind || !parts[2]) return undefined;
    const name = await itemName(store, kind, parts[2]);
    return name === undefined
      ? undefined
      : {
          title: `${name} · ${SITE}`,
          description: `${name}：谁在花、花多少、历年变化，取自各部门公开的预算和决算。`,
          path: `/item/${kind}/${encodeURIComponent(parts[2])}`,
        };
  },
  /** Where the files of the list begin. */
  files: async (): Promise<readonly number[]> =>
    Array.from({ length: Math.ceil((await lastAgency(store)) / LISTED) }, (_, i) => i * LISTED),
  /** Paths of agencies and their disclosures, of one file. */
  list: async (from: number): Promise<readonly string[]> => {
    const items = await agenciesWithin(store, from, from + LISTED);
    return items.flatMap(({ region, slug, years }) => {
      const own = `/a/${region ?? 'unknown'}/${encodeURIComponent(slug)}`;
      return [own, ...years.map(({ year, stage }) => `${own}/${year ?? 'unknown'}/${stage}`)];
    });
  },
});

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return '';
  }
}

async function agencyHead(
  store: Store,
  region: string,
  slug: string,
  year?: string,
  kind?: string,
): Promise<Described | undefined> {
  if (slug.includes('\0')) return undefined;
  const id = await agencyAt(store, region === 'unknown' ? '' : region, slug);
  const answer = id === undefined ? undefined : await getAgency(store, id);
  if (!answer) return undefined;
  const { agency, disclosures } = answer;
  const own = `/a/${agency.region ?? 'unknown'}/${encodeURIComponent(agency.slug)}`;
  const chosen = disclosures.find(
    (one) => one.isCurrent && (year === undefined || (String(one.year ?? 'unknown') === year && one.stage === kind)),
  );
  if (!chosen && year !== undefined) {
    const gone = (await withdrawalsOfAgency(store, agency.id)).find(
      (one) => String(one.year ?? 'unknown') === year && one.stage === kind,
    );
    if (gone) return goneHead(gone, `${own}/${year}/${kind}`);
  }
  const stage = STAGES.find((one) => one === kind);
  const when = year !== undefined && stage ? `${year === 'unknown' ? '' : `${year}年`}${kindOf(stage).name}` : '';
  return {
    title: [`${agency.name}${when}`, agency.regionName, SITE].filter(Boolean).join(' · '),
    description: chosen ? figuresOf(agency.name, chosen) : `${agency.name}公开的预算和决算。`,
    path: year === undefined || kind === undefined ? own : `${own}/${year}/${kind}`,
  };
}

const goneHead = (withdrawn: Withdrawal, path: string): Described => ({
  isGone: true,
  title: `已撤下 · ${SITE}`,
  description: withdrawalNotice(withdrawn, 'zh'),
  path,
});

const NAMES = {
  revenue: '收入总计',
  expenditure: '支出总计',
  basic: '基本支出',
  project: '项目支出',
  threePublics: '“三公”经费',
} as const;

function figuresOf(name: string, { year, stage, totals }: AgencyAnswer['disclosures'][number]): string {
  const figures = (Object.keys(NAMES) as (keyof typeof NAMES)[]).flatMap((key) => {
    const fen = totals[key];
    return fen === undefined ? [] : [`${NAMES[key]} ${formatAmount(Math.round(fen / 10_000) * 10_000, '万元')} 万元`];
  });
  return `${name}${year ?? ''}年${kindOf(stage).name}：${figures.join('，')}。每个数都能看到它在原文的位置。`;
}
