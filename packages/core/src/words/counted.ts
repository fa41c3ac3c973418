/** Things that are counted, not money: vehicles of any use, large equipment, projects with targets, offices and units, trips, receptions. */
import { thingOf } from '../model/quantity.ts';
import { isCount } from '../model/stated.ts';
import type { FigureToken } from './figures.ts';

/** Whether a quantity counts things. */
export const isCounted = (quantity: string): boolean => isCount(quantity) || thingOf(quantity) === 'organization';

/** What stands behind a count says what is counted: 共计31个一级项目, 内设9个处室. */
const BEHIND: readonly (readonly [RegExp, string])[] = [
  [/^(?:[一二]级)?(?:预算)?(?:部门)?项目/, 'performance[projects]'],
  [/^(?:(?:机关)?(?:内设|职能|行政)*(?:机构|处室|科室|处（|部门|处、|股室))/, 'organization[offices]'],
  [
    /^(?:所属|下属|直属|基层|[二三]级|独立|行政|事业|参公|全额|公益[一二]类)*(?:预算)?(?:事业)?单位/,
    'organization[units]',
  ],
];

/** The quantity that the words behind a count name; undefined where they name none. */
export function countedBehind(text: string, { printed, end }: FigureToken, topic: string | undefined) {
  if (printed.kind !== 'count' || printed.unit !== '个') return undefined;
  const behind = text.slice(end, end + 16);
  const found = BEHIND.find(([pattern]) => pattern.test(behind))?.[1];
  return found === 'performance[projects]' && topic !== 'performance' ? undefined : found;
}

/** What is counted by the piece that documents name in ways of their own. */
const VEHICLE = /(?:用车|车辆|[轿客货卡]车|公车|大巴车?|车)$/;
const LARGE = /设备(?:（[^（）]*）)?$/;

/** What final accounts count beside “三公”经费, by the words before the count and its unit. */
const BESIDE_PUBLICS: readonly (readonly [RegExp, string])[] = [
  [/(?:国外|境外|国\(境\)外)(?:公务)?接待(?:批次|共|了|为)*(?:批次?|个)$/, 'receptions[abroad-batches]'],
  [/(?:外事|外宾)(?:公务)?接待(?:批次|共|了|为)*(?:批次?|个)$/, 'receptions[foreign-batches]'],
  [/(?:外事|外宾)(?:公务)?接待(?:共|了|为)*人次$/, 'receptions[foreign-people]'],
  [/接待(?:批次|共计?|了|为)*(?:批次?|(?<=批次(?:共|为)?)个)$/, 'receptions[batches]'],
  [/团组(?:数|共|为)*个$/, 'trips[groups]'],
  [/(?:公务用车|公务车辆?|车辆)(?:现|实际)?保有量(?:为|共|是)*辆$/, 'official-cars[total]'],
  [
    /(?:购置|更新)(?:公务用车|公务车辆?|车辆)(?:数量?|共|了|为)*辆$|公务用车购置(?:数量?|共|了|为)*辆$/,
    'vehicles-purchase[total]',
  ],
];

/** The quantity of a count that is told beside “三公”经费; undefined where it is of something else. */
export const countedBesidePublics = (noun: string, { printed }: FigureToken): string | undefined =>
  printed.kind === 'count'
    ? BESIDE_PUBLICS.find(([pattern]) => pattern.test(`${noun}${printed.unit}`))?.[1]
    : undefined;

/**
 * The quantity of a count whose noun no pattern knows: a use of vehicles within a list of them (`vehicles[业务用车]`), or
 * equipment above a price, owned or to be bought.
 * @param of the quantity spoken of
 */
export function countedNoun(noun: string, { printed }: FigureToken, of: string | undefined): string | undefined {
  if (printed.kind !== 'count' || !/[辆台套]/.test(printed.unit)) return undefined;
  const name = noun.replace(/^(?:其中|包括|分别为|含|[：，、])+/, '');
  if (LARGE.test(name) && /\d|以上/.test(name))
    return /购置|配备|新增|采购/.test(name) || of === 'vehicles-purchase[total]'
      ? 'equipment-purchase[large]'
      : 'equipment[large]';
  const thing = of === undefined ? '' : thingOf(of);
  if (!thing.startsWith('vehicles') || !VEHICLE.test(name) || /购置|更新|采购/.test(name)) return undefined;
  return `${thing}[${name}]`;
}
