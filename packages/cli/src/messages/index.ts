/** Every string of the interface, in both languages. What a document says (names, findings) stays Chinese. */
import { en } from './en.ts';
import { type Messages, zh } from './zh.ts';

export type { Messages } from './zh.ts';

export const LANGUAGES = ['zh', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

const TABLE: Record<Language, Messages> = { zh, en };

export function messagesIn(language: Language): Messages {
  return TABLE[language];
}
