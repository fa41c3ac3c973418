import type { FormId } from '@mingsuan/core/disclosure';
import { REPORT_WORDS } from '@mingsuan/documents/report/html/words';
import type { UnreadableCode } from '@mingsuan/documents/unreadable';
import { makeEn } from './make.ts';
import type { Messages } from './zh.ts';

const FORMS: Record<FormId, string> = {
  balance: 'Revenue and expenditure',
  revenue: 'Revenue',
  expenditure: 'Expenditure',
  'appropriation-balance': 'Fiscal appropriations, revenue and expenditure',
  'general-public': 'General public budget expenditure',
  basic: 'Basic expenditure of the general public budget',
  'government-fund': 'Government fund budget expenditure',
  'state-capital': 'State capital budget expenditure',
  'three-publics': 'Three publics (travel abroad, vehicles, hospitality)',
  procurement: 'Procurement budget',
  assets: 'Fixed assets',
  performance: 'Performance targets',
  'duty-performance': 'Performance targets by duty',
  organization: 'Organization',
};

const UNREADABLE: Record<UnreadableCode, string> = {
  missing: 'no such file, or no document there; check the name and the path',
  empty: 'the file is empty; check that the download or export was complete',
  'too-large': 'the file is larger than a disclosure can be (300 MB PDF, 100 MB Office, 64 MB text); split it',
  unsupported: 'this kind of file cannot be read yet; save it as PDF, docx, xlsx or text',
  damaged: 'the file is damaged or incomplete; fetch it again',
  encrypted: 'the file is protected by a password; remove it first',
  scanned: 'the pages are pictures without text; find a text PDF or run OCR first',
  'no-permission': 'no permission to read it; check the file’s permissions',
  timeout: 'not done within the time limit; raise --timeout or split the file',
  internal: 'the program failed on it; please report this file',
};

