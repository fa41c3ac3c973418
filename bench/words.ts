/**
 * How often one changed figure or one turned word of direction in the explanation is reported: `npm run bench words`, with
 * folders of documents, a number of changes a document, `--list` to see those that nothing reported, and `--slips` for units,
 * figures, years and names that go wrong.
 * Every mutation changes one place of one real document; it counts as detected when a finding appears that was not there before.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkDocument } from '@mingsuan/core/check';
import type { Disclosure, DocumentReading, TextBlock } from '@mingsuan/core/disclosure';
import { readDocument } from '@mingsuan/documents/read';
import { randomOf } from './generate.ts';

/** One place of a paragraph: what stands there and what is put instead. */
interface Mutation {
  readonly disclosure: number;
  readonly section: number;
  readonly paragraph: number;
  readonly at: number;
  readonly from: string;
  readonly to: string;
  readonly kind: Kind;
}

type Kind = 'amount' | 'percent' | 'direction' | Slip;

/** What else goes wrong in words, tried with `--slips` instead of the figures: what is put where a pattern matches. */
const SLIPS = {
  /** 万元 as 元. */
  unit: [/(?<=[1-9][\d,.]*\s*)万元/g, () => '元'],
  'no-unit': [/(?<=[1-9][\d,.]*\s*)万元/g, () => ''],
  'no-figure': [/\d[\d,.]*\s*(?=万元)/g, () => ''],
  year: [/20\d\d(?=\s*年)/g, (found: string) => String(Number(found) - 1)],
  /** An item's name beside its code. */
  name: [/(?<=\d{7}\s*[-—])[\u4e00-\u9fff]{4,30}|[\u4e00-\u9fff]{4,30}(?=（\d{7}）)/g, () => '其他交通运输支出'],
} satisfies Record<string, readonly [RegExp, (found: string) => string]>;
type Slip = keyof typeof SLIPS;

/** Those slips of all words, one place each. */
export function slipsOf(reading: DocumentReading): readonly Mutation[] {
  return reading.disclosures.flatMap(({ explanation }, disclosure) =>
    explanation.flatMap((section, s) =>
      /名词解释|职能|职责|任务/.test(section.title + (section.part ?? ''))
        ? []
        : section.paragraphs.flatMap(({ text }, paragraph) =>
            (Object.keys(SLIPS) as Slip[]).flatMap((kind) => {
              const [pattern, put] = SLIPS[kind];
              return [...text.matchAll(pattern)].map(
                ({ 0: from, index: at }): Mutation => ({
                  disclosure,
                  section: s,
                  paragraph,
                  at,
                  from,
                  to: put(from),
                  kind,
                }),
              );
            }),
          ),
    ),
  );
}

/** A threshold that names a kind of thing is no figure of the budget: 单价100万元（含）以上. */
const FIGURE =
  /\d[\d,]*(?:\.\d+)?(?=\s*(?:万元|亿元|元|%|％)(?!(?:（含[^）]*）)?\s*(?:及?以上|及?以下|以内|（含）)))(?=\s*(万元|亿元|元|%|％))/g;
const DIRECTION = /增加|减少|增长|下降|提高|降低|上升|增幅|降幅|大于|小于|高于|低于/g;
const TURNED: Readonly<Record<string, string>> = {
  增加: '减少',
  减少: '增加',
  增长: '下降',
  下降: '增长',
  提高: '降低',
  降低: '提高',
  上升: '下降',
  增幅: '降幅',
  降幅: '增幅',
  大于: '小于',
  小于: '大于',
  高于: '低于',
  低于: '高于',
};
/** A direction word counts where a figure or a budget follows: `增加3.00万元`, `小于年初预算数`; `增长（减少）` does not. */
const FOLLOWED = /^(?:了|为|额|约|\s)*[\d.]*[1-9]|^(?:年初|全年|调整)?预算/;

/** All figures and directions of the words, changed in one digit each, chosen by `random`. */
export function mutationsOf(reading: DocumentReading, random: () => number): readonly Mutation[] {
  return reading.disclosures.flatMap(({ explanation }, disclosure) =>
    explanation.flatMap((section, s) =>
      /名词解释/.test(section.title + (section.part ?? ''))
        ? []
        : section.paragraphs.flatMap(({ text }, paragraph) => {
            const where = { disclosure, section: s, paragraph };
            const figures = [...text.matchAll(FIGURE)]
              .filter(([figure]) => /[1-9]/.test(figure))
              .map(
                (match): Mutation => ({
                  ...where,
                  at: match.index,
                  from: match[0],
                  to: mistyped(match[0], random),
                  kind: /元/.test(match[1]!) ? 'amount' : 'percent',
                }),
              );
            const turns = [...text.matchAll(DIRECTION)]
              .filter(({ index, 0: word }) => FOLLOWED.test(text.slice(index + word.length)))
              .map(
                (match): Mutation => ({
                  ...where,
                  at: match.index,
                  from: match[0],
                  to: TURNED[match[0]]!,
                  kind: 'direction',
                }),
              );
            return [...figures, ...turns];
          }),
    ),
  );
}

