/** “三公”经费 and what tables print beside it: 会议费, 培训费 (财预〔2016〕143号). */
import type { Concept } from './concept.ts';
import { matcher } from './wordings.ts';

const BASIS = '财预〔2016〕143号：“三公”经费按三项公开';

/** The items of “三公”经费 and their parts, in the order of the tables. */
export const THREE_PUBLICS_ITEMS = [
  'overseas',
  'vehicles',
  'vehicle-purchase',
  'vehicle-running',
  'hospitality',
] as const;

/** What the sum of the three and of what a table prints beside them is called where both are printed: 合计 beside 小计. */
export const WITH_OTHERS = '三公、会议费和培训费之和';

/** Whether a text begins with “三公”经费, or 财政拨款“三公”经费. */
export const namesThreePublics = (text: string): boolean => named(text) === true;
const named = matcher([[true, ['[财政拨款]三公经费…']]]);

/** Endings of the items' names, which add nothing to their meaning. */
const END = '[<费|费支出|费用|费用支出|经费|支出|费预算支出|费支出预算|预算支出>]';

export const THREE_PUBLICS_CONCEPTS: readonly Concept[] = [
  {
    id: 'three-publics',
    name: '“三公”经费',
    english: 'Three publics',
    role: '小计',
    column: 'total',
    forms: ['three-publics'],
    wordings: [
      '三公经费',
      '三公经费<预算|支出|财政拨款支出|财政拨款|财政拨款预算|财政拨款支出决算|一般公共预算财政拨款支出|支出决算|总支出|一般公共预算[<拨款|财政拨款>]>',
    ],
    labels: ['…三公…<小计|合计>…', '支出合计'],
    headers: ['…三公经费…<合计|总额|总计|小计>', '统计数'],
    linesOf: 'three-publics',
    divisions: [{ parts: ['overseas', 'vehicles', 'hospitality'] }],
    basis: BASIS,
  },
  {
    id: 'three-publics-total',
    name: '合计',
    english: 'Total',
    role: 'total',
    column: 'total',
    forms: ['three-publics'],
    wordings: [],
    labels: ['合计', '总计', 'total'],
    linesOf: 'three-publics',
    basis: BASIS,
  },
  {
    id: 'overseas',
    name: '因公出国（境）费',
    english: 'Overseas travel',
    role: '因公出国',
    wordings: [`因公[临时]出国[<（境）|境>]${END}`],
    economic: ['30212'],
    linesOf: 'three-publics',
    basis: BASIS,
  },
  {
    id: 'vehicles',
    name: '公务用车购置及运行费',
    english: 'Official vehicles',
    role: '公务用车',
    wordings: [
      `公务用车购置<及|和|与><运行|运行维护|运维>${END}`,
      `公务用车<运行|运行维护|运维><及|和|与>购置${END}`,
      '公务用车<经费|费>',
    ],
    labels: ['公务用车购置[<及|和|与|、>]运<行|维>…'],
    headers: ['公务用车/小计', '公务用车/合计'],
    linesOf: 'three-publics',
    divisions: [{ parts: ['vehicle-purchase', 'vehicle-running'] }],
    basis: BASIS,
  },
  {
    id: 'vehicle-purchase',
    name: '公务用车购置费',
    english: 'Vehicle purchase',
    role: '公务用车购置',
    wordings: [`公务用车购置${END}`],
    printed: ['[车辆]购置费'],
    headers: ['购置'],
    economic: ['31013', '30913'],
    linesOf: 'three-publics',
    basis: BASIS,
  },
  {
    id: 'vehicle-running',
    name: '公务用车运行费',
    english: 'Vehicle running costs',
    role: '公务用车运行',
    wordings: [`公务用车<运行|运行维护|运维>${END}`],
    printed: ['[车辆]运行[维护]费'],
    labels: ['公务用车运<行|维>…'],
    economic: ['30231'],
    linesOf: 'three-publics',
    basis: BASIS,
  },
  {
    id: 'hospitality',
    name: '公务接待费',
    english: 'Hospitality',
    role: '公务接待',
    wordings: [`公务接待${END}`],
    labels: ['公务接待<费|支出|经费>…'],
    economic: ['30217'],
    linesOf: 'three-publics',
    basis: BASIS,
  },
  {
    id: 'meeting',
    name: '会议费',
    english: 'Meetings',
    role: '会议费',
    wordings: [],
    printed: ['会议费'],
    labels: ['会议费…'],
    economic: ['30215'],
    linesOf: 'three-publics',
  },
  {
    id: 'training',
    name: '培训费',
    english: 'Training',
    role: '培训费',
    wordings: [],
    printed: ['培训费'],
    labels: ['培训费…'],
    economic: ['30216'],
    linesOf: 'three-publics',
  },
];
