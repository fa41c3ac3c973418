/** The money of the projects that have targets, told in the words, against what the tables print of projects. */
import { formName } from '../../equations/names.ts';
import { type Figure, figure } from '../../figures/index.ts';
import { PROJECTS } from '../../kinds/index.ts';
import { kindOf } from '../../model/document-kinds.ts';
import { addressOf } from '../../model/quantity.ts';
import { rowsOf } from '../../model/tables.ts';
import { type Fen, formatAmount, wan } from '../../money.ts';
import { typingError } from '../../repair/typing-error.ts';
import { plainText } from '../../text/fold.ts';
import { FUND_IDS } from '../../vocabulary/index.ts';
import { USUAL_STEP, usualStepOf } from '../../words/fineness.ts';
import { fenOf, type Mention } from '../../words/mention.ts';
import type { Candidate } from './candidate.ts';
import { type Facts, isCurrent } from './facts.ts';
import { cellEvidence, quoted, wordEvidence } from './issue.ts';

/** 涉及预算项目…个，预算资金…万元，其中财政拨款…万元: all projects' money, and what of it is appropriated. */
export const targetFunds = (facts: Facts): readonly Candidate[] => [...performanceFunds(facts), ...appropriated(facts)];

const FUNDS = 'performance[funds]';
const APPROPRIATED = 'performance[funds]/财政拨款';

/**
 * Where the money is that of all projects, what of it is appropriated is the project expenditure of the funds' tables. Nothing is said
 * where money was carried over, which those tables may leave out, or where a fund's table was not read.
 */
function appropriated({ disclosure, mentions }: Facts): readonly Candidate[] {
  const projectsOf = (form: string) => figure(disclosure, addressOf(`${form}[total].project`));
  const { figure: all } = projectsOf('expenditure');
  const { figure: carried } = figure(disclosure, addressOf('revenue[total].carryover'));
  const funds = FUND_IDS.map(projectsOf);
  if (!all || carried?.fen || funds.some(({ state }) => state === 'not-read')) return [];
  const printed = funds.flatMap((fund) => (fund.figure?.fen ? [fund.figure] : []));
  const fen = printed.reduce((sum, each) => sum + each.fen, 0);
  return mentions.flatMap((part, i): readonly Candidate[] => {
    const whole = mentions[i - 1];
    if (part.quantity !== APPROPRIATED || whole?.quantity !== FUNDS) return [];
    const [told, amount] = [fenOf(whole), fenOf(part)];
    if (told === undefined || amount === undefined || printed.length === 0 || fen > all.fen) return [];
    const slack = (FUND_IDS.length + 1) * USUAL_STEP;
    if (Math.abs(told - all.fen) > USUAL_STEP || Math.abs(amount - fen) <= slack) return [];
    return [
      {
        issue: {
          rule: 'words-parts',
          severity: 'warning',
          form: printed[0]!.form,
          message: `${quoted(whole)}是全部项目的资金，其中财政拨款应是各项资金的项目支出 ${wan(fen)}，写的是${quoted(part)}。`,
          expected: fen,
          actual: amount,
          evidence: [wordEvidence(part), ...printed.map((each) => cellEvidence(each))],
        },
        blames: [part],
        unless: [part, whole],
      },
    ];
  });
}

