import { formOfTitle } from '@mingsuan/core/forms/index';
import { expect, it } from 'vitest';
import type { TableCell } from '../../src/layout.ts';
import type { ColumnRole } from '../../src/recognize/columns.ts';
import { type Header, readHeader } from '../../src/recognize/header.ts';
import { joinTornRows } from '../../src/recognize/torn-rows.ts';

/** Cells of `a|b`: `>` at the end of one says that its last line is full. */
const row = (line: string): TableCell[] =>
  line
    .split('|')
    .map((text) => (text.endsWith('>') ? { text: text.slice(0, -1), origin: {}, runsOn: true } : { text, origin: {} }));

const HEADER: Header = readHeader([row('一级指标|二级指标|三级指标|指标值')]);
const ROLES = ['level1', 'level2', 'level3', 'target'].map((id): ColumnRole => ({ kind: 'value', id }));
const piece = (...lines: string[]) => ({
  header: HEADER,
  headerRows: [],
  lead: [],
  roles: ROLES,
  rows: lines.map(row),
});

it.each<[what: string, last: string, rest: string, isJoined: boolean]>([
  ['a name that had no room goes on', '产出指标|质量指标|审计项目报告>|100%', '||合格率|', true],
  ['a name goes on behind a word that found no room', '产出指标|质量指标|审计项目报告|100%', '||合格率|', true],
  ['a name and its value go on', '产出指标|质量指标|审计项目报告>|按期>', '||合格率|完成', true],
  ['an indicator below a level that is merged', '产出指标|质量指标|报告合格率|100%', '||程序规范率|100%', false],
])('at the top of a page: %s', (_, last, rest, isJoined) => {
  const rows = joinTornRows(formOfTitle('项目支出绩效目标表'), [piece(last), piece(rest, '效益指标|社会效益|满意|高')]);
  expect(rows.map((read) => read.rows.length)).toEqual([1, isJoined ? 1 : 2]);
});
