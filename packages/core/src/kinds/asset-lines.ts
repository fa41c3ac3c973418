/** The lines that a template prints in its asset table. */
import type { Agency } from '../disclosure.ts';
import { formsOf } from '../templates/fill.ts';
import type { Template } from '../templates/template.ts';
import { lineKey } from '../text/numbering.ts';
import { isAssetTotal } from './asset-fields.ts';
import { ASSETS } from './assets.ts';

/** Labels in the table's order without its total; a 其中 line names the line before it that it is part of. */
export function fixedAssetLines(
  template: Template,
  level: Agency['level'],
): readonly { readonly label: string; readonly partOf?: string }[] {
  const labels = formsOf(template, level).find(({ form }) => form === ASSETS.id)?.lines?.[0] ?? [];
  let whole: string | undefined;
  return labels.flatMap((label) => {
    const key = lineKey(label);
    if (isAssetTotal(key)) return [];
    if (/^其中/.test(label)) return whole ? [{ label: key, partOf: whole }] : [];
    whole = key;
    return [{ label: key }];
  });
}
