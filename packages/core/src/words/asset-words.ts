/** What things are worth that the words count or measure: 房屋2000平方米，价值1200万元; 处置车辆1辆，账面原值20万元. */
import { listed, listedUnder } from '../model/quantity.ts';
import type { FigureToken } from './figures.ts';
import type { Open, Subject } from './spoken-of.ts';

const ASSETS = 'assets[value]';
/** What no table of money prints. */
const WORTHS = 'worth';
const WORTH = /^(?:总|账面)?(?:价值|原值|净值|金额)(?:合计|总额)?(?:为|共|约)*$/;
/** What was taken for them. */
const INCOME = /资产(?:处置|使用|出租)收入$/;
const OTHERS = /^其他(?:固定|各类|国有)?资产(?:价值|金额|原值)?(?:为|共|约)*$/;
/** What is counted or measured in the clause before. */
const THING =
  /(?:^|[，。；：、）]|\d[.．])(?<thing>[^，。；：、\d]{2,24}?)(?:共计|共|为)?\d[\d,]*(?:\.\d+)?(?:平方米|㎡|亩|辆|台|套|项|件|处|栋)[^，。；]{0,8}，[^，。；]*$/;
const MEANS = /^(?:其中|共有|现有|有|本部门|本单位|我部门|我单位)+/;

/** The worth of what was counted or measured right before; undefined where the noun is no worth or nothing was. */
export function worthOfThings(
  noun: string,
  { token, text, open }: { token: FigureToken; text: string; open: Open },
): Subject | undefined {
  if (token.printed.kind !== 'amount') return undefined;
  const income = INCOME.exec(noun)?.[0];
  if (income) return told(income, open);
  if (open.topic === 'assets' && /^[^，。；]{2,12}价值$/.test(noun)) return told(noun, open);
  // 房屋1200平方米，价值987万元；…；其他资产200万元.
  const isRest =
    open.topic === 'assets' &&
    OTHERS.test(noun) &&
    open.told?.some(({ quantity }) => listed(quantity)?.whole === WORTHS);
  if (isRest) return told(noun, open);
  if (!WORTH.test(noun)) return undefined;
  const thing = THING.exec(text.slice(Math.max(0, token.start - 80), token.start))?.groups?.thing?.replace(MEANS, '');
  if (!thing) return undefined;
  return told(`${thing}${noun}`, open);
}

const told = (name: string, { topic = '' }: Open): Subject => ({
  quantity: listedUnder(WORTHS, name),
  name,
  topic,
  named: true,
  passing: true,
});

/** 资产总额3万元，其中，固定资产2万元: where all assets were told, the fixed ones are a part of them, whose value is told elsewhere alone. */
export function fixedAmongAll(subject: Subject, { told = [] }: Open): Subject {
  const isFixed = ({ name }: Subject) => name.includes('固定');
  const all =
    subject.quantity === ASSETS && isFixed(subject) && told.some((each) => each.quantity === ASSETS && !isFixed(each));
  return all ? { ...subject, quantity: listedUnder(ASSETS, '固定资产') } : subject;
}
