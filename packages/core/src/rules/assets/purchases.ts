/** Planned purchases of fixed assets in words against the goods in the procurement table. */

import { buysAsset } from '../../classification/index.ts';
import { stepOf } from '../../figures/index.ts';
import { recordTotalRow } from '../../figures/record-totals.ts';
import type { Finding } from '../../finding.ts';
import type { ProcurementRow } from '../../kinds/index.ts';
import { PROCUREMENT, procurementAmount } from '../../kinds/index.ts';
import { rowsOf } from '../../model/tables.ts';
import type { Fen } from '../../money.ts';
import { wan } from '../../money.ts';
import { STATE_ASSETS } from '../basis.ts';
import { ASSETS_SECTION, amountAfter, GROUP, isEqual, paragraphsOf } from '../procurement/words.ts';
import type { ReadRule } from '../rule.ts';
import { EVERYWHERE } from '../scope.ts';

export const ASSET_PURCHASES: ReadRule = {
  phase: 'read',
  id: 'asset-purchases',
  title: '拟购置固定资产与政府采购预算表的货物相符',
  group: GROUP,
  scope: EVERYWHERE,
  basis: [{ document: STATE_ASSETS, article: '第十九条', says: '资产配置纳入预算，固定资产购置列入政府采购预算' }],
  severity: 'warning',
  sure: '供参考',
  check: '“拟购置固定资产总额”不大于政府采购预算；与采购表的货物、设备家具或购置类项目的金额都不相等时提示（notice）。',
  run: ({ disclosure }) => {
    const [first] = paragraphsOf(disclosure, ASSETS_SECTION).flatMap((sentence) => {
      const amount = amountAfter(sentence.text, '拟购置固定资产(?:总额|金额|价值)?|固定资产购置(?:预算)?总额');
      return amount ? [{ sentence, amount }] : [];
    });
    const total = recordTotalRow(disclosure, PROCUREMENT);
    const all = total && procurementAmount(total);
    if (!first || !total || !all) return [];
    const { sentence, amount } = first;
    const items = rowsOf(disclosure, PROCUREMENT).filter(({ kind }) => kind === 'item');
    const slack = amount.step + items.length * stepOf(disclosure, PROCUREMENT.id);
    const candidates = READINGS.map((isAsset) => sumOf(items.filter(isAsset)));
    if (candidates.some((sum) => isEqual(sum, amount.fen, slack))) return [];
    const exceeds = amount.fen - all.fen > slack;
    if (!exceeds && items.some(({ code }) => !code)) return [];
    const [goods] = candidates;
    const finding: Finding = {
      rule: ASSET_PURCHASES.id,
      severity: exceeds ? 'warning' : 'notice',
      agency: disclosure.agency.name,
      form: PROCUREMENT.id,
      message: exceeds
        ? `本年度拟购置固定资产总额 ${wan(amount.fen)}，大于其所列入的政府采购预算 ${wan(all.fen)}`
        : `本年度拟购置固定资产总额 ${wan(amount.fen)}，与政府采购预算表中货物 ${wan(goods!)}（其中设备、家具 ${wan(candidates[1]!)}）不符，请核对`,
      actual: amount.fen,
      evidence: [
        { text: amount.text, origin: sentence.origin },
        { form: PROCUREMENT.id, row: total.label, column: 'total', text: all.text, origin: all.origin },
      ],
    };
    return [finding];
  },
};

type Reading = (row: ProcurementRow) => boolean;

const isGoods: Reading = ({ code = '' }) => /^A/i.test(code);
/** Daily office money buys supplies, not assets. */
const isDaily: Reading = ({ project = '' }) => /公用/.test(project);
const isForPurchase: Reading = ({ project = '' }) => /购置|采购|配置|设备/.test(project);

/** What an agency may have counted. */
const READINGS: readonly Reading[] = [
  isGoods,
  buysAsset,
  (row) => isGoods(row) && isForPurchase(row),
  (row) => buysAsset(row) && isForPurchase(row),
  isForPurchase,
  (row) => isGoods(row) && !isDaily(row),
];

function sumOf(rows: readonly ProcurementRow[]): Fen {
  return rows.reduce((sum, row) => sum + (procurementAmount(row)?.fen ?? 0), 0);
}
