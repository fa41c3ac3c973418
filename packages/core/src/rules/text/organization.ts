/** How many units there are: told as a sum, by kinds and as a list, which have to agree. */
import type { Disclosure, ExplanationSection, Origin, TextBlock } from '../../disclosure.ts';
import type { Finding } from '../../finding.ts';
import { ORGANIZATION } from '../../kinds/index.ts';
import { rowsOf } from '../../model/tables.ts';
import { unspaced } from '../../text/fold.ts';
import { parseNumeral } from '../../text/numerals.ts';
import { DISCLOSURE } from '../basis.ts';
import type { ReadRule } from '../rule.ts';
import { EVERYWHERE } from '../scope.ts';
import { lineAt, quote, textFinding } from './passages.ts';

const ABOUT_UNITS = /机构|单位构成|概况|基本情况/;
const SUBORDINATE =
  /(?:下属|所属|下设)[^，。；\d]{0,8}?(\d+)(?:家|个)[^，。；]{0,6}?单位|(?:下属|所属)(?:二级)?(?:预算)?单位(?:共)?(\d+)(?:家|个)/;
const KIND =
  /(行政单位|参公(?:事业)?单位|参照公务员法管理的?(?:事业)?单位|(?:其他|全额拨款|差额拨款|公益[一二]类)?事业单位)(\d+)(?:家|个)/g;
const SUM =
  /(?:(?:[编汇]编?制?范围|编报)的?(?:独立核算|独立编制|二级)*(?:预算)?单位|预算单位)(?:共计|共有|共|有)(\d+)(?:家|个)|共(?:计|有)?(\d+)(?:家|个)(?:预算|决算)单位/;
/** 包括某局本部以及下属2家: the sum is one more. */
const WITH_OFFICE = /(?:本部|本级|机关)[^，。；]{0,6}(?:以及|和|及|与)(?:下属|所属)/;

interface Count {
  readonly told: string;
  readonly n: number;
  readonly origin: Origin;
}

/** The counts of one section; `list` counts its entries 1. 2. 3. from the first on. */
function countsOf(
  disclosure: Disclosure,
  section: ExplanationSection,
): {
  subordinate?: Count;
  others: Count[];
  office: boolean;
  ofSubordinates: boolean;
} {
  const others: Count[] = [];
  let subordinate: Count | undefined;
  let office = false;
  let ofSubordinates = false;
  for (const block of section.paragraphs) {
    const text = unspaced(block.text);
    const sub = SUBORDINATE.exec(text);
    if (sub && !subordinate && !/内设/.test(sub[0])) {
      subordinate = { told: `“${sub[0]}”`, n: Number(sub[1] ?? sub[2]), origin: lineAt(block, 0) };
      office = WITH_OFFICE.test(text);
    }
    const kinds = [...text.matchAll(KIND)];
    if (kinds.length > 1) {
      if (sub && /其中/.test(text.slice(sub.index))) ofSubordinates = true;
      const told = `“${kinds.map(([kind]) => kind).join('、')}”`;
      others.push({ told, n: kinds.reduce((sum, [, , n]) => sum + Number(n), 0), origin: lineAt(block, 0) });
    }
    const sum = SUM.exec(text);
    if (sum) others.push({ told: `“${sum[0]}”`, n: Number(sum[1] ?? sum[2]), origin: lineAt(block, 0) });
  }
  const list = listOf(section) ?? (others.length > 0 ? tabledUnits(disclosure) : undefined);
  if (list) others.push(list);
  return { ...(subordinate ? { subordinate } : {}), others, office, ofSubordinates };
}

const UNIT_NAME = /(?:局|委|办|中心|所|站|队|馆|校|院|处|会|园|社|本级|本部|机关|署|台|厅|部)(?:[（(][^）)]*[）)])?$/;

