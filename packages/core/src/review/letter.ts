/** What the bureau writes to an agency whose text it reviewed: the findings in an officer's words, by the parts of the text. */
import type { Disclosure } from '../disclosure.ts';
import { groupsBy } from '../group-by.ts';
import { kindOf } from '../model/document-kinds.ts';
import { numeral } from '../text/numerals.ts';

/** A finding as a letter tells it. */
export interface LetterFinding {
  /** The part of the text: 《收支总表》, 情况说明. */
  readonly part: string;
  readonly message: string;
  readonly suggestion?: string | undefined;
  readonly pages: readonly number[];
  /** Not held against the agency, for it to look at. */
  readonly isNotice: boolean;
  /** Told before, and there still. */
  readonly isRepeated: boolean;
}

export interface LetterFacts {
  /** 鹿泉区财政局 */
  readonly bureau: string;
  readonly agency: string;
  readonly year?: number | undefined;
  readonly stage: Disclosure['stage'];
  /** 1: the published text; from 2 on a corrected one. */
  readonly round: number;
  readonly findings: readonly LetterFinding[];
  /** How many of those told before were put right. */
  readonly mended: number;
  /** Days: the letter's own, and the one that the corrected text is due by. */
  readonly day: string;
  readonly due?: string | undefined;
}

export interface Letter {
  readonly title: string;
  /** A paragraph each: whom it is to, what was found, what is asked, who writes and when. */
  readonly paragraphs: readonly string[];
}

/** The letter as it is proposed; who sends it may change its words. */
export function reviewLetter(facts: LetterFacts): Letter {
  const { bureau, agency, year, stage, findings, day, due } = facts;
  const what = `${year === undefined ? '' : `${year}年`}${kindOf(stage).name}公开文本`;
  const wrong = findings.filter(({ isNotice }) => !isNotice);
  const notices = findings.filter(({ isNotice }) => isNotice);
  return {
    title: `关于${agency}${what}检查情况的函`,
    paragraphs: [
      `${agency}：`,
      openingOf(facts, what, wrong.length),
      ...groupsBy(wrong, ({ part }) => part).flatMap((group, i) => [
        `${numeral(i + 1)}、${group[0]!.part}`,
        ...group.map((finding, at) => `${at + 1}. ${sentenceOf(finding)}`),
      ]),
      ...(notices.length > 0
        ? ['以下各处请自行核对，确有错误的一并改正：', ...notices.map((one, at) => `${at + 1}. ${sentenceOf(one)}`)]
        : []),
      `请${due === undefined ? '尽快' : `于${dayInWords(due)}前`}改正，并将改正后的文本报我局；对以上问题有不同意见的，请一并书面说明理由。`,
      bureau,
      dayInWords(day),
    ],
  };
}

function openingOf({ round, mended }: LetterFacts, what: string, wrong: number): string {
  const found = wrong > 0 ? `发现${wrong}个问题，请核实改正` : '没有发现必须改正的问题，有几处请自行核对';
  if (round === 1) return `根据预决算公开检查工作安排，我局对你单位${what}进行了检查，${found}。`;
  return `我局对你单位报来的${what}改正稿进行了复查：上次告知的问题已改正${mended}个；${
    wrong > 0 ? `仍有${wrong}个问题，请继续改正` : '没有发现必须改正的问题'
  }。`;
}

function sentenceOf({ message, suggestion, pages, isRepeated }: LetterFinding): string {
  const where = pages.length > 0 ? `（第${pages.join('、')}页）` : '';
  return `${isRepeated ? '（上次已告知，仍未改正）' : ''}${ended(message)}${suggestion ? ended(suggestion) : ''}${where}`;
}

const ended = (sentence: string): string => (/[。！？]$/.test(sentence) ? sentence : `${sentence}。`);

/** `2026-03-02` → 2026年3月2日 */
const dayInWords = (day: string): string => day.replace(/^(\d+)-0?(\d+)-0?(\d+)$/, '$1年$2月$3日');

/** What a bureau signs with: a region's own finance bureau where only the region is named. */
export const bureauName = (region: string): string => (/局$/.test(region) ? region : `${region}财政局`);
