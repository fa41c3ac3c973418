/** Words before a noun that say whose figure it is: the agency's own, or another's, whose figures are in no table here. */
import type { Agency } from '../disclosure.ts';
import { nounKey } from '../text/fold.ts';

const BODY =
  '(?:部门|单位|局|委|办|中心|院|校|会|处|署|厅|部|镇|乡|街道|队|所|站|馆|团|联|室|机关|本级|本部|区|市|县)(?:\\([^()]*\\))?';
const WORDS =
  '(?:20\\d\\d年?度?|本年度?|当年|全年|今年|\\([一二三四五六七八九十\\d]+\\)|[一二三四五六七八九十\\d]+[、.．]|其中|(?:收入|支出)?包括|分别|主要是|主要为|具体是|具体为|主要原因是|主要原因为|和|及|与|我|本|全|该|共|总|计划|拟|预计|相应|安排|占有使用|占用|的|在|中|：|部门|单位|财政预算|年初|年度)';
const PREFIX = new RegExp(`^${WORDS}*(?:[\\u4e00-\\u9fff()]{1,40}${BODY})?${WORDS}*$`);

/** Longer words before a noun are no agency's name. */
const MOST = 80;

/** Whether the words before a noun only name a year, a list mark or a body. */
export const saysNothing = (prefix: string) => prefix === '' || (prefix.length <= MOST && PREFIX.test(prefix));

const NAMED_BODY =
  /([\u4e00-\u9fff()]{2,40}?(?:局|委|办|中心|院|校|会|处|署|厅|镇|街道|队|所|站|馆|本级|本部|园))(?:\([^()]*\))?的?$/;
const OWN = /^(?:其中|包括)?(?:本|我|该|全)(?:部门|单位|局|委|办|院|中心|区|校|会|处|街道|镇)/;

/** Tells whether a prefix names a body that is not the agency: 法律援助中心收入预算 in the document of 司法局. */
export function foreignTo(agency: Agency): (prefix: string) => boolean {
  const name = nounKey(agency.name);
  const cache = new Map<string, boolean>();
  return (prefix) => {
    let foreign = cache.get(prefix);
    if (foreign === undefined) {
      foreign = isForeign(prefix, name, agency.level);
      cache.set(prefix, foreign);
    }
    return foreign;
  };
}

function isForeign(prefix: string, agency: string, level: Agency['level']): boolean {
  if (prefix.length < 3 || prefix.length > MOST || OWN.test(prefix)) return false;
  if (prefix.includes(agency))
    return level === 'department' && /(?:本级|本部)\)?的?$/.test(prefix) && !/本级|本部/.test(agency);
  const body = NAMED_BODY.exec(prefix.replace(/^(?:其中|包括|：|\d+[、.．]|20\d\d年度?)+/, ''))?.[1];
  return body !== undefined && !isShortFor(body.replace(/\(.*\)/g, ''), agency);
}

/** 区司法局 for 上海市普陀区司法局: its characters stand in the full name in order. */
function isShortFor(short: string, full: string): boolean {
  let at = -1;
  for (const c of short) {
    at = full.indexOf(c, at + 1);
    if (at < 0) return false;
  }
  return true;
}
