/**
 * How long exports of a finance system take from the workbook's bytes to the ledger's: 5,000 lines of one unit, and of a
 * department of 200 units, each with a report. Told as ratios: of the 5 seconds that an import may take, in time of one core,
 * whatever else runs; how much of it is reading the workbook; and 200 units against one.
 */

import { importSheets, refreshed } from '@mingsuan/core/import/import';
import { USUAL_MAPPING } from '@mingsuan/core/import/mapping';
import { blankLedger } from '@mingsuan/core/ledger/blank';
import { readSheetTexts } from '@mingsuan/documents/ledger/read-ledger';
import { writeLedger } from '@mingsuan/documents/ledger/write-ledger';
import { writeXlsx } from 'hucre/xlsx';
import { randomOf } from './generate.ts';

const LINES = 5_000;
const HEAD =
  '预算单位 项目类别 项目编码 项目名称 支出功能分类 政府预算支出经济分类 部门预算支出经济分类 是否政府采购 资金性质 预算金额 备注';
const LINE_KINDS = [
  ['人员类', '', '工资', '2010301-行政运行', '30101-基本工资'],
  ['公用经费', '', '', '2010301-行政运行', '30201-办公费'],
  ['特定目标类', 'P', '专项工作', '2010302-一般行政管理事务', '30227-委托业务费'],
  ['运转类', 'Q', '运行维护', '2010302-一般行政管理事务', '30213-维修（护）费'],
] as const;
const FUNDS = ['一般公共预算资金', '政府性基金', '单位资金', '捐赠资金'];

/** Seconds of processor time that this process has used. */
function seconds(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
}

/** An export of as many lines and units; each column has its head, and a row of the sum stands below. */
async function exportOf(units: number): Promise<Uint8Array> {
  const random = randomOf(units);
  let sum = 0;
  const lines = Array.from({ length: LINES }, (_, i) => {
    const unit = 302001 + (i % units);
    const [category, code, name, item, economic] = LINE_KINDS[i % LINE_KINDS.length]!;
    const amount = Math.floor(random() * 10_000_000) / 100;
    sum += Math.round(amount * 100);
    const project = code ? `${unit}${code}${i % 97}` : '';
    return [
      `${unit}-某单位`,
      category,
      project,
      name,
      item,
      '',
      economic,
      '否',
      FUNDS[i % 37] ?? FUNDS[0]!,
      amount,
      '',
    ];
  });
  const rows = [['预算明细表'], HEAD.split(' '), ...lines, ['合计', '', '', '', '', '', '', '', '', sum / 100]];
  return writeXlsx({ sheets: [{ name: '预算明细', rows }] });
}

/** Seconds that an import of this size may take. */
const MOST = 5;
const ratio = (part: number, whole: number) => (part / whole).toFixed(2);

const times: number[] = [];
for (const units of [1, 200]) {
  const bytes = await exportOf(units);
  const started = seconds();
  const sheets = await readSheetTexts(bytes);
  const read = seconds() - started;
  const found = importSheets(sheets, USUAL_MAPPING);
  const level = units > 1 ? 'department' : 'unit';
  const ledger = refreshed(blankLedger({ code: '302', name: '某局', level }, 2026), found);
  const imported = seconds() - started;
  times.push(imported);
  await writeLedger(ledger);
  const written = seconds() - started - imported;
  const { rows, sums, agencies, notes } = found;
  console.log(`${units} 个单位 ${rows} 行，合计行 ${sums}，单位 ${agencies.size}`);
  console.log(
    `  导入 / ${MOST} 秒 ${ratio(imported, MOST)}，其中读工作簿 ${ratio(read, imported)}；写台账 / ${MOST} 秒 ${ratio(written, MOST)}`,
  );
  for (const { message, origin } of notes) console.log(`  ${origin.address} ${message}`);
}
console.log(`200 个单位 / 1 个单位 ${ratio(times[1]!, times[0]!)}`);