/** One digit that weighs is another one: never the last decimal, which rounding may explain. */
export function mistyped(figure: string, random: () => number): string {
  const digits = [...figure].flatMap((c, i) => (/\d/.test(c) ? [i] : []));
  const weighing = digits.slice(0, Math.max(1, digits.length - (figure.includes('.') ? 1 : 0)));
  const at = weighing[Math.floor(random() * weighing.length)]!;
  const digit = Number(figure[at]);
  const other = (digit + 1 + Math.floor(random() * 8)) % 10;
  const changed = at === 0 && other === 0 && digits.length > 1 ? (digit === 9 ? 8 : 9) : other;
  return figure.slice(0, at) + (changed === digit ? (digit + 1) % 10 : changed) + figure.slice(at + 1);
}

/** The reading with one place of its words changed, in the paragraph and in its printed lines. */
export function mutate(reading: DocumentReading, mutation: Mutation): DocumentReading {
  const change = (d: Disclosure): Disclosure => ({
    ...d,
    explanation: d.explanation.map((section, s) => {
      if (s !== mutation.section) return section;
      const paragraphs = section.paragraphs.map((block, p) =>
        p === mutation.paragraph ? put(block, mutation) : block,
      );
      return { ...section, paragraphs, text: paragraphs.map(({ text }) => text).join('\n') };
    }),
  });
  return { ...reading, disclosures: reading.disclosures.map((d, i) => (i === mutation.disclosure ? change(d) : d)) };
}

function put(block: TextBlock, { at, from, to }: Mutation): TextBlock {
  const text = block.text.slice(0, at) + to + block.text.slice(at + from.length);
  let passed = 0;
  const lines = block.lines?.map((line) => {
    const start = at - passed;
    passed += line.text.length;
    const inside = start >= 0 && line.text.startsWith(from, start);
    return inside ? { ...line, text: line.text.slice(0, start) + to + line.text.slice(start + from.length) } : line;
  });
  return { ...block, text, ...(lines ? { lines } : {}) };
}

const said = (reading: DocumentReading) =>
  new Set(checkDocument(reading).findings.map(({ rule, message }) => `${rule} ${message}`));

/** Prints detected of tried by document and kind; `list` prints each change that nothing reported. */
export async function benchWords(
  folders: readonly string[],
  most: number,
  list: boolean,
  slips = false,
): Promise<void> {
  const kinds: readonly Kind[] = slips ? (Object.keys(SLIPS) as Slip[]) : ['amount', 'percent', 'direction'];
  const none = () => Object.fromEntries(kinds.map((kind) => [kind, [0, 0]])) as Record<Kind, number[]>;
  const all = none();
  for (const folder of folders.filter(existsSync)) {
    for (const name of readdirSync(folder).filter((file) => /\.(pdf|txt|docx|html)$/i.test(file))) {
      const reading = await readDocument(name, new Uint8Array(readFileSync(join(folder, name)))).catch(() => undefined);
      if (!reading) continue;
      const random = randomOf(7);
      const mutations = slips ? slipsOf(reading) : mutationsOf(reading, random);
      const chosen = mutations.filter(() => random() < most / mutations.length);
      if (chosen.length === 0) continue;
      const before = said(reading);
      const own = none();
      for (const mutation of chosen) {
        const found = [...said(mutate(reading, mutation))].some((finding) => !before.has(finding));
        for (const score of [all, own]) {
          score[mutation.kind][1]! += 1;
          if (found) score[mutation.kind][0]! += 1;
        }
        if (!found && list) console.log(missed(reading, mutation));
      }
      console.log(`${ratio(own)}  ${name}`);
    }
  }
  console.log(`${ratio(all)}  合计`);
}

const ratio = (score: Readonly<Record<string, readonly number[]>>) =>
  Object.entries(score)
    .map(([kind, [hit, tried]]) => `${kind} ${hit}/${tried}`)
    .join('  ');

function missed(reading: DocumentReading, { disclosure, section, paragraph, at, from, to, kind }: Mutation): string {
  const { text } = reading.disclosures[disclosure]!.explanation[section]!.paragraphs[paragraph]!;
  return `  - ${kind} ${from}→${to}: …${text.slice(Math.max(0, at - 60), at)}【${from}】${text.slice(at + from.length, at + from.length + 25)}…`;
}

if (import.meta.url === `file://${process.argv[1]}`) {
  const given = process.argv.slice(2).filter((each) => !each.startsWith('--'));
  const most = given.find((each) => /^\d+$/.test(each)) ?? '40';
  const shared = join(import.meta.dirname, '../../shared');
  const folders = given.filter((each) => each !== most);
  const usual = ['seeds', 'samples', 'samples/cities'].map((folder) => join(shared, folder));
  const [list, slips] = ['--list', '--slips'].map((each) => process.argv.includes(each));
  await benchWords(folders.length > 0 ? folders : usual, Number(most), list!, slips);
}
