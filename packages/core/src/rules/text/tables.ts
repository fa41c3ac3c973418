/** Tables beside their words: all there, noted where empty, titled for the right level. */
import type { Statement, StatementFormId } from '../../disclosure.ts';
import { formById } from '../../forms/index.ts';
import { templateById } from '../../templates/index.ts';
import type { DisclosureRule } from '../disclosure-rule.ts';
import { textFinding } from './passages.ts';

const GROUP = '公开内容';
const BASIS = '《地方预决算公开操作规程》（财预〔2016〕143号）第七条及所附表样；空表须列出并说明';

/** A document with fewer statements is no full disclosure: its tables stand in another file. */
const FULL = 5;

const MISSING_TABLE: DisclosureRule = {
  id: 'text-missing-table',
  title: '法定报表齐全',
  group: GROUP,
  basis: BASIS,
  severity: 'error',
  sure: '较可靠',
  check: '认出模板且已读到五张以上报表时，模板规定的报表缺一张报一张；空表也应列出。',
  run: (disclosure, { problems }) => {
    const template = templateById(disclosure.template);
    const unread = problems.some(
      (problem) => problem.code === 'table-not-recognised' || problem.code === 'scanned-page',
    );
    if (!template || disclosure.statements.length < FULL || unread) return [];
    const printed = new Set<string>(disclosure.statements.map((statement) => statement.form));
    const required = [...new Set(template.forms.map((form) => form.form))].filter(
      (form) => formById(form).rows !== 'records',
    );
    return required
      .filter((form) => !printed.has(form))
      .map((form) => ({
        ...textFinding(
          MISSING_TABLE,
          disclosure,
          `没有读到${formById(form).name}，规定的报表即使没有数也应列出空表并说明`,
          [{ text: formById(form).name, origin: disclosure.statements.at(-1)!.origin }],
        ),
        form,
      }));
  },
};

const FUND_WORDS: Partial<Record<StatementFormId, readonly [own: RegExp, other: RegExp]>> = {
  'government-fund': [/基金/, /国有资本/],
  'state-capital': [/国有资本/, /基金/],
};

function noteFault(statement: Statement): string | undefined {
  const { note, rows, form } = statement;
  const words = FUND_WORDS[form];
  if (!words) return undefined;
  const empty = rows.length === 0 || rows.every((row) => Object.values(row.cells).every((cell) => cell.fen === 0));
  if (empty && note === undefined) return '没有数，也没有空表说明';
  if (note === undefined) return undefined;
  if (!empty && /空表|无数据/.test(note)) return `有数，却注明是空表（“${note}”）`;
  if (empty && words[1].test(note) && !words[0].test(note)) return `的空表说明写的是另一张表（“${note}”）`;
  return undefined;
}

const EMPTY_NOTE: DisclosureRule = {
  id: 'text-empty-note',
  title: '空表有说明，说明与表相符',
  group: GROUP,
  basis: BASIS,
  severity: 'warning',
  sure: '确定',
  check: '政府性基金、国有资本经营预算表没有数时应注明空表；有数时不应有空表说明；说明写的应是本表。',
  run: (disclosure) =>
    disclosure.statements.flatMap((statement) => {
      const fault = noteFault(statement);
      if (!fault) return [];
      const evidence = [{ form: statement.form, text: statement.note ?? statement.title, origin: statement.origin }];
      return [
        {
          ...textFinding(EMPTY_NOTE, disclosure, `${formById(statement.form).name}${fault}`, evidence),
          form: statement.form,
        },
      ];
    }),
};

const LEVEL = /(部门|单位)(?=预算|决算|财务|收支|收入|支出|财政|一般|政府|国有|[“"]?三公)/;

const LEVEL_WORD: DisclosureRule = {
  id: 'text-level-word',
  title: '表名中的“部门”“单位”与公开主体一致',
  group: GROUP,
  basis: BASIS,
  severity: 'warning',
  sure: '较可靠',
  check: '多数表名写“单位”的文本中，少数写“部门”的表名（或相反）多为沿用了别的文本。',
  run: (disclosure) => {
    const worded = disclosure.statements.flatMap((statement) => {
      const word = LEVEL.exec(statement.title)?.[1];
      return word ? [{ statement, word }] : [];
    });
    const units = worded.filter(({ word }) => word === '单位').length;
    const usual = units * 2 > worded.length ? '单位' : '部门';
    const odd = worded.filter(({ word }) => word !== usual);
    if (worded.length < FULL || odd.length === 0 || odd.length * 2 >= worded.length) return [];
    const titles = odd.map(({ statement }) => `《${statement.title}》`).join('、');
    const message = `表名${titles}用的是“${usual === '单位' ? '部门' : '单位'}”，其余各表用“${usual}”，前后不一致`;
    const evidence = odd.map(({ statement }) => ({
      form: statement.form,
      text: statement.title,
      origin: statement.origin,
    }));
    return [textFinding(LEVEL_WORD, disclosure, message, evidence, `核对后改为“${usual}”`)];
  },
};

export const TABLE_RULES: readonly DisclosureRule[] = [MISSING_TABLE, EMPTY_NOTE, LEVEL_WORD];
