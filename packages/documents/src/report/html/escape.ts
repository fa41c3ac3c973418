/** Text of documents and users on its way into a page: nothing of it is markup, and nothing of it turns other text around. */
const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Characters that HTML forbids, and those that change the direction of the text after them. */
const UNWANTED = /[^\P{Cc}\n\t]|[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufffe\uffff]/gu;

/** A text as the content or the quoted attribute of an element. */
export function escapeHtml(text: string): string {
  return text.replace(UNWANTED, '').replace(/[&<>"']/g, (character) => ENTITIES[character]!);
}

/** Markup, for which `html` does not escape again. */
export interface Markup {
  readonly markup: string;
}

type Value = string | number | Markup | readonly Markup[] | undefined | false;

/** A template whose values are escaped, unless they are markup of ours. */
export function html(parts: TemplateStringsArray, ...values: readonly Value[]): Markup {
  return { markup: parts.reduce((text, part, i) => text + markupOf(values[i - 1]) + part) };
}

function markupOf(value: Value): string {
  if (value === undefined || value === false) return '';
  if (typeof value === 'string' || typeof value === 'number') return escapeHtml(String(value));
  return 'markup' in value ? value.markup : value.map(({ markup }) => markup).join('\n');
}
