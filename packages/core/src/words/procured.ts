/** What sentences on procurement say was awarded to small and medium enterprises. */
import type { LookupContext } from './spoken-of.ts';

/** 由中小企业供应商中标或成交的，采购金额2万元: what was awarded of what is reserved for them, and beside it. */
export function awardedTo({ open, token, text }: LookupContext): string | undefined {
  if (open.topic !== 'procurement') return undefined;
  const clause = /[^；。]*$/.exec(text.slice(0, token.start))![0];
  const to = AWARDED.exec(clause)?.[1];
  if (!to) return undefined;
  return /其他政府采购/.test(clause)
    ? 'procurement[other-awarded]'
    : `procurement[${to === '小微' ? 'small-micro' : 'sme'}-awarded]`;
}

/** 货物采购授予中小企业合同金额占货物支出金额的100%: of what is bought of each kind. */
export const AWARDED_OF_KIND = /(?:货物|工程|服务)采购授予(?:中小|小微)企业合同金额$/;
const AWARDED = /由(中小|小微)企业[^，]*(?:中标|成交)[^，]*，采购金额(?:为)?$/;
