/** What the page of findings says of itself, in both languages. What a document says stays Chinese. */
import type { Origin, Stage } from '@mingsuan/core/disclosure';
import type { Severity } from '@mingsuan/core/finding';

export type ReportLanguage = 'zh' | 'en';

const SEVERITIES: Record<Severity, string> = { error: '错误', warning: '警告', notice: '提示' };

const zh = {
  report: {
    title: '公开文本核对报告',
    skip: '跳到问题',
    summary: '概况',
    columns: { document: '公开文本', file: '文件', total: '问题' },
    filter: '筛选',
    severity: '级别',
    document: '公开文本',
    rule: '规则',
    search: '查找文字',
    all: '全部',
    shown: '显示 {shown} 个，共 {all} 个问题',
    item: '检查内容',
    expected: '应为',
    actual: '实为',
    difference: '相差',
    yuan: (amount: string) => `${amount} 元`,
    consequences: '连带',
    picture: (page: number) => `第 ${page} 页截图，红框是问题所在`,
    page: (page: number) => `第 ${page} 页`,
    unread: '没有读成的文件',
    made: '由明算根据公开文本自动得出，请核对后使用。',
  },
  severity: (severity: Severity) => SEVERITIES[severity],
  agency: (name: string, code?: string) => (code ? `${name}（${code}）` : name),
  unnamedAgency: '（没有读出单位名称）',
  place: ({ page, sheet, address, line }: Origin) => {
    const parts = [page && `第${page}页`, sheet && `工作表“${sheet}”`, address, line && `第${line}行`];
    return parts.filter(Boolean).join('');
  },
  blank: '（空白）',
  evidence: '依据',
  suggestion: '建议',
  colon: '：',
  noFindings: '没有发现问题',
  noDisclosure: '没有认出预决算公开的内容',
  notRead: '没有读成或没有看懂的地方',
  more: (count: number) => `……另有 ${count} 处，见 json 格式的结果`,
  disclosureTitle: (year: number | undefined, stage: Stage, level: 'department' | 'unit') =>
    `${year ? `${year} 年` : ''}${level === 'unit' ? '单位' : '部门'}${stage === 'budget' ? '预算' : '决算'}`,
  checkSummary: (files: number, { error, warning, notice }: Readonly<Record<Severity, number>>) =>
    `${files} 个文件，${error + warning + notice} 个问题：错误 ${error}，警告 ${warning}，提示 ${notice}`,
  dismissedSummary: (count: number) => `，另有 ${count} 个问题已核销`,
  unreadableSummary: (count: number) => `，${count} 个文件没有读成`,
};

export type ReportWords = typeof zh;

const en: ReportWords = {
  report: {
    title: 'Report on published documents',
    skip: 'Skip to the findings',
    summary: 'Summary',
    columns: { document: 'Document', file: 'File', total: 'Findings' },
    filter: 'Filter',
    severity: 'Severity',
    document: 'Document',
    rule: 'Rule',
    search: 'Search',
    all: 'all',
    shown: '{shown} of {all} findings shown',
    item: 'Checklist item',
    expected: 'Expected',
    actual: 'Actual',
    difference: 'Difference',
    yuan: (amount) => `${amount} yuan`,
    consequences: 'Consequences',
    picture: (page) => `Part of page ${page}; the red frame shows the place`,
    page: (page) => `page ${page}`,
    unread: 'Files that could not be read',
    made: 'Made by mingsuan from the published documents; check before use.',
  },
  severity: (severity) => severity,
  agency: (name, code) => (code ? `${name} (${code})` : name),
  unnamedAgency: '(agency not recognised)',
  place: ({ page, sheet, address, line }) =>
    [page && `page ${page}`, sheet && `sheet “${sheet}”`, address, line && `line ${line}`].filter(Boolean).join(', '),
  blank: '(blank)',
  evidence: 'evidence',
  suggestion: 'suggestion',
  colon: ': ',
  noFindings: 'no findings',
  noDisclosure: 'no budget disclosure recognised',
  notRead: 'not read or not understood',
  more: (count) => `… and ${count} more, see the json format`,
  disclosureTitle: (year, stage, level) =>
    [year, level === 'department' ? 'department' : 'unit', stage === 'budget' ? 'budget' : 'final accounts']
      .filter(Boolean)
      .join(' '),
  checkSummary: (files, { error, warning, notice }) =>
    `${files} files, ${error + warning + notice} findings: ${error} errors, ${warning} warnings, ${notice} notices`,
  dismissedSummary: (count) => `, ${count} more dismissed`,
  unreadableSummary: (count) => `, ${count} files could not be read`,
};

export const REPORT_WORDS: Record<ReportLanguage, ReportWords> = { zh, en };
