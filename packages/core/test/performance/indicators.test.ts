/** Rules over single indicators: what each fires on, and what it leaves alone. */
import { describe, expect, it } from 'vitest';
import { budget, judge, project, run } from './make.ts';

type Case = readonly [indicator: string, severity?: 'warning' | 'notice'];

const CASES: Readonly<Record<string, readonly Case[]>> = {
  'target-malformed': [
    ['质量指标 | 合格率 | | ≥985', 'warning'],
    ['质量指标 | 合格率 | | ≥95百分号', 'warning'],
    ['质量指标 | 合格率 | | ≥ **%', 'warning'],
    ['质量指标 | 合格率 | | 95', 'warning'],
    ['满意度指标 | 读者满意度 | | ≥90', 'notice'],
    ['时效指标 | 完工时间 | | ≤2024.1212月底前', 'warning'],
    ['社会效益指标 | 保障业务工作情况 | | ≥995', 'notice'],
    ['质量指标 | 合格率 | | ≥98.5%'],
    ['质量指标 | 合格率 | | 0.95'],
    ['质量指标 | 文件印制达标率（%） | | ≥100'],
    ['满意度指标 | 读者满意度 | | ≥90分'],
    ['时效指标 | 完工时间 | | 12月底前'],
    ['数量指标 | 采购数量 | | 985'],
    ['数量指标 | 供暖面积；零星修缮次数 | | ≥9547平方米；≥36次'],
  ],
  'target-unit': [
    ['质量指标 | 验收合格率 | | ≥3套', 'warning'],
    ['时效指标 | 还款及时率 | | ≤30天', 'warning'],
    ['数量指标 | 培训次数 | | ≥5%', 'warning'],
    ['数量指标 | 培训人数 | 参训人数占应训人数的比例 | ≥90%', 'notice'],
    ['时效指标 | 到货时间 | | ≥90%', 'warning'],
    ['质量指标 | 专线全年无故障运行时间 | | ＞99.99%'],
    ['成本指标 | 印刷费用 | | ≤90%', 'notice'],
    ['成本指标 | 项目总成本 | | ≤20个', 'warning'],
    ['经济效益指标 | 资金使用效率 | | 7万', 'warning'],
    ['社会效益指标 | 提升法律意识 | | ≥90', 'notice'],
    ['成本指标 | 测评费用 | | ≤4.5万', 'notice'],
    ['数量指标 | 数量完成率 | | ≥90%'],
    ['社会效益指标 | 重大舆情 | | ≤1'],
    ['成本指标 | 成本节约率 | | ≥2%'],
    ['成本指标 | 降低运行费用 | | ≥5%'],
    ['质量指标 | 巡检频率 | | ≥2次/周'],
    ['时效指标 | 完成时间 | | ≤12月'],
    ['质量指标 | 供暖质量 | | ≥18摄氏度'],
  ],
  'target-impossible': [
    ['质量指标 | 合格率 | | ≥120%', 'warning'],
    ['质量指标 | 合格率 | | >100%', 'warning'],
    ['社会效益指标 | 安全事件 | | ≥0次', 'warning'],
    ['质量指标 | 系统故障率 | | ≤100%', 'warning'],
    ['经济效益指标 | 产值增长率 | | ≥150%', 'notice'],
    ['社会效益指标 | 网络安全运行 | | ≥120%', 'notice'],
    ['质量指标 | 合格率 | | ≥100%'],
    ['成本指标 | 成本控制率 | | ≤100%'],
    ['经济效益指标 | 产值增长率 | | ≥0.5%'],
  ],
  'target-direction': [
    ['满意度指标 | 读者满意度 | | ≤98%', 'warning'],
    ['质量指标 | 会议到场率 | | ≤95%', 'warning'],
    ['经济效益指标 | 税收增长率 | | ≤10%', 'warning'],
    ['质量指标 | 系统故障率 | | ≥20%', 'warning'],
    ['质量指标 | 不合格率 | | ≥5%', 'warning'],
    ['社会效益指标 | 安全事故次数 | | ≥1次', 'warning'],
    ['成本指标 | 运行成本 | | ≥2万元', 'warning'],
    ['数量指标 | 运行维护费 | | ≥2万元', 'notice'],
    ['时效指标 | 故障响应时间 | | ≥2小时', 'warning'],
    ['可持续影响指标 | 设备使用年限 | | ≤6年', 'notice'],
    ['数量指标 | 宣传册 | 制作宣传册 | ≤500册', 'notice'],
    ['质量指标 | 非正常停机率 | | ≤10%'],
    ['质量指标 | 故障排除及时率 | | ≥95%'],
    ['社会效益指标 | 故障率 | 故障降低比例 | ≥5%'],
    ['质量指标 | 无故障率 | | ≥99%'],
    ['时效指标 | 故障工单关闭率 | | ≥95%'],
    ['质量指标 | 投诉转办比例 | | ≥95%'],
    ['质量指标 | 运行质量 | 车辆故障率 | ≤5%'],
    ['经济效益指标 | 节约资金比例 | | ≥20%'],
    ['经济效益指标 | 节约成本 | | ≥2万元'],
    ['经济效益指标 | 能耗增长率 | | ≤2%'],
    ['成本指标 | 采购成本控制率 | 控制总成本的百分比 | ≤100%'],
    ['成本指标 | 预算执行率 | | ≤100%'],
    ['成本指标 | 项目总成本 | | ≤60万元'],
    ['时效指标 | 印刷完成时间 | | ≤5工作日'],
    ['时效指标 | 保障时间 | | ≥240工作日'],
    ['数量指标 | 投诉次数 | | ≤3次'],
    ['数量指标 | 培训次数 | | ≥3次'],
    ['数量指标 | 首页死错链数量 | | <2个'],
    ['数量指标 | 劳务派遣人员配备数 | | ≤19名'],
    ['成本指标 | 个人缴费标准 | | ≥430元'],
  ],
  'target-empty-talk': [
    ['数量指标 | 购买数量 | | 合同需求量', 'notice'],
    ['社会效益指标 | 保障会议 | | 保障', 'notice'],
    ['社会效益指标 | 保障系统正常运行 | | 系统正常运行', 'notice'],
    ['社会效益指标 | 增强法律意识 | | ≥90%', 'notice'],
    ['社会效益指标 | 网络运行 | | 网络中断一次扣2分', 'notice'],
    ['社会效益指标 | 业务认知 | 对业务的认知 | 有所提高、效果显著'],
    ['时效指标 | 完成时间 | | 12月底前'],
    ['质量指标 | 合格率 | | ≥90%'],
    ['社会效益指标 | 服务群众 | | 长期', 'notice'],
    ['可持续影响指标 | 服务群众 | | 长期'],
  ],
};

