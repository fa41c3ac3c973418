/** What the commands that make documents say, in both languages. */
import type { Origin } from '@mingsuan/core/disclosure';
import type { ProblemKind } from '@mingsuan/core/ledger/problems';
import { WRITE_FORMATS } from '@mingsuan/documents/write-formats';

const HEADS = { missing: ['还缺', 'missing'], wrong: ['请改正', 'to be corrected'], notice: ['提示', 'note'] } as const;

const place = ({ sheet, address }: Origin): string => (sheet ? `${sheet}${address ? `!${address}` : ''}` : '');
const inFile = (file: string, origin: Origin): string => [file, place(origin)].filter(Boolean).join('!');

export const MAKE = {
  help: {
    ledger: ['预算台账：生成模板、核对、由公开文本还原', 'the budget ledger: new, check, from a published document'],
    ledgerNew: ['生成一份台账（xlsx），由财务人员填写', 'make a ledger workbook (xlsx) to be filled in'],
    ledgerCheck: [
      '核对台账：每一处填错的格子，和编不成报表的地方',
      'check a ledger: every bad cell, and what cannot be compiled',
    ],
    ledgerFrom: [
      '由公开文本还原台账，作为下一年编制的起点',
      'reconstruct a ledger from a published document, to start next year from',
    ],
    ledgerImport: [
      '把财务系统导出的工作簿导入台账，文字、目标和原因不动',
      'import exports of a finance system into a ledger; its words, targets and reasons stay',
    ],
    exports: ['财务系统导出的工作簿（xlsx、xls）', 'workbooks exported by a finance system (xlsx, xls)'],
    into: ['导入哪份台账（原来的留一份备份）', 'the ledger to import into (the old one is kept as .bak)'],
    mapping: [
      '本地的对应关系（JSON）：表头、项目类别、资金性质的写法',
      'local words of headings, classes and funds (JSON)',
    ],
    importAgency: ['只导入这个单位的行', 'only the rows of this agency'],
    compile: [
      '由台账编成公开文本：报表、说明、绩效、采购、资产',
      'compile a ledger into a disclosure: tables, explanation, targets, procurement, assets',
    ],
    aggregate: ['由所属单位汇总成部门（或地区）', 'aggregate units into a department (or a region)'],
    write: [
      '把读到的公开文本写成 Word、PDF、Excel、网页、Markdown 或文本',
      'write a disclosure as Word, PDF, Excel, HTML, Markdown or text',
    ],
    diff: ['比较两份公开文本：逐项的增减额和百分比', 'compare two disclosures line by line'],
    ledgerFile: ['台账（xlsx 或 JSON）；- 表示标准输入', 'a ledger (xlsx or JSON); - is standard input'],
    ledgerFiles: ['台账或公开文本，每个单位一份', 'ledgers or published documents, one for each unit'],
    documentFile: [
      '公开文本（PDF、Word、Excel、网页、文本）或 mingsuan read 的 JSON',
      'a published document (PDF, Word, Excel, HTML, text) or the JSON of mingsuan read',
    ],
    outFile: [
      `写到哪个文件；格式看扩展名：${WRITE_FORMATS.join('、')}、json`,
      `file to write; its extension is the format: ${WRITE_FORMATS.join(', ')}, json`,
    ],
    ledgerOut: ['写到哪个文件（xlsx 或 json）', 'file to write (xlsx or json)'],
    template: [
      '模板编号，例如 hebei-2023、shanghai-2026（默认按地区和年度选）',
      'template id, such as hebei-2023 or shanghai-2026 (default: by region and year)',
    ],
    unit: ['单位编码', 'code of the unit'],
    name: ['单位名称', 'name of the unit'],
    year: ['预算年度（默认下一年）', 'budget year (default: next year)'],
    example: ['用一份填好的示例', 'with a filled example'],
    force: [
      '已有的文件也覆盖，原来的留一份备份（.bak）',
      'overwrite a file that is there; the old one is kept as .bak',
    ],
    draft: ['台账有错也编，供预览', 'compile in spite of faults, as a preview'],
    code: ['部门编码', 'code of the department'],
    departmentName: ['部门名称', 'name of the department'],
    own: [
      '部门自己的台账：职责、上年数、变化原因等以它为准',
      "the department's own ledger or document, whose words go first",
    ],
    alone: ['只写部门，不带所属单位', 'the department alone, without its units'],
    sort: ['按金额变动从大到小列出', 'largest changes first'],
    all: ['没有变动的也列出', 'also what did not change'],
    diffFormat: [
      `输出格式：pretty、csv、json，或要写的文件的格式（${WRITE_FORMATS.join('、')}）`,
      `pretty, csv, json, or the format of the file to write (${WRITE_FORMATS.join(', ')})`,
    ],
    diffOut: ['写到哪个文件；格式看扩展名', 'file to write; its extension is the format'],
    agency: [
      '文件里有几份公开文本时，用哪一份：单位的编码或名称',
      'which of several disclosures in the file: its code or name',
    ],
    nextYear: [
      '顺延一年：上年的数放进“上年数”，结转的放进上年结转',
      'for the next year: this year becomes last year, what was left is carried over',
    ],
    compileExamples: [
      `
例子：
  mingsuan compile 台账.xlsx                             看编出的各表合计，和还缺什么
  mingsuan compile 台账.xlsx -o 公开文本.docx            编成 Word
  mingsuan compile 台账.xlsx -t shanghai-2026 -o 公开文本.pdf

退出码：0 编成，没有错误；1 台账有错，或编出的文本核对有错误；2 没有编成，或用法不对。`,
      `
Examples:
  mingsuan compile ledger.xlsx                           totals of each table, and what is missing
  mingsuan compile ledger.xlsx -o budget.docx
  mingsuan compile ledger.xlsx -t shanghai-2026 -o budget.pdf

Exit status: 0 compiled without error; 1 faults in the ledger or errors in the result; 2 could not run.`,
    ],
    ledgerExamples: [
      `
例子：
  mingsuan ledger new --template hebei-2023 --unit 302001 --name 某局 台账.xlsx
  mingsuan ledger check 台账.xlsx
  mingsuan ledger import 一体化导出.xlsx --into 台账.xlsx
  mingsuan ledger from 去年公开文本.pdf -o 台账.xlsx`,
      `
Examples:
  mingsuan ledger new --template hebei-2023 --unit 302001 ledger.xlsx
  mingsuan ledger check ledger.xlsx
  mingsuan ledger from last-year.pdf -o ledger.xlsx`,
    ],
    aggregateExamples: [
      `
例子：
  mingsuan aggregate 单位/*.xlsx --code 302 --name 某局 -o 部门.docx
  mingsuan aggregate 302001.pdf 302003.pdf --code 302 --name 某局 -o 部门.json`,
      `
Examples:
  mingsuan aggregate units/*.xlsx --code 302 --name NAME -o department.docx`,
    ],
    writeExamples: [
      `
例子：
  mingsuan write 公开文本.pdf -o 公开文本.docx           把 PDF 变回可以编辑的 Word
  mingsuan write 数据.json -o 公开文本.html`,
      `
Examples:
  mingsuan write budget.pdf -o budget.docx
  mingsuan write data.json -o budget.html`,
    ],
    diffExamples: [
      `
例子：
  mingsuan diff 2024.pdf 2025.pdf                        看哪些数变了
  mingsuan diff 预算.pdf 决算.pdf -o 比较.xlsx`,
      `
Examples:
  mingsuan diff 2024.pdf 2025.pdf
  mingsuan diff budget.pdf final-accounts.pdf -o changes.xlsx`,
    ],
  },
  noInput: [
    (command: string) => `没有指定文件，请看 mingsuan ${command} --help`,
    (command: string) => `no file given; see mingsuan ${command} --help`,
  ],
  noOutput: [
    (command: string) => `没有说写到哪里，例如：mingsuan ${command} … -o 公开文本.docx`,
    (command: string) => `say where to write, such as mingsuan ${command} … -o budget.docx`,
  ],
  twoFiles: [
    '要比较的是两份文本，例如：mingsuan diff 2024.pdf 2025.pdf',
    'two documents are compared, such as mingsuan diff 2024.pdf 2025.pdf',
  ],
  unknownTemplate: [
    (id: string, ids: readonly string[]) => `没有模板“${id}”，可用的有 ${ids.join('、')}`,
    (id: string, ids: readonly string[]) => `there is no template "${id}"; known: ${ids.join(', ')}`,
  ],
  noTemplate: [
    '按地区和年度选不出模板，请用 --template 指定',
    'no template for this region and year; name one with --template',
  ],
  badYear: [
    (text: string) => `年度“${text}”不对，例如 --year 2026`,
    (text: string) => `"${text}" is no year, such as --year 2026`,
  ],
  needsDepartment: [
    '请用 --code 和 --name 写明部门的编码和名称',
    'give the code and name of the department with --code and --name',
  ],
  noDisclosure: ['没有认出预决算公开的内容，没有可写的', 'no disclosure was recognised, there is nothing to write'],
  whichAgency: [
    (file: string, names: readonly string[]) =>
      `${file}：里面有 ${names.length} 份公开文本，请用 --agency 指定一份：${names.join('、')}`,
    (file: string, names: readonly string[]) =>
      `${file}: holds ${names.length} disclosures, choose one with --agency: ${names.join(', ')}`,
  ],
  noUnits: [
    '没有认出单位的预算（只有部门的不能再汇总），请换成各单位的台账或公开文本',
    'no unit was recognised in it; give the ledgers or documents of the units',
  ],
  at: [
    (file: string, origin: Origin) => `${inFile(file, origin)}：`,
    (file: string, origin: Origin) => `${inFile(file, origin)}: `,
  ],
  fault: [
    (file: string, origin: Origin, message: string) => `${inFile(file, origin)}：${message}`,
    (file: string, origin: Origin, message: string) => `${inFile(file, origin)}: ${message}`,
  ],
  faults: [
    (count: number) => `台账有 ${count} 处要改正；改好后再编，或加 --draft 先预览`,
    (count: number) => `${count} faults in the ledger; correct them, or preview with --draft`,
  ],
  problem: [
    (message: string, kind: ProblemKind = 'missing', where = '') => `${HEADS[kind][0]}：${where}${message}`,
    (message: string, kind: ProblemKind = 'missing', where = '') => `${HEADS[kind][1]}: ${where}${message}`,
  ],
  alike: [
    (cells: readonly string[]) => `这一列共有 ${cells.length} 格这样：${cells.join('、')}。`,
    (cells: readonly string[]) => ` So are ${cells.length} cells of this column: ${cells.join(', ')}.`,
  ],
  rowsToAdd: [
    (rows: readonly string[]) =>
      rows.length === 1
        ? `表上还没有这一行，请加一行：${rows[0]}。`
        : `这样的共有 ${rows.length} 行，表上还没有，请各加一行：${rows.join('；')}。`,
    (rows: readonly string[]) =>
      rows.length === 1
        ? ` The form has no such row yet, add one: ${rows[0]}.`
        : ` There are ${rows.length} like this that the form has no row of yet, add one each: ${rows.join('; ')}.`,
  ],
  unfinished: [
    (count: number) => `台账还有 ${count} 处没有填、没有确认或要改正，这份文本还不能公开`,
    (count: number) => `${count} things in the ledger are missing, unconfirmed or wrong: this document is not finished`,
  ],
  refused: ['没有编成；要看样子可以加 --draft', 'not compiled; --draft shows it all the same'],
  notBoth: [
    (form: string, title: string) => `只有${title}读出了${form}，没有比较`,
    (form: string, title: string) => `only ${title} has ${form}: not compared`,
  ],
  otherAgency: [
    (before: string, after: string) =>
      `两份文本不是同一个单位的：${before}、${after}；列出的是两个单位的差别，不是增减`,
    (before: string, after: string) =>
      `not of one agency: ${before}, ${after}; what is listed are differences between the two, not changes`,
  ],
  stale: [
    (sentence: string) => `两年一字不差，像是没有改：${sentence}`,
    (sentence: string) => `the same in both years, as if left unchanged: ${sentence}`,
  ],
  noLedger: ['请用 --into 指定导入哪份台账', 'name the ledger to import into with --into'],
  nothingImported: ['没有可以导入的行', 'there is no row to import'],
  badMapping: ['对应关系不是完整的 JSON', 'the mapping is not whole JSON'],
  unclear: [
    (file: string, word: string, may: readonly string[]) =>
      `${file}：“${word}”没有这种说法，仍按未对应处理；可以写 ${may.join('、')}`,
    (file: string, word: string, may: readonly string[]) =>
      `${file}: "${word}" names nothing known and is left open; it may be ${may.join(', ')}`,
  ],
  toConfirm: [
    (file: string) => `没有对应的写法已列在 ${file} 的“待确认”里：写明各是什么（不要的列写“不导入”），再导入一次`,
    (file: string) => `unknown words are listed in ${file} under 待确认: say what each is, then import again`,
  ],
  severalAgencies: [
    (count: number) => `里面有 ${count} 个预算单位，台账是一个单位的：请用 --agency 指定导入哪个`,
    (count: number) => `holds ${count} agencies, the ledger is one unit's: name the one with --agency`,
  ],
  imported: [
    (rows: number, sums: number, amount: string, purchased: string) =>
      `导入 ${rows} 行，支出共 ${amount} 元、政府采购共 ${purchased} 元；略去合计行 ${sums} 行`,
    (rows: number, sums: number, amount: string, purchased: string) =>
      `imported ${rows} rows: money ${amount} yuan, purchases ${purchased} yuan; left out ${sums} rows of sums`,
  ],
  reportOfAccounts: [
    '这是决算报表，台账编的不是决算：请用 ledger new 生成决算台账（-t 选决算表样），或改“基本信息”的文种',
    'a yearly report of final accounts needs a ledger of final accounts',
  ],
  reportImported: [
    (tables: readonly string[], amount: string) => `导入决算报表 ${tables.join('、')} 表，收入支出总计 ${amount} 元`,
    (tables: readonly string[], amount: string) =>
      `imported tables ${tables.join(', ')} of the yearly report, ${amount} yuan in all`,
  ],
  notOfAgency: [
    (name: string) => `里面没有“${name}”的预决算，请用 --agency 指定是哪个单位`,
    (name: string) => `holds nothing of ${name}: name the agency with --agency`,
  ],
  noBase: [
    '既不是本年度的预算，也不是上年的同一种文本，没有可以比较的数',
    "is neither the year's budget nor last year's document of the same kind",
  ],
  baseTaken: [
    (file: string, count: number, as: 'initial' | 'last') =>
      `${file}：取${as === 'initial' ? '年初预算数' : '上年数'} ${count} 个`,
    (file: string, count: number, as: 'initial' | 'last') =>
      `${file}: took ${count} figures of ${as === 'initial' ? "the year's budget" : 'last year'}`,
  ],
  outputIsInput: [
    (file: string) => `${file}：要写的文件就是读入的文件，没有写；请另起一个名字`,
    (file: string) => `${file}: this file is the input, nothing was written; choose another name`,
  ],
  wouldOverwrite: [
    (file: string) => `${file}：已有这个文件，没有覆盖；请另起一个名字，或加 --force（原来的会留一份备份）`,
    (file: string) =>
      `${file}: such a file stands there and was left alone; choose another name, or --force (with a backup)`,
  ],
  backedUp: [(file: string) => `原来的文件已备份：${file}`, (file: string) => `the old file was kept as ${file}`],
  made: [(file: string) => `已写成 ${file}`, (file: string) => `written: ${file}`],
  checked: [
    (errors: number, warnings: number) =>
      errors + warnings === 0
        ? '核对：没有问题'
        : `核对：${errors} 个错误，${warnings} 个警告，请用 mingsuan check 逐条看`,
    (errors: number, warnings: number) =>
      errors + warnings === 0
        ? 'check: no findings'
        : `check: ${errors} errors, ${warnings} warnings; see mingsuan check`,
  ],
  clean: ['没有问题，可以编制', 'no faults, ready to compile'],
  ready: [
    (file: string) => `已生成 ${file}：请用 WPS 或 Excel 填写，再用 mingsuan ledger check 核对`,
    (file: string) => `made ${file}: fill it in, then run mingsuan ledger check`,
  ],
  eliminated: [(text: string) => `已抵销：${text}`, (text: string) => `eliminated: ${text}`],
} as const;