/** Entries counted from 1 that are names of units. */
function listOf({ paragraphs }: ExplanationSection): Count | undefined {
  const names = paragraphs.flatMap((block) =>
    [...block.text.matchAll(/(?:^|[：:；\s])(\d{1,2})[.．、]\s*([^\s，。；、]{3,40})/g)].map(([, n, name]) => ({
      n: Number(n),
      name: name!,
      origin: block.origin,
    })),
  );
  const first = names.findIndex(({ n }) => n === 1);
  const run = names.slice(first).filter(({ n }, i) => n === i + 1);
  if (first < 0 || run.length < 2 || !run.every(({ name }) => UNIT_NAME.test(name))) return undefined;
  return { told: '所列单位', n: run.length, origin: run[0]!.origin };
}

/** The units that the table of them names, where the document is not printed once a unit. */
function tabledUnits(disclosure: Disclosure): Count | undefined {
  const units = new Map(rowsOf(disclosure, ORGANIZATION).map((row) => [row.unit, row]));
  const [first] = units.values();
  return first && units.size > 1 ? { told: '所列单位', n: units.size, origin: first.origin } : undefined;
}

function unitFindings(disclosure: Disclosure): Finding[] {
  return disclosure.explanation
    .filter(({ title, part }) => ABOUT_UNITS.test(`${title}${part ?? ''}`))
    .flatMap((section) => {
      const { subordinate, others, office, ofSubordinates } = countsOf(disclosure, section);
      const right = (n: number) =>
        subordinate === undefined || (!ofSubordinates && n === subordinate.n + 1) || (!office && n === subordinate.n);
      const [first] = others;
      const odd =
        others.find(({ n }) => !right(n)) ?? (subordinate ? undefined : others.find(({ n }) => n !== first?.n));
      const against = odd && others.find((other) => other !== odd && other.n !== odd.n && right(other.n));
      const base = against ?? subordinate;
      if (!odd || !base) return performanceFindings(disclosure, others, subordinate);
      const message = `机构设置中${base.told}${base === subordinate && office ? '加上本部' : ''}是 ${base === subordinate && office ? base.n + 1 : base.n} 家，${odd.told}却是 ${odd.n} 家`;
      return [counted(disclosure, message, [base, odd])];
    });
}

const counted = (disclosure: Disclosure, message: string, counts: readonly Count[]) =>
  textFinding(
    UNIT_COUNT,
    disclosure,
    message,
    counts.map(({ told, origin }) => ({ text: told, origin })),
    '核对单位数',
  );

const REPORTING = /(?:本|我)部门(\d+)个预算单位/;

/** 本部门2个预算单位开展了…绩效目标编报 has the number of units that the section of organisation has. */
function performanceFindings(
  disclosure: Disclosure,
  others: readonly Count[],
  subordinate: Count | undefined,
): Finding[] {
  const [units] = others;
  if (!units || others.some(({ n }) => n !== units.n) || (subordinate && subordinate.n > units.n)) return [];
  return disclosure.explanation.flatMap(({ paragraphs }) =>
    paragraphs.flatMap((block) => {
      const match = REPORTING.exec(unspaced(block.text));
      if (!match || Number(match[1]) <= units.n) return [];
      const told = { told: `“${match[0]}”`, n: Number(match[1]), origin: lineAt(block, 0) };
      return [counted(disclosure, `机构设置中是 ${units.n} 家预算单位，说明中写${told.told}`, [units, told])];
    }),
  );
}

/** Characters of a unit's name at most. */
const MOST_NAME = 30;

const NAMED = '[^。；：]+';
/** 下属事业单位2个，分别是…, 预算单位共计3家，具体包括：…, 内设6个机构，包括…. */
const INLINE = new RegExp(
  `(\\d+)\\s*(?:个|家)[^，。；：、\\d]{0,10}(?:[，:：]?[^，。；：、\\d]{0,10}?(?:分别(?:是|为)|依次(?:是|为)|具体(?:是|为|包括)|包括|即|为)[：:]?|[：:])(${NAMED})`,
  'g',
);
/** 办公室、…、财务科等5个科室, 内设机构包括办公室、…、财务处共计6个. */
const BEFORE = /(?:内设(?:机构)?(?:包括|有)?|下设|设有?)([^，。；：]+、[^，。；：]+?)(?:等|共计?|合计)(\d+)个/g;

