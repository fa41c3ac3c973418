/** What the page of findings says of itself, in both languages. What a document says stays Chinese. */
import type { Origin, Stage } from '@mingsuan/core/disclosure';
import type { Severity } from '@mingsuan/core/finding';
import type { TextsOf } from '@mingsuan/core/language';
import type { Coverage, TableCoverage } from '@mingsuan/core/model/coverage';
import { kindOf } from '@mingsuan/core/model/document-kinds';

const SEVERITIES: Record<Severity, string> = { error: '错误', warning: '警告', notice: '提示' };

export const REPORT_WORDS = {
  report: {
    title: ['公开文本核对报告', 'Report on published documents'],
    skip: ['跳到问题', 'Skip to the findings'],
    summary: ['概况', 'Summary'],
    columns: {
      document: ['公开文本', 'Document'],
      file: ['文件', 'File'],
      total: ['问题', 'Findings'],
    },
    filter: ['筛选', 'Filter'],
    severity: ['级别', 'Severity'],
    document: ['公开文本', 'Document'],
    rule: ['规则', 'Rule'],
    search: ['查找文字', 'Search'],
    all: ['全部', 'all'],
    shown: ['显示 {shown} 个，共 {all} 个问题', '{shown} of {all} findings shown'],
    item: ['检查内容', 'Checklist item'],
    expected: ['应为', 'Expected'],
    actual: ['实为', 'Actual'],
    difference: ['相差', 'Difference'],
    yuan: [(amount: string) => `${amount} 元`, (amount: string) => `${amount} yuan`],
    consequences: ['连带', 'Consequences'],
    picture: [
      (page: number) => `第 ${page} 页截图，红框是问题所在，蓝框是依据`,
      (page: number) => `Part of page ${page}; red: what is in question, blue: what speaks against it`,
    ],
    page: [(page: number) => `第 ${page} 页`, (page: number) => `page ${page}`],
    unread: ['没有读成的文件', 'Files that could not be read'],
    made: [
      '由明算根据公开文本自动得出，请核对后使用。',
      'Made by mingsuan from the published documents; check before use.',
    ],
  },
  severity: [(severity: Severity) => SEVERITIES[severity], (severity: Severity) => severity],
  agency: [
    (name: string, code?: string) => (code ? `${name}（${code}）` : name),
    (name: string, code?: string) => (code ? `${name} (${code})` : name),
  ],
  unnamedAgency: ['（没有读出单位名称）', '(agency not recognised)'],
  place: [
    ({ source, page, sheet, address, line }: Origin) => {
      const parts = [page && `第${page}页`, sheet && `工作表“${sheet}”`, address, line && `第${line}行`];
      return [source && `《${fileName(source)}》`, ...parts].filter(Boolean).join('');
    },
    ({ source, page, sheet, address, line }: Origin) =>
      [
        source && `“${fileName(source)}”`,
        page && `page ${page}`,
        sheet && `sheet “${sheet}”`,
        address,
        line && `line ${line}`,
      ]
        .filter(Boolean)
        .join(', '),
  ],
  blank: ['（空白）', '(blank)'],
  evidence: ['依据', 'evidence'],
  suggestion: ['建议', 'suggestion'],
  colon: ['：', ': '],
  noFindings: ['没有发现问题', 'no findings'],
  noFindingsInPart: ['在读出的部分没有发现问题', 'no findings in the part that was read'],
  nothingChecked: ['没有读出可以核对的内容，谈不上有没有问题', 'nothing was read that could be checked'],
  coverage: [
    ({ tables, amounts, words }: Coverage) =>
      `读出 ${tables.read}/${tables.printed} 张表，${amounts.read}/${amounts.printed} 个金额；说明中 ${words.understood}/${words.figures} 个数字看懂`,
    ({ tables, amounts, words }: Coverage) =>
      `${tables.read}/${tables.printed} tables and ${amounts.read}/${amounts.printed} amounts read; ${words.understood}/${words.figures} figures of the words understood`,
  ],
  tableState: [
    ({ title, state, amounts }: TableCoverage) => {
      const name = title ? `“${title}”` : '没有表名的表';
      if (state === 'generic')
        return `${name}本程序不知道是哪张表或哪一栏，按原样保留，没有核对${amounts.generic > 0 ? `（${amounts.generic} 个金额）` : ''}`;
      return `${name}本程序没有读全（${amounts.printed} 个金额中 ${amounts.unread} 个没有读出）`;
    },
    ({ title, state, amounts }: TableCoverage) =>
      state === 'generic'
        ? `“${title}” kept as printed, not checked (${amounts.generic} amounts)`
        : `“${title}” not read in full (${amounts.unread} of ${amounts.printed} amounts)`,
  ],
  noDisclosure: ['没有认出预决算公开的内容', 'no budget disclosure recognised'],
  notRead: ['没有读成或没有看懂的地方', 'not read or not understood'],
  more: [
    (count: number) => `……另有 ${count} 处，见 json 格式的结果`,
    (count: number) => `… and ${count} more, see the json format`,
  ],
  alsoThere: [
    (count: number, places: readonly string[]) =>
      `同样的另有 ${count} 处${places.length > 0 ? `：${places.join('、')}` : ''}`,
    (count: number, places: readonly string[]) =>
      ` ${count} more alike${places.length > 0 ? `: ${places.join(', ')}` : ''}`,
  ],
  disclosureTitle: [
    (year: number | undefined, stage: Stage, level: 'department' | 'unit') =>
      `${year ? `${year} 年` : ''}${level === 'unit' ? '单位' : '部门'}${kindOf(stage).name}`,
    (year: number | undefined, stage: Stage, level: 'department' | 'unit') =>
      [year, level === 'department' ? 'department' : 'unit', kindOf(stage).english].filter(Boolean).join(' '),
  ],
  checkSummary: [
    (files: number, { error, warning, notice }: Readonly<Record<Severity, number>>) =>
      `${files} 个文件，${error + warning + notice} 个问题：错误 ${error}，警告 ${warning}，提示 ${notice}`,
    (files: number, { error, warning, notice }: Readonly<Record<Severity, number>>) =>
      `${files} files, ${error + warning + notice} findings: ${error} errors, ${warning} warnings, ${notice} notices`,
  ],
  dismissedSummary: [(count: number) => `，另有 ${count} 个问题已核销`, (count: number) => `, ${count} more dismissed`],
  unreadableSummary: [
    (count: number) => `，${count} 个文件没有读成`,
    (count: number) => `, ${count} files could not be read`,
  ],
} as const;

export type ReportWords = TextsOf<typeof REPORT_WORDS>;

const fileName = (source: string): string => source.replace(/^.*[\\/]/, '');
