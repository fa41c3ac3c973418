/** Budgets and accounts of a whole government (预算法 第十四条): they look like a department's, and are none. */
import { squeeze } from '@mingsuan/core/text/fold';

/** What a title says of a government's, and of no department's; 人民政府 of a town is a department like others. */
const TITLES: readonly RegExp[] = [
  /预算执行情况(?:[和与及暨、]|以及).{0,24}预算(?:\(?草案\)?)?(?:情况)?的?(?:报告|说明|公开)/,
  /(?:财政|[省市区县旗州盟]级?|本级)(?:收支)?(?:总)?[预决]算(?:\(?草案\)?)的?(?:报告|议案|说明)/,
  /(?<!人民)政府[预决]算(?:公开|报告|草案|信息|说明|$)/,
  /预算调整方案/,
];
/** Tables that a government's alone have; two of them tell it where no title does. */
const TABLES: readonly RegExp[] = [
  /社会保险基金(?:收支|收入|支出|预算|决算).*表/,
  /(?:政府|地方)(?:一般|专项)?债务(?:限额|余额).*表/,
  /税收返还.*表/,
  /一般公共预算收入(?:预算|决算|执行|完成)?(?:情况)?表/,
];
const OF_DEPARTMENT = /部门|单位/;

/** The title, or the first of the tables, by which a document is a government's; `titles`: of its parts and tables, its contents among them. */
export function governmentTitle(cover: readonly string[], titles: readonly string[]): string | undefined {
  const lines = cover.map(squeeze);
  if (lines.some((line) => OF_DEPARTMENT.test(line))) return undefined;
  // Large type breaks a title: 财政决算草案的 / 报告.
  const whole = [...lines, ...lines.slice(1).map((line, i) => `${lines[i]}${line}`)];
  const title = whole.find((line) => TITLES.some((pattern) => pattern.test(line)));
  if (title !== undefined) return title;
  const listed = titles.map(squeeze);
  if (listed.some((line) => OF_DEPARTMENT.test(line))) return undefined;
  const found = TABLES.flatMap((pattern) => listed.find((line) => pattern.test(line)) ?? []);
  return found.length > 1 ? found[0] : undefined;
}
