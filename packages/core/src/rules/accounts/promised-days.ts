/** What the budget promised by a day, beside the day on which the self-evaluation or the accounts' words say it was done. */
import type { Disclosure } from '../../disclosure.ts';
import type { Evidence, Finding } from '../../finding.ts';
import { dateIn, isLate, type PrintedDate } from '../../performance/printed-date.ts';
import { agreement, subjectOf } from '../../performance/subject.ts';
import { innerQuotes, unspaced } from '../../text/fold.ts';
import { type DatedGoal, datedGoals, datesInSections } from '../performance/goals.ts';
import type { Rule } from '../rule.ts';
import { evaluatedRows, evidenceOf, hasCause, isOfProject, LEAST } from './results.ts';

interface Done {
  readonly subject: string;
  readonly project: string | undefined;
  readonly date: PrintedDate;
  readonly where: string;
  readonly printed: string;
  readonly evidence: Evidence;
  /** The reader is told of it: the sheet has the promised day for its target, or says why it was missed. */
  readonly isAnswered: (promise: DatedGoal) => boolean;
}

/** One finding for each promised day that was missed, and of which nothing is said. */
export function lateResults(rule: Rule, accounts: Disclosure, budget: Disclosure): readonly Finding[] {
  const all = [...evaluated(accounts), ...told(accounts)];
  return datedGoals(budget).flatMap((promise) => {
    const subject = subjectOfDay(promise.subject);
    if (subject.length < LEAST) return [];
    const own = all.filter(
      (each) => isOfProject(promise.tables, each.project) && agreement(subject, each.subject) === 'same',
    );
    const [first] = own;
    const isMissed = (each: Done) =>
      isLate(each.date, promise.date, accounts.year) === true && !each.isAnswered(promise);
    // One that was in time may be the one that was meant.
    return first && own.every(isMissed) ? [findingOf(rule, accounts, promise, first)] : [];
  });
}

const evaluated = (accounts: Disclosure): readonly Done[] =>
  evaluatedRows(accounts).flatMap(({ form, project, row }): readonly Done[] => {
    const date = dateIn(row.achieved ?? '');
    if (!date) return [];
    return [
      {
        subject: subjectOfDay(row.level3),
        project,
        date,
        where: '自评表',
        printed: `“${innerQuotes(unspaced(row.level3))}”${unspaced(row.achieved!)}`,
        evidence: evidenceOf(form, row),
        isAnswered: ({ date: promised }) => {
          const own = dateIn(row.target ?? '');
          return hasCause(row) || (own?.month === promised.month && own.day === promised.day);
        },
      },
    ];
  });

const told = (accounts: Disclosure): readonly Done[] =>
  datesInSections(accounts).flatMap(({ subject, date, clause, origin }): readonly Done[] =>
    date.isLimit
      ? []
      : [
          {
            subject: subjectOfDay(subject),
            project: undefined,
            date,
            where: '决算说明',
            printed: `“${innerQuotes(clause)}”`,
            evidence: { text: clause, origin },
            isAnswered: () => false,
          },
        ],
  );

/** What is done, without that it is done, and when. */
const DOING =
  /(?:全部|全面|按时|按期|及时|正式)?(?:完成|完工|竣工|建成|验收|交付|上线|投入使用|投入运行|投用|启用|到位)+(?:的?(?:时间|时限|日期|期限|时点|月份))?$/;

const subjectOfDay = (text: string): string => subjectOf(unspaced(text).replace(DOING, ''));

function findingOf(
  { id: rule, severity }: Rule,
  { agency }: Disclosure,
  { clause, date, origin, where }: DatedGoal,
  { where: place, printed, evidence }: Done,
): Finding {
  const message = `预算的${where}写“${innerQuotes(clause)}”（${date.text.replace(/^[于在至到]/, '')}），${place}写${printed}，晚于承诺的日期，请说明原因`;
  return { rule, severity, agency: agency.name, message, evidence: [evidence, { text: clause, origin }] };
}
