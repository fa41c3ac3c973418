/** Procurement against the projects that pay for it. */
import { lookup } from '../../classification/index.ts';
import { type Fen, formatAmount, wan } from '../../money.ts';
import { parseQuantity } from '../../quantity.ts';
import { foldWidth, unspaced } from '../../text/fold.ts';
import type { Ledger, ProcurementItem, Project } from '../ledger.ts';
import { projectKey, projectNamed } from '../projects.ts';
import { guessOf } from '../unconfirmed.ts';
import { type LedgerProblem, problem, total } from './problem.ts';

const WAN = 10_000;

/** What is counted by the piece. */
const WHOLE = /^[台套辆个件张把部只架支块本]$/;

/** Money, a bare number or nothing of letters: no measure of goods. */
const NO_MEASURE = /^(?:[\d.,]+|[百千万亿]*元|\P{L}+)$/u;
/** Of land, buildings and what is laid on them; equipment is counted. */
const OF_AREA = /^(?:平方米|平米|㎡|m2|亩|公顷|平方公里)$/i;
const EQUIPMENT = /^A02/;

/** What contradicts itself in a ledger's purchases; where nothing does, what the targets say otherwise. */
export function purchaseProblems(ledger: Ledger): LedgerProblem[] {
  const { procurement, projects } = ledger;
  const own = [
    ...procurement.flatMap((item, i) => itemProblems(ledger, item, `procurement[${i}]`)),
    ...procurement.flatMap((item, i) => measureProblems(item, `procurement[${i}].unit`)),
    ...beyondProject(ledger),
  ];
  return own.length > 0
    ? own
    : projects.flatMap((project, p) => boughtProblems(project, procurement, `projects[${p}].indicators`));
}

/** The first thing that is wrong with an item: a wrong quantity or price is not also a wrong amount. */
function itemProblems(ledger: Ledger, item: ProcurementItem, path: string): LedgerProblem[] {
  const { project, quantity, unitPrice, amounts, sme = 0 } = item;
  const name = `采购“${item.item}”`;
  if (project !== undefined && !projectNamed(ledger.projects, project))
    return [
      problem(
        'procurement-project',
        `${path}.project`,
        `${name}的项目“${project}”不在台账的项目中：请核对项目名称或编码。`,
      ),
    ];
  const count = quantity === undefined ? undefined : parseQuantity(quantity);
  const sum = total(amounts);
  if (quantity !== undefined && !count)
    return [problem('procurement-quantity', `${path}.quantity`, `${name}的数量“${quantity}”不是数：请填数字。`)];
  if (count && WHOLE.test(item.unit ?? '') && count.units % 10 ** count.scale !== 0)
    return [
      problem(
        'procurement-quantity',
        `${path}.quantity`,
        `${name}的数量是 ${quantity} ${item.unit}，不是整数：请核对数量和计量单位。`,
      ),
    ];
  if (count?.units === 0 && sum > 0)
    return [problem('procurement-quantity', `${path}.quantity`, `${name}的数量是 0，金额 ${wan(sum)}：请核对数量。`)];
  if (sme < 0)
    return [problem('negative-amount', `${path}.sme`, `${name}预留中小微企业份额（${wan(sme)}）是负数，请改正。`)];
  if (amounts.length === 0)
    return [problem('procurement-unpaid', `${path}.amounts`, `${name}没有填金额和资金来源：请补填。`)];
  if (count && unitPrice === sum && !isProduct(count, unitPrice, sum) && count.units > 10 ** count.scale) {
    const each = formatAmount(Math.round((sum * 10 ** count.scale) / count.units), '元');
    const message = `${name}的单价和金额都是 ${formatAmount(sum, '元')} 元，数量却是 ${quantity}：像是把总额填成了单价，单价应当是 ${each} 元，请核对。`;
    return [problem('procurement-price', `${path}.unitPrice`, message)];
  }
  if (count && unitPrice !== undefined && !isProduct(count, unitPrice, sum))
    return [
      problem(
        'procurement-amount',
        `${path}.amounts[0].fen`,
        `${name}金额 ${wan(sum)}，不等于数量 ${quantity} 乘单价 ${formatAmount(unitPrice, '元')} 元：请核对。`,
      ),
    ];
  if (sme > sum && sum >= 0)
    return [
      problem(
        'procurement-sme',
        `${path}.sme`,
        `${name}预留中小微企业份额 ${wan(sme)}，大于采购金额 ${wan(sum)}：请核对。`,
      ),
    ];
  // A tenth of a hundredth is no share that anybody reserves.
  if (sme > 0 && sme * WAN === sum)
    return [
      problem('procurement-sme', `${path}.sme`, `${name}预留中小微企业份额 ${wan(sme)}，像是按万元填的：请改成元。`),
    ];
  const { code } = item;
  if (code !== undefined && code.length > 3 && !lookup('procurement', code, ledger.year))
    return [problem('code-not-listed', `${path}.code`, `${name}的品目编码 ${code} 不在程序的采购目录里：请核对编码。`)];
  return [];
}

