/** The parts of the model that answers hold: core's own schemas, named as components of the API. */
import '@hono/zod-openapi';
import { defineFinding } from '@mingsuan/core/schema/check';
import type { Naming } from '@mingsuan/core/schema/define';
import { defineDocument } from '@mingsuan/core/schema/document';
import { defineRecords } from '@mingsuan/core/schema/records';

/** Components that are not called as core calls them, and what is said of some. */
const NAMES: Readonly<Record<string, string>> = {
  table: 'TableInfo',
  section: 'ExplanationSection',
  tally: 'CoverageTally',
  problem: 'ReadingProblem',
};
const NOTES: Readonly<Record<string, string>> = {
  origin: '在原文件里的位置；source 是另一份文件的名字；box 是离页面左上角的点数 [x0, y0, x1, y1]',
  tally: 'printed = read + generic（按原样保留，没有核对）+ unread',
  coverage: '读出情况',
};

const named: Naming = (id, schema) => {
  const name = NAMES[id] ?? id.charAt(0).toUpperCase() + id.slice(1);
  const description = NOTES[id];
  return schema.openapi(name, description === undefined ? {} : { description });
};

export const parts = defineDocument(named);
export const records = defineRecords(named, parts);
export const { finding } = defineFinding(named, parts);

/** Without the tables one by one; null where it is not known, as of what was imported before it was kept. */
export const coverageCounts = parts.coverage
  .omit({ perTable: true })
  .nullable()
  .openapi('CoverageCounts', { description: '读出情况；不知道的为 null' });
