/** What a project may cost: its funds in the procurement table, and project lists in words (“办公设备购置（中心）211万元；…”). */

import type { Disclosure, Origin } from '../../disclosure.ts';
import { stepOf } from '../../figures/precision.ts';
import { PROCUREMENT } from '../../kinds/index.ts';
import { rowsOf } from '../../model/tables.ts';
import { type Fen, parseAmount } from '../../money.ts';
import { foldWidth, unquoted } from '../../text/fold.ts';
import { USUAL_STEP } from '../../words/fineness.ts';

export interface ProjectBudget {
  readonly source: 'words' | 'procurement' | 'goal';
  readonly name: string;
  readonly fen: Fen;
  /** Fen of the last digit that its table, or the words, print. */
  readonly step: Fen;
  readonly text: string;
  readonly origin: Origin;
}

/** Names of one project are written with and without 费, brackets, quotes and spaces. */
export function projectKey(name: string): string {
  return unquoted(name)
    .replace(/\((?:[^()]*(?:中心|局|本级|机关|处|室|所|站|院|队))\)$/, '')
    .replace(/(?:项目经费|经费|资金|项目|费用|费)$/, '');
}

const LISTED = /^(.{2,40}?)(\d[\d,]*(?:\.\d+)?)(万元|元|亿元)$/;
const LIST_PARAGRAPH = /项目支出.{0,40}?(?:主要为|主要是|包括|其中|具体为|分别为|主要用于)[:：]?/;

/** Every amount that the disclosure gives a project by name; `wordsStep`: fen of the last digit that its words usually print. */
export function projectBudgets(disclosure: Disclosure, wordsStep = USUAL_STEP): readonly ProjectBudget[] {
  return [...fromProcurement(disclosure), ...fromWords(disclosure, wordsStep)];
}

function fromProcurement(disclosure: Disclosure): ProjectBudget[] {
  const procurement = rowsOf(disclosure, PROCUREMENT);
  const step = stepOf(disclosure, PROCUREMENT.id);
  const seen = new Set<string>();
  let owner = '';
  return procurement.flatMap((row): ProjectBudget[] => {
    if (row.kind !== 'item') owner = row.label;
    if (row.kind !== 'item' || !row.project || !row.projectFunds) return [];
    const { fen, text, origin } = row.projectFunds;
    const id = `${owner}\u0000${projectKey(row.project)}\u0000${fen}`;
    if (seen.has(id)) return [];
    seen.add(id);
    return [{ source: 'procurement', name: row.project, fen, step, text, origin }];
  });
}

/** 甲项目3万元，乙项目2万元: entries that commas part, where each of them is one. */
function entriesOf(text: string): readonly string[] {
  const entries = text.split(/(?<=元)[,、]/);
  return entries.length > 1 && entries.every((entry) => LISTED.test(entry)) ? entries : [text];
}

function fromWords({ explanation }: Disclosure, step: Fen): ProjectBudget[] {
  return explanation.flatMap((section) =>
    section.paragraphs.flatMap(({ text, origin }) => {
      const plain = foldWidth(text);
      const head = LIST_PARAGRAPH.exec(plain);
      if (!head) return [];
      const list = plain
        .slice(head.index + head[0].length)
        .split(/[;。]/)
        .flatMap(entriesOf);
      return list.flatMap((each): ProjectBudget[] => {
        const match = LISTED.exec(each);
        if (!match || /增加|减少|支出$/.test(match[1]!)) return [];
        const amount = parseAmount(match[2]!, match[3] as '万元' | '元' | '亿元');
        return amount ? [{ source: 'words', name: match[1]!, fen: amount.fen, step, text: each, origin }] : [];
      });
    }),
  );
}
