/**
 * Economic items that the words list under basic expenditure: 人员经费3万元，主要包括：基本工资2万元、津贴补贴1万元. Each is a row of the table of
 * basic expenditure, also where its name is that of something else of the budget (公务接待费, 公务用车运行维护费).
 */
import { codesNamed } from '../classification/index.ts';
import { addressOf, codeOf } from '../model/quantity.ts';
import type { Known, Open, Subject } from './spoken-of.ts';

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

/** The row that all basic expenditure told so is of: its two shares stand there too. */
const ROWS: Readonly<Record<string, string>> = {
  'general-public[total].basic': 'basic[total]',
  'basic[total].total': 'basic[total]',
  'expenditure[total].basic': 'expenditure[total]',
};
const SHARE = /等(?:(人员)|(?:日常)?公用)(?:经费|支出)$/;

/** 基本支出4万元，包括用于基本工资、津贴补贴等人员经费3万元: all that goes to people, or to running, with examples before its name. */
export function basicShare(key: string, { it, told = [], topic = '' }: Open): Subject | undefined {
  const share = SHARE.exec(key);
  const whole = [it, ...told].find((subject) => subject && ROWS[subject.quantity]);
  const isRecent = whole === it || (told[0] !== undefined && told.indexOf(whole!) === 1);
  if (!share || !whole || !isRecent) return undefined;
  const quantity = `${ROWS[whole.quantity]}.${share[1] ? 'personnel' : 'operating'}`;
  return { quantity, name: key.replace(/^.*等/, ''), topic, named: true, inner: true, passing: true };
}
