/**
 * Where reading stands over a folder of documents: npm run coverage -- FOLDER… [--tables]
 * Per document: the amounts printed in tables (as the grids have them, and as poppler counts them where it is installed), how many
 * of them were read, kept under a shape, or lost, and with which table; what it was taken for; problems; findings by severity.
 */
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { checkDocument } from '@mingsuan/core/check';
import type { DocumentReading } from '@mingsuan/core/disclosure';
import type { Layout } from '../packages/documents/src/layout.ts';
import { openLayout, understand } from '../packages/documents/src/read.ts';
import { isAmountText } from '../packages/documents/src/recognize/shape/cells.ts';

const DOCUMENT = /\.(?:pdf|docx?|xlsx?|html?|txt|csv|md)$/i;

interface Measured {
  readonly name: string;
  readonly reading?: DocumentReading;
  /** Amounts of the pages with tables as poppler sees them, and how many of these the layout has. */
  readonly poppler?: { readonly printed: number; readonly found: number };
  readonly findings: readonly { readonly severity: string; readonly rule: string; readonly message: string }[];
  readonly error?: string;
}

async function measure(path: string): Promise<Measured> {
  const name = basename(path);
  try {
    const opened = await openLayout(name, new Uint8Array(readFileSync(path)));
    if ('readings' in opened) return { name, findings: [], error: '本程序自己的数据' };
    const reading = await understand(name, opened.layout, opened.problems);
    const poppler = /\.pdf$/i.test(name) ? popplerCount(path, opened.layout) : undefined;
    return {
      name,
      reading,
      ...(poppler ? { poppler } : {}),
      findings: checkDocument(reading).findings,
    };
  } catch (error) {
    return { name, findings: [], error: error instanceof Error ? error.message : String(error) };
  }
}

/** Amounts with decimals on the pages that have tables, told by another program than ours. */
function popplerCount(path: string, layout: Layout): Measured['poppler'] {
  const amounts = (text: string) => text.match(/(?<![\d.])\d[\d,]*\.\d+(?![\d.%％])/g) ?? [];
  let printed = 0;
  let found = 0;
  for (const page of layout.pages) {
    if (
      !page.blocks.some((block) => block.kind === 'table' && block.rows.flat().some(({ text }) => isAmountText(text)))
    )
      continue;
    let text: string;
    try {
      const args = ['-layout', '-f', String(page.number), '-l', String(page.number), path, '-'];
      text = execFileSync('pdftotext', args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
    } catch {
      return undefined;
    }
    const own = new Map<string, number>();
    for (const block of page.blocks)
      for (const each of block.kind === 'table' ? block.rows.flat() : [block])
        for (const amount of amounts(each.text)) own.set(amount, (own.get(amount) ?? 0) + 1);
    for (const amount of amounts(text)) {
      printed += 1;
      const left = own.get(amount) ?? 0;
      if (left > 0) found += 1;
      own.set(amount, left - 1);
    }
  }
  return printed > 0 ? { printed, found } : undefined;
}

const percent = (part: number, whole: number) => (whole === 0 ? '–' : `${((100 * part) / whole).toFixed(1)}%`);

function printDocument({ name, reading, poppler, findings, error }: Measured, tables: boolean): void {
  const coverage = reading?.coverage;
  if (!reading || !coverage) {
    console.log(`${name}\n    ${error}`);
    return;
  }
  const { printed, read, generic, unread } = coverage.amounts;
  const { figures, understood } = coverage.words;
  const count = (severity: string) => findings.filter((finding) => finding.severity === severity).length;
  console.log(
    `${name}\n    金额 ${printed}  读懂 ${percent(read, printed)}  按形状 ${percent(generic, printed)}  未读 ${unread}` +
      `${poppler ? `  poppler ${poppler.found}/${poppler.printed}` : ''}` +
      `  说明中数字 ${figures}  看懂 ${percent(understood, figures)}  公开文本 ${reading.disclosures.length}  未识别 ${reading.problems.length}` +
      `  错误 ${count('error')} 警告 ${count('warning')} 提示 ${count('notice')}`,
  );
  for (const { agency, year, stage, template, statements, generic: kept, region } of reading.disclosures) {
    const unit = [...new Set(statements.map((statement) => statement.unit))].join('/');
    console.log(
      `    ${agency.name || '？'} ${agency.level} ${region?.name ?? '？'} ${year ?? '？'} ${stage} ${template} ${unit}  ${statements.map(({ form }) => form).join(' ')}${kept?.length ? `  + ${kept.length}` : ''}`,
    );
  }
  if (!tables) return;
  for (const { title, page, sheet, line, state, amounts } of coverage.perTable)
    if (state !== 'read')
      console.log(
        `      第 ${page ?? sheet ?? line ?? '?'} 页 “${title}” ${amounts.printed}: 按形状 ${amounts.generic} 未读 ${amounts.unread}`,
      );
  for (const { code, message } of reading.problems) console.log(`      ${code} ${message}`);
  for (const { severity, rule, message } of findings)
    if (severity !== 'notice') console.log(`      ${severity} ${rule} ${message}`);
}

const args = process.argv.slice(2);
const tables = args.includes('--tables');
for (const folder of args.filter((arg) => !arg.startsWith('--'))) {
  const paths = statSync(folder).isDirectory()
    ? readdirSync(folder)
        .filter((name) => DOCUMENT.test(name))
        .map((name) => join(folder, name))
    : [folder];
  const all: Measured[] = [];
  for (const path of paths) {
    const measured = await measure(path);
    printDocument(measured, tables);
    all.push(measured);
  }
  const total = { printed: 0, read: 0, generic: 0, unread: 0 };
  const words = { figures: 0, understood: 0 };
  for (const { reading } of all) {
    for (const key of ['printed', 'read', 'generic', 'unread'] as const)
      total[key] += reading?.coverage?.amounts[key] ?? 0;
    for (const key of ['figures', 'understood'] as const) words[key] += reading?.coverage?.words[key] ?? 0;
  }
  const severities = all.flatMap(({ findings }) => findings.map(({ severity }) => severity));
  const one = all.filter(({ reading }) => reading?.disclosures.length === 1).length;
  console.log(
    `== ${folder}: ${all.length} 份  金额 ${total.printed}  读懂 ${percent(total.read, total.printed)}  按形状 ${percent(total.generic, total.printed)}  未读 ${percent(total.unread, total.printed)}` +
      `  说明中数字 ${words.figures}  看懂 ${percent(words.understood, words.figures)}` +
      `  读成一份 ${one}/${all.length}  有名称 ${all.filter(({ reading }) => reading?.disclosures.some(({ agency }) => agency.name)).length}` +
      `  错误 ${severities.filter((s) => s === 'error').length} 警告 ${severities.filter((s) => s === 'warning').length} 提示 ${severities.filter((s) => s === 'notice').length}`,
  );
}
