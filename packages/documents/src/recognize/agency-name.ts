/** What is an agency's name, and where one stands in the lines that name a document: cover, running header, heading, file name. */
import { squeeze } from '@mingsuan/core/text/fold';

/** How the name of a body ends. */
export const AGENCY_ENDING =
  /(?:局|委|委员会|厅|办|办公室|中心|院|校|学|学院|会|部|所|处|站|队|政府|街道|镇|馆|社|台|团|署|庭|联合会|公司|园|机关|本级|支队|大队|总队|法院|检察院|党校|学会|协会|室|宫|场|厂|库|网|段|区|县|乡|村|组)(?:[（(].*[）)])?$/;

const YEAR = /(?:(?:19|20)\d\d|二[〇○零]\d{2}|二[〇○零][〇○零一二三四五六七八九]{2})年?(?:度)?/g;
const DOCUMENT =
  /(?:(?:部门|单位|综合|财政|区级|市级|省级|县级|本级)+(?:预算|决算))(?!.*(?:部门|单位)(?:综合)?(?:预算|决算))|预算|决算/;
/** What begins like this is a heading or speaks of an agency instead of naming it. */
const NO_NAME =
  /^(?:第.{1,3}部分|[一二三四五六七八九十]+[、.．]|\([一二三四五六七八九十\d]+\)|本|各|该|全|我|其|部门|单位|元|万)|[。，；：:、！？\d]|负责|安排|编制|按照|根据|关于|汇总表/;

/** A text that can be an agency's name: no sentence, no unit of money, no word for any agency. */
export function isAgencyName(text: string): boolean {
  const name = squeeze(text);
  return name.length >= 3 && name.length <= 40 && AGENCY_ENDING.test(name) && !NO_NAME.test(name);
}

/** `西安市信访局（汇总）` → `西安市信访局`: what was added up is not part of the name. */
export const withoutSummary = (name: string): string => name.replace(/[（(](?:汇总|部门汇总|汇编|公章|盖章)[）)]$/, '');

/**
 * The agency in a line that names a document: `附件2：2026年广州市信访局部门预算`, `西安市信访局（汇总）2026年部门预算公开说明`.
 * Undefined where what is left is no name.
 */
export function agencyInLine(line: string): string | undefined {
  const text = squeeze(line)
    .replace(/^附件?\d*[:、]?/, '')
    .replace(/[《》"]/g, '')
    .replace(YEAR, '');
  const at = DOCUMENT.exec(text);
  if (!at || at.index === 0) return undefined;
  const name = withoutSummary(text.slice(0, at.index).replace(/(?:关于|的)$/, ''));
  return isAgencyName(name) ? name : undefined;
}

/** The agency on a cover, whose lines may break its title: `2026年` / `广州市信访局` / `部门预算`. */
export function agencyOnCover(lines: readonly string[]): string | undefined {
  for (let first = 0; first < lines.length; first += 1)
    for (let count = 1; count <= 4 && first + count <= lines.length; count += 1) {
      const name = agencyInLine(lines.slice(first, first + count).join(''));
      if (name) return name;
    }
  return undefined;
}
