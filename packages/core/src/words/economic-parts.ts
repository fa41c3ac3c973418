/**
 * Economic items that the words list under basic expenditure: 人员经费3万元，主要包括：基本工资2万元、津贴补贴1万元. Each is a row of the table of
 * basic expenditure, also where its name is that of something else of the budget (公务接待费, 公务用车运行维护费).
 */
import { codesNamed } from '../classification/index.ts';
import { addressOf, codeOf } from '../model/quantity.ts';
import type { Known, Subject } from './spoken-of.ts';

/** The quantity of the row, within a list of basic expenditure; undefined elsewhere, and for a name of no item or of several. */
export function economicPart(
  name: string,
  whole: Subject | undefined,
  { year }: Pick<Known, 'year'>,
): string | undefined {
  if (!whole || !isOfBasic(whole.quantity)) return undefined;
  const codes = codesNamed('economic', name, year).filter((code) => /^3\d{2}(?:\d{2})?$/.test(code));
  return codes.length === 1 ? `basic[${codes[0]}].total` : undefined;
}

/** Whether a quantity is the whole of basic expenditure in its own table, of personnel or of operating money, or a class of it. */
function isOfBasic(quantity: string): boolean {
  const address = addressOf(quantity);
  return address?.form === 'basic' && (address.row === 'total' || codeOf(quantity)?.length === 3);
}

/** Whether a subject is such an item. */
export const isEconomicItem = ({ quantity }: Subject): boolean =>
  addressOf(quantity)?.form === 'basic' && codeOf(quantity) !== undefined;
