/** The template that a printed document was made with. */
import type { Stage, Statement } from '../disclosure.ts';
import { bundled } from '../jurisdictions/bundled.ts';
import type { Jurisdictions } from '../jurisdictions/jurisdictions.ts';
import type { Template } from './template.ts';
import { titleKey } from './title-key.ts';

interface Printed {
  readonly stage: Stage;
  readonly year?: number;
  /** Region code of the agency, where it is known. */
  readonly region?: string;
  readonly statements: readonly Pick<Statement, 'form' | 'title' | 'columns'>[];
  /** Titles of the other tables. */
  readonly tables?: readonly { readonly form: string; readonly title: string }[];
}

/**
 * The template whose titles and columns the printed tables have, or `unknown`. Among templates that fit alike, the one
 * that serves the year. Half of the titles must be the template's own.
 */
export function matchTemplate(printed: Printed, { templates }: Pick<Jurisdictions, 'templates'> = bundled()): string {
  let best: { id: string; score: number } | undefined;
  for (const template of templates) {
    if (template.stage !== printed.stage) continue;
    if (template.region && printed.region && !printed.region.startsWith(template.region)) continue;
    const home = template.region === undefined ? 0 : printed.region === undefined ? -3 : 3;
    const tables = [...printed.statements, ...(printed.tables ?? [])];
    // The agency's name may stand first.
    const alike = tables.filter((table) =>
      template.forms.some((form) => form.form === table.form && titleKey(table.title).endsWith(titleKey(form.title))),
    ).length;
    if (alike === 0 || alike * 2 < tables.length) continue;
    const columns = printed.statements.filter((statement) => sameColumns(template, statement)).length;
    const score =
      home + alike + columns + (servesYear(template, printed.year) ? 5 : 0) - distance(template, printed.year) / 10;
    if (!best || score > best.score) best = { id: template.id, score };
  }
  return best?.id ?? 'unknown';
}

function sameColumns(template: Template, statement: Pick<Statement, 'form' | 'columns'>): boolean {
  return template.forms.some((form) => {
    const ids = new Set(form.columns.map(([id]) => id));
    return form.form === statement.form && statement.columns.every(({ id }) => ids.has(id));
  });
}

function servesYear({ years: [from, to] }: Template, year: number | undefined): boolean {
  return year !== undefined && year >= from && year <= (to ?? Number.POSITIVE_INFINITY);
}

function distance({ years: [from, to] }: Template, year: number | undefined): number {
  if (year === undefined) return 0;
  return year < from ? from - year : to !== undefined && year > to ? year - to : 0;
}
