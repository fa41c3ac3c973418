/** The texts of the command line in one language. */
import { type Language, type TextsOf, textsIn } from '@mingsuan/core/language';
import { CATALOGUE } from './catalogue.ts';

export type Messages = TextsOf<typeof CATALOGUE>;

/** All that the command line says, in a language. */
export const messagesIn = (language: Language): Messages => textsIn(CATALOGUE, language);
