/** The same thing told on two sheets: vehicles and equipment counted and listed as assets, the unit in 机构设置, purchases and who pays. */
import { wan } from '../../money.ts';
import { parseQuantity } from '../../quantity.ts';
import { unspaced } from '../../text/fold.ts';
import { lineKey } from '../../text/numbering.ts';
import type { Ledger, ProjectCategory, RevenueLine } from '../ledger.ts';
import { projectNamed } from '../projects.ts';
import { hasAllSections, PUBLIC_SECTIONS } from '../publics.ts';
import { guessOf } from '../unconfirmed.ts';
import { fundName, type LedgerProblem, placedLines, problem, total } from './problem.ts';

/** What two sheets tell differently. */
export const acrossProblems = (ledger: Ledger): LedgerProblem[] => [
  ...countedProblems(ledger),
  ...unitProblems(ledger),
  ...payerProblems(ledger),
  ...projectProblems(ledger),
];

const CARS = 'vehicles[total]';
/** 公务用车运行维护费. */
const RUNNING = PUBLIC_SECTIONS['vehicle-running'] ?? [];
const BOUGHT = 'vehicles-purchase[total]';
const LARGE = 'equipment[large]';
const LARGE_BOUGHT = 'equipment-purchase[large]';
/** 办公、专用设备购置, 大型修缮, 信息网络及软件购置更新, 物资储备 and the like. */
const EQUIPMENT_SECTIONS = /^(?:309|310)/;
/** 单价在20万元以上的设备, of which those of a million are part. */
const EQUIPMENT = /单[价位].*?(\d+)万元.*设备/;
const MILLION = 100;

function countedProblems(ledger: Ledger): LedgerProblem[] {
  const { counts, assets } = ledger;
  const cars = assets.find(({ label }) => /^车辆/.test(lineKey(label)));
  const equipment = assets.find(({ label }) => Number(EQUIPMENT.exec(lineKey(label))?.[1] ?? MILLION + 1) <= MILLION);
  const [listed, least] = [wholeOf(cars?.quantity), wholeOf(equipment?.quantity)];
  const told: LedgerProblem[] = [];
  const tell = (code: string, quantity: string, message: string) =>
    told.push(problem(code, `counts[${quantity}]`, message));
  if (counts[CARS] !== undefined && listed !== undefined && listed !== counts[CARS])
    tell('count-of-assets', CARS, `现有车辆填 ${counts[CARS]} 辆，“资产”里“${cars?.label}”是 ${listed}：请核对。`);
  if (counts[LARGE] !== undefined && least !== undefined && counts[LARGE] > least)
    tell(
      'count-of-assets',
      LARGE,
      `单价100万元以上设备填 ${counts[LARGE]} 台（套），多于“资产”里“${equipment?.label}”的 ${least}：请核对。`,
    );
  const isEquipped = placedLines(ledger).some(({ line }) => EQUIPMENT_SECTIONS.test(line.economic ?? ''));
  if ((counts[LARGE_BOUGHT] ?? 0) > 0 && hasAllSections(ledger) && !isEquipped)
    tell(
      'cars-without-money',
      LARGE_BOUGHT,
      `今年购置单价100万元以上设备填 ${counts[LARGE_BOUGHT]} 台（套），支出里没有设备购置（如 31002、31003）：请核对。`,
    );
  const sections = PUBLIC_SECTIONS['vehicle-purchase'] ?? [];
  const isBought = placedLines(ledger).some(({ line }) => sections.includes(line.economic ?? ''));
  const isRun = placedLines(ledger).some(({ line }) => RUNNING.includes(line.economic ?? ''));
  if (counts[CARS] === 0 && (listed ?? 0) === 0 && isRun)
    tell(
      'count-of-assets',
      CARS,
      `现有车辆填 0 辆，支出里却有公务用车运行维护费（${RUNNING.join('、')}）：请核对车辆数和经济科目。`,
    );
  if (counts[BOUGHT] === 0 && isBought)
    tell(
      'cars-without-money',
      BOUGHT,
      `今年购置车辆填 0 辆，支出里却有公务用车购置（${sections.join('、')}）：请核对车辆数和经济科目。`,
    );
  if ((counts[BOUGHT] ?? 0) > 0 && hasAllSections(ledger) && !isBought)
    tell(
      'cars-without-money',
      BOUGHT,
      `今年购置车辆填 ${counts[BOUGHT]} 辆，支出里没有公务用车购置（${sections.join('、')}）：请核对。`,
    );
  return told;
}

/** A whole number of things; undefined of none, and of square metres and the like. */
function wholeOf(text: string | undefined): number | undefined {
  const quantity = parseQuantity(text ?? '');
  return quantity && quantity.scale === 0 ? quantity.units : undefined;
}

/** A name of a unit with the year or the kind of its document behind or before it; words that stand for a name. */
const MORE_THAN_NAME = /20\d\d年|(?:部门|单位)(?:预算|决算|台账)|(?:预算|决算)(?:公开|说明|表|台账)?$/;
const NO_NAME = /^(?:本|我|该|某)(?:单位|部门|局|委|办|厅|校|院|中心)$/;