/** 购置台式计算机数量 20台: how many a project buys by its targets and by its purchases. */
function boughtProblems(
  { name, code, indicators }: Project,
  procurement: Ledger['procurement'],
  path: string,
): LedgerProblem[] {
  const own = procurement.filter(({ project }) => project !== undefined && (project === code || project === name));
  return indicators.flatMap(({ level3, target }, i) => {
    const [, count, unit] = /^[=＝≥]?(\d+)(\p{Script=Han}+)$/u.exec(unspaced(foldWidth(target))) ?? [];
    const alike = own.filter((each) => each.unit === unit && unspaced(level3).includes(unspaced(each.item)));
    const bought = alike.reduce((sum, { quantity }) => sum + (parseQuantity(quantity ?? '')?.units ?? Number.NaN), 0);
    const isWhole = alike.every(({ quantity }) => parseQuantity(quantity ?? '')?.scale === 0);
    if (alike.length === 0 || !isWhole || bought === Number(count)) return [];
    const message = `项目“${name}”的指标“${level3}”写 ${target}，“政府采购”里是 ${bought}${unit}：请核对哪一个对。`;
    return [problem('target-against-purchase', `${path}[${i}].target`, message)];
  });
}

/** What goods are counted in. */
function measureProblems({ item, unit = '', code = '' }: ProcurementItem, path: string): LedgerProblem[] {
  const measure = foldWidth(unspaced(unit));
  if (measure !== '' && NO_MEASURE.test(measure))
    return [
      problem(
        'procurement-unit',
        path,
        `采购“${item}”的计量单位写的是“${unit}”：请写台、套、项一类的单位，数和金额各有自己的列。`,
      ),
    ];
  if (!OF_AREA.test(measure) || !EQUIPMENT.test(code)) return [];
  const message = `采购“${item}”是设备，计量单位写的是“${unit}”：请核对计量单位和采购品目。`;
  return [problem('procurement-unit-odd', path, message)];
}

/** A unit price is rounded to the fen, so its product may be off by half a fen for each piece. */
function isProduct({ units, scale }: { units: number; scale: number }, price: Fen, sum: Fen): boolean {
  const whole = 10 ** scale;
  return Math.abs(units * price - sum * whole) * 2 <= units + whole;
}

function beyondProject({ projects, procurement, basic }: Ledger): LedgerProblem[] {
  const paidBy = (item: ProcurementItem) => {
    const named = item.project === undefined ? undefined : projectNamed(projects, item.project);
    return named ? projectKey(named) : item.project;
  };
  return [undefined, ...new Set(projects.map(projectKey))].flatMap((key) => {
    const own = procurement.filter((item) => paidBy(item) === key);
    const procured = total(own.flatMap(({ amounts }) => amounts));
    const project = projects.find((each) => projectKey(each) === key);
    const funds =
      key === undefined
        ? total(basic.filter(({ nature }) => nature === 'operating'))
        : total(projects.filter((each) => projectKey(each) === key).flatMap(({ lines }) => lines));
    // Which project pays may be what nobody has said yet.
    if (key === undefined && own.some(({ amounts }) => amounts.some(guessOf))) return [];
    // A project without money is told by itself.
    if (procured <= funds || (project && funds === 0)) return [];
    const name = project === undefined ? '公用经费' : `项目“${project.name}”`;
    const message = `${name}采购共 ${wan(procured)}，大于其预算 ${wan(funds)}：请核对。`;
    return [problem('procurement-beyond-project', `procurement[${procurement.indexOf(own[0]!)}]`, message)];
  });
}
