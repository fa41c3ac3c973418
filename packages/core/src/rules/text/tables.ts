/** Tables beside their words: all there, noted where empty, titled for the right level. */
import type { Disclosure, Statement, StatementFormId } from '../../disclosure.ts';
import { formById, formsOfTitle, STATEMENTS, STATUTORY } from '../../forms/index.ts';
import { holdingOf } from '../../join.ts';
import { templateById } from '../../templates/index.ts';
import { plainText } from '../../text/fold.ts';
import { FUND_BRIEFS, nothingOf, saysNothing } from '../../vocabulary/index.ts';
import { type Basis, DISCLOSURE } from '../basis.ts';
import type { ReadRule } from '../rule.ts';
import { EVERYWHERE } from '../scope.ts';
import { LISTED_BLANK, listsMore } from './listed-blank.ts';
import { textFinding } from './passages.ts';

const GROUP = '公开内容';
const BASIS: readonly Basis[] = [{ document: DISCLOSURE, article: '第七条及所附表样', says: '空表须列出并说明' }];

/** A document with fewer statements is no full disclosure: its tables stand in another file. */
const FULL = 5;

const MISSING_TABLE: ReadRule = {
  phase: 'read',
  id: 'text-missing-table',
  title: '法定报表齐全',
  group: GROUP,
  scope: EVERYWHERE,
  basis: BASIS,
  severity: 'error',
  sure: '较可靠',
  check:
    '已读到五张以上报表时，模板规定的报表缺一张报一张；空表也应列出。没有认出模板的，按九张法定报表查，只作提示；没有读出单位名称的（其他报表可能在另一份文件里）、模板里本地没有印、按规定加上的也是。',
  run: ({ disclosure, problems, jurisdictions }) => {
    const template = templateById(disclosure.template, jurisdictions);
    const unread = problems.some((problem) => UNREAD.has(problem.code)) || listsMore(disclosure);
    // Without a template an excerpt of tables is told from a document by its words.
    if (disclosure.statements.length < FULL || unread || (!template && disclosure.explanation.length === 0)) return [];
    const printed = new Set<string>(disclosure.statements.flatMap(({ form }) => [form, TOLD.get(form) ?? form]));
    // What a table's title calls it was printed, though its cells were not understood or taken for another's.
    const titles = [...(disclosure.generic ?? []), ...disclosure.tables].map(({ title }) => title);
    const kept = new Set<string>(
      [...titles, ...titleLines(disclosure)].flatMap((title) => formsOfTitle(title)[0]?.id ?? []),
    );
    const required = template ? template.forms.map((form) => form.form) : statutory(disclosure.year);
    // A file that does not say whose it is may be a part of what another file has, and is not put together with it.
    const isNamed = disclosure.agency.name !== '';
    const isOwn = (id: string) => template?.forms.some(({ form, addedByLaw }) => form === id && !addedByLaw);
    return [...new Set(required)]
      .filter((form) => formById(form).rows !== 'records' && !printed.has(form) && !kept.has(form))
      .filter((form) => form !== 'state-capital' || (disclosure.year ?? FIRST_STATE_CAPITAL) >= FIRST_STATE_CAPITAL)
      .map((form) => ({
        ...textFinding(
          MISSING_TABLE,
          disclosure,
          `没有读到${formById(form).name}，规定的报表即使没有数也应列出空表并说明`,
          [{ text: formById(form).name, origin: disclosure.statements.at(-1)!.origin }],
        ),
        ...(isOwn(form) && isNamed ? {} : { severity: 'notice' as const }),
        form,
      }));
  },
};

/** Lines among the words that are a table's title: an empty table without lines is nothing but words. */
const titleLines = ({ explanation }: Disclosure): readonly string[] =>
  explanation
    .flatMap(({ title, paragraphs }) => [title ?? '', ...paragraphs.map(({ text }) => text)])
    .filter((line) => /表[)）]?$/.test(line.trim()));

/** What the tables beside the nine tell of them. */
const TOLD = new Map(STATEMENTS.map(({ id, tells }) => [id, tells]));

/** With one of these a table may be there and not be understood. */
const UNREAD = new Set(['table-not-recognised', 'scanned-page', 'duplicate-table']);

/** The state capital budget of departments is published since this year: a template may be used for years before it. */
const FIRST_STATE_CAPITAL = 2019;

/** The nine of 财预〔2016〕143号, and the state capital budget since it is everywhere. */
const statutory = (year: number | undefined) =>
  STATUTORY.map(({ id }) => id).filter((id) => id !== 'state-capital' || (year ?? 0) >= 2021);

/** What a table's note calls the whole of its money. */
const SUBJECTS: Partial<Record<StatementFormId, RegExp>> = {
  'appropriation-balance': /财政拨款[预算]*收/,
  ...Object.fromEntries(FUND_BRIEFS.map(([id, words]) => [id, new RegExp(words)])),
  'three-publics': /三公/,
};

/** The tables of single funds, which many agencies have no money of. */
const OF_FUNDS: readonly StatementFormId[] = ['government-fund', 'state-capital'];

