/** Whether a line above a table says no more than that it is one of the budget's: then its cells may tell which. */
import { bareTitle } from '@mingsuan/core/forms/index';

/** What titles of the statutory statements are made of. */
const WORDS =
  /部门|单位|综合|本级|省级|市级|区级|县级|预算|决算|财务|财政|拨款|一般|公共|政府性?基金|国有资本|经营|基本|收支|收入|支出|总体|汇总|情况|明细|一览|安排|公开|年初|本年|当年|年度|按|功能|经济|分类|科目|资金|总|表|与|和|及|的|类|款|项级?|级|用|[()（）、"\d]/g;

/** What statements beside the statutory ones are of. */
const OTHERS = /项目支出|结转|三公|运行经费|转移支付|项目|采购|债务|债券|购买|专项/;

/**
 * False of a title with other words (转移支付, 采购), and of a line above without a title that speaks of such a table. `title` is
 * undefined where no line above the table is one, `near` is the last line above it.
 */
export function saysNothingElse(title: string | undefined, near: string): boolean {
  if (OTHERS.test(near)) return false;
  return title === undefined || bareTitle(title).replace(WORDS, '') === '';
}
