/** A unit without its figure (支出预算支出 万元), a figure without its unit (公务接待费0.83，). */
import type { Disclosure, TextBlock } from '../../disclosure.ts';
import { derived } from '../../memo.ts';
import { plainText } from '../../text/fold.ts';
import { originOf } from '../../words/read.ts';
import type { Candidate } from './candidate.ts';
import { quote } from './issue.ts';

/** 万元 after a word instead of a figure; 单位：万元, 万元以上 and 每万元 are no figures left out. */
const PLACES: readonly RegExp[] = [
  /[^，。；：]{0,24}[\u4e00-\u9fff）”"](?<![一二三四五六七八九十百千万亿几数两半每按以元币]|[\d百千万十][多余来]|单位|计量)(?:万元|亿元)(?=[，。；、：）]|$|其中|和|及|与|比|较|占|用于|主要|（)(?![、/]元|（(?:含|不含|以上))/g,
  /[^，。；：]{0,24}(?:增长|下降|增加|减少|预算的|决算的|合计的|占|占比|占[^，。；：\d%]{2,20})(?:%|个百分点)/g,
  // 几万元 and 数万元 are figures of speech; 预算数万元 has none.
  /[^，。；：]{0,24}(?:(?:预算|决算|执行|合计|总计)数(?:为|是)?|单(?:价|位价值)(?:在)?)万元(?![/／])/g,
  /[^，。；：]{0,24}(?:车辆|目标的项目|项目共|共有车辆)(?:共)?(?:个|辆)(?=[，。；、]|其中)/g,
];

/** Money told with its decimals where the unit should stand, or a bare 0. 支出预算为0。 says that there is none, in any unit. */
/** The unit behind the last of several numbers is that of all. */
const SHARED = /^[，、和及与]\d[\d,]*(?:\.\d+)?(?:[，、和及与]\d[\d,]*(?:\.\d+)?)*(?:万元|亿元|元|%)/;
const BARE =
  /[^，。；：]{0,24}?(?:费|经费|支出|收入|预算|决算|拨款|资金|金额|总计|合计|预算数|决算数|执行数|安排|增加|减少|各增加|各减少)(?:(?:为|是|共计|均为|数为|了)?\d[\d,]*\.\d{1,6}|0)(?=[，。；、）]|$)/g;
/** 增长5.2，: how much it grew, in nothing. */
const BARE_RATE =
  /[^，。；：]{0,24}?(?:增长|下降|上升|降低|提高|占比|占|完成预算的)(?:了|为|约)?\d{1,4}(?:\.\d{1,4})?(?=[，。；、）]|$)/g;
/** 公务接待费为2，: a whole number of what only money tells. */
const BARE_WHOLE =
  /[^，。；：]{0,24}?(?:费|经费|支出|收入|预算|决算|拨款|总计|合计)(?:数)?(?:为|是|共计)(?!20\d\d)[1-9]\d*(?=[，。；）]|$)/g;
/** 行政运行（2014001）1,373.32，较上年…: decimals behind a name where nothing tells what they count. */
const BARE_DECIMALS =
  /[^，。；：]{0,24}[\u4e00-\u9fff）)](?<!增长|下降|上升|降低|提高|占|预算的|约|了)(?:为|是)?\d[\d,]*\.\d{2}(?=[，。；](?!\d)|（(?:一级|含|其中|详见))/g;
/** 比上年减少1，下降17.2%; 预算数6，主要用于…; 其他收入15。 */
const BARE_CHANGE =
  /[^，。；：]{0,24}?(?:(?:增加|减少)(?:了)?(?!20\d\d)\d{1,6}(?=，(?:增长|下降|增幅|降幅))|(?:费|经费|支出|收入|预算|决算|拨款)数?(?!20\d\d)[1-9]\d{0,5}(?=，(?:主要|其中|比|较|与上年)))/g;
/** 单价在100以上的设备: money that a threshold is told in. */
const BARE_THRESHOLD = /[^，。；：]{0,24}?单(?:价|位价值)(?:在)?\d{1,5}(?:（含）|\(含\))?(?=以上)/g;
/** 单位价值200元以上的设备: thresholds of equipment are told in 万元, those of what counts as a fixed asset in hundreds of 元. */
const YUAN_THRESHOLD = /[^，。；：]{0,24}?单(?:价|位价值)(?:在)?(?:20|50|100|200)元(?=(?:（含）|\(含\))?以上)/g;
/** Figures that are no money: scores, versions, dates. */
const OTHER = /得分|评分|分值|指数|系数|版本|面积|比例|比重|率(?:为|是)?\d/;

