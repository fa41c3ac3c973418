/** Years of the words: comparisons with the wrong year, and years left over from an older document. */
import type { Origin, TextBlock } from '../../disclosure.ts';
import { figures as figuresAt } from '../../figures/index.ts';
import type { Severity } from '../../finding.ts';
import { kindOf } from '../../model/document-kinds.ts';
import { addressOf, thingOf } from '../../model/quantity.ts';
import { listedTables } from '../../model/tables.ts';
import { plainText } from '../../text/fold.ts';
import { saysNothing } from '../../vocabulary/index.ts';
import { fenOf, type Mention } from '../../words/mention.ts';
import { originOf } from '../../words/read.ts';
import { sentencesOf } from '../../words/sentences.ts';
import { fitOf } from './against-tables.ts';
import type { Candidate } from './candidate.ts';
import { isCurrent, sectionsOf, type Told } from './facts.ts';
import { type Issue, quote, quoted, wordEvidence } from './issue.ts';
import { strayYears } from './parallel-years.ts';
import { HISTORY, STALE, STALE_HEADINGS } from './year-places.ts';

/** Years that are not the document's. */
export function checkYears(told: Told): readonly Candidate[] {
  const { year } = told.disclosure;
  if (year === undefined) return [];
  const inSections = told.disclosure.explanation
    .filter(({ title, part }) => !/名词解释/.test(`${title}${part ?? ''}`))
    .flatMap(({ title, paragraphs }) =>
      paragraphs.flatMap((block) => [
        ...comparisons(told, title, block, year),
        ...stalePlaces(told, title, block, year),
        ...leadYears(told, title, block, year),
      ]),
    );
  return [...inSections, ...headings(told, year), ...notes(told, year), ...levels(told, year), ...strays(told, year)];
}

/** Years of items that the items beside them deny. */
const strays = (told: Told, year: number): readonly Candidate[] =>
  sectionsOf(told.mentions).flatMap((section) =>
    strayYears(told, section, year).map(({ mention, text }) => {
      const evidence = wordEvidence(mention);
      const candidate = stale('warning', `${quoted(mention)}${text}`, evidence.text, evidence.origin, mention.year);
      return { ...candidate, blames: [mention] };
    }),
  );

const COMPARISON =
  /(?<word>比|较|与|同|和)(?<year>20\d\d)年度?(?:的|年初|当年|部门|单位|本部门|本单位)*(?<kind>预算执行数?|执行数?|预算安排数?|预算数?|决算数?)?(?:额|数|金额|总体|基本)?(?:相比较?|比较|对比)?(?=[，]?[^，。；]{0,24}?(?:增加|增长|减少|下降|降低|上升|提高|持平|无增减|无变化|一致|相同))/g;
/** 比上年增加39万元，增长169%；: a further comparison of the same figure follows. */
const BESIDE_LAST_YEAR =
  /(?:比|较|与|同)(?:上年|上一年|去年)[^，。；]*(?:，(?:增长|上升|提高|下降|降低|减少|增加|增幅|降幅)[^，。；]*)?[，；]$/;
const SUBJECT = /(?<![比较与同和\d])(20\d\d)年/g;
const FIGURE = /\d(?:万元|元|亿元)/;
const EXECUTION = /(?<year>20\d\d)年度?(?:当年|部门|单位|本部门|本单位)*预算执行数(?=为|是|\d)/g;

/** 比2026年预算增加 in a budget of 2026; a comparison told of an earlier year keeps its own base. */
function comparisons(told: Told, title: string, block: TextBlock, year: number): readonly Candidate[] {
  const { executes } = kindOf(told.disclosure.stage);
  const text = plainText(block.text);
  const candidates: Candidate[] = [];
  for (const sentence of sentencesOf(text)) {
    const words = text.slice(sentence.start, sentence.end);
    const found = [
      ...[...words.matchAll(COMPARISON)].map((match) => ({ match, comparing: true })),
      ...[...words.matchAll(EXECUTION)].map((match) => ({ match, comparing: false })),
    ];
    for (const { match, comparing } of found) {
      const base = Number(match.groups!.year);
      const before = words.slice(0, match.index);
      const subject = Number([...before.matchAll(SUBJECT)].at(-1)?.[1] ?? year);
      const itself = comparing && subject === base && !FIGURE.test(before.slice(before.lastIndexOf(String(subject))));
      if (base === year - 1 && !itself) continue;
      const kind = match.groups!.kind ?? '';
      if (executes && (kind.startsWith('预算') || !comparing)) continue;
      if (comparing && base < year - 1 && BESIDE_LAST_YEAR.test(before)) continue;
      if (comparing && subject !== year && base === subject - 1) continue;
      if (!executes && kind.startsWith('决算') && base === year - 2) continue;
      if (base < year - 1 && !kind && !/万元|经费|预算|决算|收入|支出|拨款/.test(words)) continue;
      if (HISTORY.test(title)) continue;
      const at = sentence.start + match.index;
      candidates.push({ issue: wrongComparison(told, block, text, at, match[0], base, year) });
    }
  }
  return candidates;
}

