/** What a share is of: the whole that its words name, else the whole of the list that it stands in. */
import { codeOf } from '../model/quantity.ts';
import { nounKey } from '../text/fold.ts';
import { withoutNumbering } from '../text/numbering.ts';
import { lookup } from './meaning.ts';
import { isUnnamed, type LookupContext, type Open, type Subject } from './spoken-of.ts';

/** The quantity that a share is of, by the noun before its figure; undefined where nobody knows it. */
export function wholeOf(noun: string, context: LookupContext): string | undefined {
  const bare = noun.replace(/^(?:本|我)?(?:部门|单位)/, '');
  if (bare === '') return listWhole(context.open);
  // 占采购预算总额的22.2%, in the section of 政府采购.
  if (context.open.topic === 'procurement' && PROCURED.test(bare)) return 'procurement[total]';
  const named = lookup(bare, { ...context, open: { ...context.open }, aspect: 'level' });
  // 占收入总额的97.99%: a word that names nothing is of the whole of the list, never of the part itself.
  if (named && !named.named && named.quantity === context.open.it?.quantity) return listWhole(context.open);
  return (
    (named ?? toldAs(bare, context.open))?.quantity ??
    (ALL_PROJECTS.test(bare) ? 'expenditure[total].project' : undefined)
  );
}

const PROCURED = /^(?:政府)?采购(?:项目|预算|支出|金额|总额|总)+$/;

/** 占项目支出总额的24.86%, where neither the heading nor the words before say of which. */
const ALL_PROJECTS = /^项目支出(?:预算)?(?:总额|总计|合计)$/;

/** The subject told before that a name is short for: 基本支出预算 of 一般公共预算基本支出. */
function toldAs(noun: string, { told = [] }: Open): Subject | undefined {
  const name = shortName(noun);
  return name.length < 3 ? undefined : told.find((subject) => shortName(subject.name).endsWith(name));
}

const shortName = (name: string): string =>
  nounKey(withoutNumbering(name)).replace(/(?:预算|决算|安排|总额|合计|数|的)+$/, '');

/** The whole that a share without a noun is of. */
function listWhole({ it, lead, first, told = [], topic, divided }: Open): string | undefined {
  // 面向中小企业预留8万元…其中：面向小微企业预留5万元，占60%: of what is reserved for both.
  const sme =
    it?.quantity === 'procurement[small-micro]' && told.find(({ quantity }) => quantity === 'procurement[sme]');
  if (sme) return sme.quantity;
  // 政府采购支出总额9万元。授予中小企业合同金额8万元，占88.89%: of all that was bought.
  const bought = it?.quantity === 'procurement[sme]' && told.find(({ quantity }) => quantity === 'procurement[total]');
  if (bought) return bought.quantity;
  if (lead) return lead.quantity === it?.quantity ? undefined : lead.quantity;
  if (!it || !codeOf(it.quantity)) return undefined;
  // 财政拨款支出5986万元，主要用于：教育支出3247万元，占54%: of what the paragraph began with, where that is no item itself.
  if (first && !isUnnamed(first.quantity) && !codeOf(first.quantity)) return first.quantity;
  if (divided && !isUnnamed(divided.quantity)) return divided.quantity;
  return topic === 'general-public' ? 'general-public[total].total' : undefined;
}
