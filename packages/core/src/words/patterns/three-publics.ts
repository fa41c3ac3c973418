/** “三公”经费, in whole and by its parts, and agency operating expenses. */
import * as n from './nouns.ts';
import type { Topic } from './topic.ts';

const CHANGE = '，比{base}预算{it:change}';
const DONE = '完成预算的{it:completion}';

export const THREE_PUBLICS: readonly Topic[] = [
  {
    id: 'three-publics',
    heading: /三公.{0,2}经费/,
    sentences: [
      `{year}年${n.PUBLICS}预算数为{three-publics[total]}万元${CHANGE}。其中：（一）${n.OVERSEAS}{three-publics[overseas]}万元${CHANGE}。（二）${n.VEHICLES}{three-publics[vehicles]}万元${CHANGE}。其中：${n.VEHICLE_PURCHASE}{three-publics[vehicle-purchase]}万元${CHANGE}；${n.VEHICLE_RUNNING}{three-publics[vehicle-running]}万元${CHANGE}。（三）${n.HOSPITALITY}{three-publics[hospitality]}万元${CHANGE}。`,
      `${n.PUBLICS}年初预算为{three-publics[total]:initial}万元，支出决算为{it}万元，${DONE}，其中：${n.OVERSEAS}决算为{three-publics[overseas]}万元，${DONE}；${n.VEHICLES}决算为{three-publics[vehicles]}万元，${DONE}；${n.HOSPITALITY}决算为{three-publics[hospitality]}万元，${DONE}。“三公”经费支出决算数{three-publics[total]:order}预算数。`,
      `{year}年${n.PUBLICS}决算数与{base}{three-publics[total]:change}。其中：${n.OVERSEAS}决算{three-publics[overseas]:change}；${n.VEHICLES}决算{three-publics[vehicles]:change}；${n.HOSPITALITY}决算{three-publics[hospitality]:change}。`,
      `其中：${n.DOMESTIC}{hospitality[domestic]}万元（其中：${n.FOREIGN}{hospitality[foreign]}万元），${n.ABROAD}{hospitality[abroad]}万元。`,
      `其中：${n.GUESTS}{hospitality[guests]}万元，${n.DOMESTIC}{hospitality[domestic]}万元。`,
    ],
  },
  {
    id: 'meetings',
    heading: /^(?!.*三公).*(?:会议费|培训费)/,
    sentences: [
      `${n.MEETING}{three-publics[meeting]}万元${CHANGE}。`,
      `${n.TRAINING}{three-publics[training]}万元${CHANGE}。`,
    ],
  },
  {
    id: 'agency-operating',
    heading: /运行经费/,
    sentences: [
      `{year}年，{agency}${n.AGENCY_OPERATING}共计安排{agency-operating}万元[，比{base}{it:change}][，{it:percent}]。`,
    ],
  },
];
