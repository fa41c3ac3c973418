/**
 * Kinds of agencies, so that like is compared with like: a street office with street offices, a court with courts. A kind is known by
 * how names end; of those that fit, the first listed decides, so that the particular stand before the general.
 */
import { matcher } from './wordings.ts';

export interface AgencyKind {
  /** Stable: stores and addresses have it. */
  readonly id: string;
  readonly name: string;
  readonly english: string;
  /** Names as people write them, in the notation of wordings: `…财政<局|厅>`. */
  readonly names: readonly string[];
}

const kind = (id: string, name: string, english: string, ...names: readonly string[]): AgencyKind => ({
  id,
  name,
  english,
  names,
});

/** A bureau of a subject: of a town, a province or a ministry, and its branches. */
const bureau = (id: string, name: string, english: string, ...subjects: readonly string[]): AgencyKind =>
  kind(id, name, english, ...subjects.map((subject) => `…${subject}[<管理|监督管理|事务>]<局|厅|部|委员会|委>[…分局]`));

export const AGENCY_KINDS: readonly AgencyKind[] = [
  kind('kindergarten', '幼儿园', 'kindergartens', '…幼儿园', '…幼教中心'),
  kind('special-school', '特殊教育学校', 'special schools', '…<特殊教育|聋哑|盲|启智|培智>学校', '…特殊教育中心'),
  kind(
    'vocational-school',
    '职业学校',
    'vocational schools',
    '…<职业|职业技术|中等专业|技工|职业中等专业>学校',
    '…<职业|职业技术>教育中心',
    '…职业<中学|高中>',
    '…技师学院',
  ),
  kind('party-school', '党校', 'Party schools', '…党校', '…行政学院', '…社会主义学院'),
  kind('university', '高等学校', 'universities and colleges', '…<大学|学院|高等专科学校>'),
  kind('primary-school', '小学', 'primary schools', '…小学[校]', '…中心校'),
  kind(
    'secondary-school',
    '中学',
    'secondary schools',
    '…<中学|高中|初中|第一中|第二中>',
    '…<高级|初级|完全>中学',
    '…九年一贯制学校',
    '…<实验|外国语>学校',
  ),
  kind('school', '学校', 'schools', '…学校'),
  kind('community-health', '基层医疗卫生机构', 'community health centres', '…卫生院', '…社区卫生服务<中心|站>'),
  kind('disease-control', '疾病预防控制机构', 'disease control', '…疾病预防控制中心', '…疾病预防控制局', '…卫生监督所'),
  kind('hospital', '医院', 'hospitals', '…医院', '…妇幼保健<院|站|计划生育服务中心>', '…急救中心'),
  kind('court', '法院', 'courts', '…人民法院', '…法院'),
  kind('procuratorate', '检察院', 'procuratorates', '…人民检察院', '…检察院'),
  kind('street-office', '街道办事处', 'street offices', '…街道办事处', '…街道办', '…街道'),
  kind('township', '乡镇', 'townships', '…<镇|乡|民族乡>人民政府', '…<镇|乡>政府', '…<镇|乡|苏木>'),
  kind(
    'zone',
    '开发区管理机构',
    'development zones',
    '…<开发区|园区|新区|示范区|风景区|风景名胜区|高新区|保税区>管理委员会[办公室]',
    '…管委会[办公室]',
  ),
  kind(
    'congress',
    '人大机关',
    'people’s congresses',
    '…人民代表大会[常务委员会][<办公厅|办公室>]',
    '…人大常委会[<办公厅|办公室>]',
    '…人大[机关]',
  ),
  kind(
    'consultative-conference',
    '政协机关',
    'political consultative conferences',
    '…政治协商会议…委员会[<办公厅|办公室>]',
    '…政协[…委员会][<办公厅|办公室>]',
  ),
  kind(
    'inspection',
    '纪检监察机关',
    'discipline inspection',
    '…纪律检查委员会…',
    '…监察委员会',
    '…纪委监委',
    '…纪委[监委]',
    '…巡察工作领导小组办公室',
  ),
  kind('party-organization', '组织部门', 'organization departments', '…委[员会]组织部', '…委老干部局', '…老干部局'),
  kind('party-publicity', '宣传部门', 'publicity departments', '…委[员会]宣传部', '…网络安全和信息化委员会办公室'),
  kind('united-front', '统战部门', 'united front departments', '…委[员会]统一战线工作部', '…委[员会]统战部'),
  kind('politics-law', '政法委', 'political and legal commissions', '…政法委员会', '…政法委'),
  kind('staffing', '机构编制部门', 'staffing offices', '…机构编制委员会办公室', '…编制委员会办公室', '…编办'),
  kind('archives', '档案馆', 'archives', '…档案<馆|局|史志馆>', '…党史研究室', '…地方志…办公室'),
  kind(
    'party-office',
    '党委办公室',
    'Party committee offices',
    '中<共|国共产党>…委员会<办公厅|办公室>',
    '…委<办公厅|办公室|办>',
    '…委机关',
  ),
  kind(
    'government-office',
    '政府办公室',
    'government offices',
    '…人民政府<办公厅|办公室>',
    '…政府<办公厅|办公室|办>',
    '…人民政府',
  ),
  kind('trade-union', '工会', 'trade unions', '…总工会'),
  kind('youth-league', '共青团', 'youth leagues', '…共<青|产主义青年>团…委员会', '共青团…委', '…团<市|区|县|省>委'),
  kind('women-federation', '妇联', 'women’s federations', '…妇女联合会', '…妇联'),
  kind('disabled-federation', '残联', 'disabled persons’ federations', '…残疾人联合会', '…残联'),
  kind('industry-federation', '工商联', 'federations of industry', '…工商业联合会', '…工商联'),
  kind(
    'mass-organization',
    '群团组织',
    'mass organizations',
    '…<红十字会|科学技术协会|科协|文学艺术界联合会|文联|社会科学界联合会|归国华侨联合会|侨联|法学会|作家协会|计划生育协会>',
    '…贸易促进委员会…',
  ),
  kind(
    'democratic-party',
    '民主党派',
    'democratic parties',
    '中国国民党革命委员会…',
    '中国民主同盟…',
    '民盟…',
    '中国民主建国会…',
    '民建…',
    '中国民主促进会…',
    '民进…',
    '中国农工民主党…',
    '农工党…',
    '中国致公党…',
    '九三学社…',
    '台湾民主自治同盟…',
    '台盟…',
  ),
  bureau('finance', '财政部门', 'finance bureaus', '财政'),
  bureau('development-reform', '发展改革部门', 'development and reform', '发展和改革', '发展改革', '发改'),
  bureau('education', '教育部门', 'education bureaus', '教育', '教育体育', '教育和体育', '教体'),
  bureau(
    'science-technology',
    '科技部门',
    'science and technology bureaus',
    '科学技术',
    '科技',
    '科技和工业信息化',
    '科学技术和工业信息化',
  ),
  bureau(
    'industry',
    '工业信息化部门',
    'industry and information technology',
    '工业和信息化',
    '经济和信息化',
    '工信',
    '经济信息化',
  ),
  bureau('police', '公安部门', 'police', '公安', '交警', '交通警察', '森林公安'),
  kind(
    'police-unit',
    '公安所属单位',
    'police units',
    '…公安<局|分局>…<支队|大队|总队|派出所|看守所|中心>',
    '…<看守所|拘留所|戒毒所|派出所>',
    '…交通警察<支队|大队|总队>',
  ),
  bureau('civil-affairs', '民政部门', 'civil affairs bureaus', '民政', '社会工作'),
  bureau('justice', '司法行政部门', 'justice bureaus', '司法', '司法行政'),
  bureau(
    'human-resources',
    '人力资源社会保障部门',
    'human resources and social security',
    '人力资源和社会保障',
    '人力资源社会保障',
    '人社',
  ),
  bureau(
    'natural-resources',
    '自然资源部门',
    'natural resources bureaus',
    '自然资源',
    '自然资源和规划',
    '规划和自然资源',
    '国土资源',
    '林业和草原',
    '林业',
    '海洋',
  ),
  bureau('ecology', '生态环境部门', 'ecology and environment bureaus', '生态环境', '环境保护'),
  bureau(
    'housing',
    '住房城乡建设部门',
    'housing and urban development',
    '住房和城乡建设',
    '住房城乡建设',
    '住建',
    '住房保障和房产',
    '住房保障',
    '建设',
    '建设和交通',
  ),
  bureau(
    'urban-management',
    '城市管理部门',
    'urban management',
    '城市管理',
    '城市管理综合行政执法',
    '城市管理行政执法',
    '综合行政执法',
    '绿化市容',
    '绿化和市容',
    '园林',
  ),
  bureau('transport', '交通运输部门', 'transport bureaus', '交通运输', '交通'),
  bureau('water', '水利部门', 'water bureaus', '水利', '水务'),
  bureau(
    'agriculture',
    '农业农村部门',
    'agriculture and rural affairs',
    '农业农村',
    '农业',
    '乡村振兴',
    '畜牧兽医',
    '畜牧',
  ),
  bureau('commerce', '商务部门', 'commerce bureaus', '商务', '商务和投资促进', '投资促进', '招商', '粮食和物资储备'),
  bureau(
    'culture',
    '文化旅游部门',
    'culture and tourism bureaus',
    '文化和旅游',
    '文化广电和旅游',
    '文化广电旅游',
    '文化广电体育和旅游',
    '文化旅游',
    '文化体育旅游',
    '文旅',
    '体育',
    '文物',
    '新闻出版',
  ),
  bureau('health', '卫生健康部门', 'health commissions', '卫生健康', '卫生和计划生育', '卫健', '中医药'),
  bureau('veterans', '退役军人事务部门', 'veterans affairs', '退役军人', '退役军人事务'),
  bureau('emergency', '应急管理部门', 'emergency management', '应急', '安全生产'),
  bureau('audit', '审计部门', 'audit bureaus', '审计'),
  bureau(
    'market-regulation',
    '市场监管部门',
    'market regulation',
    '市场',
    '工商行政',
    '食品药品',
    '药品',
    '知识产权',
    '质量技术',
  ),
  bureau('statistics', '统计部门', 'statistics bureaus', '统计'),
  bureau('medical-insurance', '医疗保障部门', 'medical insurance bureaus', '医疗保障', '医保'),
  bureau('state-assets', '国有资产监管部门', 'state assets supervision', '国有资产'),
  bureau(
    'government-services',
    '政务服务部门',
    'government services',
    '行政审批',
    '行政审批服务',
    '政务服务',
    '政务服务和大数据',
    '大数据',
    '数据',
    '数据资源',
    '数据和政务服务',
  ),
  bureau('letters-calls', '信访部门', 'letters and calls', '信访'),
  bureau('religion', '民族宗教部门', 'ethnic and religious affairs', '民族宗教', '民族和宗教', '宗教', '民族'),
  kind(
    'offices-administration',
    '机关事务部门',
    'offices administration',
    '…机关事务[<管理|服务>]<局|中心>',
    '…机关后勤服务中心',
  ),
  kind('fire-rescue', '消防救援机构', 'fire and rescue', '…消防救援<支队|大队|总队|局>', '…消防<支队|大队|总队>'),
  kind('supply-cooperative', '供销社', 'supply and marketing cooperatives', '…供销合作<社|总社|社联合社>', '…供销社'),
  kind('library', '图书馆', 'libraries', '…图书馆'),
  kind('museum', '文博场馆', 'museums', '…<博物馆|纪念馆|美术馆|展览馆|陈列馆|博物院>'),
  kind(
    'culture-centre',
    '文化馆',
    'culture centres',
    '…<文化馆|群众艺术馆|文化活动中心|青少年宫|少年宫|青少年活动中心>',
  ),
  kind('media', '融媒体中心', 'media centres', '…融媒体中心', '…广播电视台', '…<日报|报>社', '…电视台'),
  kind('housing-fund', '住房公积金机构', 'housing fund centres', '…住房公积金管理中心…'),
  kind(
    'social-insurance',
    '社保就业经办机构',
    'social insurance and employment',
    '…社会保险…<局|中心>',
    '…<公共就业|就业|劳动就业>…<中心|局>',
    // 人才 alone is in the names of other bureaus' units: 人才开发评价中心.
    '…人才[<交流|流动|公共|就业>]<服务|交流|流动>中心',
  ),
];

/** Below so many of a kind, quartiles and standing apart mean nothing. */
export const FEWEST_PEERS = 5;

const kindOfText = matcher(AGENCY_KINDS.map(({ id, names }) => [id, names]));

/** What follows a name where the agency's own office is meant. */
const OWN_OFFICE = /[（(]?(?:本级|本部|机关|本级机关)[）)]?$/;

/** 某局（本级）, 某委（机关）: the unit that is a department's own office. Without brackets the words may be part of a name. */
export const isOwnOffice = (name: string): boolean => OWN_OFFICE_BESIDE.test(name);

const OWN_OFFICE_BESIDE = /[（(](?:局|厅|委|办)?(?:本级|机关|本部|机关本级)[）)]$/;

/** The kind that a name tells; undefined where it ends like none of them. */
export const agencyKindNamed = (name: string): string | undefined => kindOfText(name.trim().replace(OWN_OFFICE, ''));

/** Undefined for an id that is none (any more). */
export const agencyKindById = (id: string | null | undefined): AgencyKind | undefined =>
  AGENCY_KINDS.find((one) => one.id === id);