/** Characters of the sentence that are quoted before the comparison. */
const MOST_BEFORE = 400;

function wrongComparison(
  told: Told,
  block: TextBlock,
  text: string,
  at: number,
  phrase: string,
  base: number,
  year: number,
): Issue {
  const rest = text.slice(at, at + 60).split(/[。；，、]/)[0]!;
  const before = text
    .slice(Math.max(0, at - MOST_BEFORE), at)
    .split(/[。；：]/)
    .at(-1)!;
  const words = `${before}${rest.length > phrase.length ? rest : phrase}`;
  return {
    rule: 'words-year',
    severity: base >= year - 1 ? 'error' : 'warning',
    message:
      base === year - 1
        ? `${quote(words)}是拿 ${base} 年与 ${base} 年自己比较，${year} 年${kindOf(told.disclosure.stage).name}应写 ${year} 年与 ${base} 年比较。`
        : `${quote(words)}与 ${base} 年比较，${year} 年${kindOf(told.disclosure.stage).name}应与上年（${year - 1} 年）比较。`,
    evidence: [{ text: words, origin: originOf(block, at) }],
    suggestion: base === year - 1 ? '请核对年份。' : `请核对后把“${base}年”改为“${year - 1}年”。`,
    same: `${base}`,
  };
}

function stalePlaces(told: Told, title: string, block: TextBlock, year: number): readonly Candidate[] {
  const text = plainText(block.text);
  return STALE.filter(({ section, notSection }) => section?.test(title) !== false && !notSection?.test(title)).flatMap(
    (place) =>
      [...text.matchAll(place.pattern)].flatMap((match) => {
        const years = [...match[0].matchAll(/20\d\d/g)].map(([y]) => Number(y));
        const said = place.judge(years, year, told.disclosure.stage, match[0]);
        if (!said) return [];
        const message = `${place.name}${quote(match[0])}${said}`;
        return [stale(place.severity, message, match[0], originOf(block, match.index), years[0])];
      }),
  );
}

/** A sentence of the explanation that begins with the agency and another year, with no figure to tell by. */
function leadYears(told: Told, title: string, block: TextBlock, year: number): readonly Candidate[] {
  if (HISTORY.test(title) || !EXPLAINED.test(title)) return [];
  const text = plainText(block.text);
  const agency = plainText(told.disclosure.agency.name);
  return sentencesOf(text).flatMap(({ start, end }) => {
    const sentence = text.slice(start, end);
    const match = LEAD.exec(agency === '' ? sentence : sentence.replace(agency, '本部门'));
    const named = Number(match?.[1] ?? match?.[2] ?? match?.[3] ?? year);
    if (named === year || sentence.includes(String(year)) || title.includes(String(named))) return [];
    if (told.mentions.some((m) => m.year === named && m.place.text !== '' && sentence.includes(m.place.text)))
      return [];
    const message = `${quote(sentence.slice(0, 40))}写的是 ${named} 年，本文本是 ${year} 年的。`;
    return [stale('warning', message, sentence, originOf(block, start), named)];
  });
}

const EXPLAINED =
  /其他重要事项|三公|采购|绩效|资产|运行经费|总体情况|决算情况|预算情况|编制说明|政府性基金|国有资本|收入|支出/;
const LEAD =
  /^(?:(?:本|我)(?:部门|单位|局|委|办|院|中心|区))(20\d\d)年度?(?!\d{1,2}月)|^(20\d\d)年度?，?(?:本|我)(?:部门|单位|局|委|办|院|中心)|^(20\d\d)年度?(?=“三公”|机关运行|政府采购|无)/;

/** The same place is told once, by whichever of these came first. */
function stale(
  severity: Severity,
  message: string,
  text: string,
  origin: Origin,
  wrong?: number | undefined,
): Candidate {
  const issue: Issue = {
    rule: 'words-year',
    severity,
    message,
    evidence: [{ text, origin }],
    suggestion: '请核对年份，可能是沿用了上年文本。',
    ...(wrong === undefined ? {} : { same: `${wrong}` }),
  };
  return { issue, oncePerPlace: true };
}

