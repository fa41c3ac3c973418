/** Parts told in the words add up to their whole. */

import { figure } from '../../figures/index.ts';
import { addressOf, itemOf, listed, thingOf } from '../../model/quantity.ts';
import type { Fen } from '../../money.ts';
import { plainText } from '../../text/fold.ts';
import { figuresOf } from '../../words/figures.ts';
import { changeOf, fenOf, type Mention } from '../../words/mention.ts';
import { cellEvidence, quoted, wan, wordEvidence } from './issue.ts';
import { BOUNDS, PARTITIONS, type Partition } from './partitions.ts';
import { isCurrent, paragraphsOf, type Scene, sectionsOf } from './scene.ts';

interface Term {
  readonly mention: Mention;
  /** Fen, or how many. */
  readonly value: number;
  readonly step: number;
}

/** Parts in words that do not add up to the whole they are told of: issues are added to the scene. */
export function checkParts(scene: Scene): void {
  for (const section of sectionsOf(scene.mentions)) {
    for (const partition of PARTITIONS) partitionParts(scene, partition, section);
  }
  for (const paragraph of paragraphsOf(scene.mentions)) listParts(scene, paragraph);
  for (const section of sectionsOf(scene.mentions)) itemBudgets(scene, section);
  bounds(scene);
  performanceFunds(scene);
  balanced(scene);
}

/** Without tables, revenue and expenditure of a budget are at least the same sum. */
function balanced(scene: Scene): void {
  if (scene.disclosure.stage !== 'budget') return;
  const totals = ['balance[收入总计]', 'balance[支出总计]', 'balance[总计]'].flatMap((quantity) => {
    const told = scene.mentions.find((m) => m.quantity === quantity && m.aspect === 'level' && isCurrent(scene, m));
    return told && fenOf(told) !== undefined ? [told] : [];
  });
  if (totals.some((m) => scene.confirmed.has(m) || scene.wrong.has(m))) return;
  const [first] = totals;
  const other = totals.find((m) => Math.abs(fenOf(m)! - fenOf(first!)!) > 10_000);
  if (!first || !other) return;
  scene.issues.push({
    rule: 'words-parts',
    severity: 'warning',
    message: `${quoted(first)}与${quoted(other)}不相等，收支总数应当平衡。`,
    expected: fenOf(first),
    actual: fenOf(other),
    evidence: [wordEvidence(first), wordEvidence(other)],
  });
}

const isItem = (quantity: string): boolean => thingOf(quantity) === 'expenditure' && itemOf(quantity)?.length === 7;
const WHOLE = 'general-public[total].total';

/** 年初预算 of the items make up that of the whole, where the items told are all of them: their accounts do too. */
function itemBudgets(scene: Scene, section: readonly Mention[]): void {
  const first = new Map<string, Mention>();
  for (const m of section.toReversed()) first.set(`${m.aspect} ${m.quantity}`, m);
  const find = (aspect: Mention['aspect'], quantity: string) => first.get(`${aspect} ${quantity}`);
  const items = [...new Set(section.map(({ quantity }) => quantity).filter((quantity) => isItem(quantity)))];
  const whole = find('initial', WHOLE);
  const accounts = section.filter((m) => m.aspect === 'level' && m.quantity === WHOLE).map(termOf);
  const levels = items.map((item) => find('level', item));
  const initials = items.map((item) => find('initial', item)).filter((m) => m !== undefined);
  if (!whole || items.length < 2 || initials.length !== items.length || levels.some((m) => !m)) return;
  const spent = levels.reduce((sum, m) => sum + termOf(m!)!.value, 0);
  const slack = (items.length + 1) * 10_000;
  if (!accounts.some((term) => term && Math.abs(term.value - spent) * 2 <= slack)) return;
  compare(scene, whole, initials, 'warning');
}

