/** A published text that was taken back, as the public is told of it: never what stood in it. */
import { filled, type Language, textsIn } from '../language.ts';

/** Why nothing of a file is published any more. */
export type WithdrawalKind = 'withdrawn' | 'not-a-budget' | 'blank';

export interface Withdrawal {
  readonly kind: WithdrawalKind;
  /** ISO 8601. */
  readonly at: string;
  /** Who did it, as far as that person said. */
  readonly person: string;
  readonly reason: string;
}

const TEXTS = {
  withdrawn: ['这份公开文本已撤下', 'This text was withdrawn'],
  'not-a-budget': [
    '这份文件核实后不是预决算，已撤下',
    'This file was found to be no budget or accounts, and was withdrawn',
  ],
  blank: ['这份文件核实后是空白表样，已撤下', 'This file was found to be a blank form, and was withdrawn'],
  when: ['。时间：{at}', ' on {at}'],
  who: ['；办理：{person}', ' by {person}'],
  why: ['；理由：{reason}', '. Reason: {reason}'],
  unsaid: ['；没有写明理由', '. No reason was given'],
} as const;

/** What is said of it in one language: when, who and why as far as the log tells. */
export function withdrawalNotice({ kind, at, person, reason }: Withdrawal, language: Language): string {
  const texts = textsIn(TEXTS, language);
  const parts = [
    texts[kind],
    filled(texts.when, { at: at.slice(0, 'yyyy-mm-dd'.length) }),
    person === '' ? '' : filled(texts.who, { person }),
    reason === '' ? texts.unsaid : filled(texts.why, { reason: reason.replace(/[。.]+$/, '') }),
  ];
  return `${parts.join('')}${language === 'zh' ? '。' : '.'}`;
}