/** 编报绩效目标的项目…涉及项目预算资金: of projects, so at most all project expenditure; 整体绩效目标 are of everything. */
function performanceFunds(facts: Facts): readonly Candidate[] {
  const { disclosure, mentions } = facts;
  const { state, figure: project } = figure(disclosure, addressOf('expenditure[total].project'));
  if (state !== 'printed') return [];
  // The words add up projects each printed to 0.01 万元, as many as the table has rows or so.
  const rows = disclosure.statements.find(({ form }) => form === 'expenditure')?.rows.length ?? 0;
  const slack = ((rows + 1) * usualStepOf(mentions)) / 2;
  return mentions.flatMap((mention): readonly Candidate[] => {
    if (mention.quantity !== 'performance[funds]' || mention.aspect !== 'level' || !isCurrent(facts, mention))
      return [];
    const { section, paragraph } = mention.place;
    const fen = fenOf(mention);
    const text = plainText(disclosure.explanation[section]?.paragraphs[paragraph]?.text ?? '');
    if (fen === undefined || isEvaluated(mention, text)) return [];
    const isWhole = /整体/.test(segmentOf(mention, text));
    const isExceeding = !isWhole && !isBudgeted(facts, mention) && fen > project.fen + slack;
    const isAll = isWhole || isOfAll(mention, text) || isOfEvery(facts, mention);
    const meant = isAll ? allMeantBy(fen, disclosure) : undefined;
    if (!isExceeding && !meant) return [];
    const all = isExceeding ? project : meant!;
    return [
      {
        issue: {
          rule: 'words-parts',
          severity: 'warning',
          form: all.form,
          message: isExceeding
            ? `${quoted(mention)}超过了支出总表的项目支出 ${wan(project.fen)}。`
            : `${quoted(mention)}是全部${isWhole ? '支出' : '项目'}的资金，而${formName(all.form)}中为 ${wan(all.fen)}，只差一处笔误。`,
          expected: all.fen,
          actual: fen,
          evidence: [wordEvidence(mention), cellEvidence(all)],
        },
        blames: [mention],
        unless: [mention],
      },
    ];
  });
}

/** What 全部 may be of: all projects, those of the general public budget, or everything that is paid. */
const ALL: readonly string[] = [
  'expenditure[total].project',
  'general-public[total].project',
  'general-public[total].total',
  'balance[支出总计]',
];

/** The figure that an amount of everything is a slip of; undefined where it is one of them. */
function allMeantBy(fen: Fen, disclosure: Facts['disclosure']): Figure | undefined {
  const printed = ALL.flatMap((quantity) => {
    const { state, figure: all } = figure(disclosure, addressOf(quantity));
    return state === 'printed' ? [all] : [];
  });
  const isAny = printed.some((all) => Math.abs(all.fen - fen) <= USUAL_STEP);
  return isAny ? undefined : printed.find((all) => isSlipOf(fen, Math.round(all.fen / USUAL_STEP) * USUAL_STEP));
}

/** What the words say from the last stop or semicolon up to a figure. */
const segmentOf = ({ place }: Mention, text: string): string => /[^。；]*$/.exec(text.slice(0, place.start))![0];

/** 涉及预算金额…, in final accounts: what was planned, of which less may have been spent. */
const isBudgeted = ({ disclosure }: Facts, { place }: Mention): boolean =>
  kindOf(disclosure.stage).executes && /预算/.test(place.text);

/** 拟对…项目开展重点绩效评价，涉及预算资金…: what is evaluated may be spent by others. */
const isEvaluated = (mention: Mention, text: string): boolean => /评价/.test(segmentOf(mention, text));

/** 所有项目支出均纳入绩效管理，涉及预算资金…: the money of all projects. */
const isOfAll = (mention: Mention, text: string): boolean =>
  /所有|全部|各项|均|全面|全覆盖/.test(segmentOf(mention, text)) ||
  /^[^。；]*占[^。；]*100%/.test(text.slice(mention.place.end));

/** 4个项目…，涉及预算资金…, where the project table has as many. */
function isOfEvery({ disclosure, mentions }: Facts, { place }: Mention): boolean {
  const projects = rowsOf(disclosure, PROJECTS).filter(({ kind }) => kind === 'project');
  const told = mentions.findLast(
    (m) =>
      m.quantity === 'performance[projects]' &&
      m.place.section === place.section &&
      m.place.paragraph === place.paragraph &&
      m.place.start < place.start,
  );
  return told?.printed.kind === 'count' && projects.length > 0 && told.printed.value === projects.length;
}

/** Whether one amount is the other with one slip of typing. */
const isSlipOf = (a: Fen, b: Fen): boolean =>
  typingError(formatAmount(a, '万元'), formatAmount(b, '万元')) !== undefined;
