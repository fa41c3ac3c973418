import type { FormId } from '@mingsuan/core/disclosure';
import { formById } from '@mingsuan/core/forms/index';
import { REPORT_WORDS } from '@mingsuan/documents/report/html/words';
import type { UnreadableCode } from '@mingsuan/documents/unreadable';
import { makeZh } from './make.ts';

export const zh = {
  ...REPORT_WORDS.zh,
  help: {
    program: '明算：读懂、核对公开的部门预算和决算。',
    read: '读出公开文本里的报表、绩效、采购等数据',
    check: '核对公开文本：勾稽关系、前后一致、分类科目、公开内容',
    dismiss: '核销看过的问题：记下编号和理由，以后不再列出',
    serve: '打开门户：查找、对比、下载公开数据，在浏览器里核对',
    files: '文件、文件夹或通配符；- 表示标准输入',
    format: '输出格式：pretty 给人看，json、csv、sarif 给程序用（终端上默认 pretty，否则 json；--output 按扩展名）',
    checkFormat:
      '输出格式：pretty 给人看，xlsx 公开情况检查表，html 带截图的报告，pdf 在原文上标注，json、csv、sarif 给程序用（终端上默认 pretty，否则 json；--output 按扩展名）',
    output: '写到文件，不写到屏幕',
    lang: '界面语言：zh 中文，en 英文',
    jobs: '同时处理几个文件（默认按处理器核数）',
    timeout: '每个文件最多用几秒',
    quiet: '不显示进度和多余的说明',
    rules: '本级自己的规则（YAML，写法见 docs/own-rules.md）',
    dismissals: '已核销的问题（YAML；当前文件夹里有 mingsuan.dismissed.yaml 时默认用它）',
    noDismissals: '已核销的问题也列出',
    ids: '问题的编号，mingsuan check 会列出',
    reason: '核销的理由',
    dismissalsFile: '记到哪个文件（默认 mingsuan.dismissed.yaml）',
    inFiles: '问题所在的文件：一并记下文件名和问题，并核对编号',
    port: '端口（默认 8080；0 为任意空闲端口）',
    data: '数据文件夹（默认 ./data）',
    database: 'PostgreSQL 的网址（默认用内嵌的数据库）；带密码的请改设环境变量 DATABASE_URL',
    noColor: '不用颜色（也可设环境变量 NO_COLOR）',
    version: '显示版本号',
    help: '显示帮助',
    helpCommand: '显示某个命令的帮助',
    titles: {
      'Usage:': '用法：',
      'Arguments:': '参数：',
      'Options:': '选项：',
      'Global Options:': '全局选项：',
      'Commands:': '命令：',
    } as Record<string, string>,
    examples: `
例子：
  mingsuan check 预算.pdf                     核对一份公开文本
  mingsuan check 公开文本/ --output 问题.csv  核对整个文件夹，问题清单用 Excel 打开
  mingsuan read 预算.pdf --format json        读出数据，金额是整数“分”
  mingsuan help check                         看 check 的全部选项`,
    readExamples: `
例子：
  mingsuan read 预算.pdf                      看读出了哪些表、合计是多少
  mingsuan read 预算.pdf --output 数据.csv    每个数一行，用 Excel 打开
  mingsuan read "2026/**/*.pdf" --format json > 数据.json
  curl -s 网址 | mingsuan read -              从标准输入读

退出码：0 读成；2 有文件没有读成，或用法不对。`,
    checkExamples: `
例子：
  mingsuan check 预算.pdf                     核对一份公开文本
  mingsuan check 公开文本/ --jobs 4           核对整个文件夹，4 个文件同时进行
  mingsuan check 公开文本/ --output 问题.csv  问题清单，用 Excel 打开
  mingsuan check 公开文本/ --output 检查表.xlsx  审核用的公开情况检查表，每份文本一页，附截图
  mingsuan check 预算.pdf --output 报告.html  带截图、可筛选的报告
  mingsuan check 预算.pdf --output 标注.pdf   在原文上标出问题；几个文件用 --format pdf --output 标注/
  mingsuan check 预算.pdf --format sarif      给代码审查平台用的 SARIF
  mingsuan check 公开文本/ --rules 规则.yaml  加上本级自己的规则
  mingsuan check 数据.json                    核对 mingsuan read --format json 的输出

退出码：0 没有错误；1 有错误级的问题；2 有文件没有读成，或用法不对。`,
    dismissExamples: `
例子：
  mingsuan dismiss 4mgj2i6z --reason "上年结转已在第三节说明"
  mingsuan dismiss 4mgj2i6z 8x0c1v2b --in 预算.pdf --reason "口径不同，已核实"

编号在 mingsuan check 的输出里。有关的数改动后，问题会换编号重新列出。

退出码：0 已记下；2 没有记成，或用法不对。`,
    serveExamples: `
例子：
  mingsuan serve                              打开 http://127.0.0.1:8080，数据在 ./data
  mingsuan serve --port 9000 --data /srv/明算

其他设置用环境变量，见 docs/operation.md。按 Ctrl+C 停止。

退出码：0 已停止；2 没有启动成，或用法不对。`,
  },
  usage: {
    noFiles: (command: string) => `没有指定文件，例如：mingsuan ${command} 预算.pdf`,
    noServer: '没有找到门户的程序，请先在项目目录运行 npm run setup',
    noCommand: '没有指定命令，例如：mingsuan check 预算.pdf',
    unknownCommand: (name: string) =>
      `没有“${name}”这个命令，可用的有 read、check、dismiss；例如：mingsuan check 预算.pdf`,
    unknownOption: (name: string) => `没有 ${name} 这个选项，请用 mingsuan --help 看全部选项`,
    missingValue: (name: string) => `选项 ${name} 后面缺少内容`,
    noIds: '没有写要核销的编号，例如：mingsuan dismiss 4mgj2i6z --reason "理由"',
    badId: (id: string) => `“${id}”不是问题的编号，请照抄 mingsuan check 列出的编号`,
    noReason: '没有写核销的理由，例如：mingsuan dismiss 4mgj2i6z --reason "口径不同，已核实"',
    noSuchFinding: (ids: readonly string[]) => `这些文件里没有编号为 ${ids.join('、')} 的问题，请重新核对后照抄编号`,
    badChoice: (option: string, value: string, choices: readonly string[]) =>
      `${option} 不能是“${value}”，可用的有 ${choices.join('、')}`,
    badNumber: (option: string, value: string) => `${option} 要用正整数，不能是“${value}”`,
    other: (detail: string) => `用法不对（${detail}），请用 mingsuan --help 看用法`,
    outputIsInput: (file: string) => `--output 不能覆盖要读的文件“${file}”，请换一个文件名`,
    binaryOnScreen: (format: string) => `${format} 不能显示在屏幕上，请写到文件，例如 --output 检查.${format}`,
    needsFolder: '几个文件的标注要写到文件夹里，请以 / 结尾，例如：--format pdf --output 标注/',
    cannotWrite: (file: string, reason: string) => `写不了“${file}”（${reason}），请检查路径和权限`,
  },
  userFile: {
    folder: '这是一个文件夹，请给出其中的 YAML 文件。',
    tooLarge: '它超过了 1 MB，不像是手写的，请检查文件名。',
    notUtf8: '它不是 UTF-8 编码的文本，请在编辑器里另存为 UTF-8。',
  },
  dismissed: {
    already: (id: string, reason: string) => `${id} 已经核销过（${reason}），没有重复记下`,
    done: (count: number, file: string) => `已核销 ${count} 个问题，记在 ${file}`,
  },
  notPdf: '不是 PDF，没有页面可以标注；请用 --format xlsx 或 html',
  stdin: '标准输入',
  stdout: '标准输出',
  unreadable: ({ message }: { readonly code: UnreadableCode; readonly message: string }) => message,
  errorLine: (source: string, message: string) => `mingsuan: ${source}：${message}`,
  usageLine: (message: string) => `mingsuan: ${message}`,
  skipped: (skipped: readonly string[], count: number) =>
    `mingsuan: 文件夹里另有 ${count} 个文件目前还不能读，没有处理（${skipped.join('、')}）`,
  progress: '处理中 {bar} {value}/{total} 剩余 {eta_formatted}',
  form: (form: FormId) => formById(form).name,
  wholeDocument: '整份文本',
  otherForm: '文字与其他',
  consequences: '后果',
  separator: '；',
  noOtherFindings: (count: number) => `没有其他问题（${count} 个已核销）`,
  more: (count: number) => `……另有 ${count} 处，见 --format json`,
  template: (id: string) => (id === 'unknown' ? '没有认出模板' : `模板 ${id}`),
  columns: { form: '报表', unit: '单位', rows: '行数', total: '合计' },
  emptyTable: '空表',
  sidesDiffer: (revenue: string, expenditure: string) => `收 ${revenue || '无'}、支 ${expenditure || '无'}，两边不等`,
  otherTables: (names: readonly string[]) => `其他表：${names.join('、')}`,
  explanation: (count: number) => `情况说明 ${count} 节`,
  performance: (targets: number, indicators: number) => `绩效目标 ${targets} 个、指标 ${indicators} 条`,
  dutyPerformance: (rows: number) => `职责活动绩效 ${rows} 行`,
  procurement: (rows: number) => `政府采购 ${rows} 行`,
  assets: (rows: number) => `资产 ${rows} 行`,
  organization: (rows: number) => `机构 ${rows} 个`,
  listSeparator: '，',
  readSummary: (files: number, disclosures: number, problems: number) =>
    `${files} 个文件，读出 ${disclosures} 份公开文本，${problems} 处没有读成或没有看懂`,
  make: makeZh,
};

/** What every language says, and with which figures. */
export type Messages = typeof zh;
