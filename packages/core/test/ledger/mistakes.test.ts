/** An officer's mistakes in the filled example: each is told once, in a sentence, at its cell. */
import { describe, expect, test } from 'vitest';
import { discloseLedger } from '../../src/disclose.ts';
import { exampleLedger } from '../../src/ledger/example.ts';
import type { Ledger } from '../../src/ledger/ledger.ts';
import { readLedgerSheets, type SheetText } from '../../src/ledger/read-sheets.ts';
import { templateById } from '../../src/templates/index.ts';
import { sheetTexts } from './sheets.ts';
import { having, renamed, rowsOf, SHEETS, told, typed, typedIn, without } from './told.ts';

test('the example itself has nothing to mend', () => expect(told(SHEETS)).toEqual([]));

describe('one cause, one message, with its cell', () => {
  test.each<[string, SheetText[], string]>([
    ['a line in 万元', typed(['基本支出!F3', '96.4']), 'wrong 基本支出!F3 .*像是按万元填的'],
    ['a project line in 万元', typed(['项目支出!F3', '120']), 'wrong 项目支出!F3 .*像是按万元填的'],
    ['revenue in 万元', typed(['收入!C3', '533.85']), 'wrong 收入!C3 .*像是按万元填的'],
    ['revenue too small', typed(['收入!C3', '5000000']), 'wrong 收入!C3 .*多安排 33.85'],
    ['no revenue', typed(['收入!A3', ''], ['收入!C3', '']), 'missing .*收入.*'],
    ['an amount below zero', typed(['基本支出!F3', '-964000']), 'wrong 基本支出!F3 .*是负数'],
    ['basic pay from operating funds', typed(['基本支出!C3', '公用经费']), 'wrong 基本支出!C3 .*属于人员经费'],
    ['office expenses as personnel', typed(['基本支出!C11', '人员经费']), 'wrong 基本支出!C11 .*属于公用经费'],
    ['a contribution on another item', typed(['基本支出!A7', '2010301']), 'notice 基本支出!A7 .*一般列在'],
    ['a code and another name', typed(['基本支出!A3', '2010301 机关服务']), 'wrong 基本支出!A3 编码 2010301 是'],
    ['a section and another name', typed(['基本支出!B3', '30101 奖金']), 'wrong 基本支出!B3 编码 30101 是'],
    ['a code of no class', typed(['基本支出!A3', '2980101']), 'wrong 基本支出!A3 .*不是 2026 年的科目'],
    ['a code that only our list lacks', typed(['基本支出!A3', '2010397']), 'notice 基本支出!A3 .*不在程序的科目表里'],
    ['a section where an item must be', typed(['基本支出!A3', '20103']), 'wrong 基本支出!A3 .*七位的项级'],
    ['a purchase code of no list', typed(['政府采购!D3', 'A99999999']), 'notice 政府采购!D3 .*采购目录'],
    ['an amount finer than a fen', typed(['基本支出!F3', '964000.005']), 'wrong 基本支出!F3 .*比一分还细'],
    ['words for money', typed(['基本支出!F3', '约九十六万']), 'wrong 基本支出!F3 .*不是金额'],
    ['a broken formula', typed(['基本支出!F3', '#REF!']), 'wrong 基本支出!F3 公式算不出来'],
    ['a fund that there is not', typed(['基本支出!D3', '拨款']), 'wrong 基本支出!D3 .*下拉列表'],
    ['a project that there is not', typed(['项目支出!A5', '办公设备购置']), 'wrong 项目支出!A5 “项目”表里没有'],
    ['two projects of one code', typed(['项目!A4', '13010023P001']), 'wrong 项目!A4 .*编码都是'],
    ['a purchase of no project', typed(['政府采购!B3', '培训']), 'wrong 政府采购!B3 .*不在台账的项目中'],
    ['a quantity that does not multiply', typed(['政府采购!F3', '21']), 'wrong 政府采购!J3 .*不等于数量'],
    ['more reserved than bought', typed(['政府采购!K3', '130000']), 'wrong 政府采购!K3 .*大于采购金额'],
    [
      'more bought than the project has',
      typed(['政府采购!F3', '40'], ['政府采购!J3', '240000']),
      'wrong 政府采购!.*大于其预算',
    ],
    [
      'a line of assets twice',
      typed(['资产!A8', '2、车辆（台、辆）'], ['资产!C8', '1'], ['资产!D8', '120000']),
      'wrong 资产!A8 资产“2、车辆（台、辆）”前面已经填过一行',
    ],
    [
      'a target that names last year',
      typed(['绩效目标!G5', '2025年9月底前']),
      'notice 绩效目标!G5 项目“.*”的指标“.*”的指标值写的是 2025 年，本台账是 2026 年的',
    ],
    ['an asset part without its whole', typed(['资产!B5', '土地']), 'wrong 资产!B5 .*没有这一行'],
    ['cars that do not add up', typed(['车辆设备!B4', '1']), 'wrong 车辆设备!B3 车辆合计 2 辆'],
    ['a count in words', typed(['车辆设备!B3', '两辆']), 'wrong 车辆设备!B3 .*不是整数'],
    ['a count of nothing known', typed(['车辆设备!A3', '公车']), 'wrong 车辆设备!A3 .*照表内已有的写法'],
    ['the same count twice', typed(['车辆设备!A4', '现有车辆合计（辆）']), 'wrong 车辆设备!A4 .*只填一行'],
    ['a figure of nothing known', typed(['上年数和原因!A3', '总收支']), 'wrong 上年数和原因!A3 .*照表内已有的写法'],
    [
      'last year’s parts above their whole',
      typed(
        ['上年数和原因!B7', '10000'],
        ['上年数和原因!A15', '因公出国（境）费'],
        ['上年数和原因!B15', '0'],
        ['上年数和原因!A16', '公务用车购置费'],
        ['上年数和原因!B16', '0'],
      ),
      'wrong 上年数和原因!B7 上年“三公”经费',
    ],
    [
      'an answer of 无 beside content',
      typed(['填报情况!A5', '政府采购'], ['填报情况!B5', '无']),
      'wrong 填报情况!B5 “政府采购”选了“无”，表里却有内容',
    ],
    [
      'operating expenses of an institution',
      typed(['基本信息!H3', '事业单位'], ['基本信息!I3', '1000']),
      'notice 基本信息!I3 .*没有机关运行经费',
    ],
    ['a year in words', typed(['基本信息!E3', '明年']), 'wrong 基本信息!E3 .*不是整数'],
    ['a level that there is not', typed(['基本信息!C3', '股级']), 'wrong 基本信息!C3 .*下拉列表'],
    ['a target without its value', typed(['绩效目标!G3', '']), 'wrong 绩效目标!G3 “指标值”没有填'],
    ['a text of no name', typed(['说明文字!A3', '别的话']), 'wrong 说明文字!A3 .*不是要写的文字'],
    ['a sheet renamed', renamed('基本支出', '基本支出表'), 'wrong 基本支出表! 工作表“基本支出表”像是“基本支出”'],
    ['a sheet taken away', without('名词解释').concat({ name: '草稿', rows: [['备忘']] }), 'wrong 草稿! .*没有读'],
    ['a head renamed', typed(['基本支出!F2', '数额']), 'wrong 基本支出!F2 表头“数额”应当是“金额”'],
    ['a column of one’s own', typed(['收入!E2', '备注一']), 'wrong 收入!E2 表头“备注一”不是模板里的'],
    ['carry-over that nothing brings', typed(['项目支出!E3', '是']), 'wrong 项目支出!E3 .*来源是上年结转的'],
    [
      'money of another source',
      typed(['基本支出!D3', '事业收入']),
      'wrong 基本支出!D3 .*来源是事业收入，“收入”里没有这项',
    ],
    ['a project renamed on one sheet', typed(['项目!B3', '共享平台']), 'wrong 项目支出!A3 “项目”表里没有'],
    [
      'two projects of one name',
      typed(['项目!B4', '政务数据共享平台运行维护'], ['项目!A4', '']),
      'wrong 项目支出!A5 “项目”表里没有',
    ],
    ['a purchase in 万元', typed(['政府采购!J3', '12']), 'wrong 政府采购!J3 .*不等于数量'],
    ['a price in 万元', typed(['政府采购!G3', '0.6']), 'wrong 政府采购!J3 .*不等于数量'],
    ['a share in 万元', typed(['政府采购!K3', '12']), 'wrong 政府采购!K3 .*像是按万元填的'],
    [
      'more bought than operating funds',
      typed(['政府采购!B3', ''], ['政府采购!G3', '600000'], ['政府采购!J3', '12000000'], ['政府采购!K3', '0']),
      'wrong 政府采购!A3 公用经费采购共',
    ],
    ['an asset below zero', typed(['资产!D4', '-1']), 'wrong 资产!D4 .*是负数'],
    ['a quantity in words', typed(['资产!C6', '四']), 'wrong 资产!C6 .*不是数量'],
    [
      'a part larger than its whole',
      typed(['资产!A8', '办公用房'], ['资产!B8', '1、房屋（平方米）'], ['资产!C8', '800']),
      'wrong 资产!C8 .*其中数不能大于',
    ],
    ['last year in 万元', typed(['上年数和原因!B3', '512.6']), 'wrong 上年数和原因!B3 .*像是按万元填的'],
    ['a region of five digits', typed(['基本信息!F3', '13010']), 'wrong 基本信息!F3 .*不是六位数字'],
    ['a unit without a name', typed(['基本信息!B3', '']), 'wrong 基本信息!B3 .*没有填'],
    ['another nature than its own row', typed(['基本信息!H3', '事业单位']), 'notice 基本信息!H3 .*不一致'],
    ['targets of a project that there is not', typed(['绩效目标!A3', '平台']), 'wrong 绩效目标!A3 “项目”表里没有'],
    [
      'an item of no digits',
      typed(['自设科目!A3', 'abc'], ['自设科目!B3', '某科目']),
      'wrong 自设科目!A3 .*不是数字编码',
    ],
    ['a term without its meaning', typed(['名词解释!A3', '数据共享']), 'wrong 名词解释!B3 .*没有填'],
    ['later years in words', typed(['项目!F3', '约一百万']), 'wrong 项目!F3 .*不是金额'],
    ['half a car', typed(['车辆设备!B3', '2.5']), 'wrong 车辆设备!B3 .*不是整数'],
    ['a line without its item', typed(['基本支出!A3', '']), 'wrong 基本支出!A3 .*没有填'],
    ['a line without its amount', typed(['基本支出!F3', '']), 'wrong 基本支出!F3 .*没有填'],
    ['a source by half its name', typed(['收入!A3', '一般公共预算']), 'wrong 收入!A3 .*下拉列表'],
    ['an answer of 否', typed(['填报情况!B3', '否']), 'wrong 填报情况!B3 .*下拉列表'],
    ['an area left open', typed(['填报情况!B3', '未填']), 'missing 填报情况!B3 .*未填'],
    ['a governmental section', typed(['项目支出!C3', '50201']), 'wrong 项目支出!C3 .*不是 2026 年的科目'],
    ['a class of projects by half its name', typed(['项目!C3', '人员']), 'wrong 项目!C3 .*下拉列表'],
    ['travel of teachers on basic pay', typed(['基本支出!G3', '是']), 'wrong 基本支出!G3 .*不是因公出国'],
    [
      'a line entered twice',
      typed(
        ['基本支出!A18', '2010301'],
        ['基本支出!B18', '30101'],
        ['基本支出!C18', '人员经费'],
        ['基本支出!D18', '一般公共预算拨款'],
        ['基本支出!F18', '964000'],
        ['收入!C3', '6302500'],
      ),
      'notice 基本支出!F18 .*填了两次',
    ],
    ['an amount with another unit', typed(['基本支出!F3', '96.4万元']), 'wrong 基本支出!F3 .*请只写数 964000.00'],
    ['a date for an amount', typed(['基本支出!F3', '2026-01-05']), 'wrong 基本支出!F3 .*不是金额'],
    ['the amount above once more', typed(['基本支出!F4', '同上']), 'wrong 基本支出!F4 .*不是金额'],
    ['a dash for nothing', typed(['基本支出!F3', '——']), 'wrong 基本支出!F3 .*不是金额'],
    ['a year of two digits', typed(['基本信息!E3', '26']), 'wrong 基本信息!E3 .*写四位数'],
    ['a day for a year', typed(['基本信息!E3', '2026-01-01']), 'wrong 基本信息!E3 .*只写数'],
    [
      'two sheets of one name',
      [...SHEETS, { name: '基本支出 ', rows: rowsOf('基本支出') }],
      'wrong 基本支出! 有 2 张工作表叫“基本支出”',
    ],
    [
      'a copy of a sheet',
      [...SHEETS, { name: '基本支出 (2)', rows: rowsOf('基本支出') }],
      'wrong 基本支出 .2.! .*没有读',
    ],
    [
      'a sum of one’s own',
      typed(['基本支出!A18', '合计'], ['基本支出!F18', '5338500']),
      'wrong 基本支出!A18 第 18 行是“合计”',
    ],
    ['a sum of revenue', typed(['收入!A4', '合 计'], ['收入!C4', '5338500']), 'wrong 收入!A4 第 4 行是“合 计”'],
    ['a remark below the table', typed(['基本支出!A20', '注：以上为二上数']), 'wrong 基本支出!A20 第 20 行只写了'],
    ['who made the table', typed(['收入!A10', '制表人：张三']), 'wrong 收入!A10 第 10 行只写了'],
    [
      'the head once more',
      having('基本支出', { rows: rowsOf('基本支出').toSpliced(8, 0, rowsOf('基本支出')[1]!) }),
      'wrong 基本支出!A9 第 9 行又是一行表头',
    ],
    [
      'item and section taken away',
      typed(['基本支出!A4', ''], ['基本支出!B4', '']),
      'wrong 基本支出!A4 “功能科目（项）”没有填',
    ],
    ['a head in 万元', typed(['基本支出!F2', '金额（万元）']), 'wrong 基本支出!F2 表头写的是万元'],
    [
      'a second unit',
      typed(['基本信息!B4', '第二单位'], ['基本信息!C4', '单位'], ['基本信息!E4', '2026'], ['基本信息!H4', '行政单位']),
      'wrong 基本信息!A4 .*只填一个单位',
    ],
    ['a region and another name', typed(['基本信息!G3', '上海市']), 'wrong 基本信息!F3 .*河北省石家庄市.*上海市'],
    ['a code of a unit without its zero', typed(['基本信息!A3', '45001']), 'notice 基本信息!A3 .*丢了开头的 0'],
    ['a code made a number', typed(['项目!A3', '1.3010023E+11']), 'wrong 项目!A3 .*科学计数'],
    ['a section by its name', typed(['基本支出!B3', '基本工资']), 'wrong 基本支出!B3 .*请写“30101 基本工资”'],
    ['an item by a name that many bear', typed(['基本支出!A3', '行政运行']), 'wrong 基本支出!A3 .*个科目叫这个名称'],
    [
      'a column twice',
      having('基本支出', { rows: rowsOf('基本支出').map((row, i) => [...row, i === 1 ? '金额' : '']) }),
      'wrong 基本支出!I2 表头“金额”有两列',
    ],
    ['rows that a filter hides', having('基本支出', { hiddenRows: [3, 4] }), 'wrong 基本支出!A4 第 4、5 行是隐藏的'],
    [
      'items merged over two rows',
      having('基本支出', { merges: [{ row: 2, column: 0, rowSpan: 2, colSpan: 1 }] }, typed(['基本支出!A4', ''])),
      'wrong 基本支出!A4 A3:A4 合并成了一格',
    ],
    [
      'a formula that nobody calculated',
      having('基本支出', { uncalculated: [{ row: 2, column: 5 }] }, typed(['基本支出!F3', ''])),
      'wrong 基本支出!F3 公式的结果没有存在文件里',
    ],
    [
      'two heads changed for each other',
      typed(['基本支出!A2', '经济科目（款）*'], ['基本支出!B2', '功能科目（项）*']),
      'wrong 基本支出!B3 “功能科目（项）”和“经济科目（款）”填反了.*共有 15 格',
    ],
    [
      'item and section changed for each other',
      typed(['基本支出!A4', '30102'], ['基本支出!B4', '2010301']),
      'wrong 基本支出!A4 .*填反了',
    ],
    [
      'a column in the words of another list',
      typed(...[3, 4, 5, 6, 7].map((row) => [`基本支出!D${row}`, '财政拨款'] as const)),
      'wrong 基本支出!D3 .*下拉列表.*共有 5 格',
    ],
    [
      'four rows merged into one',
      having(
        '基本支出',
        { merges: [{ row: 2, column: 0, rowSpan: 4, colSpan: 1 }] },
        typed(['基本支出!A4', ''], ['基本支出!A5', ''], ['基本支出!A6', '']),
      ),
      'wrong 基本支出!A4 A3:A6 合并成了一格',
    ],
    ['amounts in a hidden column', having('基本支出', { hiddenColumns: [5] }), 'wrong 基本支出!F2 “金额”一列是隐藏的'],
    ['a remark beside the form', typed(['基本支出!I5', '见附件']), 'wrong 基本支出!I5 I 列没有表头'],
    [
      'the sum of a part',
      typed(['基本支出!A18', '人员经费合计'], ['基本支出!F18', '3230900']),
      'wrong 基本支出!A18 第 18 行是“人员经费合计”',
    ],
    ['a sum among the projects', typed(['项目!B5', '合计']), 'wrong 项目!B5 第 5 行是“合计”'],
    ['a project without money', typed(['项目!B5', '新项目']), 'missing 项目!A5 .*没有填金额'],
    [
      'a head taken away',
      having('基本支出', { rows: rowsOf('基本支出').toSpliced(1, 1) }),
      'wrong 基本支出! .*找不到表头',
    ],
    [
      'a column taken away',
      having('基本支出', { rows: rowsOf('基本支出').map((row) => row.toSpliced(5, 1)) }),
      'wrong 基本支出!A2 .*缺少 “金额” 列',
    ],
    [
      'revenue pasted into what is left',
      having('结转下年', { rows: rowsOf('收入').slice(0, 2) }),
      'wrong 结转下年!A2 .*缺少 “功能科目（项）” 列',
    ],
    [
      'all amounts with another unit',
      typed(...[3, 4, 5].map((row) => [`基本支出!F${row}`, '9.64万元'] as const), ['收入!C3', '3295900']),
      'wrong 基本支出!F3 .*请只写数 96400.00.*共有 3 格',
    ],
    ['the total of assets in 万元', typed(['资产!D3', '386.2']), 'wrong 资产!D3 .*像是按万元填的'],
    ['one figure of last year in 万元', typed(['上年数和原因!B4', '352.1']), 'wrong 上年数和原因!B4 .*像是按万元填的'],
    ['revenue of another source', typed(['收入!A3', '事业收入']), 'wrong 收入!A3 事业收入 533.85 万元没有安排支出'],
    [
      'an item of one’s own twice',
      typed(['自设科目!A3', '2010397'], ['自设科目!B3', '甲'], ['自设科目!A4', '2010397'], ['自设科目!B4', '乙']),
      'wrong 自设科目!A4 这一项前面已经填过',
    ],
    [
      'a term twice',
      typed(['名词解释!A3', '甲'], ['名词解释!B3', '指甲。'], ['名词解释!A4', '甲'], ['名词解释!B4', '指乙。']),
      'wrong 名词解释!A4 这一项前面已经填过',
    ],
    ['no unit at all', having('基本信息', { rows: rowsOf('基本信息').slice(0, 2) }), 'wrong 基本信息! .*没有填单位'],
    ['an answer taken away', typed(['填报情况!B3', '']), 'missing 填报情况!B3 .*未填'],
    ['words for last year', typed(['上年数和原因!B4', '无']), 'wrong 上年数和原因!B4 .*不是金额'],
    ['a first level misspelt', typed(['绩效目标!C3', '产出指标标']), 'wrong 绩效目标!C3 .*一级指标写的是“产出指标标”'],
    [
      'a second level of another first',
      typed(['绩效目标!D3', '社会效益指标']),
      'wrong 绩效目标!D3 .*属于效益指标，不属于产出指标',
    ],
    [
      'an indicator twice',
      having('绩效目标', { rows: [...rowsOf('绩效目标'), rowsOf('绩效目标')[2]!] }),
      'wrong 绩效目标!E15 .*前面已经填过一次',
    ],
    [
      'targets of one project deleted',
      having('绩效目标', { rows: rowsOf('绩效目标').slice(0, 8) }),
      'missing 项目!A4 ',
    ],
    ['a section left out', typed(['基本支出!B3', '']), 'missing 基本支出!B3 .*没有经济分类科目'],
    ['a purchase without its price', typed(['政府采购!G3', '']), 'missing 政府采购!G3 采购“.*”的单价没有填'],
    [
      'a purchase without quantity and price',
      typed(['政府采购!F3', ''], ['政府采购!G3', '']),
      'missing 政府采购!F3 采购“.*”的数量、单价没有填',
    ],
    [
      'a reason against its change',
      typed(['上年数和原因!D5', '项目减少']),
      'notice 上年数和原因!D5 比上年增加 8.00 万元，原因写的却是“项目减少”',
    ],
    [
      'a section’s column taken away',
      having('基本支出', { rows: rowsOf('基本支出').map((row) => row.toSpliced(1, 1)) }),
      'wrong 基本支出!A2 .*缺少 “经济科目（款）” 列',
    ],
    ['an amount in 千元', typed(['基本支出!F3', '964千元']), 'wrong 基本支出!F3 .*不是金额'],
    ['a head in 千元', typed(['基本支出!F2', '金额（千元）']), 'wrong 基本支出!F2 表头写的是千元'],
    ['an amount in words', typed(['基本支出!F3', '九十六万四千元']), 'wrong 基本支出!F3 .*不是金额'],
    ['an amount as a large number is shown', typed(['基本支出!F3', '9.64E+05']), 'wrong 基本支出!F3 .*不是金额'],
    ['minus in full width', typed(['基本支出!F3', '－964000']), 'wrong 基本支出!F3 .*是负数'],
    ['a formula as text', typed(['基本支出!F3', '=SUM(F4:F9)']), 'wrong 基本支出!F3 .*不是金额'],
    ['a project whose cell was deleted', typed(['项目支出!A3', '#REF!']), 'wrong 项目支出!A3 公式算不出来'],
    [
      'of which, as a line',
      typed(['项目支出!A6', '其中：设备'], ['项目支出!F6', '1000']),
      'wrong 项目支出!B6 .*没有填',
    ],
    [
      'the day of making below the lines',
      typed(['基本支出!A19', '制表日期'], ['基本支出!B19', '2025-12-30']),
      'wrong 基本支出!A19 第 19 行写的是“制表日期”，不像一笔数',
    ],
    ['points for a line', typed(['基本支出!A18', '……']), 'wrong 基本支出!A18 第 18 行只写了'],
    ['no amount and no quantity', typed(['政府采购!F3', '0'], ['政府采购!G3', '0']), 'wrong 政府采购!F3 .*的数量是 0'],
    ['a quantity written out', typed(['政府采购!F3', '二十']), 'wrong 政府采购!F3 .*不是数量'],
    ['a text that no cell holds', typed(['项目!E3', '字'.repeat(33_000)]), 'wrong 项目!E3 这里有 33000 个字'],
    ['a number for a reason', typed(['上年数和原因!D5', '12.5%']), 'wrong 上年数和原因!D5 原因写的是“12.5%”'],
    [
      'a space within the unit’s code',
      typed(['基本信息!A3', '302 001']),
      'notice 基本信息!A3 单位编码“302 001”中间有空格',
    ],
    ['the section of a class', typed(['基本支出!B3', '301 工资福利支出']), 'wrong 基本支出!B3 .*五位的款级'],
    ['the name before its code', typed(['基本支出!B3', '基本工资30101']), 'wrong 基本支出!B3 .*五位的款级'],
    ['a letter in an item', typed(['基本支出!A3', '2O10301']), 'wrong 基本支出!A3 .*七位的项级'],
    ['a later year in words of the year before', typed(['项目!F3', '上年同数']), 'wrong 项目!F3 .*不是金额'],
    [
      'no cars, and two among the assets',
      typed(['车辆设备!B3', '0'], ['车辆设备!B4', '0']),
      'notice 车辆设备!B3 .*是 2',
    ],
    [
      'a sum in the column of carry-over',
      typed(['基本支出!E18', '合计'], ['基本支出!F18', '5338500']),
      'wrong 基本支出!E18 第 18 行是“合计”',
    ],
    ['a currency before the amount', typed(['基本支出!F3', 'CNY 964000']), 'wrong 基本支出!F3 .*不是金额'],
    ['a copy of revenue', [...SHEETS, { name: '收入 (2)', rows: rowsOf('收入') }], 'wrong 收入 .2.! .*没有读'],
    ['a sheet under half its name', renamed('上年数和原因', '上年数'), 'wrong 上年数! .*像是“上年数和原因”'],
    ['a line without its project', typed(['项目支出!A3', '']), 'wrong 项目支出!A3 “项目”没有填'],
    ['a source in words of the tables', typed(['基本支出!D3', '一般公共预算财政拨款']), 'wrong 基本支出!D3 .*下拉列表'],
    [
      'a section and the name of another',
      typed(['项目支出!C3', '30213 委托业务费']),
      'wrong 项目支出!C3 编码 30213 是“维修',
    ],
    ['a target without its second level', typed(['绩效目标!D5', '']), 'missing 绩效目标!D5 .*的二级指标没有填'],
    [
      'an item of the government funds paid from the general budget',
      typed(['项目支出!B5', '2120801']),
      'notice 项目支出!D5 .*是政府性基金预算.*的科目，资金来源却是一般公共预算',
    ],
    [
      'an item of the general budget paid from a government fund',
      typed(
        ['项目支出!D3', '政府性基金预算拨款'],
        ['收入!C3', '4138500'],
        ['收入!A4', '政府性基金预算拨款'],
        ['收入!C4', '1200000'],
        ['上年数和原因!D13', '新增'],
        ['上年数和原因!D12', '减少'],
      ),
      'notice 项目支出!D3 .*却不是政府性基金预算',
    ],
    ['equipment as personnel', typed(['基本支出!B3', '31002']), 'wrong 基本支出!C3 .*31002 办公设备购置，不是人员经费'],
    ['medical insurance on pensions', typed(['基本支出!B7', '30110']), 'notice 基本支出!A7 .*一般列在行政事业单位医疗'],
    ['the housing fund on pensions', typed(['基本支出!A10', '2080505']), 'notice 基本支出!A10 .*一般列在住房公积金'],
    [
      'pensions on the office’s item',
      typed(['基本支出!B6', '30302']),
      'notice 基本支出!A6 .*退休费，一般列在行政事业单位养老',
    ],
    ['a day’s number for a year', typed(['基本信息!E3', '46023']), 'wrong 基本信息!E3 .*写四位数'],
    ['a code with its name', typed(['基本信息!A3', '302001 某局']), 'wrong 基本信息!A3 .*只写编码'],
    ['a space within the name', typed(['基本信息!B3', '示例市 数据服务局']), 'notice 基本信息!B3 .*中间有空格'],
    ['a unit of money of its own', typed(['基本信息!J3', '千元']), 'wrong 基本信息!J3 .*下拉列表选：元、万元'],
    ['points between thousands', typed(['基本支出!F3', '964.000.00']), 'wrong 基本支出!F3 .*不是金额'],
    ['a comma for the point', typed(['基本支出!F3', '964000,00']), 'wrong 基本支出!F3 .*不是金额'],
    ['a letter for a zero', typed(['基本支出!F3', '96400O']), 'wrong 基本支出!F3 .*不是金额'],
    ['a letter for a one', typed(['基本支出!F4', 'l287500']), 'wrong 基本支出!F4 .*不是金额'],
    ['brackets for minus', typed(['基本支出!F3', '(964000)']), 'wrong 基本支出!F3 .*是负数'],
    ['a share for an amount', typed(['基本支出!F3', '96%']), 'wrong 基本支出!F3 .*不是金额'],
    ['a calculation as text', typed(['基本支出!F3', '80000*12']), 'wrong 基本支出!F3 .*不是金额'],
    ['a lookup that found nothing', typed(['基本支出!A3', '#N/A']), 'wrong 基本支出!A3 公式算不出来'],
    ['a division by nothing', typed(['收入!C3', '#DIV/0!']), 'wrong 收入!C3 公式算不出来'],
    ['all revenue as carried over', typed(['收入!B3', '是']), 'wrong 收入!B3 .*没有安排支出'],
    ['a zero too many', typed(['基本支出!F3', '9640000']), 'wrong 收入!C3 .*多安排 867.60 万元'],
    ['two digits changed', typed(['基本支出!F4', '1278500']), 'wrong 收入!C3 .*差 0.90 万元'],
    ['the total of assets mistyped', typed(['资产!D3', '3682000']), 'wrong 资产!D3 .*各项相加是 3862000.00'],
    ['cars unlike the assets', typed(['资产!C5', '3']), 'notice 车辆设备!B3 .*“资产”里.*是 3'],
    ['more large equipment than equipment', typed(['车辆设备!B5', '9']), 'notice 车辆设备!B5 .*多于“资产”里'],
    ['cars to be bought without money', typed(['车辆设备!B6', '1']), 'notice 车辆设备!B6 .*没有公务用车购置'],
    [
      'a purchase code and another name',
      typed(['政府采购!D3', 'A02010105 便携式计算机']),
      'wrong 政府采购!D3 编码 A02010105 是',
    ],
    ['nothing bought for money', typed(['政府采购!F3', '0']), 'wrong 政府采购!F3 .*的数量是 0'],
    [
      'a purchase from money that the project lacks',
      typed(['政府采购!H3', '事业收入']),
      'wrong 政府采购!H3 .*没有这项资金',
    ],
    ['last year below zero', typed(['上年数和原因!B5', '-1605000']), 'wrong 上年数和原因!B5 .*是负数'],
    ['a meaning without its term', typed(['名词解释!B3', '指某。']), 'wrong 名词解释!A3 “名词”没有填'],
    [
      'an item of the list under a name of one’s own',
      typed(['自设科目!A3', '2010301'], ['自设科目!B3', '别的名称']),
      'wrong 自设科目!A3 .*是科目表里的“行政运行”',
    ],
    [
      'an item of six digits',
      typed(['自设科目!A3', '201030'], ['自设科目!B3', '某']),
      'wrong 自设科目!A3 .*不是三位、五位或七位编码',
    ],
    ['a project without its name', typed(['项目!B4', '']), 'wrong 项目!B4 “项目名称”没有填'],
    [
      'running costs in a project of persons',
      typed(['项目!C3', '人员类']),
      'notice 项目!C3 .*是人员类，支出里却有 30213',
    ],
    ['a project without its goal', typed(['项目!E3', '']), 'missing 项目!E3 .*没有填绩效目标'],
    ['the second year in 万元', typed(['项目!F3', '120']), 'wrong 项目!F3 .*像是按万元填的'],
    ['another unit in its own row', typed(['机构设置!A3', '示例市数据局']), 'notice 机构设置!A3 .*“基本信息”的单位是'],
    [
      'a kind of expenditure by half its name',
      typed(['其他支出!A3', '经营'], ['其他支出!B3', '2010301'], ['其他支出!D3', '事业收入'], ['其他支出!F3', '1000']),
      'wrong 其他支出!A3 .*下拉列表',
    ],
    ['an item of eight digits', typed(['基本支出!A3', '20103011']), 'wrong 基本支出!A3 .*七位的项级'],
    ['a section with its part', typed(['基本支出!B3', '3010101']), 'wrong 基本支出!B3 .*五位的款级'],
    ['a nature by half its name', typed(['基本支出!C3', '人员']), 'wrong 基本支出!C3 .*下拉列表'],
    ['teachers’ travel in a project of repairs', typed(['项目支出!G3', '是']), 'wrong 项目支出!G3 .*不是因公出国'],
    ['the sheet of projects’ money deleted', without('项目支出'), 'wrong 项目支出! 工作簿里没有工作表'],
    ['a word where nothing is to confirm', typed(['基本支出!H3', 'ok']), 'wrong 基本支出!H3 .*清空“待确认”'],
    ['yes or no in other words', typed(['收入!B3', '大概']), 'wrong 收入!B3 是的填“是”|wrong 收入!B3 .*是的填'],
    [
      'carry-over that nothing is spent of',
      typed(['收入!A4', '一般公共预算拨款'], ['收入!B4', '是'], ['收入!C4', '50000']),
      'wrong 收入!C4 上年结转的.*差 5.00 万元',
    ],
    [
      'a surplus distributed in a budget',
      typed(['结余分配!A3', '2010302'], ['结余分配!B3', '事业收入'], ['结余分配!D3', '5000']),
      'wrong 结余分配!A3 结余分配是决算的事',
    ],
    [
      'a goal left to be written',
      typed(['项目!E3', '【请填写：目标】']),
      'missing 项目!E3 “【请填写：目标】”是等着填写的地方',
    ],
    [
      'a duty of the template',
      typed(['说明文字!F3', '负责XX市的数据汇聚。']),
      'missing 说明文字!F3 “XX”是等着填写的地方',
    ],
    ['a target of the template', typed(['绩效目标!G3', '××套']), 'missing 绩效目标!G3 “××”是等着填写的地方'],
    ['a reason that is the one above', typed(['上年数和原因!D5', '同上']), 'wrong 上年数和原因!D5 原因写的是“同上”'],
    ['no reason as a reason', typed(['上年数和原因!D5', '无']), 'wrong 上年数和原因!D5 原因写的是“无”'],
    [
      'last year’s parts above all of it',
      typed(['上年数和原因!B4', '3621000']),
      'wrong 上年数和原因!B3 上年收支总数 5126000.00 元，各项相加是 5226000.00',
    ],
    ['a digit too many of last year', typed(['上年数和原因!B3', '51260000']), 'notice 上年数和原因!B3 .*多写了一位'],
    [
      'one figure of “三公” of last year blank',
      typed(['上年数和原因!B7', '']),
      'missing 上年数和原因!B7 .*‘三公’经费比上年的增减额',
    ],
    [
      'the cars of last year blank',
      typed(['上年数和原因!B9', '']),
      'missing 上年数和原因!B9 .*公务用车运行费比上年的增减额',
    ],
    [
      'receptions of last year blank',
      typed(['上年数和原因!B10', '']),
      'missing 上年数和原因!B10 .*公务接待费比上年的增减额',
    ],
    [
      'a housing fund above all pay',
      typed(['基本支出!F10', '2715000'], ['收入!C3', '7782000']),
      'notice 基本支出!F10 30113 住房公积金 271.50 万元，比工资',
    ],
    ['a later year below zero', typed(['项目!F3', '-100']), 'wrong 项目!F3 .*2027 年的金额.*是负数'],
    ['operating expenses below zero', typed(['基本信息!I3', '-5']), 'wrong 基本信息!I3 机关运行经费.*是负数'],
    [
      'the purpose of what nothing is spent on',
      typed(['科目用途!A3', '2050201'], ['科目用途!B3', '某用途']),
      'notice 科目用途!A3 没有一笔支出列在科目 2050201',
    ],
    [
      'a purpose twice',
      typed(['科目用途!A3', '2010301'], ['科目用途!B3', '甲'], ['科目用途!A4', '2010301'], ['科目用途!B4', '乙']),
      'wrong 科目用途!A4 这一项前面已经填过',
    ],
    ['a unit twice among the units', typed(['机构设置!A4', '示例市数据服务局']), 'wrong 机构设置!A4 .*前面已经填过'],
    [
      'an area answered twice',
      typed(['填报情况!A5', '年终结转结余'], ['填报情况!B5', '有']),
      'wrong 填报情况!A5 这一项前面已经填过',
    ],
    [
      'an area that there is not',
      typed(['填报情况!A5', '其他'], ['填报情况!B5', '有']),
      'wrong 填报情况!A5 .*照表内已有的写法',
    ],
    ['有 without content', typed(['填报情况!B3', '有']), 'missing 填报情况!B3 .*选了“有”，还没有内容'],
    [
      'a paragraph counted in words',
      typed(['说明文字!A8', '名词解释'], ['说明文字!C8', '代替'], ['说明文字!D8', '第一段'], ['说明文字!F8', '文。']),
      'wrong 说明文字!D8 “第一段”不是整数，请只写数，例如 12',
    ],
    ['square metres with their sign', typed(['资产!C4', '1200㎡']), 'wrong 资产!C4 .*不是数量'],
    ['one asset in 万元', typed(['资产!D5', '36.8']), 'wrong 资产!D3 .*各项相加是'],
    ['cars below zero', typed(['车辆设备!B3', '-2']), 'wrong 车辆设备!B3 “-2”是负数'],
    ['a nature by its short name', typed(['基本信息!H3', '参公']), 'wrong 基本信息!H3 .*下拉列表'],
    [
      'a kind of document in other words',
      typed(['基本信息!D3', '预算公开']),
      'wrong 基本信息!D3 .*下拉列表选：预算、决算',
    ],
    ['a template that there is not', typed(['基本信息!K3', '河北2023']), 'wrong 基本信息!K3 .*没有这种表样'],
    ['a source by the name of several', typed(['基本支出!D3', '单位资金']), 'wrong 基本支出!D3 .*下拉列表'],
    ['a code with points', typed(['基本支出!A3', '201.03.01']), 'wrong 基本支出!A3 .*七位的项级'],
    [
      'an item with two digits changed',
      typed(['基本支出!A3', '2010310']),
      'notice 基本支出!A3 .*2010310 不在程序的科目表里',
    ],
    ['a share for a share’s amount', typed(['政府采购!K3', '100%']), 'wrong 政府采购!K3 .*不是金额'],
    ['a number with its measure', typed(['政府采购!F3', '20台']), 'wrong 政府采购!F3 .*不是数量'],
    ['an amount that is about right', typed(['基本支出!F3', '964000左右']), 'wrong 基本支出!F3 .*不是金额'],
    ['last year from a formula of words', typed(['上年数和原因!B4', '#VALUE!']), 'wrong 上年数和原因!B4 公式算不出来'],
    [
      'a year that the form is not for',
      typed(['基本信息!E3', '2016'], ['基本信息!K3', '河北 2023 年部门预算公开']),
      'wrong 基本信息!E3 表样“河北 2023 年部门预算公开”不是 2016 年用的',
    ],
    ['a year whose lists have other names', typed(['基本信息!E3', '2016']), 'wrong 基本信息!E3 有 2 个科目的名称'],
    ['accounts in a form of budgets', typed(['基本信息!D3', '决算']), 'wrong 基本信息!D3 模板“.*”是预算模板'],
    [
      'a form of another place',
      typed(['基本信息!F3', '310107'], ['基本信息!G3', '普陀区'], ['基本信息!K3', '河北 2023 年部门预算公开']),
      'notice 基本信息!K3 表样是.*行政区划却是 310107',
    ],
    ['half a computer', typed(['政府采购!F3', '2.5'], ['政府采购!G3', '48000']), 'wrong 政府采购!F3 .*不是整数'],
    ['a share below zero', typed(['政府采购!K3', '-120000']), 'wrong 政府采购!K3 .*是负数'],
    [
      'an item of one’s own of no class',
      typed(['自设科目!A3', '2990101'], ['自设科目!B3', '某科目']),
      'wrong 自设科目!A3 .*类级编码 299 不是',
    ],
    ['a region of no province', typed(['基本信息!F3', '990000']), 'wrong 基本信息!F3 .*不属于任何省份'],
    [
      'a paragraph twice',
      typed(['说明文字!A8', '主要职能'], ['说明文字!F8', '负责政务数据的汇聚、共享和开放。']),
      'wrong 说明文字!F8 这一段前面已经写过',
    ],
    ['operating expenses in 万元', typed(['基本信息!I3', '42.26']), 'wrong 基本信息!I3 .*像是按万元填的'],
    [
      'operating expenses that are no table’s',
      typed(['基本信息!I3', '500000']),
      'notice 基本信息!I3 .*公用经费是 422600',
    ],
    ['pay on the item of pensions', typed(['基本支出!A3', '2080505']), 'notice 基本支出!A3 .*只列缴费、补助和公积金'],
    [
      'money of a fund that nothing brings, on an item of another budget',
      typed(['基本支出!D3', '政府性基金预算拨款']),
      'wrong 基本支出!D3 .*“收入”里没有这项',
    ],
    [
      'a part of last year above its whole, the other part not given',
      typed(['上年数和原因!B9', '52000']),
      'wrong 上年数和原因!B8 上年公务用车购置及运行费 42000.00 元，各项相加是 52000.00',
    ],
    ['debts as pay', typed(['基本支出!B3', '30701']), 'wrong 基本支出!C3 .*不是人员经费'],
    ['parts of a thousand in the wrong place', typed(['基本支出!F3', '9,64000.00']), 'wrong 基本支出!F3 .*不是金额'],
    ['a letter among the digits', typed(['基本支出!F3', '9640O0']), 'wrong 基本支出!F3 .*不是金额'],
    ['a Chinese full stop for a point', typed(['基本支出!F3', '964000。00']), 'wrong 基本支出!F3 .*不是金额'],
    ['an amount in brackets', typed(['基本支出!F3', '(964000.00)']), 'wrong 基本支出!F3 .*是负数'],
    ['carry-over as a source', typed(['基本支出!D3', '上年结转']), 'wrong 基本支出!D3 .*下拉列表'],
    ['a governmental section', typed(['基本支出!B3', '50101']), 'wrong 基本支出!B3 .*50101 不是 2026 年的科目'],
    ['an item of revenue', typed(['基本支出!A3', '1010101']), 'wrong 基本支出!A3 .*1010101 不是 2026 年的科目'],
    [
      'a term twice',
      typed(
        ['名词解释!A3', '数据共享'],
        ['名词解释!B3', '指某。'],
        ['名词解释!A4', '数据共享'],
        ['名词解释!B4', '指某某。'],
      ),
      'wrong 名词解释!A4 这一项前面已经填过',
    ],
    ['a purchase from ten to twenty', typed(['政府采购!F3', '10-20']), 'wrong 政府采购!F3 .*不是数量'],
    ['a purchase of nothing named', typed(['政府采购!C3', '']), 'wrong 政府采购!C3 “采购内容”没有填'],
  ])('%s', (_, sheets, expected) => {
    const all = told(sheets);
    expect(all).toHaveLength(1);
    expect(all[0]).toMatch(new RegExp(`^(?:${expected})`));
    expect(all[0]).toMatch(/。$/);
  });

  test.each<[string, SheetText[]]>([
    ['a space behind a project', typed(['项目支出!A3', '政务数据共享平台运行维护 '])],
    ['a wide space within a project', typed(['项目支出!A3', '政务数据　共享平台运行维护'])],
    ['amounts with their unit, a sign, thousands', typed(['基本支出!F3', '￥964，000.00元'])],
    ['digits of full width', typed(['基本支出!F3', '９６４０００'])],
    ['a code that was a number', typed(['基本支出!A3', '2010301.00'], ['基本支出!B3', "'30101"])],
    ['no in the column of carry-over', typed(['收入!B3', '否'], ['基本支出!E3', '无'])],
    ['thousands parted by spaces', typed(['基本支出!F3', '964 000.00'])],
    ['an item parted by spaces', typed(['基本支出!A3', '201 03 01'])],
    ['a catalogue code in small letters', typed(['政府采购!D3', 'a02010105'])],
    ['an amount between a tab and a break', typed(['基本支出!F3', '\t964000\n'])],
    ['a break in a head', typed(['基本支出!F2', '金额\n（元）'])],
    ['a price with its unit', typed(['政府采购!G3', '6000元'])],
    ['columns in another order', having('收入', { rows: rowsOf('收入').map((row) => [...row].reverse()) })],
    ['an item in digits of full width', typed(['基本支出!A3', '２０１０３０１'])],
    ['a code and its name with a hard space', typed(['基本支出!A3', '2010301\u00a0行政运行'])],
    ['a project by its code', typed(['政府采购!B3', '13010023P002'])],
    ['blank rows among the lines', having('基本支出', { rows: rowsOf('基本支出').toSpliced(6, 0, [''], [''], ['']) })],
    ['the unit of the ledger in a head', typed(['基本支出!F2', '金额（元）'])],
  ])('%s is understood', (_, sheets) => {
    const { ledger, faults } = readLedgerSheets(sheets);
    expect([ledger, faults]).toEqual([exampleLedger(2026), []]);
  });

  test.each<[string, SheetText[]]>([
    ['a reason in words, letters and years', typed(['上年数和原因!D5', '2025年5G、AI平台扩容（含X86服务器）'])],
    ['the levy for education from the general budget', typed(['项目支出!B5', '2050999'])],
    ['the purpose of what is spent', typed(['科目用途!A3', '2010301'], ['科目用途!B3', '保障机关运行'])],
    ['a large contribution within half of all pay', typed(['基本支出!F10', '1100000'], ['收入!C3', '6167000'])],
  ])('nothing is told of %s', (_, sheets) => expect(told(sheets)).toEqual([]));

  test('all else stays as it is', () => {
    const { ledger } = readLedgerSheets(
      typed(['基本支出!A18', '合计'], ['基本支出!F18', '5338500'], ['基本支出!F3', '96.4万元']),
    );
    expect(ledger).toEqual(exampleLedger(2026));
  });

  test('a form of another place is told where the ledger chose it, not where it is only tried', () => {
    const shanghai = templateById('shanghai-2026')!;
    const codes = (ledger: Ledger) => discloseLedger(ledger, shanghai).problems.map(({ code }) => code);
    expect(codes({ ...exampleLedger(2026), template: shanghai.id })).toContain('template-region');
    expect(codes(exampleLedger(2026))).not.toContain('template-region');
  });

  test('a whole ledger in 万元, told once', () => {
    const example = exampleLedger(2026);
    const small = <T extends { readonly fen: number }>(line: T): T => ({ ...line, fen: line.fen / 10_000 });
    const ledger: Ledger = {
      ...example,
      revenue: example.revenue.map(small),
      basic: example.basic.map(small),
      projects: example.projects.map((project) => ({ ...project, lines: project.lines.map(small) })),
      procurement: [],
      answers: { ...example.answers, procurement: 'none' },
    };
    expect(told(sheetTexts(ledger)).filter((line) => !line.startsWith('notice'))).toEqual([
      expect.stringMatching(/^wrong 基本支出!F3 支出共 .*像是按万元填的/),
    ]);
  });

  test.each<[string, string, string, string]>([
    ['a line', '基本支出!F3', '964000', 'wrong 基本支出!F3 .*像是按元填的：请改成万元'],
    ['revenue', '收入!C3', '5338500', 'wrong 收入!C3 .*像是按元填的.*请改成万元'],
    ['a figure of last year', '上年数和原因!B4', '3521000', 'wrong 上年数和原因!B4 .*像是按元填的，请改成万元'],
  ])('in 元 where the ledger is in 万元: %s', (_, at, amount, expected) => {
    const [all] = [told(typedIn(sheetTexts({ ...exampleLedger(2026), moneyUnit: '万元' }), [at, amount]))];
    expect(all).toEqual([expect.stringMatching(new RegExp(`^(?:${expected})`))]);
  });

  test('the unit may be 万元, by choice', () => {
    const ledger: Ledger = { ...exampleLedger(2026), moneyUnit: '万元' };
    expect(told(sheetTexts(ledger))).toEqual([]);
    expect(readLedgerSheets(sheetTexts(ledger)).ledger).toEqual(ledger);
  });

  test.each([
    ['2230105', '国有企业退休人员社会化管理补助支出'],
    ['2290804', '福利彩票销售机构的业务费支出'],
  ])('the official example %s passes with its name', (code, name) => {
    const sheets = typed(['项目支出!B5', `${code} ${name}`]);
    expect(told(sheets).filter((line) => !line.startsWith('notice'))).toEqual([]);
  });
});
