/** 部门 and 单位 are told apart: in the titles of tables, in headings and in the sentences that speak of the agency itself. */
import type { Disclosure, Origin } from '../../disclosure.ts';
import type { Finding } from '../../finding.ts';
import { ORGANIZATION } from '../../kinds/index.ts';
import { rowsOf } from '../../model/tables.ts';
import { unspaced } from '../../text/fold.ts';
import { DISCLOSURE } from '../basis.ts';
import type { ReadRule } from '../rule.ts';
import { EVERYWHERE } from '../scope.ts';
import { lineAt, passages, quote, textFinding } from './passages.ts';

type Level = '部门' | '单位';

interface Worded {
  readonly word: Level;
  readonly text: string;
  readonly origin: Origin;
}

const TITLED = /(部门|单位)(?=预算|决算|财务|收支|收入|支出|财政|一般|政府|国有|[“"]?三公)/;
const HEADED =
  /(?:20\d\d年|局|委|办公室|院).{0,30}?(部门|单位)(?=(?:预算|决算)(?:公开|编制说明|情况说明|公开表|报表|表|公开说明)?$)/;
const SELF =
  /(?:本|我)(部门|单位)(?=20\d\d|\d+个|收入|支出|共有|政府采购|预算|决算|一般公共|机关运行|编报|面向|无|没有|“三公|财政拨款|固定资产|整体|项目支出|组织对|制定了|当年)/g;
const ABOUT_SELF = /(?<=20\d\d年度?，?)(?:本|我)(部门|单位)/g;
/** 2026年部门预算安排购置车辆0辆；部门预算安排购置设备0台（套）: what the agency's own budget buys. */
const BUYING = /(?<=^|[。；，]|20\d\d年度?)(部门|单位)(?=(?:预算|决算)(?:未)?安排(?:中)?，?购置)/g;

const other = (level: Level): Level => (level === '部门' ? '单位' : '部门');

interface Usage {
  readonly usual: Level;
  readonly odd: readonly Worded[];
}

/** The word that most use, and those that use the other one. */
function usageOf(worded: readonly Worded[]): Usage {
  const units = worded.filter(({ word }) => word === '单位').length;
  const usual: Level = units * 2 > worded.length ? '单位' : '部门';
  return { usual, odd: worded.filter(({ word }) => word !== usual) };
}

/** Titles of statements and headings: what the document calls itself. */
function namesOf(disclosure: Disclosure): { titles: readonly Worded[]; headings: readonly Worded[] } {
  const titles = [...disclosure.statements, ...disclosure.contents].flatMap(({ title, origin }): Worded[] => {
    const word = (/表[.．…\s\d]*$/.test(title) ? TITLED.exec(title)?.[1] : undefined) as Level | undefined;
    return word ? [{ word, text: title, origin }] : [];
  });
  const listed = disclosure.contents.map(({ title, origin }) => ({ text: title, origin }));
  const written = disclosure.explanation.flatMap(({ title, part, origin, paragraphs }) => [
    { text: title, origin },
    ...(part && part !== title ? [{ text: part, origin }] : []),
    ...paragraphs.filter(({ text }) => text.length <= 45),
  ]);
  const headings = [...listed, ...written].flatMap(({ text, origin }): Worded[] => {
    const word = HEADED.exec(unspaced(text))?.[1] as Level | undefined;
    return word ? [{ word, text, origin }] : [];
  });
  return {
    titles,
    headings: [...new Map(headings.map((heading) => [unspaced(heading.text), heading])).values()],
  };
}

/** What the agency is, as documents call it. */
const levelOf = ({ agency }: Disclosure): Level | undefined =>
  agency.level === 'department' ? '部门' : agency.level === 'unit' ? '单位' : undefined;

/** Units that it tells of make a department of it, whatever most of its tables are called. */
const WITH_UNITS =
  /(?:二级|基层|所属|下属)(?:预算)?单位[^。；无没未]{0,12}[\d一二三四五六七八九十]+个|(?:共有|包括|下设)[^。；无没未]{0,12}[\d二三四五六七八九十]+个?(?:家)?(?:二级|基层|所属|下属)?预算单位/;

const hasUnits = (disclosure: Disclosure): boolean =>
  rowsOf(disclosure, ORGANIZATION).length > 1 ||
  disclosure.explanation.some(({ text }) => WITH_UNITS.test(unspaced(text)));

/** A heading that calls the agency what it is is not the odd one, whatever the tables are called. */
function titleFindings(disclosure: Disclosure): Finding[] {
  const all = namesOf(disclosure);
  const own = hasUnits(disclosure) ? '部门' : levelOf(disclosure);
  const fits = ({ word }: Worded) => word === own;
  const odd = usageOf([...all.titles, ...all.headings]).odd;
  const without = (worded: readonly Worded[]) => worded.filter((each) => !odd.includes(each) || !fits(each));
  const { titles } = all;
  const headings = without(all.headings);
  const inTitles = usageOf(titles);
  // Half of the titles one way and half the other is a layout of its own.
  if (titles.length >= 5 && inTitles.odd.length * 2 < titles.length && inTitles.odd.length > 0)
    return [differ(disclosure, inTitles, namedIn(inTitles.odd, titles))];
  const both = usageOf([...titles, ...headings]);
  return titles.length + headings.length >= 3 &&
    both.odd.length > 0 &&
    both.odd.length <= 2 &&
    both.odd.length * 3 <= titles.length + headings.length
    ? [differ(disclosure, both, namedIn(both.odd, titles))]
    : [];
}

const namedIn = (odd: readonly Worded[], titles: readonly Worded[]) =>
  `${titles.includes(odd[0]!) ? '表名' : '标题'}${odd.map(({ text }) => `《${text}》`).join('、')}`;

function differ(disclosure: Disclosure, { usual, odd }: Usage, where: string): Finding {
  const message = `${where}用的是“${other(usual)}”，其余各处用“${usual}”，前后不一致`;
  const evidence = odd.map(({ text, origin }) => ({ text, origin }));
  const finding = textFinding(LEVEL_WORD, disclosure, message, evidence, `核对后改为“${usual}”`);
  // How a place that nobody knows calls its tables is not known either.
  return disclosure.template === 'unknown' && where.startsWith('标题') ? { ...finding, severity: 'notice' } : finding;
}

/** Sentences about the agency itself; duties and the glossary speak of departments and units in general. */
function proseFindings(disclosure: Disclosure): Finding[] {
  const worded = passages(disclosure)
    .filter(({ section }) => !/名词解释|职责|职能|机构/.test(section))
    .flatMap(({ block }) =>
      [SELF, ABOUT_SELF, BUYING]
        .flatMap((pattern) => [...block.text.matchAll(pattern)])
        .map(
          (match): Worded => ({
            word: match[1] as Level,
            text: quote(block.text, match.index, match.index + match[0].length),
            origin: lineAt(block, match.index),
          }),
        ),
    );
  const { titles, headings } = namesOf(disclosure);
  const named = usageOf([...titles, ...headings]);
  const settled = titles.length + headings.length >= 3 && named.odd.length === 0;
  const usual = settled ? named.usual : usageOf(worded).usual;
  // A word that all names of the document have is its own, however few they are.
  const isOwn = (word: Level) => named.odd.length === 0 && titles.length + headings.length > 0 && word === named.usual;
  const odd = worded.filter(({ word }) => word !== usual && !isOwn(word));
  const others = worded.length - odd.length;
  if (odd.length === 0 || odd.length > 2 || others < (settled ? 1 : 4) || odd.length * 2 > others + 1) return [];
  const finding = differ(disclosure, { usual, odd }, `说明中“${odd[0]!.text}”`);
  return [others >= 3 ? finding : { ...finding, severity: 'notice' }];
}

export const LEVEL_WORD: ReadRule = {
  phase: 'read',
  id: 'text-level-word',
  title: '表名和说明中的“部门”“单位”与公开主体一致',
  group: '公开内容',
  scope: EVERYWHERE,
  basis: [{ document: DISCLOSURE, article: '第七条及所附表样', says: '空表须列出并说明' }],
  severity: 'warning',
  sure: '较可靠',
  check: '多数表名、多数句子写“单位”的文本中，少数写“部门”的（或相反）多为沿用了别的文本。',
  run: ({ disclosure }) => [...titleFindings(disclosure), ...proseFindings(disclosure)],
};
