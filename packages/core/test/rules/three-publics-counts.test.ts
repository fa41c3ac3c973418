/** What final accounts of “三公”经费 count beside their money. */
import { expect, it } from 'vitest';
import { DocumentContext } from '../../src/rules/context.ts';
import { THREE_PUBLICS_COUNTS } from '../../src/rules/three-publics/counts.ts';
import { section } from '../words/make-words.ts';
import { doc } from './make.ts';

const MONEY =
  '“三公”经费支出决算5万元，其中：公务用车运行维护费支出3万元，公务接待费支出2万元，因公出国（境）费支出0万元。';

const missing = (...paragraphs: readonly string[]): readonly string[] => {
  const explanation = [
    section('“三公”经费支出决算情况说明', MONEY, ...paragraphs),
    section('名词解释', '公务用车购置费：指车辆保有2辆以上的支出，按批次计。'),
  ];
  const accounts = doc({ year: 2026, stage: 'final-accounts', explanation });
  return THREE_PUBLICS_COUNTS.run(new DocumentContext(accounts)).map(({ message }) =>
    message.replace('“三公”经费决算没有写', ''),
  );
};

it.each<[string, readonly string[], readonly string[]]>([
  ['nothing of it', [], ['公务用车购置费（没有购置的写明）、公务用车保有量、公务接待的批次和人次']],
  ['all but the receptions', ['公务用车购置费支出0万元。年末公务用车保有量2辆。'], ['公务接待的批次和人次']],
  ['all', ['当年未购置公务用车，年末公务用车保有量2辆。国内公务接待3批次、20人次。'], []],
  [
    'foreign guests alone, of receptions of nothing counted otherwise',
    ['无公务用车购置，年末公务用车保有量2辆。国内公务接待支出2万元。其中：接待外宾0批次、0人次。'],
    ['公务接待的批次和人次'],
  ],
  [
    'foreign guests beside all of them',
    ['无公务用车购置，年末公务用车保有量2辆。公务接待2批次、24人次，其中：接待外宾0批次、0人次。'],
    [],
  ],
  ['all, in other words', ['无公务用车购置，财政拨款开支运行费的车辆2辆。全年接待来宾共20人。'], []],
  [
    'of receptions only the guests from abroad',
    ['当年未购置公务用车，年末公务用车保有量2辆。其中：接待外宾0批次、0人次。'],
    ['公务接待的批次和人次'],
  ],
  [
    'guests from abroad beside the others',
    ['当年未购置公务用车，年末公务用车保有量2辆。国内公务接待0批次、0人次，接待外宾0批次、0人次。'],
    [],
  ],
])('%s', (_, paragraphs, expected) => expect(missing(...paragraphs)).toEqual(expected));

it('is silent of budgets, and where the words tell nothing of them', () => {
  expect(THREE_PUBLICS_COUNTS.scope).toEqual({ kinds: ['final-accounts'] });
  const silent = doc({
    year: 2026,
    stage: 'final-accounts',
    explanation: [section('机构设置', '本单位内设3个科室。')],
  });
  expect(THREE_PUBLICS_COUNTS.run(new DocumentContext(silent))).toEqual([]);
});
