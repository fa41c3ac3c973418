/** Other important matters: procurement, performance, assets and vehicles, and the funds of one project. */
import type { Topic } from './topic.ts';

const USES = [
  '部级领导干部用车',
  '主要领导干部用车',
  '机要通信用车',
  '应急保障用车',
  '执法执勤用车',
  '特种专业技术用车',
  '离退休干部用车',
  '其他用车',
];
const LIKE: Readonly<Record<string, string>> = {
  部级领导干部用车: '<部级领导干部用车|副部（省）级及以上领导用车|副部（省）级以上领导用车|省部级领导干部用车>',
  主要领导干部用车: '<主要领导干部用车|主要负责人用车>',
  离退休干部用车: '<离退休干部用车|离退休干部服务用车>',
};
const byUse = (group: string) => USES.map((use) => `${LIKE[use] ?? use}{${group}[${use}]}辆`).join('、');

const PROCUREMENT =
  '<政府采购预算|政府采购支出|政府采购支出总额|政府采购预算总额|政府采购金额|政府采购支出预算|政府采购预算支出|政府采购金额（以合同签订为准）|政府采购支出金额|政府采购预算金额|政府采购支出合计|政府采购>';

export const MATTERS: readonly Topic[] = [
  {
    id: 'procurement',
    heading: /政府采购/,
    sentences: [
      `{year}年…${PROCUREMENT}{procurement[total]}万元，其中：<政府采购货物预算|政府采购货物支出|货物采购金额|政府采购货物|货物类采购预算|货物采购预算|货物预算|货物支出|货物类|货物|政府采购货物类预算|货物类采购|采购货物预算|政府采购货物金额>{procurement[goods]}万元、<政府采购工程预算|政府采购工程支出|工程采购金额|政府采购工程|工程类采购预算|工程采购预算|工程预算|工程支出|工程类|工程|政府采购工程类预算|工程类采购|采购工程预算|政府采购工程金额>{procurement[works]}万元、<政府采购服务预算|政府采购服务支出|服务采购金额|政府采购服务|服务类采购预算|服务采购预算|服务预算|服务支出|服务类|服务|政府采购服务类预算|服务类采购|采购服务预算|政府采购服务金额>{procurement[services]}万元。`,
      '{year}年{agency}<面向中小企业预留政府采购项目预算金额|面向中小企业预留的政府采购项目预算金额|预留面向中小企业采购的项目预算金额|面向中小微企业预留政府采购项目预算金额|面向中小企业采购预算金额|预留中小微企业份额|授予中小企业合同金额|面向中小企业采购金额>{procurement[sme]}万元[，其中，<预留给小型和微型企业的政府采购项目预算|预留给小型和微型企业的政府采购项目预算金额|面向小微企业预留政府采购项目预算金额|预留给小微企业的政府采购项目预算|其中授予小微企业合同金额|授予小微企业合同金额>为{procurement[small-micro]}万元]。',
    ],
  },
  {
    id: 'performance',
    heading: /绩效/,
    sentences: [
      '{year}年，{agency}<编报绩效目标的项目共|编报绩效目标的项目|实行绩效目标管理的项目|开展绩效目标管理的项目|纳入绩效目标管理的项目|设置绩效目标的项目|绩效自评的项目>{performance[projects]}个，…<涉及项目预算资金|涉及预算资金|涉及财政资金|涉及资金|涉及预算金额|涉及金额|涉及一般公共预算资金|涉及财政拨款|涉及一般公共预算当年拨款>{performance[funds]}万元。',
    ],
  },
  {
    id: 'assets',
    heading: /国有资产|固定资产|资产占(?:有|用)/,
    sentences: [
      '{agency}<上年末固定资产金额|上年末固定资产总额|上年末固定资产|固定资产金额|固定资产总额|固定资产总值|年末固定资产金额|上年末资产总额>为{assets[value]}万元。<本年度拟购置固定资产总额|拟购置固定资产总额|本年度各单位拟购置固定资产总额|拟购置固定资产金额|计划购置固定资产总额>为{assets[purchase]}万元。',
      `截至{base}，{agency}…<共有车辆|共有车辆数|车辆|拥有车辆|公务用车|共有公务用车>{vehicles[total]}辆，其中：${byUse('vehicles')}；…设备（不含车辆）{equipment[large]}台（套）。`,
      `{year}年…<预算安排购置车辆|安排购置车辆|计划购置车辆|拟购置车辆>{vehicles-purchase[total]}辆，其中：${byUse('vehicles-purchase')}；…预算安排购置…设备（不含车辆）{equipment-purchase[large]}台（套）。`,
    ],
  },
  {
    id: 'project',
    heading: /年度预算安排|年度预算|资金安排/,
    it: 'project[funds]',
    sentences: [
      '{year}年<项目总预算|项目预算|项目预算资金|项目总预算资金|项目资金预算|项目年度预算|预算资金|项目总金额|项目预算总额|项目经费>{project[funds]}万元。',
    ],
  },
];
