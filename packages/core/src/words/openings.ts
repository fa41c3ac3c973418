/** How paragraphs and sentences begin, and what that says their figures are of. */
import { listed, thingOf } from '../model/quantity.ts';
import { withoutNumbering } from '../text/numbering.ts';
import { partsOf } from './clause.ts';
import { subjectOf } from './meaning.ts';
import type { Mention } from './mention.ts';
import type { Known, Open, Subject } from './spoken-of.ts';

/** （3）公务接待费支出情况。 is of 公务接待费支出. */
const headingNoun = (heading: string): string =>
  withoutNumbering(heading).replace(/(?:安排|变动|增减|总体|具体)*(?:情况|说明)*[。：]?$/, '');

/**
 * What a short paragraph names for those behind it. （一）支出决算总体情况 within the section of a fund is of the fund; within that of
 * both sides （二）支出预算 is one of them.
 */
export function subjectHeaded(text: string, open: Open, names: Known): Subject | undefined {
  const headed = { ...open };
  const subject = subjectOf(headingNoun(text), headed, names);
  const isOfAll = subject !== undefined && thingOf(subject.quantity) === 'balance';
  if (isOfAll && open.heading !== undefined && open.heading !== 'balance' && open.heading !== subject.topic)
    return undefined;
  Object.assign(open, headed);
  return subject;
}

const WHOLE_BEFORE =
  /^([^，。；：]{2,60}?(?:决算|预算|支出|收入|总额|经费)(?:安排|数)?)(?:中[，：]|按(?:照)?[^，。；：]{2,16}(?:划分|分类|分)：)/;

/** “三公”经费支出决算中，公务接待费2万元，占20%; 基本支出按经济分类：…: the whole of the shares is named without a figure of its own. */
export function openWhole(sentence: string, open: Open, names: Known): void {
  const name = WHOLE_BEFORE.exec(sentence)?.[1];
  const whole = name && subjectOf(partsOf(name, name).noun, open, names);
  if (whole) open.lead = whole;
}

const LABEL =
  /^(?:（[一二三四五六七八九十\d]+）|\d{1,2}[、.．])([^，。；：\d]{3,30})[。：](?=20\d\d年|年初预算|全年预算|预算|安排|支出决算|决算)/;

/** 2.公务接待费。2025年预算数2.00万元: a paragraph's own heading says what its figures are of. */
export const labelOf = (text: string): string | undefined => LABEL.exec(text)?.[1];

/** A paragraph that tells of performance, whatever heading it stands under. */
export const tellsPerformance = (text: string): boolean => /绩效(?:目标|管理)/.test(text);

const YEARED = '20\\d\\d(?:年度?|(?=年初))';
const HEADED = new RegExp(
  `^(?:包括[^。\\d]{2,40}。)?(?:${YEARED})?(?:公务接待\\d|\\d[\\d,]*(?:\\.\\d+)?万?元|年初预算|全年预算|支出决算|决算|预算|安排|支出预算|当年)`,
);
/** 2024年度购置车辆1台，预算18万元，支出决算17.98万元: what is counted first is an aside. */
const COUNTED = new RegExp(
  `^(?:${YEARED})?(?:[^，。；：\\d]{0,20}\\d+(?:个|辆|台|批次?|人次?)，){1,3}(?:年初|全年)?(?:预算|支出决算|决算)`,
);

/** How a paragraph goes on about what the paragraph before it names: with the figures of it at once, or behind counts. */
export const goesOnAboutHeading = (text: string): 'figures' | 'counts' | undefined =>
  HEADED.test(text) ? 'figures' : COUNTED.test(text) ? 'counts' : undefined;

const COMPARING =
  /^(?:完成(?:了)?(?:年初|全年|调整后?)?预算|(?:按?同口径)?(?:收入|支出)?(?:同比(?=增|减|上|下|提|降)|(?:相?比|较|与|同)(?:上年|上一年|去年|20\d\d)))/;

/**
 * What a sentence that begins with a comparison goes on about: what its paragraph is of, not the last part told. Where the paragraph
 * compares again behind another part (其中：购置费3万元。与上年相比，…。运行费2万元。与上年相比，…) it is the one part told right before.
 * @param told the mentions of the sentence before; @param isAgain whether the paragraph compares more than once
 */
export function comparedIn(
  sentence: string,
  open: Open,
  told: readonly Pick<Mention, 'quantity' | 'aspect' | 'printed'>[],
  isAgain: boolean,
): Subject | undefined {
  if (!COMPARING.test(sentence)) return open.it;
  const whole = open.first ?? open.it;
  if (!isAgain) return whole;
  const parts = new Set(
    told
      .filter(({ aspect, printed }) => aspect === 'level' && printed.kind === 'amount')
      .map(({ quantity }) => quantity)
      .filter((quantity) => quantity !== whole?.quantity && !listed(quantity)),
  );
  const [part] = parts;
  return (parts.size === 1 && open.told?.find(({ quantity }) => quantity === part)) || whole;
}

/** Whether a sentence begins with a comparison. */
export const isComparing = (sentence: string): boolean => COMPARING.test(sentence);
