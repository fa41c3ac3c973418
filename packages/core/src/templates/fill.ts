/** The words that a template leaves open in titles, notes and headers. */
import type { Agency } from '../disclosure.ts';
import type { Template, TemplateForm } from './template.ts';

export interface Printing {
  readonly template: Template;
  readonly agency: Agency;
  readonly year: number;
}

/** Fills `{level}`, `{plainLevel}`, `{year}`, `{agency}` and whatever `more` names: `{year}年{level}收支总表` → 2026年部门收支总表. */
export function fill(text: string, printing: Printing, more: Readonly<Record<string, string>> = {}): string {
  const { template, agency, year } = printing;
  const words: Record<string, string> = {
    level: template.levelWords[agency.level],
    plainLevel: agency.level === 'department' ? '部门' : '单位',
    year: String(year),
    agency: agency.name,
    ...more,
  };
  return text.replace(/\{(\w+)\}/g, (open, name: string) => words[name] ?? open);
}

/** The template's forms for the agency's level, in printing order: `level` tells where the two levels print differently. */
export function formsOf(template: Template, level: Agency['level']): readonly TemplateForm[] {
  return template.forms.filter((form) => form.level === undefined || form.level === level);
}
