/** What is an agency's name, and where one stands in the lines that name a document: cover, running header, heading, file name. */
import { findRegion } from '@mingsuan/core/classification/index';
import { squeeze } from '@mingsuan/core/text/fold';
import { withYearFigures } from '@mingsuan/core/text/numerals';

/** How the name of a body ends. */
export const AGENCY_ENDING =
  /(?:局|委|委员会|厅|办|办公室|中心|院|校|学|学院|会|部|所|处|站|队|政府|街道|镇|馆|社|台|团|署|庭|联合会|公司|园|机关|本级|支队|大队|总队|法院|检察院|党校|学会|协会|室|宫|场|厂|库|网|段|区|县|乡|村|组|监狱|人大|政协)(?:[（(].*[）)])?$/;

const YEAR = /(?:(?:19|20)\d\d|二[〇○零]\d{2})年?(?:度)?/g;
const DOCUMENT =
  /(?:(?:部门|单位|综合|财政|整体|区级|市级|省级|县级|本级)+(?:预算|决算|收支))(?!.*(?:部门|单位)(?:综合)?(?:预算|决算))|(?:项目支出|整体支出|预算项目)?绩效(?:目标|(?:部门|单位|评价)?自评)|(?:部门|单位)?三公经费(?=.*(?:表|情况|公开|说明))|(?:预算|决算)(?!(?:评审|编审|审核|编制|管理|服务|执行|绩效|评价)*(?:中心|局|处|科|股|所|站))/;