function bounds(scene: Scene): void {
  for (const { part, whole } of BOUNDS) {
    const [a, b] = [part, whole].map((quantity) =>
      scene.mentions.find((m) => m.quantity === quantity && m.aspect === 'level' && isCurrent(scene, m)),
    );
    if (!a || !b || scene.wrong.has(a) || scene.wrong.has(b)) continue;
    const [x, y] = [fenOf(a), fenOf(b)];
    if (x === undefined || y === undefined || x <= y) continue;
    scene.wrong.add(a);
    scene.issues.push({
      rule: 'words-parts',
      severity: scene.disclosure.stage === 'final-accounts' ? 'notice' : 'warning',
      message: `${quoted(a)}超过了${quoted(b)}，部分不应大于总数。`,
      expected: y,
      actual: x,
      evidence: [wordEvidence(a), wordEvidence(b)],
    });
  }
}

/** 编报绩效目标的项目…涉及项目预算资金: of projects, so at most all project expenditure; 整体绩效目标 are of everything. */
function performanceFunds(scene: Scene): void {
  const { state, figure: project } = figure(scene.disclosure, addressOf('expenditure[total].project'));
  if (state !== 'printed') return;
  // The words add up projects each printed to 0.01 万元, as many as the table has rows or so.
  const rows = scene.disclosure.statements.find(({ form }) => form === 'expenditure')?.rows.length ?? 0;
  const slack = (rows + 1) * 5_000;
  for (const mention of scene.mentions) {
    if (mention.quantity !== 'performance[funds]' || mention.aspect !== 'level' || !isCurrent(scene, mention)) continue;
    const { section, paragraph } = mention.place;
    const fen = fenOf(mention);
    const block = scene.disclosure.explanation[section]?.paragraphs[paragraph];
    if (fen === undefined || fen <= project.fen + slack || /整体/.test(block?.text ?? '')) continue;
    if (scene.wrong.has(mention)) continue;
    scene.wrong.add(mention);
    scene.issues.push({
      rule: 'words-parts',
      severity: 'warning',
      form: project.form,
      message: `${quoted(mention)}超过了支出总表的项目支出 ${wan(project.fen)}。`,
      expected: project.fen,
      actual: fen,
      evidence: [wordEvidence(mention), cellEvidence(project)],
    });
  }
}

/** A part stands after its whole and before the whole is told again. */
function partitionParts(scene: Scene, partition: Partition, section: readonly Mention[]): void {
  const told = section.filter(({ aspect }) => aspect === partition.aspect);
  const wholes = told.flatMap(({ quantity }, at) => (quantity === partition.whole ? [at] : []));
  for (const [i, from] of wholes.entries()) {
    const whole = told[from]!;
    if (!isCurrent(scene, whole)) continue;
    const following = told.slice(from + 1, wholes[i + 1]).filter((m) => isCurrent(scene, m));
    const parts = partition.parts
      .map((part) => following.find((m) => m.quantity === part))
      .filter((m) => m !== undefined);
    const complete = partition.required.every((part) => parts.some((m) => m.quantity === part));
    if (!complete) continue;
    if (whole.printed.kind === 'flat' && !movesMuch(parts)) continue;
    compare(scene, whole, parts, partition.severity);
  }
}

/** Whether the changes of the parts leave 持平 no room: by 1 万元 or more. */
const movesMuch = (parts: readonly Mention[]) =>
  Math.abs(parts.reduce((sum, part) => sum + (termOf(part)?.value ?? 0), 0)) >= 1_000_000;

function compare(scene: Scene, whole: Mention, parts: readonly Mention[], severity: Partition['severity']): void {
  const terms = parts.map(termOf);
  const total = termOf(whole);
  if (!total || terms.some((term) => !term)) return;
  const all = [whole, ...parts];
  if (all.some(({ place }) => scene.incomplete.has(`${place.section}.${place.paragraph}`))) return;
  if (all.every((m) => scene.confirmed.has(m)) || all.some((m) => scene.wrong.has(m))) return;
  const sum = terms.reduce((s, term) => s + term!.value, 0);
  const slack = terms.reduce((s, term) => s + term!.step, total.step);
  if (Math.abs(sum - total.value) * 2 <= slack) return;
  if (whole.printed.kind === 'amount' && isToldApart(scene, all, total.value - sum, slack)) return;
  const money = whole.printed.kind !== 'count';
  const said = (value: number) => (money ? wan(value as Fen) : String(value));
  for (const m of all) scene.wrong.add(m);
  scene.issues.push({
    rule: 'words-parts',
    severity,
    message: `${quoted(whole)}与其各部分之和不符：${parts.map((m) => said(termOf(m)!.value)).join(' + ')} = ${said(sum)}，相差 ${said(Math.abs(sum - total.value))}。`,
    ...(money ? { expected: sum as Fen, actual: total.value as Fen } : {}),
    evidence: all.map(wordEvidence),
  });
}