/** 注：本部门2025年无政府性基金预算…, under a table of 2026. */
function notes({ disclosure }: Told, year: number): readonly Candidate[] {
  return [...disclosure.statements, ...listedTables(disclosure)].flatMap(({ note, origin }) => {
    const years = [...plainText(note ?? '').matchAll(/20\d\d(?=年)/g)].map(([text]) => Number(text));
    const [first] = years;
    if (!first || years.includes(year) || !saysNothing(note!)) return [];
    const message = `表注${quote(plainText(note!))}写的是 ${first} 年，本文本是 ${year} 年的。`;
    return [stale('error', message, note!, origin)];
  });
}

/** Headings and titles name the document's year. */
function headings({ disclosure }: Told, year: number): readonly Candidate[] {
  const titles = [
    ...disclosure.explanation.flatMap(({ title, part, origin }) => [{ title, origin, part }]),
    ...disclosure.statements.map(({ title, origin }) => ({ title, origin, part: undefined })),
    ...listedTables(disclosure).map(({ title, origin }) => ({ title, origin, part: undefined })),
    ...disclosure.contents.map(({ title, origin }) => ({ title, origin, part: undefined })),
  ];
  const { executes } = kindOf(disclosure.stage);
  const named = titles.flatMap(({ title, origin }) => {
    const plain = plainText(title);
    const own = STALE_HEADINGS.exec(plain)?.[1];
    // A budget may tell last year's accounts beside its own figures.
    if (!executes && Number(own) === year - 1 && EXECUTED.test(plain)) return [];
    return own ? [{ plain, origin, named: Number(own) }] : [];
  });
  const stray = named.filter((title) => title.named !== year);
  if (stray.length * 2 > named.length && named.length > 1) return [];
  const once = stray.filter(({ plain }, i) => stray.findIndex((other) => other.plain === plain) === i);
  return once.map(({ plain, origin, named: wrong }) =>
    stale('error', `标题${quote(plain)}的年份是 ${wrong} 年，与本文本的 ${year} 年不符。`, plain, origin),
  );
}

/**
 * A figure told as of another year that is this year's by the table, or one that stands alone where this year's belongs.
 * Two years side by side (2025年…，2026年…) are a comparison.
 */
function levels(told: Told, year: number): readonly Candidate[] {
  const { disclosure, mentions } = told;
  return sectionsOf(mentions).flatMap((section) =>
    section.flatMap((mention) => {
      if ((mention.aspect !== 'level' && mention.aspect !== 'initial') || isCurrent(told, mention)) return [];
      // Assets are counted at the end of the year before.
      if (!kindOf(disclosure.stage).executes && mention.year === year - 1 && ASSETS.includes(thingOf(mention.quantity)))
        return [];
      const title = disclosure.explanation[mention.place.section]?.title ?? '';
      if (mention.inherited || HISTORY.test(title) || title.includes(String(mention.year))) return [];
      if (!kindOf(disclosure.stage).executes && mention.year === year - 1 && EXECUTED.test(mention.place.text))
        return [];
      const said = staleLevel(told, mention, section, year);
      if (!said) return [];
      const { text, origin } = wordEvidence(mention);
      const candidate = stale(said.severity, `${quoted(mention)}${said.text}`, text, origin, mention.year);
      return [{ ...candidate, blames: [mention] }];
    }),
  );
}

/** What was carried out. */
const EXECUTED = /决算|执行/;

const ASSETS: readonly string[] = ['vehicles', 'equipment', 'assets'];

/** 2025年预算数6万元, 2025年预算安排0.00万元: the year opens what a heading names. */
const LEADING = /^20\d\d年度?(?:部门|单位)?(?:预算数?|预算安排|安排)/;

function staleLevel(told: Told, mention: Mention, section: readonly Mention[], year: number) {
  const same = section.filter((m) => m !== mention && m.quantity === mention.quantity && m.aspect === mention.aspect);
  if (same.some((m) => m.year === year)) return undefined;
  const fen = fenOf(mention);
  const step = mention.printed.kind === 'amount' ? mention.printed.step : 0;
  const figures =
    fen === undefined
      ? []
      : figuresAt(told.disclosure, addressOf(mention.quantity, mention.aspect === 'initial' ? 'budget' : undefined));
  if (fen && figures.some((f) => fitOf(fen, step, f.fen, f.step) === 'equal'))
    return { severity: 'error', text: `写的是 ${mention.year} 年，金额却是本文本 ${year} 年的数字。` } as const;
  if (fen && figures.length > 0) return undefined;
  const leads = section.find((m) => m.place.paragraph === mention.place.paragraph) === mention;
  if (
    !(mention.named || (leads && LEADING.test(mention.place.text))) ||
    !leads ||
    same.some((m) => m.named && isCurrent(told, m))
  )
    return undefined;
  return { severity: 'warning', text: `写的是 ${mention.year} 年，本文本是 ${year} 年的。` } as const;
}