/** A note about these is not about all that its table holds. */
const PART = /其中|因公|公务|购置|接待|会议|培训|结转|采购|项目支出|基本支出/;

/** 本表为空的列表示无此项收支 speaks of columns, 如为空表… of what may be. */
const WHOLLY = /^(?!.*(?:如果?|若|凡)[本该此]?表).*(?:空表|无数据|为空|无发生额)(?!的|[行列栏格项])/;

/** Whether a note that tells of nothing speaks of the whole table: that it is empty, or that there is none of its money. */
function emptiesAll(note: string, form: StatementFormId): boolean {
  if (WHOLLY.test(note)) return true;
  const named = Object.entries(SUBJECTS).flatMap(([id, subject]) => (subject.test(note) ? id : []));
  return named.length === 1 && named[0] === form && !PART.test(note);
}

function noteFault(statement: Statement, disclosure: Disclosure): string | undefined {
  const { rows, form } = statement;
  const note = nothingOf(statement.note);
  const empty = rows.length === 0 || rows.every((row) => Object.values(row.cells).every((cell) => cell.fen === 0));
  if (!empty) {
    if (note && emptiesAll(note, form)) return `有数，却注明没有（“${note}”）`;
    const told = OF_FUNDS.includes(form) ? toldNone(disclosure, form) : undefined;
    return told && `有数，说明却写没有（“${told}”）`;
  }
  const subject = SUBJECTS[form];
  if (!subject || !OF_FUNDS.includes(form)) return undefined;
  // Where the tables stand in a file of their own, what explains them is in another one.
  if (note === undefined)
    return !holdingOf(disclosure).hasWords || saysNone(disclosure, subject) ? undefined : '没有数，也没有空表说明';
  const other = SUBJECTS[OF_FUNDS.find((fund) => fund !== form)!]!;
  return other.test(note) && !subject.test(note) ? `的空表说明写的是另一张表（“${note}”）` : undefined;
}

/** Whether the explanation says that there is none: 本部门无当年政府性基金预算收支，并已公开空表. */
const saysNone = ({ explanation }: Disclosure, fund: RegExp): boolean =>
  explanation.some(({ paragraphs }) =>
    paragraphs.some(({ text }) => text.split('。').some((sentence) => fund.test(sentence) && saysNothing(sentence))),
  );

/** Of another year, of some units, or of what is to be carried out. */
const NOT_OWN = /20\d\d|上年|去年|以前|所属|下属|部分|除|调整|追加|执行中/;

/** The sentence of a fund's own section that says there is none of it: 本年度无政府性基金预算财政拨款收入和支出. */
function toldNone({ explanation, year }: Disclosure, form: StatementFormId): string | undefined {
  const sentences = explanation
    .filter(({ title }) => SUBJECTS[form]!.test(title))
    .flatMap(({ paragraphs }) => paragraphs.flatMap(({ text }) => plainText(text).split(/[。；]/)));
  return sentences.find((sentence) => {
    const own = sentence.replaceAll(new RegExp(`${year}年度?|财政拨款`, 'g'), '');
    return /^[^，]{0,20}(?:无|没有)/.test(own) && emptiesAll(own, form) && saysNothing(own) && !NOT_OWN.test(own);
  });
}

const EMPTY_NOTE: ReadRule = {
  phase: 'read',
  id: 'text-empty-note',
  title: '空表有说明，说明与表相符',
  group: GROUP,
  scope: EVERYWHERE,
  basis: BASIS,
  severity: 'warning',
  sure: '确定',
  check:
    '政府性基金、国有资本经营预算表没有数时应注明空表，或在说明里写明没有；任何一张表有数时都不应注明没有，政府性基金、国有资本经营预算自己一节的说明也不应写没有；注的应是本表。',
  run: ({ disclosure }) =>
    disclosure.statements.flatMap((statement) => {
      const fault = noteFault(statement, disclosure);
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

const EMPTY_UNIT: ReadRule = {
  phase: 'read',
  id: 'text-empty-unit',
  title: '空表的金额单位与其他表一致',
  group: GROUP,
  scope: EVERYWHERE,
  basis: BASIS,
  severity: 'warning',
  sure: '较可靠',
  check: '没有数的表标注的单位（元、万元）与其余各表都不同。',
  run: ({ disclosure }) => {
    const others = disclosure.statements.filter(({ form, rows }) => form !== 'three-publics' && rows.length > 0);
    const units = new Set(others.map(({ unit }) => unit));
    const [usual] = units;
    if (units.size !== 1 || others.length < FULL) return [];
    return disclosure.statements
      .filter(({ form, rows, unit }) => rows.length === 0 && unit !== usual && OF_FUNDS.includes(form))
      .map((statement) => ({
        ...textFinding(
          EMPTY_UNIT,
          disclosure,
          `${formById(statement.form).name}标注的单位是“${statement.unit}”，其余各表是“${usual}”`,
          [{ form: statement.form, text: statement.title, origin: statement.origin }],
        ),
        form: statement.form,
      }));
  },
};

export const TABLE_RULES: readonly ReadRule[] = [MISSING_TABLE, EMPTY_NOTE, EMPTY_UNIT, LISTED_BLANK];