/** A pattern without the words of the clause before it. */
const coreOf = derived(({ source }: RegExp) => new RegExp(source.replace(/^\[\^，。；：\]\{0,24\}\??/, '')));

/** The words before are looked for only where the rest is there: from every character of a text they take their time. */
const placesOf = (text: string, pattern: RegExp): RegExpExecArray[] =>
  coreOf(pattern).test(text) ? [...text.matchAll(pattern)] : [];

/** `isOfMoney`: the section tells amounts elsewhere. */
function withoutUnit(block: TextBlock, text: string, isOfMoney: boolean): readonly Candidate[] {
  const tells = /\d(?:万元|亿元|元)/.test(text) || /三公|采购|经费/.test(text);
  const patterns = tells ? [BARE, BARE_WHOLE, BARE_DECIMALS, BARE_CHANGE, BARE_THRESHOLD] : [BARE_DECIMALS];
  if (!tells && !isOfMoney) return [];
  const bare = patterns.flatMap((pattern) => placesOf(text, pattern));
  const money = bare.filter(
    ({ 0: words, index }, i) =>
      !OTHER.test(words) &&
      !SHARED.test(text.slice(index + words.length)) &&
      bare.findIndex((other) => endOf(other) === index + words.length) === i,
  );
  const rates = (tells ? placesOf(text, BARE_RATE) : []).filter(
    ([words]) => /万元|亿元|元/.test(text) && !/分|倍|个|率/.test(words),
  );
  return [
    ...money.map((match) => missingUnit(block, match, '金额单位', '万元')),
    ...rates.map((match) => missingUnit(block, match, '“%”', '%')),
    ...placesOf(text, YUAN_THRESHOLD).map((match) => thresholdUnit(block, match)),
  ];
}

const endOf = ({ 0: words, index }: RegExpExecArray): number => index + words.length;

const missingUnit = (
  block: TextBlock,
  { 0: words, index }: RegExpExecArray,
  what: string,
  unit: string,
): Candidate => ({
  issue: {
    rule: 'words-missing-figure',
    severity: 'error',
    message: `${quote(words)}后面缺少${what}。`,
    evidence: [{ text: words, origin: originOf(block, index + words.length - 1) }],
    suggestion: `请补上“${unit}”。`,
  },
});

const thresholdUnit = (block: TextBlock, { 0: words, index }: RegExpExecArray): Candidate => ({
  issue: {
    rule: 'words-missing-figure',
    severity: 'error',
    message: `${quote(words)}的单位像是漏了“万”：大型设备按万元计。`,
    evidence: [{ text: words, origin: originOf(block, index + words.length - 1) }],
    suggestion: '请改为“万元”。',
  },
});

/** Units without a figure and figures without a unit. */
function withoutFigure(block: TextBlock, text: string): readonly Candidate[] {
  return PLACES.flatMap((pattern) => placesOf(text, pattern)).map(({ 0: words, index }) => {
    const unit = /(?:万元|亿元|%|个百分点|个|辆)$/.exec(words)![0];
    return {
      issue: {
        rule: 'words-missing-figure',
        severity: 'error',
        message: `${quote(words)}缺少数字：“${unit}”前面没有数。`,
        evidence: [{ text: words, origin: originOf(block, index + words.length - 1) }],
        suggestion: '请补上数字。',
      },
    };
  });
}

/** @returns with what is missing the paragraphs (`section.paragraph`) that leave a figure out. */
export function missingFigures({ explanation }: Disclosure) {
  const proposals: Candidate[] = [];
  const incomplete = new Set<string>();
  for (const [index, section] of explanation.entries()) {
    if (/名词解释|依据|职能|职责/.test(`${section.title}${section.part ?? ''}`)) continue;
    const isOfMoney = /\d\s*万元/.test(section.text) || /收支|收入|支出|预算|决算/.test(section.title);
    for (const [paragraph, block] of section.paragraphs.entries()) {
      const text = plainText(block.text);
      const figures = withoutFigure(block, text);
      if (figures.length > 0) incomplete.add(`${index}.${paragraph}`);
      proposals.push(...withoutUnit(block, text, isOfMoney), ...figures);
    }
  }
  return { proposals, incomplete };
}
