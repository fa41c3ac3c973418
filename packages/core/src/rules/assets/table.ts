/** The asset table's unit and what its rows say of themselves. */

import type { Disclosure } from '../../disclosure.ts';
import { recordTotalRow } from '../../figures/record-totals.ts';
import type { Evidence, Finding, Severity } from '../../finding.ts';
import type { AssetRow } from '../../kinds/index.ts';
import { ASSETS } from '../../kinds/index.ts';
import { listedTables, rowsOf, tableOf } from '../../model/tables.ts';
import { fenPerUnit, formatAmount, wan } from '../../money.ts';
import { foldWidth, unspaced } from '../../text/fold.ts';
import { ASSETS_PRACTICE } from '../basis.ts';
import { ASSETS_SECTION, amountAfter, GROUP, paragraphsOf } from '../procurement/words.ts';
import type { ReadRule } from '../rule.ts';
import { EVERYWHERE } from '../scope.ts';

export const ASSETS_UNIT: ReadRule = {
  phase: 'read',
  id: 'assets-unit',
  title: '资产表的金额单位与其他表、与数字相符',
  group: GROUP,
  scope: EVERYWHERE,
  basis: [{ document: ASSETS_PRACTICE, says: '价值与其余各表用同一单位，用别的单位的注明' }],
  severity: 'warning',
  sure: '较可靠',
  check: '资产表标注的单位与其余各表不同，且数字与说明或与“单价在20万元以上”不合时报告；仅单位不同的只提示（notice）。',
  run: ({ disclosure }) => unitFinding(disclosure),
};

export const ASSETS_ROWS: ReadRule = {
  phase: 'read',
  id: 'assets-rows',
  title: '资产表的行自相一致',
  group: GROUP,
  scope: EVERYWHERE,
  basis: [{ document: ASSETS_PRACTICE }],
  severity: 'warning',
  sure: '确定',
  check: '“单价在 N 万元以上”设备的价值不小于数量乘 N 万元；其中数的数量不大于所属的行。',
  run: ({ disclosure }) => rowsOf(disclosure, ASSETS).flatMap((row) => rowFinding(disclosure, row)),
};

function unitFinding({ ...disclosure }: Disclosure): readonly Finding[] {
  const info = tableOf(disclosure, ASSETS);
  const total = recordTotalRow(disclosure, ASSETS) ?? rowsOf(disclosure, ASSETS)[0];
  if (!info?.unit || !total?.value) return [];
  const others = [
    ...disclosure.statements,
    ...listedTables(disclosure).filter(({ form }) => form !== ASSETS.id),
  ].flatMap(({ unit }) => unit ?? []);
  const usual = others.filter((unit) => unit !== info.unit);
  if (others.length === 0 || usual.length < others.length) return [];
  const printed = total.value.fen / fenPerUnit(info.unit);
  const meant = info.unit === '元' ? '万元' : '元';
  if (info.unit === '元' ? printed >= SMALL : printed < LARGE) return [];
  const inWords = paragraphsOf(disclosure, ASSETS_SECTION).some(({ text }) => {
    const said = amountAfter(text, '固定资产(?:金额|总额|价值|总值)?|资产总额');
    return said !== undefined && said.fen === printed * fenPerUnit(meant);
  });
  const isBelow = rowsOf(disclosure, ASSETS).some((row) => belowThreshold(row) !== undefined);
  const severity: Severity = inWords || isBelow ? 'warning' : 'notice';
  return [
    {
      rule: ASSETS_UNIT.id,
      severity,
      agency: disclosure.agency.name,
      form: ASSETS.id,
      message: `固定资产占用情况表标注的单位是${info.unit}，其余各表都是${meant}，资产总额 ${total.value.text.trim()} ${info.unit}不合常理`,
      evidence: [
        { form: ASSETS.id, text: info.title, origin: info.origin },
        { form: ASSETS.id, row: total.label, column: 'value', text: total.value.text, origin: total.value.origin },
      ],
      suggestion: `单位可能应为${meant}`,
    },
  ];
}

/** Whole units: assets of less than 20 万 元 in 元, or of more than 100 亿元 in 万元, are unlikely. */
const SMALL = 200_000;
const LARGE = 1_000_000;

const THRESHOLD = /单价(?:在)?(\d+)万元(?:\(含\))?以上/;

/** The least value that the row's own name and quantity allow, where the printed value is less. */
function belowThreshold({ label, quantity, value }: AssetRow): number | undefined {
  const match = THRESHOLD.exec(foldWidth(label));
  if (!match || !value || value.fen <= 0) return undefined;
  const count = quantity ? quantity.units / 10 ** quantity.scale : 1;
  const least = Number(match[1]) * fenPerUnit('万元') * Math.max(1, count);
  return value.fen < least ? least : undefined;
}

function rowFinding(disclosure: Disclosure, row: AssetRow): readonly Finding[] {
  if (unitFinding(disclosure).length > 0) return [];
  const least = belowThreshold(row);
  const name = unspaced(row.label);
  const base = { rule: ASSETS_ROWS.id, severity: 'warning', agency: disclosure.agency.name, form: ASSETS.id } as const;
  if (least !== undefined) {
    const message = `资产表“${name}”价值 ${wan(row.value!.fen)}，按其数量和单价应不小于 ${formatAmount(least, '万元', 0)} 万元`;
    return [{ ...base, message, expected: least, actual: row.value!.fen, evidence: cellsOf(row) }];
  }
  const parent =
    row.partOf === undefined ? undefined : rowsOf(disclosure, ASSETS).find(({ key }) => key === row.partOf);
  if (!parent?.quantity || !row.quantity) return [];
  const scale = Math.max(parent.quantity.scale, row.quantity.scale);
  const [whole, part] = [parent.quantity, row.quantity].map(({ units, scale: own }) => units * 10 ** (scale - own));
  if (part! <= whole!) return [];
  const message = `资产表“${name}”的数量 ${row.quantity.text.trim()} 大于所属“${unspaced(parent.label)}”的 ${parent.quantity.text.trim()}`;
  return [{ ...base, message, evidence: [...cellsOf(row), ...cellsOf(parent)] }];
}

function cellsOf({ label, quantity, value, origin }: AssetRow): readonly Evidence[] {
  const cells: Evidence[] = [];
  if (quantity)
    cells.push({ form: ASSETS.id, row: label, column: 'quantity', text: quantity.text, origin: quantity.origin });
  if (value) cells.push({ form: ASSETS.id, row: label, column: 'value', text: value.text, origin: value.origin });
  return cells.length > 0 ? cells : [{ form: ASSETS.id, row: label, text: label, origin }];
}
