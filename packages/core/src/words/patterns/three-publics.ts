/** “三公”经费, in whole and by its parts, and agency operating expenses. */
import type { Topic } from './topic.ts';

const TOTAL =
  '…<“三公”经费|“三公”经费预算|“三公”经费支出|“三公”经费财政拨款支出|“三公”经费财政拨款|“三公”经费财政拨款预算|“三公”经费财政拨款支出决算|“三公”经费一般公共预算财政拨款支出|“三公”经费支出决算|“三公”经费总支出|财政拨款“三公”经费>';
const OVERSEAS =
  '…<因公出国（境）费|因公出国（境）费用|因公出国（境）经费|因公出国（境）费支出|因公出国（境）费用支出|因公出国费|因公出国（境）支出|因公出国境费>';
const VEHICLES =
  '…<公务用车购置及运行费|公务用车购置及运维费|公务用车购置及运行维护费|公务用车购置和运行费|公务用车购置和运行维护费|公务用车购置及运行费支出|公务用车购置及运行维护费支出|公务用车费|公务用车购置及运行维护经费|公务用车购置及运行维护支出>';
const PURCHASE = '…<公务用车购置费|公务用车购置|公务用车购置支出|公务用车购置费支出|购置公务用车费>';
const RUNNING =
  '…<公务用车运行费|公务用车运行维护费|公务用车运维费|公务用车运行维护支出|公务用车运行费支出|公务用车运行维护费支出|公务用车运行支出|公务用车运行维护经费>';
const HOSPITALITY = '…<公务接待费|公务接待费用|公务接待费支出|公务接待经费|公务接待支出>';

export const THREE_PUBLICS: readonly Topic[] = [
  {
    id: 'three-publics',
    heading: /三公.{0,2}经费/,
    sentences: [
      `{year}年${TOTAL}预算数为{three-publics[total]}万元，比{base}预算{it:change}。其中：（一）${OVERSEAS}{three-publics[overseas]}万元，比{base}预算{it:change}。（二）${VEHICLES}{three-publics[vehicles]}万元，比{base}预算{it:change}。其中：${PURCHASE}{three-publics[vehicle-purchase]}万元，比{base}预算{it:change}；${RUNNING}{three-publics[vehicle-running]}万元，比{base}预算{it:change}。（三）${HOSPITALITY}{three-publics[hospitality]}万元，比{base}预算{it:change}。`,
      `${TOTAL}年初预算为{three-publics[total]:initial}万元，支出决算为{it}万元，完成预算的{it:completion}，其中：${OVERSEAS}决算为{three-publics[overseas]}万元，完成预算的{it:completion}；${VEHICLES}决算为{three-publics[vehicles]}万元，完成预算的{it:completion}；${HOSPITALITY}决算为{three-publics[hospitality]}万元，完成预算的{it:completion}。“三公”经费支出决算数{three-publics[total]:order}预算数。`,
      `{year}年${TOTAL}决算数与{base}{three-publics[total]:change}。其中：${OVERSEAS}决算{three-publics[overseas]:change}；${VEHICLES}决算{three-publics[vehicles]:change}；${HOSPITALITY}决算{three-publics[hospitality]:change}。`,
    ],
  },
  {
    id: 'agency-operating',
    heading: /运行经费/,
    sentences: [
      '{year}年，{agency}…<机关运行经费|机关运行经费支出|运行经费|机关运行费|机关运行经费财政拨款|日常公用经费（机关运行经费）>共计安排{agency-operating}万元[，比{base}{it:change}][，{it:percent}]。',
    ],
  },
];
