/** What a template is, the words it leaves open, the one that a place uses, and the one that a document was made with. */
export { templateById } from './by-id.ts';
export { chooseTemplate } from './choose.ts';
export { matchTemplate } from './match.ts';
export { type PrintedForms, pathKey, printedForms } from './printed-forms.ts';
export type { CodeLayout, PrintedColumn, Template, TemplateForm, Wording } from './template.ts';
