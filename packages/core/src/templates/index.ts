/** What a template is, the words it leaves open, the one that a place uses, and the one that a document was made with. */
export { templateById } from './by-id.ts';
export { chooseTemplate } from './choose.ts';
export { formsOf } from './fill.ts';
export { matchTemplate } from './match.ts';
export { FACES, type Face, type PageStyle, STYLED, type Styled, type TextStyle } from './page-style.ts';
export { type PrintedForms, pathKey, printedForms } from './printed-forms.ts';
export type { CodeLayout, ContentsPlan, PrintedColumn, Template, TemplateForm, Wording } from './template.ts';
