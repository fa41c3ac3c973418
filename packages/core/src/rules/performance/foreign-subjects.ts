/** Subjects of other fields' indicators: in a table that has nothing else to do with them they are left over from a list or another project. */
export const FOREIGN_SUBJECTS: readonly string[] = (
  '耕地 农田 粮食 种植 畜禽 造林 森林 植被 水土流失 河道 水库 灌溉 渔业 ' +
  '文化产业 广播电视 影视 文物 图书馆 博物馆 旅游 游客 演出 阅读率 ' +
  '贫困 扶贫 脱贫 低保 养老 残疾 救助 优抚 退役 ' +
  '学生 教师 幼儿 学校 入学 实习生 患者 医院 诊疗 疫苗 接种 药品 医疗 ' +
  '普法 信访 矫正 戒毒 罪犯 司法 税收 纳税 企业 工程 道路 桥梁 绿化 环保 供热 供水 ' +
  '住房 棚户 征地 拆迁 地质灾害 矿山 气象 地震 消防 食品 特种设备 专利 ' +
  '家具 图书 车辆 体检 保险 网络 档案 规划'
).split(' ');
