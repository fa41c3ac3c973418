/** Whether more or less of what an indicator measures is better: data by words, the last meaningful word decides. */
import { groupBy } from '../group-by.ts';
import { bareName } from './measure.ts';

export type Tendency = 'more' | 'less';

export interface TendencyWord {
  readonly tendency: Tendency;
  /** A weak word only says that more is usually meant. */
  readonly weak?: true;
}

const MORE =
  '满意度 满意率 满意程度 满意 好评率 好评 完成率 完成比例 完成度 完成 合格率 合格 达标率 达标 覆盖率 覆盖 及时率 及时性 及时 准时 按时 按期 准确率 准确度 准确 正确率 参与率 参与度 参加率 参会率 到场率 到会率 到位率 到岗率 出勤率 畅通率 优良率 优秀率 通过率 响应率 响应 办结率 处置率 处置 处理率 处理 解决率 解决 整改率 整改 排除率 排除 修复率 修复 恢复率 采纳率 知晓率 普及率 共享率 归集率 利用率 使用率 落实率 兑现率 正常率 正常 完好率 运行率 就业率 巩固率 入学率 签约率 保障率 合规率 规范率 验收率 节约率 节约 节支率 节支 节省 受益率 回访率 反馈率 应诉率 发放率 拨付率 阅读率 答复率 维护率 成功率 结题率 治愈率 评审率 调解率 破案率 稳定率 可用率 完善率 下降 降低 减少 压减 防范 杜绝 预防 减排';
const WEAK_MORE =
  '提高 提升 增长 增加 增强 增速 增幅 效率 效果 影响 知名度 质量 推动 促进 发展 改善 实现率 支持率 贡献率 认可';
const LESS =
  '故障 停机 宕机 中断 差错 错误 失误 误差 缺陷 投诉 事故 违规 违纪 违约 违法 泄密 丢失 失泄密 逾期 超支 超概算 超预算 超标 空置 闲置 漏报 瞒报 迟报 返工 返修 退货 流失 辍学 死亡 发病 感染 复发 发案 案发 损坏 破损 损失 损耗 拖欠 舆情 滞留 污染 排放 能耗 耗能 浪费 遗漏 误报 延误 延期 拥堵 失业 复吸 上访 诉求 通报 负面报道 负面信息 负面';

type Entry = readonly [word: string, tendency: TendencyWord];

const WORDS: readonly Entry[] = [
  ...MORE.split(' ').map((word) => [word, { tendency: 'more' }] as const),
  ...WEAK_MORE.split(' ').map((word) => [word, { tendency: 'more', weak: true }] as const),
  ...LESS.split(' ').map((word) => [word, { tendency: 'less' }] as const),
];

/** Words by their last character, longer ones first: names are read from their end. */
const BY_END: ReadonlyMap<string, readonly Entry[]> = groupBy(
  WORDS.toSorted(([a], [b]) => b.length - a.length),
  ([word]) => word.at(-1)!,
);

interface Meaningful {
  readonly start: number;
  readonly end: number;
  readonly entry: Entry;
}

function lastWord(name: string): Meaningful | undefined {
  for (let end = name.length; end > 0; end--) {
    const entry = BY_END.get(name[end - 1]!)?.find(([word]) => name.endsWith(word, end));
    if (entry) return { start: end - entry[0].length, end, entry };
  }
  return undefined;
}

/** What grows may be unwelcome: 成本增长率, 能耗增幅. */
const UNWELCOME = /成本|费用|支出|经费|能耗|耗|债|赤字|排放|投诉|事故|三公|价格|物价|死亡|发病|案件/;
const GROWTH = /^(?:增长|增加|增速|增幅|提高|提升|影响)$/;
const NEGATION = /[零无未不免]$|非$/;
/** Money spent and bounds kept: either direction is used. */
const EITHER = /控制率|控制比例|控制数|执行率|支出率|使用率$|预算完成|支出完成|预算利用|资金使用|资金利用|压减/;

/** What may stand between something unwelcome and the end of its name; anything else (故障工单关闭率) is what is done about it. */
const COUNTED =
  /^(?:发生|出现|报道|事件|事项|事故|案件|问题|信息|情况|程度|时间|时长|[次起件例人数量率的]|比[例率]|占比|[（(].*)*$/;

/** Indicators such as 预算控制率, of which agencies mean a least or a most. */
export function isEitherWay(name: string): boolean {
  const bare = bareName(name);
  if (/控制率$|控制比例$/.test(bare)) return true;
  return EITHER.test(bare) && /预算|资金|经费|支出|成本|费/.test(bare);
}

/** undefined where the words do not tell. */
export function tendencyOf(name: string): TendencyWord | undefined {
  const bare = bareName(name).replace(/=.*$/, '');
  if (isEitherWay(bare)) return undefined;
  const last = lastWord(bare);
  if (!last) return undefined;
  const {
    start,
    end,
    entry: [word, tendency],
  } = last;
  if (tendency.tendency === 'less' && !COUNTED.test(bare.slice(end))) return undefined;
  const before = bare.slice(0, start);
  if (GROWTH.test(word) && UNWELCOME.test(before)) return undefined;
  if (!NEGATION.test(before)) return tendency;
  return { ...tendency, tendency: tendency.tendency === 'more' ? 'less' : 'more' };
}

/** Spans that should be short: 响应时间 ≥2小时 is wrong. */
export const SHORT_TIME =
  /(?:响应|完成|办结|处理|处置|整改|付款|支付|到位|等待|办理|修复|送达|出具|排除|审批|答复|交付|拨付)(?:时间|时限|天数|时长|期限|周期)$/;
/** Spans that should be long: 使用年限 ≤6年 says the opposite. */
export const LONG_TIME =
  /(?:使用年限|服务年限|使用寿命|使用期限|正常运行时间|正常运行天数|保障时间|运行时间|在线时间|保障时长|服务时长|有效期|质保期)$/;
/** Money that should be much, or that is saved. */
export const WELCOME_MONEY =
  /节约|节支|节省|减少|降低|压减|收入|产值|税|销售|投资|融资|引资|资金到位|带动|增收|收益|效益|增加值|营业额|交易额|贷款|补助|补贴|发放|捐|缴费|缴纳|筹资/;
