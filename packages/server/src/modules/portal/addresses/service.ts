/** Lasting addresses: what each leads to, and the list of all of them. */
import { englishName } from '@mingsuan/core/classification/english';
import { filled, type Language, textsIn } from '@mingsuan/core/language';
import { agencyTitleIn } from '@mingsuan/core/model/agency-title';
import { kindOf, STAGES, type Stage } from '@mingsuan/core/model/document-kinds';
import { type Withdrawal, withdrawalNotice } from '@mingsuan/core/model/withdrawal';
import { inShort } from '@mingsuan/core/money';
import { conceptOfMeasure } from '@mingsuan/core/vocabulary/index';
import {
  type AgencyAnswer,
  agenciesWithin,
  agencyAt,
  getAgency,
  ITEM_KINDS,
  type ItemKind,
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

/** Pages that are the same for everybody. */
const PLAIN = ['/', '/learn', '/data', '/check', '/ledger'];

const TEXTS = {
  site: ['明算', 'Mingsuan'],
  tagline: ['部门预算和决算公开', 'Departmental budgets and accounts'],
  all: [
    '查找、对比、核对和下载各部门公开的预算和决算',
    'Find, compare, check and download the budgets and accounts that departments publish',
  ],
  item: [
    '{name}：谁在花、花多少、历年变化，取自各部门公开的预算和决算。',
    '{name}: who spends on it, how much, and how it changed, from the published budgets and accounts of departments.',
  ],
  agency: ['{name}公开的预算和决算。', 'The published budgets and accounts of {name}.'],
  when: ['{year}年{kind}', ' {year} {kind}'],
  undated: ['{kind}', ' {kind}'],
  figures: [
    '{name}{when}：{figures}。每个数都能看到它在原文的位置。',
    '{name}{when}: {figures}. Each figure leads to its place in the source.',
  ],
  figure: ['{name} {amount} 万元', '{name} {amount} million yuan'],
  between: ['，', ', '],
  gone: ['已撤下', 'Withdrawn'],
} as const;

/** What the pages of lasting addresses say of themselves to other sites, and the lists of all of them, from what is published. */
export const addresses = (store: Store) => ({
  /** Undefined where nothing is to be said beyond what every page says. */
  describe: async (path: string, language: Language): Promise<Described | undefined> => {
    const parts = path.split('/').slice(1).map(decoded);
    if (parts[0] === 'disclosure' && /^\d{1,9}$/.test(parts[1] ?? '')) {
      const withdrawn = await withdrawalOfDisclosure(store, Number(parts[1]));
      return withdrawn && goneHead(withdrawn, path, language);
    }
    if (parts[0] === 'a' && parts[1] && parts[2]) return agencyHead(store, language, parts);
    const kind = ITEM_KINDS.find((one) => one === parts[1]);
    if (parts[0] === 'item' && kind && parts[2]) return itemHead(store, language, kind, parts[2]);
    // The page itself is Chinese where nothing else is said of it.
    return language === 'en' && PLAIN.includes(path) ? siteHead(language, path) : undefined;
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

function siteHead(language: Language, path: string): Described {
  const t = textsIn(TEXTS, language);
  return { title: `${t.site} · ${t.tagline}`, description: t.all, path };
}

async function itemHead(store: Store, language: Language, kind: ItemKind, key: string): Promise<Described | undefined> {
  const chinese = await itemName(store, kind, key);
  if (chinese === undefined) return undefined;
  const t = textsIn(TEXTS, language);
  const english = kind === 'measure' ? conceptOfMeasure(key).english : englishName(chinese);
  const name = (language === 'en' && english) || chinese;
  return {
    title: `${name} · ${t.site}`,
    description: filled(t.item, { name }),
    path: `/item/${kind}/${encodeURIComponent(key)}`,
  };
}

async function agencyHead(
  store: Store,
  language: Language,
  [, region = '', slug = '', year, kind]: readonly string[],
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
    if (gone) return goneHead(gone, `${own}/${year}/${kind}`, language);
  }
  const t = textsIn(TEXTS, language);
  const name = agencyTitleIn(language, agency.title);
  const stage = STAGES.find((one) => one === kind);
  const when = year !== undefined && stage ? whenOf(language, year, stage) : '';
  return {
    title: [`${name}${when}`, agency.regionName, t.site].filter(Boolean).join(' · '),
    description: chosen ? figuresOf(language, name, chosen) : filled(t.agency, { name }),
    path: year === undefined || kind === undefined ? own : `${own}/${year}/${kind}`,
  };
}

/** 2026年预算; without the year where the document tells none. */
function whenOf(language: Language, year: string, stage: Stage): string {
  const t = textsIn(TEXTS, language);
  const kind = language === 'en' ? kindOf(stage).english : kindOf(stage).name;
  return year === 'unknown' ? filled(t.undated, { kind }) : filled(t.when, { year, kind });
}

const goneHead = (withdrawn: Withdrawal, path: string, language: Language): Described => ({
  isGone: true,
  title: `${textsIn(TEXTS, language).gone} · ${textsIn(TEXTS, language).site}`,
  description: withdrawalNotice(withdrawn, language),
  path,
});

/** Of what a description tells, as far as it was read. */
const TOLD = {
  revenue: 'revenue',
  expenditure: 'expenditure',
  basic: 'basic',
  project: 'project',
  threePublics: 'three-publics',
} as const;

function figuresOf(
  language: Language,
  name: string,
  { year, stage, totals }: AgencyAnswer['disclosures'][number],
): string {
  const t = textsIn(TEXTS, language);
  const figures = (Object.keys(TOLD) as (keyof typeof TOLD)[]).flatMap((key) => {
    const fen = totals[key];
    const { name: chinese, english } = conceptOfMeasure(TOLD[key]);
    return fen === undefined
      ? []
      : [
          filled(t.figure, {
            name: language === 'en' ? english : chinese,
            amount: inShort(fen, language === 'en' ? '百万元' : '万元'),
          }),
        ];
  });
  const when = whenOf(language, String(year ?? 'unknown'), stage);
  return figures.length === 0
    ? filled(t.agency, { name })
    : filled(t.figures, { name, when, figures: figures.join(t.between) });
}
