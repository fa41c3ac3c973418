/** What the text of a project asks for, beside what the project gets. */
import type { Disclosure } from '../../disclosure.ts';
import { stepOf } from '../../figures/precision.ts';
import type { Finding } from '../../finding.ts';
import { kindOf } from '../../model/document-kinds.ts';
import { type Fen, wan } from '../../money.ts';
import { plainText } from '../../text/fold.ts';
import { figuresOf } from '../../words/figures.ts';
import { PERFORMANCE_MEASURES } from '../basis.ts';
import type { ReadRule } from '../rule.ts';
import { EVERYWHERE } from '../scope.ts';
import { type EvaluatedOtherwise, evaluatedOtherwise } from './evaluated-projects.ts';
import { namedOtherwise } from './named-amounts.ts';
import { projectBlocks } from './project-blocks.ts';
import { quoted, tableFinding, wordsEvidence } from './report.ts';
import { toldProjects } from './told-projects.ts';
import { arrangedOtherwise } from './year-arrangements.ts';

export const PROJECT_AMOUNT: ReadRule = {
  phase: 'read',
  id: 'project-amount',
  title: '项目文字里申请的金额与该项目的金额相符',
  group: '绩效目标',
  scope: EVERYWHERE,
  basis: [{ document: PERFORMANCE_MEASURES, says: '绩效目标应与预算相匹配' }],
  severity: 'warning',
  sure: '较可靠',
  check:
    '项目简介、绩效目标里“申请财政拨款…万元”“所需资金…万元”“安排…经费…万元”所写的金额等于该项目的金额（合计或其中一项资金）。同一文本里其他项目相符的不到两个时只提示（notice）；一段里写了几个这样的金额的不查。说明里“对…1个项目开展…评价，涉及资金…万元”所写的，与点名的项目的金额只差一处笔误的也报。说明里逐项介绍项目（项目名称、预算安排规模、资金分配情况）的，规模等于表中该项目的金额，分配的各项之和等于规模。说明里同一项目的“年度预算安排”写的金额是该项目绩效目标表里的一个金额，说明了差异的不查。说明里紧跟在项目名称后面的金额（“…项目安排…万元”）等于表中该项目的金额；相符的不到两个时只提示，小于它的只报差一处笔误的。',
  run: ({ disclosure }) =>
    kindOf(disclosure.stage).executes
      ? []
      : [
          ...otherAmounts(disclosure),
          ...otherwiseEvaluated(disclosure),
          ...otherwiseNamed(disclosure),
          ...projectBlocks(disclosure, PROJECT_AMOUNT.id),
          ...arrangedOtherwise(disclosure, PROJECT_AMOUNT.id),
        ],
};

/** What stands before an amount that is all that a project asks for. */
const ASKED =
  /(?:申请|(?<!不)需|所需(?:资金|经费|费用)|预计(?:费用|支出|投入)|(?:计划|拟|共|本年|年度)安排)[^，。；\d]{0,24}$/;
/** A part of it, a rate, another year's. */
const PART = /其中|每|人均|单价|标准|上年|去年|以前|结转|20\d\d年(?!度?预算)/;

function otherAmounts(disclosure: Disclosure): readonly Finding[] {
  const projects = toldProjects(disclosure).filter(({ text }) => text !== '');
  const asked = projects.flatMap((told) => {
    const text = plainText(told.text);
    const found = figuresOf(text).filter(({ printed, start }) => {
      const clause = /[^，。；]*$/.exec(text.slice(0, start))![0];
      return printed.kind === 'amount' && ASKED.test(clause) && !PART.test(clause);
    });
    const [figure] = found;
    if (found.length !== 1 || figure!.printed.kind !== 'amount') return [];
    const { fen, step } = figure!.printed;
    const isRight = [told.sum, ...told.amounts.map((amount) => amount.fen)].some(
      (own) => Math.abs(own - fen) * 2 <= step + Math.max(ROUNDING, stepOf(disclosure, told.form)),
    );
    const clause = /[^，。；]*$/.exec(text.slice(0, figure!.end))![0];
    return [{ told, fen, clause, isRight }];
  });
  const right = asked.filter(({ isRight }) => isRight).length;
  return asked
    .filter(({ isRight }) => !isRight)
    .map(({ told, fen, clause }) => {
      const [amount] = told.amounts;
      const message = `项目${quoted(told.name)}的文字写${quoted(clause)}，该项目的金额是 ${wan(told.sum)}`;
      const cell = { row: told.name, text: amount!.text, origin: amount!.origin, form: told.form };
      const evidence = [{ ...wordsEvidence(clause, told.origin, told.name), form: told.form }, cell];
      const severity = right >= WITNESSES ? PROJECT_AMOUNT.severity : 'notice';
      const made = tableFinding(PROJECT_AMOUNT.id, severity, disclosure, message, evidence, '请核对金额');
      return { ...made, form: told.form, expected: told.sum, actual: fen, difference: fen - told.sum };
    });
}

const otherwiseEvaluated = (disclosure: Disclosure): readonly Finding[] =>
  evaluatedOtherwise(disclosure).map((told) => evaluatedFinding(disclosure, told));

function evaluatedFinding(disclosure: Disclosure, { projects, clause, origin, fen, own, isSure }: EvaluatedOtherwise) {
  const [{ form }] = projects;
  const names = projects.map(({ name }) => quoted(name)).join('、');
  const message = `说明写对项目${names}的评价${quoted(clause)}，${projects.length > 1 ? '这些项目合计' : '该项目的金额'}是 ${wan(own)}`;
  const cells = projects.map(({ name, amounts: [amount] }) => ({
    row: name,
    text: amount!.text,
    origin: amount!.origin,
    form,
  }));
  const severity = isSure ? PROJECT_AMOUNT.severity : 'notice';
  const evidence = [wordsEvidence(clause, origin), ...cells];
  const made = tableFinding(PROJECT_AMOUNT.id, severity, disclosure, message, evidence, '请核对金额');
  return { ...made, form, expected: own, actual: fen, difference: fen - own };
}

function otherwiseNamed(disclosure: Disclosure): readonly Finding[] {
  return namedOtherwise(disclosure).map(({ project, clause, origin, fen, isUsual }) => {
    const [amount] = project.amounts;
    const message = `说明写${quoted(clause)}，表中该项目的金额是 ${wan(project.sum)}`;
    const cell = { row: project.name, text: amount!.text, origin: amount!.origin, form: project.form };
    const severity = isUsual ? PROJECT_AMOUNT.severity : 'notice';
    const evidence = [wordsEvidence(clause, origin), cell];
    const made = tableFinding(PROJECT_AMOUNT.id, severity, disclosure, message, evidence, '请核对金额');
    return { ...made, form: project.form, expected: project.sum, actual: fen, difference: fen - project.sum };
  });
}

/** A step of 0.01 万元. */
const ROUNDING: Fen = 10_000;
/** So many others that agree show that the texts tell what is asked for. */
const WITNESSES = 2;
