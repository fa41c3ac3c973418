import { expect, it } from 'vitest';
import { recognize } from '../../src/recognize/recognize.ts';
import { readText } from '../../src/text/index.ts';

const read = (text: string) => recognize(readText(text.replaceAll('|', '\t')));
const TITLE = '部门支出总表\n\n编制部门：某市数据局|单位：万元\n\n';

it('amounts in a column without a header are reported', () => {
  const { problems } = read(
    `${TITLE}科目编码|科目名称|合计|基本支出|\n201|一般公共服务支出|3.00|2.00|1.00\n|合计|3.00|2.00|1.00`,
  );
  expect(problems.map((problem) => problem.code)).toContain('column-without-header');
});

it('every amount under a header: nothing to report', () => {
  const { problems } = read(
    `${TITLE}科目编码|科目名称|合计|基本支出|项目支出\n201|一般公共服务支出|3.00|2.00|1.00\n|合计|3.00|2.00|1.00`,
  );
  expect(problems.map((problem) => problem.code)).not.toContain('column-without-header');
});

it('a bare number is no label of a line', () => {
  const numbered = (amount: string) =>
    read(
      `部门收支总表\n\n编制部门：某市数据局|单位：万元\n\n收入||支出|\n项目|预算数|项目|预算数\n一、事业收入|3.00|一、教育支出|3.00\n31|${amount}|收入总计|3.00`,
    );
  const { disclosures, problems } = numbered('4.00');
  const rows = disclosures[0]!.statements[0]!.rows;
  expect(rows.map((row) => row.key)).not.toContain('31');
  expect(problems.map((problem) => problem.code)).toContain('row-without-label');
  // Noughts fill a form up.
  expect(numbered('0.00').problems.map((problem) => problem.code)).not.toContain('row-without-label');
});

it('column numbers that share a cell are still the row of column numbers', () => {
  const { disclosures } = read(
    `${TITLE}科目编码|科目名称|合计|基本支出|项目支出\n1|2|3|4 5|\n201|一般公共服务支出|3.00|2.00|1.00\n|合计|3.00|2.00|1.00`,
  );
  expect(disclosures[0]!.statements[0]!.rows.map((row) => row.key)).toEqual(['201', 'total']);
});
