/** English names of forms, which stand with their definitions, as do other words that core has in both languages. */
import type { FormId } from '@mingsuan/core/disclosure';
import { STATEMENTS } from '@mingsuan/core/forms/index';
import { type Bilingual, kindOf } from '@mingsuan/core/kinds/index';

const STATEMENT_NAMES: ReadonlyMap<FormId, string> = new Map(STATEMENTS.map(({ id, english }) => [id, english]));

/** What the interface calls a form in English. */
export const englishForm = (form: FormId): string => kindOf(form)?.english ?? STATEMENT_NAMES.get(form)!;

/** Picks the language of words that core has in both. */
export const BILINGUAL = [([zh]: Bilingual) => zh, ([, en]: Bilingual) => en] as const;
