/** “三公”经费, in whole and by its parts; the names of the parts are those of each region's table. */
import * as n from '../nouns.ts';

const AGAINST = '，{it:against}{reason}';
const DONE = '[，完成预算的{it:completion}]';
const LAST = '与{base}度相比，';

const vehicles = (whole: string, running: string) =>
  `${whole}{three-publics[vehicles]}万元，{it:against}。其中：${n.VEHICLE_PURCHASE}{three-publics[vehicle-purchase]}万元${AGAINST}；${running}{three-publics[vehicle-running]}万元${AGAINST}。`;
const executed = (name: string, item: string) => `${name}决算为{three-publics[${item}]}万元${DONE}`;
const moved = (name: string, item: string) => `${name}决算{three-publics[${item}]:change}`;

export const PUBLICS_SENTENCES = {
  'publics-agency': `{year}年，{agency}财政拨款${n.PUBLICS}预算{three-publics[total]}万元${AGAINST}。其中：`,
  'publics-budget': `{year}年${n.PUBLICS}预算数为{three-publics[total]}万元${AGAINST}。其中：`,
  overseas: `${n.OVERSEAS}{three-publics[overseas]}万元${AGAINST}。`,
  vehicles: vehicles(n.VEHICLES, n.VEHICLE_RUNNING),
  'vehicles-maintenance': vehicles('公务用车购置及运维费', '公务用车运行维护费'),
  hospitality: `${n.HOSPITALITY}{three-publics[hospitality]}万元${AGAINST}。`,
  'publics-completion': `{year}年度${n.PUBLICS}财政拨款支出年初预算为{three-publics[total]:initial}万元，支出决算为{it}万元${DONE}，其中：${executed(n.OVERSEAS, 'overseas')}；${executed('公务用车购置及运行费', 'vehicles')}；${executed(n.HOSPITALITY, 'hospitality')}。“三公”经费支出决算数{three-publics[total]:order}预算数{order-reason}。`,
  'publics-change': `${LAST}“三公”经费财政拨款支出决算{three-publics[total]:change}[，{it:percent}]{reason}。其中：${moved(n.OVERSEAS, 'overseas')}；${moved(n.VEHICLES, 'vehicles')}；${moved(n.HOSPITALITY, 'hospitality')}。`,
  'overseas-final': `${n.OVERSEAS}支出{three-publics[overseas]}万元。全年使用财政拨款安排因公出国（境）团组{trips[groups]}个，累计{trips[people]}人次。`,
  'vehicles-final': `${n.VEHICLES}支出{three-publics[vehicles]}万元。其中：${n.VEHICLE_PURCHASE}支出{three-publics[vehicle-purchase]}万元，全年购置公务用车{vehicles-purchase[total]}辆；${n.VEHICLE_RUNNING}支出{three-publics[vehicle-running]}万元，年末公务用车保有量{vehicles[total]}辆。`,
  'hospitality-final': `${n.HOSPITALITY}支出{three-publics[hospitality]}万元。全年国内公务接待{receptions[batches]}批次，累计{receptions[people]}人次。`,
} as const;