describe.each(Object.entries(CASES))('%s', (id, cases) => {
  it.each(cases.map(([indicator, severity]) => ({ indicator, severity })))('$indicator', ({ indicator, severity }) => {
    expect(judge(id, indicator)).toEqual(severity ? [severity] : []);
  });
});

describe('one mistake, one finding', () => {
  const many = budget([
    project(
      '设备更新',
      '满意度指标 | 用户满意度 | | ≤98%\n质量指标 | 合格率 | | ≤95%\n数量指标 | 会议次数 | | ≤5%',
      '更新',
    ),
  ]);

  it('groups faults of a kind in one table', () => {
    const [finding, ...others] = run('target-direction', many);
    expect(others).toEqual([]);
    expect(finding).toMatchObject({
      message: '项目“设备更新”有 2 个指标越高越好，不应设上限：“用户满意度”≤98%、“合格率”≤95%',
      suggestion: '“用户满意度”应为 ≥98%；“合格率”应为 ≥95%',
    });
    expect(finding!.evidence.map(({ row, column, text }) => [row, column, text])).toEqual([
      ['用户满意度', 'target', '≤98%'],
      ['合格率', 'target', '≤95%'],
    ]);
  });

  it('tells a count in per cent as a unit, not as a direction', () => {
    expect(run('target-unit', many).map(({ message }) => message)).toEqual([
      '项目“设备更新”的指标“会议次数”≤5%：是数量，指标值却是百分比',
    ]);
  });
});