/** A part that no pattern knows stands in the same section, in a paragraph of its own: 10.上年结转结余471.96万元. */
function isToldApart({ disclosure }: Scene, all: readonly Mention[], gap: number, slack: number): boolean {
  const { section } = all[0]!.place;
  const taken = new Set(all.map(({ place }) => `${place.paragraph} ${place.start}`));
  return (
    gap > 0 &&
    (disclosure.explanation[section]?.paragraphs ?? []).some(({ text }, paragraph) =>
      figuresOf(plainText(text)).some(
        ({ printed, start }) =>
          printed.kind === 'amount' &&
          !taken.has(`${paragraph} ${start}`) &&
          Math.abs(printed.fen - gap) * 2 <= slack + printed.step,
      ),
    )
  );
}

function termOf(mention: Mention): Term | undefined {
  const { printed, aspect } = mention;
  if (printed.kind === 'flat') return { mention, value: 0, step: 10_000 };
  if (printed.kind === 'count') return { mention, value: printed.value, step: 0 };
  const value = aspect === 'change' ? changeOf(mention) : fenOf(mention);
  return printed.kind === 'amount' && value !== undefined
    ? { mention, value, step: Math.min(printed.step, 10_000) }
    : undefined;
}

/** 项目支出…，主要为：甲…；乙…: a list that may leave something out, so only its excess, or a list nearly complete, is told. */
function listParts(scene: Scene, paragraph: readonly Mention[]): void {
  const wholes = new Set(paragraph.flatMap(({ quantity }) => listed(quantity)?.whole ?? []));
  for (const quantity of wholes) {
    const parts = paragraph.filter((m) => listed(m.quantity)?.whole === quantity);
    const whole = paragraph.find((m) => m.quantity === quantity && m.aspect === 'level' && isCurrent(scene, m));
    if (!whole || parts.length < 2 || whole.printed.kind !== 'amount') continue;
    const restated = paragraph.filter(
      (m) => m.quantity === quantity && m !== whole && /合计|共计|总计/.test(m.place.text),
    );
    if (restated.some((m) => fenOf(m) !== fenOf(whole))) restatedOtherwise(scene, whole, restated);
    const sum = parts.reduce((s, m) => s + (fenOf(m) ?? 0), 0);
    const total = fenOf(whole)!;
    const closed = parts.length >= 3 && /^其他(?:支出|项目)?$/.test(listed(parts.at(-1)!.quantity)!.name);
    const near = sum > total || restated.length > 0 || (closed && (total - sum) * 10 <= total);
    if (near) compare(scene, whole, parts, restated.length > 0 ? 'error' : 'warning');
  }
}

/** 总预算1170万元，其中…，合计1171万元. */
function restatedOtherwise(scene: Scene, whole: Mention, restated: readonly Mention[]): void {
  const other = restated.find((m) => fenOf(m) !== fenOf(whole))!;
  if (scene.wrong.has(whole) || scene.wrong.has(other)) return;
  for (const m of [whole, other]) scene.wrong.add(m);
  scene.issues.push({
    rule: 'words-repeat',
    severity: 'error',
    message: `同一总数前后不一致：前面写${quoted(whole)}，后面写${quoted(other)}。`,
    expected: fenOf(whole),
    actual: fenOf(other),
    evidence: [wordEvidence(whole), wordEvidence(other)],
  });
}
