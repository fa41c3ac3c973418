/** Vehicles that sentences count: all, those to be bought, and those of each use. */
import type { Concept } from './concept.ts';

const BASIS = '《党政机关公务用车管理办法》（中办发〔2017〕71号）；部门预算公开文本“国有资产占用情况”的口径';

const use = (id: string, name: string, english: string, ...others: readonly string[]): Concept => ({
  id,
  name,
  english,
  wordings: [],
  ...(others.length > 0 ? { nouns: [name, ...others] } : {}),
  basis: BASIS,
});

/** The uses that vehicles are counted by, in the order in which documents tell them. */
export const VEHICLE_USES: readonly Concept[] = [
  use(
    'senior-leaders-cars',
    '部级领导干部用车',
    'Vehicles for ministers',
    '副部（省）级及以上领导用车',
    '副部（省）级以上领导用车',
    '省部级领导干部用车',
  ),
  use('leaders-cars', '主要领导干部用车', 'Vehicles for heads', '主要负责人用车'),
  use('general-cars', '一般公务用车', 'Vehicles for general duties'),
  use('business-cars', '业务用车', 'Vehicles for operations'),
  use('confidential-cars', '机要通信用车', 'Vehicles for confidential messages'),
  use('emergency-cars', '应急保障用车', 'Vehicles for emergencies'),
  use('enforcement-cars', '执法执勤用车', 'Vehicles for law enforcement'),
  use('specialised-cars', '特种专业技术用车', 'Specialised vehicles'),
  use('retirees-cars', '离退休干部用车', 'Vehicles for the retired', '离退休干部服务用车'),
  use('other-cars', '其他用车', 'Other vehicles'),
];

export const VEHICLE_CONCEPTS: readonly Concept[] = [
  {
    id: 'cars',
    name: '车辆',
    english: 'Vehicles',
    wordings: [],
    nouns: ['共有车辆', '共有车辆数', '车辆', '拥有车辆', '公务用车', '共有公务用车'],
    basis: BASIS,
  },
  {
    id: 'car-purchase',
    name: '预算安排购置车辆',
    english: 'Vehicles to be bought',
    wordings: [],
    nouns: ['预算安排购置车辆', '安排购置车辆', '计划购置车辆', '拟购置车辆'],
    basis: BASIS,
  },
  ...VEHICLE_USES,
];