export const en: Messages = {
  ...REPORT_WORDS.en,
  help: {
    program: 'mingsuan: reads and checks China’s published departmental budgets and final accounts.',
    read: 'read the statements, performance targets, procurement … of a published document',
    check: 'check published documents: sums, consistency, classification, required content',
    dismiss: 'lay findings aside: their ids and the reason are kept, and they are no longer listed',
    serve: 'open the portal: find, compare and download open data, check in the browser',
    files: 'files, folders or patterns; - for standard input',
    format:
      'pretty for people; json, csv, sarif for programs (pretty on a terminal, else json; with --output by its extension)',
    checkFormat:
      'pretty for people; xlsx the reviewers’ checklist, html a report with pictures, pdf the source with notes; json, csv, sarif for programs (pretty on a terminal, else json; with --output by its extension)',
    output: 'write to a file instead of the screen',
    lang: 'language of the interface: zh or en',
    jobs: 'files worked on at once (default: processor cores)',
    timeout: 'seconds that one file may take',
    quiet: 'no progress and no notes',
    rules: 'rules of one’s own (YAML, see docs/own-rules.md)',
    dismissals: 'dismissed findings (YAML; mingsuan.dismissed.yaml where the current folder has it)',
    noDismissals: 'list dismissed findings too',
    ids: 'ids of findings, as mingsuan check lists them',
    reason: 'why they are dismissed',
    dismissalsFile: 'file to keep them in (default: mingsuan.dismissed.yaml)',
    inFiles: 'documents they are in: source and message are kept too, and the ids are checked',
    port: 'port (default 8080; 0 for any free one)',
    data: 'folder of the data (default ./data)',
    database: 'address of a PostgreSQL (default: the embedded one); with a password set DATABASE_URL instead',
    noColor: 'no colours (or set NO_COLOR)',
    version: 'print the version',
    help: 'print help',
    helpCommand: 'print help for a command',
    titles: {},
    examples: `
Examples:
  mingsuan check budget.pdf                     check one published document
  mingsuan check folder/ --output findings.csv  check a folder; open the findings in Excel
  mingsuan read budget.pdf --format json        read the data; amounts are integer fen
  mingsuan help check                           all options of check`,
    readExamples: `
Examples:
  mingsuan read budget.pdf                      which tables were read, and their totals
  mingsuan read budget.pdf --output data.csv    one line per figure, for Excel
  mingsuan read "2026/**/*.pdf" --format json > data.json
  curl -s URL | mingsuan read -                 from standard input

Exit status: 0 read; 2 a file could not be read, or wrong usage.`,
    checkExamples: `
Examples:
  mingsuan check budget.pdf                     check one published document
  mingsuan check folder/ --jobs 4               check a folder, four files at once
  mingsuan check folder/ --output findings.csv  list of findings, for Excel
  mingsuan check folder/ --output checklist.xlsx  the reviewers’ checklist, a sheet per document, with pictures
  mingsuan check budget.pdf --output report.html  a report with pictures, to filter
  mingsuan check budget.pdf --output notes.pdf  findings as notes in the source; many: --format pdf --output notes/
  mingsuan check budget.pdf --format sarif      SARIF for code review platforms
  mingsuan check folder/ --rules rules.yaml     with rules of one’s own
  mingsuan check data.json                      check what mingsuan read --format json wrote

Exit status: 0 no error; 1 at least one error; 2 a file could not be read, or wrong usage.`,
    dismissExamples: `
Examples:
  mingsuan dismiss 4mgj2i6z --reason "carry-over is explained in section 3"
  mingsuan dismiss 4mgj2i6z 8x0c1v2b --in budget.pdf --reason "verified"

mingsuan check prints the ids. When the figures change, the finding returns under another id.

Exit status: 0 kept; 2 not kept, or wrong usage.`,
    serveExamples: `
Examples:
  mingsuan serve                              opens http://127.0.0.1:8080, data in ./data
  mingsuan serve --port 9000 --data /srv/mingsuan

Other settings are environment variables, see docs/operation.md. Ctrl+C stops it.

Exit status: 0 stopped; 2 not started, or wrong usage.`,
  },
  usage: {
    noFiles: (command) => `no file given, for example: mingsuan ${command} budget.pdf`,
    noServer: 'the portal is not here or not built; run npm run setup in the project folder first',
    noCommand: 'no command given, for example: mingsuan check budget.pdf',
    unknownCommand: (name) =>
      `no command “${name}”; there are read, check and dismiss, for example: mingsuan check budget.pdf`,
    unknownOption: (name) => `no option ${name}; see mingsuan --help`,
    missingValue: (name) => `option ${name} needs a value`,
    noIds: 'no id given, for example: mingsuan dismiss 4mgj2i6z --reason "why"',
    badId: (id) => `“${id}” is no id of a finding; copy it from mingsuan check`,
    noReason: 'no reason given, for example: mingsuan dismiss 4mgj2i6z --reason "verified"',
    noSuchFinding: (ids) => `these files have no finding ${ids.join(', ')}; check again and copy the id`,
    badChoice: (option, value, choices) => `${option} cannot be “${value}”; it can be ${choices.join(', ')}`,
    badNumber: (option, value) => `${option} needs a positive integer, not “${value}”`,
    other: (detail) => `wrong usage (${detail}); see mingsuan --help`,
    outputIsInput: (file) => `--output would overwrite the input “${file}”; choose another name`,
    binaryOnScreen: (format) =>
      `${format} cannot be shown on a screen; write it to a file, such as --output check.${format}`,
    needsFolder: 'annotated copies of several files need a folder, ending in /: --format pdf --output notes/',
    cannotWrite: (file, reason) => `cannot write “${file}” (${reason}); check the path and its permissions`,
  },
  userFile: {
    folder: 'this is a folder; name the YAML file in it',
    tooLarge: 'it is larger than 1 MB; check the name',
    notUtf8: 'it is no UTF-8 text; save it as UTF-8',
  },
  dismissed: {
    already: (id, reason) => `${id} is dismissed already (${reason})`,
    done: (count, file) => `${count} findings dismissed, kept in ${file}`,
  },
  notPdf: 'no PDF, so there are no pages to annotate; use --format xlsx or html',
  stdin: 'standard input',
  stdout: 'standard output',
  unreadable: ({ code }) => UNREADABLE[code],
  errorLine: (source, message) => `mingsuan: ${source}: ${message}`,
  usageLine: (message) => `mingsuan: ${message}`,
  skipped: (skipped, count) =>
    `mingsuan: ${count} more files in the folder cannot be read yet and were left out (${skipped.join(', ')})`,
  progress: 'working {bar} {value}/{total}, {eta_formatted} left',
  form: (form) => FORMS[form],
  wholeDocument: 'Whole document',
  otherForm: 'Words and other',
  consequences: 'also wrong',
  separator: '; ',
  noOtherFindings: (count) => `no other findings (${count} dismissed)`,
  more: (count) => `… and ${count} more, see --format json`,
  template: (id) => (id === 'unknown' ? 'template not recognised' : `template ${id}`),
  columns: { form: 'statement', unit: 'unit', rows: 'rows', total: 'total' },
  emptyTable: 'empty',
  sidesDiffer: (revenue, expenditure) => `in ${revenue || 'none'}, out ${expenditure || 'none'}: not equal`,
  otherTables: (names) => `other tables: ${names.join(', ')}`,
  explanation: (count) => `${count} sections of explanation`,
  performance: (targets, indicators) => `${targets} performance targets with ${indicators} indicators`,
  dutyPerformance: (rows) => `${rows} rows of performance by duty`,
  procurement: (rows) => `${rows} procurement rows`,
  assets: (rows) => `${rows} asset rows`,
  organization: (rows) => `${rows} organizations`,
  listSeparator: ', ',
  readSummary: (files, disclosures, problems) =>
    `${files} files, ${disclosures} disclosures read, ${problems} places not read or not understood`,
  make: makeEn,
};
