/** Things that are counted, not money: vehicles of any use, large equipment, projects with targets, offices and units, trips, receptions. */
import { thingOf } from '../model/quantity.ts';
import { isCount } from '../model/stated.ts';
import type { FigureToken } from './figures.ts';
import { LEADING } from './lexicon.ts';

/** Whether a quantity counts things. */
export const isCounted = (quantity: string): boolean => isCount(quantity) || thingOf(quantity) === 'organization';

/** 车均运行维护费, 人均经费: what comes to each of them. */
export const isOfEach = (name: string): boolean => /(?:[车人户]均|每[辆人户])[^，。；]{0,16}$/.test(name);

const OFFICES = '(?:机关)?(?:内设|内部|职能|行政|业务)*(?:机构|处室|科室|股室|部门|处（|处、)';
const UNITS =
  '(?:所属|下属|下设|直属|基层|[二三]级|独立|行政|事业|参公|全额|公益[一二]类)*(?:预算)?(?:核算)?(?:事业)?单位';
/** Whatever else agencies are made of: 事业编制机构5个, 3个中心. */
const BODY = '[^，。；：、（）\\d]{0,24}(?:机构|单位|部门|科室|处室|站所|中心|大队|学校|医院|教学班)';
const AS_MANY = '(?:数|共|总|共有|共计|计|为|有|分别)*';

/** What stands behind a count says what is counted: 共计31个一级项目, 内设9个处室. */
const BEHIND: readonly (readonly [RegExp, string])[] = [
  [/^(?:[一二]级)?(?:预算)?(?:部门)?项目/, 'performance[projects]'],
  [new RegExp(`^${OFFICES}`), 'organization[offices]'],
  [new RegExp(`^${UNITS}`), 'organization[units]'],
];
const BODY_BEHIND = new RegExp(`^(${BODY})`);
const CARS_BEHIND = /^(?:公务用?车|公车|车辆)/;

/** What stands before a count of bodies: 内设机构共6个, 下属单位1个. */
const BEFORE: readonly (readonly [RegExp, string])[] = [
  [new RegExp(`(?:^|[设内])${OFFICES}${AS_MANY}$`), 'organization[offices]'],
  [new RegExp(`(?:下属|所属|直属|下设|[二三]级)(?:预算|核算)?单位${AS_MANY}$`), 'organization[units]'],
];
const BODY_BEFORE = new RegExp(`(${BODY})${AS_MANY}$`);

/** The quantity that the words behind a count name; undefined where they name none. */
export function countedBehind(text: string, { printed, end }: FigureToken, topic: string | undefined) {
  if (printed.kind !== 'count' || printed.unit !== '个') return undefined;
  const behind = text.slice(end, end + 32);
  const found = BEHIND.find(([pattern]) => pattern.test(behind))?.[1];
  if (found === 'performance[projects]') return topic === 'performance' ? found : undefined;
  return found ?? bodyNamed(BODY_BEHIND.exec(behind)?.[1]);
}

/** The bodies that the words before a count name; undefined where they name none. */
export function bodiesBefore(noun: string, { printed }: FigureToken): string | undefined {
  if (printed.kind !== 'count' || printed.unit !== '个') return undefined;
  return BEFORE.find(([pattern]) => pattern.test(noun))?.[1] ?? bodyNamed(BODY_BEFORE.exec(noun)?.[1]);
}

const bodyNamed = (name: string | undefined): string | undefined =>
  name && `organization[${name.replace(LEADING, '')}]`;

/** Cars counted in passing: 用于经批准购置的5辆公务用车, 3辆公务车的燃料费. */
export function carsInPassing(noun: string, text: string, { printed, end }: FigureToken): string | undefined {
  if (printed.kind !== 'count' || printed.unit !== '辆' || !CARS_BEHIND.test(text.slice(end, end + 4)))
    return undefined;
  return /购置|更新/.test(noun) ? 'vehicles-purchase[total]' : 'official-cars[running]';
}

/** What is told of one count goes on with another: 24批次，210人次. */
const GOES_ON: Readonly<Record<string, string>> = {
  'receptions[batches]': 'receptions[people]',
  'receptions[foreign-batches]': 'receptions[foreign-people]',
  'receptions[abroad-batches]': 'receptions[abroad-people]',
  'trips[groups]': 'trips[people]',
};

/** How many people a count of batches or groups right before was of; undefined behind anything else. */
export const peopleOf = ({ printed }: FigureToken, before: string | undefined): string | undefined =>
  printed.kind === 'count' && printed.unit === '人次' && before !== undefined ? GOES_ON[before] : undefined;

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
  [/因公(?:临时)?出国(?:\(境\)|（境）)?(?:人次|累计|共|为)*人次$/, 'trips[people]'],
  [/国内(?:公务)?接待(?:共|了|为)*人次$/, 'receptions[people]'],
  [/(?:^|公务用车|公务车辆?|车辆)(?:现|实际)?保有量(?:为|共|是)*辆$/, 'official-cars[total]'],
  [
    /(?:购置|更新)(?:公务用车|公务车辆?|车辆)(?:数量?|共|了|为)*[辆台]$|公务用车购置(?:数量?|共|了|为)*辆$|^购置辆$/,
    'vehicles-purchase[total]',
  ],
  [/(?:召开|举办|组织)(?:各类|业务)*会议(?:共|了)*个$/, 'gatherings[meetings]'],
  [/参加会议(?:人员|人数)?(?:共|累计)*人次$/, 'gatherings[meeting-people]'],
  [/(?:开展|举办|组织)(?:各类|业务)*培训(?:班|共|了)*个$/, 'gatherings[trainings]'],
  [/(?:参加|组织)培训(?:人员|人数)?(?:共|累计)*人次$/, 'gatherings[training-people]'],
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
  // 旅行车（含商务车）2辆.
  const use = name.replace(/[（(][^（）()]*[）)]$/, '');
  if (LARGE.test(name) && /\d|以上/.test(name))
    return /购置|配备|新增|采购/.test(name) || of === 'vehicles-purchase[total]'
      ? 'equipment-purchase[large]'
      : 'equipment[large]';
  const thing = of === undefined ? '' : thingOf(of);
  if (!thing.startsWith('vehicles') || !VEHICLE.test(use) || /购置|更新|采购/.test(name)) return undefined;
  return `${thing}[${name}]`;
}
