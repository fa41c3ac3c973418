/** What the commands of performance say, in both languages. Forms, reports and faults of a form are Chinese. */
export const PERFORMANCE = {
  help: {
    evaluate: [
      '绩效自评：由目标生成自评表，给填好的自评表计分、写报告',
      'self-evaluation: blank forms from targets; scores and a report of filled forms',
    ],
    monitor: [
      '绩效监控：由目标生成监控表，给填好的监控表亮灯、预警、写报告',
      'monitoring: blank forms from targets; lights, warnings and a report of filled forms',
    ],
    execution: [
      '预算执行：由指标、支付、合同的工作簿出支出进度月报，查超支、超计划、到期未付',
      'execution: the monthly report of a workbook of authority lines, payments and contracts, and what is wrong in it',
    ],
    formFile: [
      '预算（有绩效目标），或填好的表；PDF、Word、Excel、网页、文本、JSON',
      'a budget with targets, or filled forms: PDF, Word, Excel, HTML, text, JSON',
    ],
    executionFile: [
      '执行工作簿（xlsx，格式见 docs/performance.md）',
      'the workbook of execution (xlsx, see docs/performance.md)',
    ],
    output: [
      '表写到哪个文件；格式看扩展名：xlsx、docx、pdf、html、md、txt、json',
      'file for the forms; its extension is the format: xlsx, docx, pdf, html, md, txt, json',
    ],
    report: ['报告和表写到哪个文件（docx、pdf……）', 'file for the report in words with the forms (docx, pdf …)'],
    profile: ['评分口径的编号（默认按地区和年度选）', 'id of the profile (default: by region and year)'],
    month: ['截至几月底（1 到 12）', 'up to the end of which month (1 to 12)'],
    execute: ['从这份执行工作簿取各项目的预算数和执行数', 'take the projects’ money from this workbook of execution'],
    agency: ['报告是哪个部门或单位的', 'the department or unit of the report'],
    year: ['年度（默认今年）', 'year (default: this year)'],
    format: ['输出格式：pretty 给人看，json 给程序用', 'pretty for people, json for programs'],
    evaluateExamples: [
      `
例子：
  mingsuan evaluate 预算.pdf -o 自评表.xlsx              由绩效目标生成要填的自评表
  mingsuan evaluate 自评表.xlsx                          每一项的得分和算式
  mingsuan evaluate 自评表.xlsx --execution 执行.xlsx -o 计分.xlsx --report 报告.docx

退出码：0 全部计了分，没有要补的；1 有没有计分或要说明原因的；2 没有做成，或用法不对。`,
      `
Examples:
  mingsuan evaluate budget.pdf -o forms.xlsx             blank forms with the targets
  mingsuan evaluate forms.xlsx                           points and formula of each part
  mingsuan evaluate forms.xlsx --execution execution.xlsx -o scored.xlsx --report report.docx

Exit status: 0 all scored, nothing missing; 1 something is not scored or not explained; 2 could not run.`,
    ],
    monitorExamples: [
      `
例子：
  mingsuan monitor 预算.pdf --month 6 -o 监控表.xlsx     由绩效目标生成要填的监控表
  mingsuan monitor 监控表.xlsx -o 监控结果.xlsx --report 监控报告.docx

退出码：0 没有红灯、黄灯和预警；1 有，或有没有填的；2 没有做成，或用法不对。`,
      `
Examples:
  mingsuan monitor budget.pdf --month 6 -o forms.xlsx    blank forms with the targets
  mingsuan monitor forms.xlsx -o lights.xlsx --report report.docx

Exit status: 0 no red or yellow light and no warning; 1 some, or something is not filled in; 2 could not run.`,
    ],
    executionExamples: [
      `
例子：
  mingsuan execution 执行.xlsx --month 6                 月报和要改正的
  mingsuan execution 执行.xlsx --month 6 -o 月报.xlsx --report 执行报告.docx --agency 某市水利局

退出码：0 没有要改正的；1 有；2 没有做成，或用法不对。`,
      `
Examples:
  mingsuan execution execution.xlsx --month 6            the report, and what is wrong
  mingsuan execution execution.xlsx --month 6 -o report.xlsx --report words.docx --agency NAME

Exit status: 0 nothing is wrong; 1 something is; 2 could not run.`,
    ],
  },
  noTargets: [
    (file: string) => `${file}：里面没有绩效目标，也没有填好的表`,
    (file: string) => `${file}: holds neither targets nor filled forms`,
  ],
  blank: [
    (count: number, file: string) => `已由绩效目标生成 ${count} 张表：${file}；填好后再用同一个命令`,
    (count: number, file: string) =>
      `${count} blank forms were made of the targets: ${file}; fill them in and run again`,
  ],
  badMonth: [
    (text: string) => `“${text}”不是月份，例如 --month 6`,
    (text: string) => `"${text}" is no month, such as --month 6`,
  ],
  noMonth: ['请用 --month 写明截至几月底', 'say up to which month with --month'],
  noProfile: [
    (ids: readonly string[]) => `按地区和年度选不出评分口径，请用 --profile 指定：${ids.join('、')}`,
    (ids: readonly string[]) => `no profile for this region and year; name one with --profile: ${ids.join(', ')}`,
  ],
  unknownProfile: [
    (id: string, ids: readonly string[]) => `没有评分口径“${id}”，可用的有 ${ids.join('、')}`,
    (id: string, ids: readonly string[]) => `there is no profile "${id}"; known: ${ids.join(', ')}`,
  ],
  noMoney: [
    (project: string) => `执行工作簿里没有唯一的项目“${project}”，它的资金没有填`,
    (project: string) => `the workbook has no single project "${project}"; its money was left as it is`,
  ],
  byProfile: [
    (id: string, name: string, source: string) => `口径：${id} ${name}；依据：${source}`,
    (id: string, name: string, source: string) => `profile: ${id} ${name}; source: ${source}`,
  ],
  unscored: ['没有计分', 'not scored'],
  toAdd: [(message: string) => `请补：${message}`, (message: string) => `to be added: ${message}`],
  points: ['分', 'points'],
  mean: [
    (scored: number, all: number, mean: string) => `${all} 个项目，计分 ${scored} 个，平均 ${mean} 分`,
    (scored: number, all: number, mean: string) => `${all} projects, ${scored} scored, ${mean} points on average`,
  ],
  unexplained: [
    (name: string) => `指标“${name}”有偏差，请写原因`,
    (name: string) => `"${name}" is off its way: say why`,
  ],
  money: ['支出', 'money'],
} as const;
