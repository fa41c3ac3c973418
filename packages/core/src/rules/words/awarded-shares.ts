/** 货物采购授予中小企业合同金额占货物支出金额的90%，…工程…，…服务…: the shares of the kinds make up what was awarded in all. */
import { groupBy } from '../../group-by.ts';
import { wan } from '../../money.ts';
import { plainText } from '../../text/fold.ts';
import { fenOf, type Mention } from '../../words/mention.ts';
import { originOf } from '../../words/read.ts';
import type { Candidate } from './candidate.ts';
import { type Facts, isCurrent, sectionsOf } from './facts.ts';
import { wordEvidence } from './issue.ts';

const SHARE = /(货物|工程|服务)采购授予中小企业合同金额占\1(?:采购)?支出(?:金额|总额)?的?(\d+(?:\.(\d+))?)%/g;
const KINDS: Readonly<Record<string, string>> = {
  货物: 'procurement[goods]',
  工程: 'procurement[works]',
  服务: 'procurement[services]',
};

/** Shares of the kinds of procurement that do not give the amount awarded to small and medium enterprises. */
export const checkAwardedShares = (facts: Facts): readonly Candidate[] =>
  sectionsOf(facts.mentions).flatMap((section) => awarded(facts, section));

function awarded(facts: Facts, section: readonly Mention[]): Candidate | readonly [] {
  const level = (quantity: string) =>
    section.find((m) => m.quantity === quantity && m.aspect === 'level' && isCurrent(facts, m));
  const all = level('procurement[sme]');
  const total = all && fenOf(all);
  if (!all || total === undefined) return [];
  const blocks = facts.disclosure.explanation[all.place.section]!.paragraphs;
  const told = blocks.flatMap((block) => {
    const text = plainText(block.text);
    return [...text.matchAll(SHARE)].map((match) => ({ match, text: match[0], origin: originOf(block, match.index) }));
  });
  const byKind = groupBy(told, ({ match }) => match[1]!);
  let [sum, slack] = [0, 0];
  for (const [kind, quantity] of Object.entries(KINDS)) {
    const bought = level(quantity);
    const fen = bought && fenOf(bought);
    if (!bought || fen === undefined) return [];
    const shares = byKind.get(kind) ?? [];
    if (fen > 0 && shares.length !== 1) return [];
    const [, , percent = '0', decimals = ''] = shares[0]?.match ?? [];
    sum += (fen * Number(percent)) / 100;
    // Half the last digit of the share, and one of the amount.
    slack += (fen * 0.5) / 100 / 10 ** decimals.length + stepOf(bought);
  }
  if (Math.abs(sum - total) <= slack + stepOf(all)) return [];
  return {
    issue: {
      rule: 'words-percent',
      severity: 'notice',
      message: `按货物、工程、服务各自的比例算，授予中小企业的合同金额约为 ${wan(Math.round(sum / 10_000) * 10_000)}，而写的是 ${wan(total)}。`,
      expected: total,
      evidence: [...told.map(({ text, origin }) => ({ text, origin })), wordEvidence(all)],
      suggestion: '请核对各类采购授予中小企业合同金额的比例。',
    },
    unless: [all],
  };
}

const stepOf = ({ printed }: Mention): number => (printed.kind === 'amount' ? printed.step : 0);
