/** What a `template-….yaml` says of how its tables, contents and pages are printed: panels and lines, numbering, faces and sizes. */

import type { FormId, Side } from '../disclosure.ts';
import { formById } from '../forms/index.ts';
import { SIDES } from '../model/sides.ts';
import { FACES, type PageStyle, STYLED, type TextStyle } from '../templates/page-style.ts';
import type { ContentsPlan, TemplateForm } from '../templates/template.ts';
import { lineKey, NUMBERINGS } from '../text/numbering.ts';
import type { Faults, Path } from '../user-file/faults.ts';
import { adviceFor, type Fields, fieldsOf, isFields, listOf, oneOf, plainText, textOf } from '../user-file/fields.ts';
import { CONCEPTS } from '../vocabulary/index.ts';

/** Panels that a ledger can fill: it knows no governmental economic classes. */
const PANELS: readonly Side[] = SIDES.filter((side) => side !== 'governmental');

/** `sides: [revenue, expenditure, use]`: the panels of a balance form, revenue and expenditure first. */
export function sidesOf(fields: Fields, form: FormId, at: Path, faults: Faults): readonly Side[] | undefined {
  if (fields.sides === undefined) return undefined;
  const path = [...at, 'sides'];
  if (formById(form).rows !== 'lines') return faults.at(path, `${formById(form).name}不分栏，请删去“sides”。`, 'name');
  const sides = listOf(fields.sides, path, faults).flatMap(
    (_, i) => oneOf(fields.sides as unknown as Fields, String(i), path, PANELS, faults) ?? [],
  );
  const isOrdered = sides.every((side, i) =>
    i < 2 ? side === PANELS[i] : PANELS.indexOf(side) > PANELS.indexOf(sides[i - 1]!),
  );
  if (sides.length >= 2 && isOrdered) return sides;
  return faults.at(path, `“sides”应依次写 ${PANELS.join('、')}，前两栏都要有，例如 [revenue, expenditure, use]。`);
}

/**
 * The fixed lines: of one side, or a list for each side. `- basic: 1、人员经费和公用经费支出` is a line in the place's own words,
 * with the concept that it means.
 */
export function linesOf(fields: Fields, at: Path, faults: Faults): Pick<TemplateForm, 'lines' | 'means'> {
  if (fields.lines === undefined) return {};
  const means: Record<string, string> = {};
  const path = [...at, 'lines'];
  const sides = listOf(fields.lines, path, faults);
  const side = (lines: unknown, from: Path) =>
    listOf(lines, from, faults).flatMap((line, i) => lineOf(line, [...from, i], means, faults) ?? []);
  const lines = sides.some(Array.isArray) ? sides.map((own, i) => side(own, [...path, i])) : [side(sides, path)];
  return { lines, ...(Object.keys(means).length > 0 ? { means } : {}) };
}

function lineOf(line: unknown, path: Path, means: Record<string, string>, faults: Faults): string | undefined {
  const [id, ...more] = isFields(line) ? Object.keys(line) : [];
  if (id === undefined) return plainText(line, path, '这一行', faults);
  if (more.length > 0) return faults.at(path, '每一行写“- 行的名称”，或“- 概念: 行的名称”。');
  if (!LINE_CONCEPTS.includes(id))
    faults.at(
      [...path, id],
      `不认识概念“${id}”，${adviceFor(id, LINE_CONCEPTS)}可写的有 ${LINE_CONCEPTS.join('、')}。`,
      'name',
    );
  const label = textOf(line as Fields, id, path, faults);
  if (label !== undefined) means[lineKey(label)] = id;
  return label;
}

/** Concepts that a line of a balance form may mean. */
const LINE_CONCEPTS: readonly string[] = CONCEPTS.flatMap(({ id, linesOf: place }) =>
  place === 'revenue' || place === 'expenditure' ? [id] : [],
);

/** `contents: { title: 目 录, sections: chinese, tables: arabic }` */
export function contentsOf(value: unknown, faults: Faults): ContentsPlan | undefined {
  const path = ['contents'];
  const fields = fieldsOf(value, path, ['title', 'sections', 'tables', 'partsOnly'], faults);
  if (!fields) return undefined;
  const title = textOf(fields, 'title', path, faults);
  const sections = oneOf(fields, 'sections', path, NUMBERINGS, faults);
  const tables = oneOf(fields, 'tables', path, NUMBERINGS, faults);
  const { partsOnly } = fields;
  if (partsOnly !== undefined && partsOnly !== true) faults.at([...path, 'partsOnly'], '“partsOnly”只能是 true。');
  return {
    ...(title ? { title } : {}),
    ...(sections ? { sections } : {}),
    ...(tables ? { tables } : {}),
    ...(partsOnly === true ? { partsOnly } : {}),
  };
}

/** Millimetres and points beyond these are slips of the keys. */
const WIDEST_MARGIN = 80;
const SIZES = { least: 5, most: 72 };

/** `style: { body: { face: 仿宋, size: 16 }, margins: [37, 26, 35, 28] }` */
export function styleOf(value: unknown, faults: Faults): PageStyle | undefined {
  const path = ['style'];
  const fields = fieldsOf(value, path, [...STYLED, 'margins'], faults);
  if (!fields) return undefined;
  const styles = STYLED.flatMap((part) => {
    const style = textStyleOf(fields[part], [...path, part], faults);
    return style ? [[part, style] as const] : [];
  });
  const margins = marginsOf(fields.margins, [...path, 'margins'], faults);
  return { ...Object.fromEntries(styles), ...(margins ? { margins } : {}) };
}

function textStyleOf(value: unknown, path: Path, faults: Faults): TextStyle | undefined {
  const fields = fieldsOf(value, path, ['face', 'size', 'bold'], faults);
  if (!fields) return undefined;
  const { bold } = fields;
  if (bold !== undefined && typeof bold !== 'boolean') faults.at([...path, 'bold'], '“bold”写 true（加粗）或 false。');
  const face = oneOf(fields, 'face', path, FACES, faults);
  const { size } = fields;
  const fits = typeof size === 'number' && size >= SIZES.least && size <= SIZES.most;
  if (size !== undefined && !fits)
    faults.at([...path, 'size'], `“size”是字号的磅数，应在 ${SIZES.least} 到 ${SIZES.most} 之间，例如三号写 16。`);
  const weight = typeof bold === 'boolean' ? { bold } : {};
  return { ...(face ? { face } : {}), ...(fits ? { size } : {}), ...weight };
}

function marginsOf(value: unknown, path: Path, faults: Faults): PageStyle['margins'] {
  if (value === undefined) return undefined;
  const list = Array.isArray(value) ? value : [];
  const fits =
    list.length === 4 && list.every((each) => typeof each === 'number' && each >= 0 && each <= WIDEST_MARGIN);
  if (fits) return list as unknown as PageStyle['margins'];
  return faults.at(path, '“margins”应为上、右、下、左四个毫米数，例如 [37, 26, 35, 28]。');
}
