/** What a unit is, against what it is said to be elsewhere, to be paid by and to spend. */
import { formatAmount, wan } from '../../money.ts';
import type { Ledger } from '../ledger.ts';
import { spentByNature } from '../nature-by-lines.ts';
import { guessOf } from '../unconfirmed.ts';
import { type LedgerProblem, problem, total } from './problem.ts';

const WAN = 10_000;

/** What does not go with the unit's nature; nothing of a department, whose units are of several. */
export function natureProblems(ledger: Ledger): LedgerProblem[] {
  if (ledger.agency.level === 'department') return [];
  const differs = [...natureDiffers(ledger), ...operatingProblems(ledger)];
  return differs.length > 0 ? differs : [...spentByOthers(ledger), ...fundedAsOthers(ledger)];
}

/** The unit's nature in 基本信息 against 机构设置; an institution with operating expenses is told by them. */
function natureDiffers(ledger: Ledger): LedgerProblem[] {
  const own = ownRow(ledger)?.nature;
  const isInstitution = own !== undefined && /事业/.test(own) && !/参/.test(own);
  if (own === undefined || ledger.agencyOperating !== undefined) return [];
  if (isInstitution === (ledger.nature === 'institution')) return [];
  const message = `单位性质与“机构设置”里写的“${own}”不一致：请核对，改正其中一个。`;
  return [problem('nature-differs', 'nature', message)];
}

const ownRow = ({ organization, agency }: Ledger) => organization.find(({ unit }) => unit === agency.name);

/** 机关运行经费 of an institution, which has none; of others, when it is not the 公用经费 of the general public budget. */
function operatingProblems({ nature, agencyOperating, basic }: Ledger): LedgerProblem[] {
  if (!agencyOperating || agencyOperating < 0) return [];
  const own = total(basic.filter(({ nature: of, fund }) => of === 'operating' && fund === 'general-public'));
  if (nature !== 'institution') {
    if (own === 0 || own === agencyOperating) return [];
    const told = `机关运行经费填的是 ${formatAmount(agencyOperating, '元')} 元，一般公共预算的公用经费是 ${formatAmount(own, '元')} 元`;
    return agencyOperating * WAN === own
      ? [problem('operating-in-wan', 'agencyOperating', `${told}：像是按万元填的，请改成元。`)]
      : [problem('operating-differs', 'agencyOperating', `${told}：请核对，一样的不用填。`)];
  }
  const message = `单位性质是事业单位，没有机关运行经费，却填了 ${wan(agencyOperating)}：请改单位性质或删去。`;
  return [problem('operating-of-institution', 'agencyOperating', message)];
}

/** Basic expenditure that only units of the other nature have: one message, as the nature may be what is wrong. */
function spentByOthers({ nature, basic, year }: Ledger): LedgerProblem[] {
  const isInstitution = nature === 'institution';
  const others = isInstitution ? 'administrative' : 'institution';
  const found = basic.map((line) =>
    guessOf(line) ? undefined : spentByNature(line, year).find((one) => one.nature === others),
  );
  const at = found.findIndex((each) => each !== undefined);
  if (at < 0) return [];
  const named = [...new Set(found.flatMap((each) => each?.named ?? []))].join('、');
  const [own, other] = isInstitution ? ['事业单位', '行政单位和参公单位'] : ['行政单位或参公单位', '事业单位'];
  const message = `单位性质是${own}，基本支出里却有${named}，一般只有${other}才有：请核对单位性质和科目。`;
  return [problem('spent-by-others', `basic[${at}].${found[at]!.by}`, message)];
}

/** 自收自支, 经费自理, 差额: how institutions are kept. */
const OWN_KEEP = /自收自支|自理|差额/;

function fundedAsOthers(ledger: Ledger): LedgerProblem[] {
  const row = ownRow(ledger);
  if (!row?.funding || ledger.nature === 'institution' || !OWN_KEEP.test(row.funding)) return [];
  const path = `organization[${ledger.organization.indexOf(row)}].funding`;
  const message = `单位性质是行政单位或参公单位，经费保障形式写的是“${row.funding}”，只有事业单位才这样：请核对。`;
  return [problem('funded-as-others', path, message)];
}
