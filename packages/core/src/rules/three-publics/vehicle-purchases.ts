/** How many vehicles are to be bought, against the money that “三公”经费 has for it. */

import type { Disclosure } from '../../disclosure.ts';
import { figure } from '../../figures/index.ts';
import type { Finding } from '../../finding.ts';
import { addressOf } from '../../model/quantity.ts';
import { wan } from '../../money.ts';
import { fenOf, type Mention } from '../../words/mention.ts';
import { DISCLOSURE } from '../basis.ts';
import { GROUP } from '../procurement/words.ts';
import type { ReadRule } from '../rule.ts';

const SUGGESTION = '请核对：车辆若由财政拨款以外的资金购置，应在说明里写明';

export const VEHICLE_PURCHASES: ReadRule = {
  phase: 'read',
  id: 'vehicle-purchases',
  title: '计划购置的车辆与公务用车购置费相符',
  group: GROUP,
  scope: { kinds: ['budget'] },
  basis: [{ document: DISCLOSURE, says: '“三公”经费按三项公开，公务用车购置费含购置税' }],
  severity: 'warning',
  sure: '较可靠',
  check: '说明写计划购置车辆的，“三公”经费表（表里没有印的，说明）应有公务用车购置费；写购置 0 辆的，不应有。',
  run: ({ disclosure, mentions }) => {
    const counted = mentions.find(
      (mention) => mention.quantity === 'vehicles-purchase[total]' && isOwn(mention, disclosure.year),
    );
    const { state, figure: cost } = figure(disclosure, addressOf('three-publics[vehicle-purchase]'));
    if (counted?.printed.kind !== 'count') return [];
    if (!cost || state !== 'printed') return againstWords(disclosure, mentions, counted, counted.printed.value);
    const { value } = counted.printed;
    if (value > 0 === cost.fen > 0) return [];
    const said = value > 0 ? `说明写计划购置车辆 ${value} 辆` : '说明写不购置车辆';
    return [
      {
        rule: VEHICLE_PURCHASES.id,
        severity: VEHICLE_PURCHASES.severity,
        agency: disclosure.agency.name,
        form: 'three-publics',
        message: `${said}，而“三公”经费表的公务用车购置费是 ${wan(cost.fen)}`,
        evidence: [
          { text: counted.place.text, origin: counted.place.origin },
          { form: 'three-publics', row: cost.row, column: cost.column, text: cost.text, origin: cost.origin },
        ],
        suggestion: SUGGESTION,
      },
    ];
  },
};

/** Where the table tells nothing of it, the words may: 公务用车购置费0.00万元. */
function againstWords(
  { agency, year }: Disclosure,
  mentions: readonly Mention[],
  counted: Mention,
  value: number,
): readonly Finding[] {
  const cost = mentions.find(
    (mention) => mention.quantity === 'three-publics[vehicle-purchase]' && isOwn(mention, year),
  );
  const fen = cost && fenOf(cost);
  if (!cost || fen === undefined || value > 0 === fen > 0) return [];
  const said = value > 0 ? `说明写计划购置车辆 ${value} 辆` : '说明写不购置车辆';
  return [
    {
      rule: VEHICLE_PURCHASES.id,
      severity: VEHICLE_PURCHASES.severity,
      agency: agency.name,
      message: `${said}，而公务用车购置费写作 ${wan(fen)}`,
      evidence: [counted, cost].map(({ place }) => ({ text: place.text, origin: place.origin })),
      suggestion: SUGGESTION,
    },
  ];
}

const isOwn = ({ aspect, year }: Mention, own: number | undefined): boolean =>
  aspect === 'level' && (year === undefined || year === own);
