/**
 * What the operator's logs call what was done: written in Chinese when it is done, and told in the reader's language from what was
 * written. Names within (files, agencies, messages) stay as they are.
 */
import { filled, LANGUAGES, type Language } from '../language.ts';

/** One a kind of entry; where one begins as another does, the longer stands first. */
export const LOG_TITLES = {
  confirmed: ['认定：{name}', 'Confirmed: {name}'],
  unconfirmed: ['取消认定：{name}', 'Ruling taken away: {name}'],
  withdrawn: ['撤下：{name}', 'Withdrawn: {name}'],
  'not-a-budget': ['不是预决算：{name}', 'No budget or accounts: {name}'],
  blank: ['空白表样：{name}', 'Blank form: {name}'],
  replaced: ['替换：{name} → {next}', 'Replaced: {name} → {next}'],
  figures: ['看图校对 {count} 个数：{name}', '{count} figures settled by eye: {name}'],
  renamed: ['改名：{name} → {next}', 'Renamed: {name} → {next}'],
  changed: ['改单位：{name}', 'Agency changed: {name}'],
  merged: ['合并：{name} → {next}', 'Merged: {name} → {next}'],
  parted: ['分开：{name}', 'Parted again: {name}'],
  released: ['发布核对结果：{name}{year}', 'Findings released: {name} {year}'],
  unreleased: ['收回核对结果：{name}{year}', 'Findings taken back: {name} {year}'],
  'rule-released': ['发布已查出的：{name}', 'Released what was found by: {name}'],
  'rule-unreleased': ['收回已查出的：{name}', 'Taken back what was found by: {name}'],
  'finding-released': ['发布：{name}', 'Released: {name}'],
  'finding-unreleased': ['收回：{name}', 'Taken back: {name}'],
  automatic: ['自动发布：{name}', 'Released by itself: {name}'],
  manual: ['不再自动发布：{name}', 'No longer released by itself: {name}'],
  answered: ['答复：{name}', 'Answer: {name}'],
  roster: ['导入名录：{name}，{count} 条', 'Roster imported: {name}, {count} entries'],
  'roster-cleared': ['清空 {year} 年名录，{count} 条', 'Roster of {year} cleared, {count} entries'],
  yardsticks: [
    '导入人口和价格指数：{name}，{count} 个数',
    'Residents and price indices imported: {name}, {count} figures',
  ],
  'feedback-shown': ['公开读者的反馈：{name}', 'Feedback shown: {name}'],
  'feedback-hidden': ['不公开读者的反馈：{name}', 'Feedback not shown: {name}'],
  uploaded: ['上传的 {count} 个文件', '{count} files uploaded'],
  'read-again': ['重新读取 {count} 个文件', '{count} files read again'],
} as const;
export type LogTitle = keyof typeof LOG_TITLES;

/** An entry's title as it is kept. */
export const logTitle = (key: LogTitle, values: Readonly<Record<string, string | number>>): string =>
  filled(LOG_TITLES[key][0], values);

/** What `{year}` and `{count}` stand for is a number, everything else any text. */
const NUMBERS = new Set(['year', 'count']);

const PATTERNS = Object.values(LOG_TITLES).map(([chinese, english]) => ({
  english,
  pattern: new RegExp(
    `^${chinese.replace(/\{(\w+)\}/g, (_, name: string) => `(?<${name}>${NUMBERS.has(name) ? '\\d*' : '.*'}${name === 'name' ? '?' : ''})`)}$`,
    'su',
  ),
}));

/** A title that was kept, in the reader's language; one that no entry is called by (a folder's name) as it is. */
export function logTitleIn(language: Language, kept: string): string {
  if (language === LANGUAGES[0]) return kept;
  for (const { english, pattern } of PATTERNS) {
    const found = pattern.exec(kept);
    if (found) return filled(english, { ...found.groups }).trimEnd();
  }
  return kept;
}
