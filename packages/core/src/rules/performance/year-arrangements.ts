/** What the words of a project arrange for the year (六、年度预算安排): this year's money, and what its table of targets asks for. */
import type { Disclosure, ExplanationSection, Origin } from '../../disclosure.ts';
import { stepOf } from '../../figures/precision.ts';
import type { Finding } from '../../finding.ts';
import { PERFORMANCE } from '../../kinds/index.ts';
import { kindOf } from '../../model/document-kinds.ts';
import { type Fen, wan } from '../../money.ts';
import { plainText, unspaced } from '../../text/fold.ts';
import { withoutNumbering } from '../../text/numbering.ts';
import { figuresOf } from '../../words/figures.ts';
import { DISCLOSURE } from '../basis.ts';
import type { ReadRule } from '../rule.ts';
import { EVERYWHERE } from '../scope.ts';
import { projectKey } from './budgets.ts';
import { quoted, tableFinding, wordsEvidence } from './report.ts';
import { type ToldProject, toldProjects } from './told-projects.ts';

const ARRANGED = /^(?:本?年度|当年)(?:项目)?(?:预算|资金|经费)安排(?:情况)?$/;
/** 某工程项目经费情况说明: what a part is about. */
const ABOUT = /(?:项目)?(?:经费|资金|支出)?(?:情况)?说明$/;

interface Amount {
  readonly fen: Fen;
  readonly step: Fen;
  /** From the beginning of its clause to its end, and from that of its sentence. */
  readonly clause: string;
  readonly sentence: string;
  readonly origin: Origin;
}

interface Arrangement {
  /** The project as its part names it; empty where it names none. */
  readonly name: string;
  readonly text: string;
  readonly amounts: readonly Amount[];
}

const arrangementsOf = ({ explanation }: Disclosure): readonly Arrangement[] =>
  explanation
    .filter(({ title }) => ARRANGED.test(unspaced(withoutNumbering(title))))
    .map((section) => ({
      name: projectKey(unspaced(section.part ?? '').replace(ABOUT, '')),
      text: plainText(section.text),
      amounts: section.paragraphs.flatMap(amountsIn),
    }));

function amountsIn({ text, origin }: ExplanationSection['paragraphs'][number]): readonly Amount[] {
  const plain = plainText(text);
  return figuresOf(plain).flatMap(({ printed, start, end }) => {
    if (printed.kind !== 'amount' || printed.fen === 0) return [];
    const [before, own] = [plain.slice(0, start), plain.slice(start, end)];
    const [clause, sentence] = [/[^，。；]*$/, /[^。；]*$/].map((from) => `${from.exec(before)![0]}${own}`);
    return [{ fen: printed.fen, step: printed.step, clause: clause!, sentence: sentence!, origin }];
  });
}

/** What all its years cost together, and what that is divided into. */
const WHOLE = /总投资|投资总额|概算|估算|匡算|可研|资金总额|总造价|累计/;
const THIS_YEAR = /本年|今年|当年/;
/** Nothing is arranged for the year, and it says so. */
const NONE = /不再|无需|未安排|不安排|无安排|没有安排|已(?:在|于|全部)[^。；]{0,16}(?:安排|支付|下达)/;

const yearsIn = (text: string): readonly number[] =>
  [...text.matchAll(/20\d\d(?=年|[—～~-])/g)].map(([y]) => Number(y));

const isOfAnother = ({ sentence }: Amount, year: number): boolean =>
  WHOLE.test(sentence) || (yearsIn(sentence).at(-1) ?? year) < year;

export const PROJECT_YEAR_AMOUNT: ReadRule = {
  phase: 'read',
  id: 'project-year-amount',
  title: '项目的“年度预算安排”写的是本年的金额',
  group: '绩效目标',
  scope: EVERYWHERE,
  basis: [{ document: DISCLOSURE, says: '公开内容完整、真实' }],
  severity: 'warning',
  sure: '较可靠',
  check:
    '预算里项目经费说明的“年度预算安排”一节写了金额，却全是项目总投资（概算、估算、批复）或以前年度的，没有本年的。写明本年不再安排的不报，没有写金额的不查。',
  run: ({ disclosure }) => {
    const { year } = disclosure;
    if (year === undefined || kindOf(disclosure.stage).executes) return [];
    return arrangementsOf(disclosure).flatMap(({ name, text, amounts }) => {
      const isSilent = THIS_YEAR.test(text) || NONE.test(text) || yearsIn(text).some((named) => named >= year);
      const [first] = amounts;
      if (!first || isSilent || !amounts.every((amount) => isOfAnother(amount, year))) return [];
      const of = name === '' ? '' : `项目${quoted(name)}的`;
      const message = `${of}“年度预算安排”没有写 ${year} 年的金额，写的${amounts.length > 1 ? '都' : ''}是项目总投资或以前年度的，如${quoted(first.clause)}`;
      const evidence = amounts.map(({ clause, origin }) => wordsEvidence(clause, origin));
      const made = tableFinding(
        PROJECT_YEAR_AMOUNT.id,
        PROJECT_YEAR_AMOUNT.severity,
        disclosure,
        message,
        evidence,
        `写明 ${year} 年安排的金额，本年不再安排的写明`,
      );
      const { form: _, ...finding } = made;
      return [finding];
    });
  },
};

/** The words tell why they differ. */
const EXPLAINED = /差异|结转|不一致/;
const PART = /其中|每|人均|标准/;

/** Projects whose words arrange another sum for the year than any that their table of targets tells. */
export function arrangedOtherwise(disclosure: Disclosure, rule: string): readonly Finding[] {
  const { year } = disclosure;
  const arranged = arrangementsOf(disclosure);
  const tables = toldProjects(disclosure).filter(({ form }) => form === PERFORMANCE.id);
  if (year === undefined) return [];
  return arranged.flatMap(({ name, text, amounts: [first] }) => {
    const table = tableOf(name, tables, arranged.length);
    if (!first || !table || EXPLAINED.test(text) || PART.test(first.sentence) || isOfAnother(first, year)) return [];
    const slack = first.step + stepOf(disclosure, PERFORMANCE.id);
    if (table.amounts.some(({ fen }) => Math.abs(fen - first.fen) * 2 <= slack)) return [];
    const asked = table.amounts.find(({ fen }) => fen > 0 && fen < table.sum) ?? table.amounts[0]!;
    const message = `项目${quoted(table.name)}的说明写${quoted(first.clause)}，绩效目标表里没有这个金额（申请的是 ${wan(asked.fen)}）`;
    const cell = { form: PERFORMANCE.id, row: table.name, text: asked.text, origin: asked.origin };
    const evidence = [wordsEvidence(first.clause, first.origin, table.name), cell];
    const made = tableFinding(rule, 'warning', disclosure, message, evidence, '请核对金额');
    return [{ ...made, expected: asked.fen, actual: first.fen, difference: first.fen - asked.fen }];
  });
}

/** The only table of its name; the only one at all beside words that name no project. */
function tableOf(name: string, tables: readonly ToldProject[], arranged: number): ToldProject | undefined {
  const same = tables.filter(({ name: own }) => name !== '' && projectKey(own) === name);
  const [table, ...more] = name === '' && arranged === 1 ? tables : same;
  return more.length > 0 ? undefined : table;
}
