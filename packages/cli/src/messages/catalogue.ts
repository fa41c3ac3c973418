/** Every text of the command line, as pairs of Chinese and English. What a document says (names, findings) stays Chinese. */
import type { FormId, Stage } from '@mingsuan/core/disclosure';
import { formById } from '@mingsuan/core/forms/index';
import { kindOf } from '@mingsuan/core/model/document-kinds';
import type { Template } from '@mingsuan/core/templates/index';
import { REPORT_WORDS } from '@mingsuan/documents/report/html/words';
import type { UnreadableCode } from '@mingsuan/documents/unreadable';
import type { Unreadable } from '../work/job.ts';
import { BILINGUAL, englishForm } from './forms.ts';
import { HELP } from './help.ts';
import { MAKE } from './make.ts';
import { PERFORMANCE } from './performance.ts';

export const CATALOGUE = {
  ...REPORT_WORDS,
  help: HELP,
  performance: PERFORMANCE,
  jurisdiction: {
    noFolder: [
      '没有指明地区文件夹，例如 mingsuan jurisdiction check 烟台',
      'no folder is named: mingsuan jurisdiction check yantai',
    ],
    heading: [
      (id: string, name: string, region: string | undefined, base: string | undefined) =>
        `${id} ${name}${region ? `（${region}）` : ''}${base ? `，依据 ${base}` : ''}`,
      (id: string, name: string, region: string | undefined, base: string | undefined) =>
        `${id} ${name}${region ? ` (${region})` : ''}${base ? `, goes on from ${base}` : ''}`,
    ],
    template: [
      (id: string, name: string, stage: Stage, years: Template['years'], forms: number) =>
        `${id}：${name}，${kindOf(stage).name}，${years[1] ? `${years[0]}—${years[1]}` : `${years[0]} 年起`}，${forms} 张表`,
      (id: string, name: string, stage: Stage, years: Template['years'], forms: number) =>
        `${id}: ${name}, ${kindOf(stage).english}, ${years[1] ? `${years[0]}–${years[1]}` : `from ${years[0]}`}, ${forms} tables`,
    ],
    words: [
      (plans: number, own: number, sentences: number, terms: number, rules: boolean) =>
        `情况说明 ${plans} 种写法，句式 ${sentences} 条（自己的 ${own} 条），名词 ${terms} 个${rules ? '，有本地规则' : ''}`,
      (plans: number, own: number, sentences: number, terms: number, rules: boolean) =>
        `${plans} plans of explanations, ${sentences} sentences (${own} of its own), ${terms} terms${rules ? ', rules of its own' : ''}`,
    ],
  },
  usage: {
    noFiles: [
      (command: string) => `没有指定文件，例如：mingsuan ${command} 预算.pdf`,
      (command: string) => `no file given, for example: mingsuan ${command} budget.pdf`,
    ],
    noServer: [
      '没有找到门户的程序，请先在项目目录运行 npm run setup',
      'the portal is not here or not built; run npm run setup in the project folder first',
    ],
    noCommand: [
      '没有指定命令，例如：mingsuan check 预算.pdf',
      'no command given, for example: mingsuan check budget.pdf',
    ],
    unknownCommand: [
      (name: string) => `没有“${name}”这个命令，可用的有 read、check、dismiss；例如：mingsuan check 预算.pdf`,
      (name: string) =>
        `no command “${name}”; there are read, check and dismiss, for example: mingsuan check budget.pdf`,
    ],
    unknownOption: [
      (name: string) => `没有 ${name} 这个选项，请用 mingsuan --help 看全部选项`,
      (name: string) => `no option ${name}; see mingsuan --help`,
    ],
    missingValue: [(name: string) => `选项 ${name} 后面缺少内容`, (name: string) => `option ${name} needs a value`],
    noIds: [
      '没有写要核销的编号，例如：mingsuan dismiss 4mgj2i6z --reason "理由"',
      'no id given, for example: mingsuan dismiss 4mgj2i6z --reason "why"',
    ],
    badId: [
      (id: string) => `“${id}”不是问题的编号，请照抄 mingsuan check 列出的编号`,
      (id: string) => `“${id}” is no id of a finding; copy it from mingsuan check`,
    ],
    noReason: [
      '没有写核销的理由，例如：mingsuan dismiss 4mgj2i6z --reason "口径不同，已核实"',
      'no reason given, for example: mingsuan dismiss 4mgj2i6z --reason "verified"',
    ],
    noSuchFinding: [
      (ids: readonly string[]) => `这些文件里没有编号为 ${ids.join('、')} 的问题，请重新核对后照抄编号`,
      (ids: readonly string[]) => `these files have no finding ${ids.join(', ')}; check again and copy the id`,
    ],
    badChoice: [
      (option: string, value: string, choices: readonly string[]) =>
        `${option} 不能是“${value}”，可用的有 ${choices.join('、')}`,
      (option: string, value: string, choices: readonly string[]) =>
        `${option} cannot be “${value}”; it can be ${choices.join(', ')}`,
    ],
    badNumber: [
      (option: string, value: string) => `${option} 要用正整数，不能是“${value}”`,
      (option: string, value: string) => `${option} needs a positive integer, not “${value}”`,
    ],
    other: [
      (detail: string) => `用法不对（${detail}），请用 mingsuan --help 看用法`,
      (detail: string) => `wrong usage (${detail}); see mingsuan --help`,
    ],
    outputIsInput: [
      (file: string) => `--output 不能覆盖要读的文件“${file}”，请换一个文件名`,
      (file: string) => `--output would overwrite the input “${file}”; choose another name`,
    ],
    binaryOnScreen: [
      (format: string) => `${format} 不能显示在屏幕上，请写到文件，例如 --output 检查.${format}`,
      (format: string) => `${format} cannot be shown on a screen; write it to a file, such as --output check.${format}`,
    ],
    needsFolder: [
      '几个文件的标注要写到文件夹里，请以 / 结尾，例如：--format pdf --output 标注/',
      'annotated copies of several files need a folder, ending in /: --format pdf --output notes/',
    ],
    cannotWrite: [
      (file: string, reason: string) => `写不了“${file}”（${reason}），请检查路径和权限`,
      (file: string, reason: string) => `cannot write “${file}” (${reason}); check the path and its permissions`,
    ],
  },
  userFile: {
    folder: ['这是一个文件夹，请给出其中的 YAML 文件。', 'this is a folder; name the YAML file in it'],
    tooLarge: [
      (megabytes: number) => `它超过了 ${megabytes} MB，不像是手写的，请检查文件名。`,
      (megabytes: number) => `it is larger than ${megabytes} MB; check the name`,
    ],
    notUtf8: ['它不是 UTF-8 编码的文本，请在编辑器里另存为 UTF-8。', 'it is no UTF-8 text; save it as UTF-8'],
  },
  dismissed: {
    already: [
      (id: string, reason: string) => `${id} 已经核销过（${reason}），没有重复记下`,
      (id: string, reason: string) => `${id} is dismissed already (${reason})`,
    ],
    done: [
      (count: number, file: string) => `已核销 ${count} 个问题，记在 ${file}`,
      (count: number, file: string) => `${count} findings dismissed, kept in ${file}`,
    ],
  },
  notPdf: [
    '不是 PDF，没有页面可以标注；请用 --format xlsx 或 html',
    'no PDF, so there are no pages to annotate; use --format xlsx or html',
  ],
  stdin: ['标准输入', 'standard input'],
  stdout: ['标准输出', 'standard output'],
  unreadable: [({ message }: Unreadable) => message, ({ code }: Unreadable) => UNREADABLE[code]],
  errorLine: [
    (source: string, message: string) => `mingsuan: ${source}：${message}`,
    (source: string, message: string) => `mingsuan: ${source}: ${message}`,
  ],
  usageLine: [(message: string) => `mingsuan: ${message}`, (message: string) => `mingsuan: ${message}`],
  skipped: [
    (skipped: readonly string[], count: number) =>
      `mingsuan: 文件夹里另有 ${count} 个文件目前还不能读，没有处理（${skipped.join('、')}）`,
    (skipped: readonly string[], count: number) =>
      `mingsuan: ${count} more files in the folder cannot be read yet and were left out (${skipped.join(', ')})`,
  ],
  scanning: [
    (source: string, done: number, total: number) => `${source}：图片页识别了 ${done} / ${total} 页`,
    (source: string, done: number, total: number) => `${source}: ${done} of ${total} scanned pages recognised`,
  ],
  progress: [
    '处理中 {bar} {value}/{total} 剩余 {eta_formatted}',
    'working {bar} {value}/{total}, {eta_formatted} left',
  ],
  form: [(form: FormId) => formById(form).name, englishForm],
  wholeDocument: ['整份文本', 'Whole document'],
  otherForm: ['文字与其他', 'Words and other'],
  consequences: ['后果', 'also wrong'],
  separator: ['；', '; '],
  noOtherFindings: [
    (count: number) => `没有其他问题（${count} 个已核销）`,
    (count: number) => `no other findings (${count} dismissed)`,
  ],
  more: [
    (count: number) => `……另有 ${count} 处，见 --format json`,
    (count: number) => `… and ${count} more, see --format json`,
  ],
  template: [
    (id: string) => (id === 'unknown' ? '没有认出模板' : `模板 ${id}`),
    (id: string) => (id === 'unknown' ? 'template not recognised' : `template ${id}`),
  ],
  columns: {
    form: ['报表', 'statement'],
    unit: ['单位', 'unit'],
    rows: ['行数', 'rows'],
    total: ['合计', 'total'],
  },
  emptyTable: ['空表', 'empty'],
  sidesDiffer: [
    (revenue: string, expenditure: string) => `收 ${revenue || '无'}、支 ${expenditure || '无'}，两边不等`,
    (revenue: string, expenditure: string) => `in ${revenue || 'none'}, out ${expenditure || 'none'}: not equal`,
  ],
  otherTables: [
    (names: readonly string[]) => `其他表：${names.join('、')}`,
    (names: readonly string[]) => `other tables: ${names.join(', ')}`,
  ],
  explanation: [(count: number) => `情况说明 ${count} 节`, (count: number) => `${count} sections of explanation`],
  in: BILINGUAL,
  listSeparator: ['，', ', '],
  readSummary: [
    (files: number, disclosures: number, problems: number) =>
      `${files} 个文件，读出 ${disclosures} 份公开文本，${problems} 处没有读成或没有看懂`,
    (files: number, disclosures: number, problems: number) =>
      `${files} files, ${disclosures} disclosures read, ${problems} places not read or not understood`,
  ],
  make: MAKE,
} as const;

const UNREADABLE: Record<UnreadableCode, string> = {
  missing: 'no such file, or no document there; check the name and the path',
  empty: 'the file is empty; check that the download or export was complete',
  'too-large': 'the file is larger than a disclosure can be (300 MB PDF, 100 MB Office, 64 MB text); split it',
  unsupported: 'this kind of file cannot be read yet; save it as PDF, docx, xlsx or text',
  damaged: 'the file is damaged or incomplete; fetch it again',
  encrypted: 'the file is protected: the password (--password) is missing or wrong, or its protection is unknown',
  scanned: 'the pages are pictures without text; find a text PDF or run OCR first',
  'no-permission': 'no permission to read it; check the file’s permissions',
  timeout: 'not done within the time limit; raise --timeout or split the file',
  internal: 'the program failed on it; please report this file',
};