/** An inline list, in which a name may hold a 、 or a 和 of its own. */
function inlineFindings(disclosure: Disclosure): Finding[] {
  return disclosure.explanation.flatMap(({ title, part, paragraphs }) =>
    paragraphs.flatMap((block) => {
      const text = unspaced(block.text);
      if (!ABOUT_UNITS.test(`${title}${part ?? ''}`) && !/内设|下属|所属/.test(text)) return [];
      const lists = [
        ...[...text.matchAll(INLINE)].map((match) => ({ match, n: Number(match[1]), names: match[2]! })),
        // 办公室、人事处等8个处室: half of them and fewer are told as some of them.
        ...[...text.matchAll(BEFORE)]
          .map((match) => ({ match, n: Number(match[2]), names: match[1]! }))
          .filter(({ n, names }) => names.split('、').length * 2 > n),
      ];
      return lists.flatMap(({ match, n, names }) => inlineFinding(disclosure, block, match, n, names) ?? []);
    }),
  );
}

/** 内设15个，包括办公室、…。另有四个派出法庭: those behind the list belong to it. */
function countedBehind(text: string): number {
  const told = /^[^。；，、：]*[。；，](?:此外)?[，]?(?:另|还)(?:设|外)?有?([\d一二两三四五六七八九十]+)[个家]/.exec(
    text,
  )?.[1];
  return told === undefined ? 0 : parseNumeral(told);
}

function inlineFinding(
  disclosure: Disclosure,
  block: TextBlock,
  match: RegExpExecArray,
  n: number,
  list: string,
): Finding | undefined {
  const names = list.replace(/，(?:下属|其中|主要|负责|均为).*$/, '').split(/[、，]/);
  const least = names.length;
  const most = names.flatMap((name) => name.split(/和|以及|及|与/)).length;
  const plain = names.every(
    (name) => name.length >= 2 && name.length <= MOST_NAME * (most - least + 1) && !/\d/.test(name),
  );
  const bodies = names.filter(
    (name) => UNIT_NAME.test(name) || /[科股处室组](?:[（(][^）)]*[）)])?$/.test(name),
  ).length;
  if (
    !plain ||
    /^(?:.{0,6}无|.{0,6}没有)/.test(list) ||
    bodies * 2 < names.length ||
    /等$|至|到/.test(list) ||
    (n >= least && n <= most) ||
    least + countedBehind(unspaced(block.text).slice(match.index + match[0].length)) === n
  )
    return undefined;
  const message = `“${quote(match[0], 0, 12)}”写的是 ${n} 个，列出的是 ${least} 个`;
  const evidence = [{ text: quote(match[0], 0, 40), origin: lineAt(block, 0) }];
  return { ...textFinding(UNIT_COUNT, disclosure, message, evidence, '核对个数'), severity: 'notice' };
}

export const UNIT_COUNT: ReadRule = {
  phase: 'read',
  id: 'text-unit-count',
  title: '机构设置中的单位数前后一致',
  group: '公开内容',
  scope: EVERYWHERE,
  basis: [{ document: DISCLOSURE, says: '公开部门（单位）职责和机构设置情况' }],
  severity: 'warning',
  sure: '较可靠',
  check:
    '下属单位数（有本部的加一）、各类单位数之和、所列单位的个数一致；绩效目标编报的单位数不多于单位数。内设机构数与所列不同的为提示。',
  run: ({ disclosure }) => [...unitFindings(disclosure), ...inlineFindings(disclosure)],
};
