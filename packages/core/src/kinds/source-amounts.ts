/** The money of a record by where it comes from, as 项目支出表 and the tables of purchases print it side by side. */
import { conceptById, FUND_IDS, headersOfAll, SOURCE_IDS, sourceName } from '../vocabulary/index.ts';
import { type Fields, money } from './field.ts';

/** What is left of a fund from the years before, under a header of its own beside the year's money. */
const carriedFund = (id: string): Fields[string] => {
  const { name } = conceptById(id);
  return money(`${name}结转`, [`${name}结转`, ...headersOfAll(id).map((header) => `结转/${header}`)]);
};

const source = (id: string): Fields[string] => money(sourceName(conceptById(id)), headersOfAll(id));

/** The column of all of it, which a kind may call by further headers. */
export const wholeAmount = (...more: readonly string[]): Fields[string] =>
  money('合计', [...headersOfAll('total', 'amount'), '<项目|预算|资金>[总]<金额|额>', ...more], {
    usual: true,
    isWhole: true,
  });

/** One column for all of it, one for each source, the funds of earlier years apart. */
export const SOURCE_AMOUNTS: Fields = {
  total: wholeAmount(),
  appropriation: money('财政拨款', ['财政拨款', '财政拨款/<合计|小计>', ...headersOfAll('appropriation'), '财政资金']),
  ...Object.fromEntries(SOURCE_IDS.map((id) => [id, source(id)])),
  'unit-funds': money('单位资金', headersOfAll('unit-funds')),
  carryover: money('上年结转', headersOfAll('carryover')),
  ...Object.fromEntries(FUND_IDS.map((id) => [`${id}-carryover`, carriedFund(id)])),
  'non-appropriation-surplus': money('使用非财政拨款结余', headersOfAll('non-appropriation-surplus')),
};
