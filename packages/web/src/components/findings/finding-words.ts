/** What a finding says in the reader's language: its own sentence in Chinese; in English its rule, and what it found from its figures and quotations. */
import type { Evidence, Finding } from '@mingsuan/core/finding';
import { useMemo } from 'react';
import { useLanguage } from '../../i18n/index.tsx';
import { wan, yuan } from '../money.tsx';
import { type Names, useNames } from '../names.ts';
import { useRuleTitle } from './rule-titles.ts';

export interface FindingWords {
  readonly headline: string;
  /** What was found, where the headline only tells the rule. */
  readonly detail?: string | undefined;
}

/** Fen: what 0.01 万元 is. */
const LEAST_WAN = 10_000;

/** Whether 万元 with two decimals shows each amount to the fen; else they are told in 元. */
export const isWholeWan = (amounts: readonly number[]): boolean => amounts.every((fen) => fen % LEAST_WAN === 0);

/** So many quotations tell what a finding rests on. */
const QUOTED = 3;
const LONGEST = 80;

const quoted = (text: string): string =>
  `“${text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text.replace(/^“([^“”]*)”$/, '$1')}”`;

/** What cells without a figure are told as. */
const BLANK: readonly string[] = ['', '（空白）', '（空白页）'];

/** In English, from the data that the Chinese sentence was made of; undefined where the finding has neither figures nor quotations. */
export function detailInEnglish(finding: Finding, names: Names): string | undefined {
  const { evidence, expected, actual } = finding;
  const cell = evidence.find(({ form }) => form !== undefined);
  const said = evidence.find(({ form, text }) => form === undefined && text !== '');
  if (expected !== undefined && actual !== undefined) return compared({ expected, actual, cell, said }, names);
  const texts = [...new Set(evidence.flatMap(({ text }) => (BLANK.includes(text) ? [] : [quoted(text)])))];
  if (texts.length === 0) return cell && `${placeOf(cell, names)} is blank.`;
  const where = evidence[0]!.form === undefined ? '' : `${placeOf(evidence[0]!, names)}: `;
  return `${where}${texts.slice(0, QUOTED).join(' and ')}${texts.length > QUOTED ? ` and ${texts.length - QUOTED} more` : ''}.`;
}

interface Compared {
  readonly expected: number;
  readonly actual: number;
  readonly cell: Evidence | undefined;
  readonly said: Evidence | undefined;
}

function compared({ expected, actual, cell, said }: Compared, names: Names): string {
  const gap = Math.abs(actual - expected);
  const inWan = isWholeWan([expected, actual, gap]);
  const amount = (fen: number) => (inWan ? wan(fen) : yuan(fen));
  const off = `a difference of ${amount(gap)} (${inWan ? '10k yuan' : 'yuan'})`;
  if (!said) return `${cell ? `${placeOf(cell, names)}: ` : ''}${amount(actual)} against ${amount(expected)}, ${off}.`;
  const words = `The explanation says ${amount(actual)} (${quoted(said.text)})`;
  if (!cell) return `${words}, against ${amount(expected)}, ${off}.`;
  const prints = BLANK.includes(cell.text) ? 'leaves it blank' : `has ${amount(expected)}`;
  return `${words}, and ${placeOf(cell, names)} ${prints}, ${off}.`;
}

/** A cell's table, row and column. */
function placeOf({ form, row = '', column }: Evidence, names: Names): string {
  if (form === undefined) return '';
  const label = row && names.row(form, { key: /^[合总]\s*计$/.test(row) ? 'total' : '', label: row });
  // A table of one column of figures says no more by naming it.
  const title = column === undefined || column === 'amount' ? '' : names.column(form, column);
  return [`“${names.form(form)}”`, label, title].filter(Boolean).join(', ');
}

export function useFindingWords(): (finding: Finding) => FindingWords {
  const { language, t } = useLanguage();
  const names = useNames();
  const titleOf = useRuleTitle();
  return useMemo(
    () => (finding) =>
      language === 'en'
        ? {
            headline: t('check.doesNotHold', { title: titleOf(finding.rule) }),
            detail: detailInEnglish(finding, names),
          }
        : { headline: finding.message },
    [language, t, names, titleOf],
  );
}

/** The same in one line, for what is named after a finding. */
export const inOneLine = ({ headline, detail }: FindingWords): string =>
  detail === undefined ? headline : `${headline}. ${detail}`;