/** What begins like this is a heading or speaks of an agency instead of naming it; what holds this is a sentence or a blank form. */
const NO_NAME =
  /^(?:第.{1,3}部(?:分|$)|[一二三四五六七八九十]+[、.．]|\([一二三四五六七八九十\d]+\)|部门|单位|万?元(?:$|\()|万$)|[。，；：:、！？\d_*]|[xX×Ｘ]{2}|负责|安排|编制(?!委员会|(?:审核|服务|管理)*中心)|按照|根据|关于|汇总表|名称/;
/** Who speaks of itself or of all: 本局, 各单位, 全市. Places are called so, too: 本溪市, 全椒县. */
const SPOKEN_OF = /^[本各该全我其]/;
/** Levels of government, which belong to what is published, not to who publishes it. */
const LEVEL_ONLY = /^(?:本级|[省市区县]级|[省市区县]本级|全[省市区县])*$/;

/** A text that can be an agency's name: no sentence, no unit of money, no region alone, no word for any agency. */
export function isAgencyName(text: string): boolean {
  const name = squeeze(text);
  if (name.length < 3 || name.length > 40 || NO_NAME.test(name)) return false;
  if (SPOKEN_OF.test(name) && findRegion(name) === undefined) return false;
  if (AGENCY_ENDING.test(name)) return !isRegion(name);
  // An ending that no list knows: a body of a place is told by the place before it. What money is for is no body.
  if (/经费|支出|收入|拨款|预算|决算|公开|说明|情况|(?:部门|单位)$/.test(name)) return false;
  return name.length <= 24 && findRegion(name) !== undefined && !isRegion(name);
}

/** 上海市普陀区, 普陀区本级: a place of county level and above, and nothing else. */
function isRegion(name: string): boolean {
  const rest = /^(?:.{2,12}?(?:省|市|区|县|旗|州|盟)){1,3}/.exec(name)?.[0];
  return rest !== undefined && LEVEL_ONLY.test(name.slice(rest.length)) && !/[开新管]发?理?区$/.test(rest);
}

/** `西安市信访局（汇总）`, `西安市信访局及所属单位` → `西安市信访局`: what was added up is not part of the name. */
export const withoutSummary = (name: string): string =>
  name.replace(
    /[（(](?:汇总|部门汇总|汇编|公章|盖章)[）)]$|(?:及|和)其?(?:所属|下属|直属)(?:预算|事业)?(?:单位)?$/,
    '',
  );

/** 附件2：, 附2-1., 1. */
const ATTACHED = /^附(?:件|表)?(?:\d{1,2}(?!\d)|[一二三四五六七八九十]+)?(?:[-—.]\d{1,2}(?!\d))*[:、.]?/;

/**
 * The agency in a line that names a document: `附件2：2026年广州市信访局部门预算`, `西安市信访局（汇总）2026年部门预算公开说明`.
 * Undefined where what is left is no name.
 */
export function agencyInLine(line: string): string | undefined {
  const dated = withYearFigures(squeeze(line))
    .replace(ATTACHED, '')
    .replace(/[《》"]/g, '')
    .replace(BEFORE_NAME, '');
  const text = dated.replace(YEAR, '');
  const at = DOCUMENT.exec(text);
  if (!at || at.index === 0) return undefined;
  // What stands between the year and the document is what the document is of: 某局2021年度一般公共预算财政拨款“三公”经费支出决算.
  const first = dated.search(YEAR);
  const before = first > 0 && DOCUMENT.test(dated.slice(first)) ? named(dated.slice(0, first)) : undefined;
  return before ?? named(text.slice(0, at.index).replace(MATTER, ''));
}

/** What parts a file's name: 公开表（某局）, 公开表-某局. */
const FILE_PARTS = /[-_—–+·()（）【】[\]]+/;

/** The agency that a file is called by, alone or beside what it holds: `某市某局`, `2026年部门预算公开表（某市某局）`. Only a name with its place is told from other words. */
export function agencyInFileName(text: string): string | undefined {
  const isPlaced = (part: string) =>
    AGENCY_ENDING.test(part) && (hasPlace(part) || /^(?:国家|全国|中国|中央)/.test(part));
  const names = [...(/[-_—–+]/.test(text) ? [] : [text]), ...text.split(FILE_PARTS)].flatMap((part) => {
    const dated = withYearFigures(part).replace(YEAR, '');
    return isPlaced(dated) && isAgencyName(dated) ? [withoutSummary(dated)] : [];
  });
  return names[0];
}

/** What a document may be of, behind the agency's name. */
const MATTER = /(?:一般公共|政府性?基金|国有资本经营|财政拨款|三公经费|机关运行经费|收入|支出|收支|总|安排)+$/;
/** Marks of a list, what a publication's record calls its title, and the words of a template that nobody took out. */
const BEFORE_NAME =
  /^(?:(?:信息|文件|公文)?(?:名称|标题|题名):[:|]*|第.{1,3}部分[:、]?|[-•·◦●▪—]|(?:[xX]{2,}|[×Ｘ]{2,})(?:部门|单位|局)(?=[\u4e00-\u9fff]))+/;

/** The agency on a cover, whose lines may break its title: `2026年` / `广州市信访局` / `部门预算`. */
export function agencyOnCover(lines: readonly string[]): string | undefined {
  for (let count = 1; count <= MOST_BROKEN; count += 1)
    for (let first = 0; first + count <= lines.length; first += 1) {
      const joined = lines.slice(first, first + count);
      const name = joined.slice(1).some((line) => PART_OR_LIST.test(squeeze(line)))
        ? undefined
        : agencyInLine(joined.join(''));
      if (name) return wholeName(lines, first, first + count, name);
    }
  return nameAlone(lines);
}

/** The only line of a cover that is a name and nothing else, wherever its title stands: `2026年某市市级部门预算` / `某市水务局`. */
function nameAlone(lines: readonly string[]): string | undefined {
  const names = lines.filter((line) => AGENCY_ENDING.test(squeeze(line)) && isAgencyName(line));
  const [name] = names;
  return names.length === 1 && lines.some((line) => DOCUMENT.test(squeeze(line)))
    ? withoutSummary(squeeze(name!))
    : undefined;
}

/** A line that begins something of its own goes on with none. */
const PART_OR_LIST = /^(?:第.{1,3}部分|[一二三四五六七八九十]+[、.．])/;

/** As many lines a name with its title may take. */
const MOST_BROKEN = 4;

/** A name that begins in the lines above: its place, or a body that is called before its place. What else stands above is furniture. */
function wholeName(lines: readonly string[], first: number, end: number, name: string): string {
  const above = lines[first - 1];
  if (above === undefined || end - first >= MOST_BROKEN || PART_OR_LIST.test(squeeze(lines[first]!))) return name;
  const isBegun = isRegion(squeeze(above)) || NATIONAL.test(squeeze(above)) || !hasPlace(name);
  const longer = isBegun ? agencyInLine(lines.slice(first - 1, end).join('')) : undefined;
  return longer?.endsWith(name) ? wholeName(lines, first - 1, end, longer) : name;
}

/** Whether a name begins with its place: 某市某局, not 县政府办. */
export const hasPlace = (name: string): boolean =>
  findRegion(name) !== undefined || /^[^省市县区旗州盟镇乡]{1,9}[省市县区旗州盟镇乡].{2}/.test(name);

/** Bodies whose name begins with what they are nationwide: 中国人民政治协商会议 某市委员会. */
const NATIONAL =
  /^(?:中国共产党|中共|中国人民政治协商会议|政协|中国共产主义青年团|共青团|中国(?:民主|国民党革命|农工民主|致公)|九三学社|台湾民主自治同盟)/;

const PART =
  /^(?:第.{1,3}部分)?[:、]?(.{3,40}?)(?:部门|单位)?(?:概况|基本情况|主要职[责能]|职[责能]|机构设置)(?:[.．…·\s]*\d*)?$/;

/** The agency in a heading of a part or an entry of contents: 第一部分 广州市信访局概况. */
export function agencyInPart(heading: string): string | undefined {
  const name = PART.exec(squeeze(heading))?.[1];
  return name === undefined ? undefined : named(name);
}

const BEFORE_YEAR =
  /(?:^|[。；，:])([^。；，:]{3,40}?)(?:19|20)\d\d年度?(?:部门|单位)?(?:综合)?(?:收入|支出|收支|财政拨款)?(?:总)?(?:预算|决算)/;
const AFTER_YEAR =
  /(?:^|[。；:])(?:19|20)\d\d年度?,?，?([^。；，:]{4,40}?)(?:部门|单位)?(?:收入|支出|收支)(?:总)?(?:预算|决算)/;

/** The agency that a sentence tells figures of: `2026年，某市商务局收入预算…`. */
export function agencyInSentence(text: string): string | undefined {
  const plain = squeeze(text).slice(0, 300);
  for (const pattern of [BEFORE_YEAR, AFTER_YEAR]) {
    const name = pattern.exec(plain)?.[1];
    const found = name === undefined ? undefined : named(name);
    if (found) return found;
  }
  return undefined;
}

const DUTY =
  /^([^。；，：:(（]{4,40}?)(?:[(（][^)）]{0,20}[)）])?(?:是(?!指)|的?(?:主要|基本)职[责能]|负责|承担|下设|内设|在本辖区|[只仅]有本级)/;

/** The agency of a place that a paragraph on duties or offices begins with: 某市中级人民法院是国家审判机关. */
export function agencyInDuties(text: string): string | undefined {
  const name = DUTY.exec(squeeze(text))?.[1];
  const found = name === undefined ? undefined : named(name);
  return found !== undefined && AGENCY_ENDING.test(found) && hasPlace(found) ? found : undefined;
}

/** What a sentence says before it names somebody. */
const LEADING = /^(?:关于(?:公开|公布)|所属|下属|纳入|列入|现就|现将|现对|包括|其中|主要|截至|根据)+/;

function named(text: string): string | undefined {
  const name = withoutSummary(text.replace(LEADING, '').replace(/(?:关于|的)$/, ''));
  return isAgencyName(name) ? name : undefined;
}