/** A unit's ledger tells of one unit, under one name. */
function unitProblems({ agency, organization }: Ledger): LedgerProblem[] {
  const { name, code = '', level } = agency;
  const isSpaced = unspaced(name) !== name && /\p{Script=Han}\s+\p{Script=Han}/u.test(name);
  const isNamed = /\p{L}/u.test(name) && !MORE_THAN_NAME.test(name) && !NO_NAME.test(unspaced(name));
  const others =
    level === 'unit' && isNamed
      ? organization.flatMap(({ unit }, i) => (unspaced(unit) === unspaced(name) ? [] : [{ unit, i }]))
      : [];
  const twice = organization.flatMap(({ unit }, i) =>
    organization.findIndex((other) => unspaced(other.unit) === unspaced(unit)) < i ? [{ unit, i }] : [],
  );
  return [
    ...twice.map(({ unit, i }) =>
      problem('unit-twice', `organization[${i}].unit`, `“${unit}”前面已经填过：一个单位只填一行，请删去一行。`),
    ),
    ...(/\p{Script=Han}/u.test(code)
      ? [problem('unit-code', 'code', `单位编码写的是“${code}”：这一格只写编码，名称写在“单位名称”。`)]
      : []),
    ...(/^[\w-]+(?:\s+[\w-]+)+$/.test(code)
      ? [problem('name-spaced', 'code', `单位编码“${code}”中间有空格，会照样印出来：请删去。`)]
      : []),
    ...(/\p{L}/u.test(name)
      ? []
      : [problem('unit-name', 'agency.name', `单位名称写的是“${name}”：这一格写名称，编码写在“单位编码”。`)]),
    ...(MORE_THAN_NAME.test(name)
      ? [
          problem(
            'unit-name-more',
            'agency.name',
            `单位名称写的是“${name}”：这一格只写单位的全称，年度和文种另有自己的列，请删去多写的字。`,
          ),
        ]
      : []),
    ...(NO_NAME.test(unspaced(name))
      ? [problem('unit-name', 'agency.name', `单位名称写的是“${name}”：会印在封面上，请写单位的全称。`)]
      : []),
    ...(isSpaced ? [problem('name-spaced', 'agency.name', `单位名称“${name}”中间有空格，会照样印出来：请删去。`)] : []),
    ...others.map(({ unit, i }) =>
      problem(
        'other-unit',
        `organization[${i}].unit`,
        `这里写的是“${unit}”，“基本信息”的单位是“${name}”：单位的台账只写本单位，请核对。`,
      ),
    ),
  ];
}

/** A purchase that its project, or operating expenditure, has no money of that source for. */
function payerProblems({ procurement, projects, basic }: Ledger): LedgerProblem[] {
  return procurement.flatMap(({ item, project, amounts }, i) => {
    const own = project === undefined ? undefined : projectNamed(projects, project);
    if (project !== undefined && !own) return [];
    const lines = own ? own.lines : basic.filter(({ nature }) => nature === 'operating');
    const isOpen = (line: RevenueLine) => project === undefined && guessOf(line) !== undefined;
    const at = amounts.findIndex((line) => !isOpen(line) && lines.every(({ fund }) => fund !== line.fund));
    if (lines.length === 0) return [];
    const payer = own ? `项目“${own.name}”` : '公用经费';
    if (at < 0) return carriedProblems(item, amounts, lines, `procurement[${i}]`, payer);
    const message = `采购“${item}”的资金来源是${fundName(amounts[at]!.fund)}，${payer}没有这项资金：请核对。`;
    return [problem('procurement-fund', `procurement[${i}].amounts[${at}].fund`, message)];
  });
}

/** Paid from what was carried over, where the payer has none of that source carried over; or the other way round. */
function carriedProblems(
  item: string,
  amounts: readonly RevenueLine[],
  lines: readonly RevenueLine[],
  path: string,
  payer: string,
): LedgerProblem[] {
  const at = amounts.findIndex(
    (line) =>
      guessOf(line) === undefined &&
      lines.every(({ fund, carried = false }) => fund !== line.fund || carried !== (line.carried ?? false)),
  );
  const line = amounts[at];
  if (!line) return [];
  const [own, other] = line.carried ? ['上年结转的', '今年的'] : ['今年的', '上年结转的'];
  const message = `采购“${item}”的资金来源是${own}${fundName(line.fund)}，${payer}只有${other}：请改“上年结转”一格，或核对${payer}的来源。`;
  return [problem('procurement-carried', `${path}.amounts[${at}].carried`, message)];
}

const PERSONNEL: ProjectCategory = 'personnel';
const WAN = 10_000;
/** Years ahead differ, but not by so much. */
const FAR = 100;

function projectProblems({ projects, year }: Ledger): LedgerProblem[] {
  return projects.flatMap(({ name, category, lines, later = [] }, i): LedgerProblem[] => {
    const other = lines.find(({ economic }) => economic !== undefined && !/^30[13]/.test(economic));
    const own = total(lines);
    const small = later.findIndex(
      ({ fen }) => fen > 0 && fen * FAR < own && fen * WAN * FAR > own && fen * WAN < own * FAR,
    );
    const large = later.findIndex(({ fen }) => own > 0 && fen >= own * FAR);
    return [
      ...(category === PERSONNEL && other
        ? [
            problem(
              'category-of-section',
              `projects[${i}].category`,
              `项目“${name}”是人员类，支出里却有 ${other.economic}（${wan(other.fen)}）：请核对项目类别和经济科目。`,
            ),
          ]
        : []),
      ...(large >= 0
        ? [
            problem(
              'later-far',
              `projects[${i}].${later[large]!.year === year + 1 ? 'second' : 'third'}`,
              `项目“${name}”${later[large]!.year} 年的金额是 ${wan(later[large]!.fen)}，今年是 ${wan(own)}，相差 ${FAR} 倍以上：请核对是不是多写了几位。`,
            ),
          ]
        : []),
      ...(small >= 0
        ? [
            problem(
              'later-in-wan',
              `projects[${i}].${later[small]!.year === year + 1 ? 'second' : 'third'}`,
              `项目“${name}”${later[small]!.year} 年的金额是 ${wan(later[small]!.fen)}，今年是 ${wan(own)}：像是按万元填的，请核对。`,
            ),
          ]
        : []),
    ];
  });
}
