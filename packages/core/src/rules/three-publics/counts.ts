/** What final accounts count beside the money of “三公”经费: groups, cars, receptions. */
import type { Disclosure } from '../../disclosure.ts';
import { figure } from '../../figures/index.ts';
import { addressOf } from '../../model/quantity.ts';
import { squeeze } from '../../text/fold.ts';
import { fenOf, type Mention } from '../../words/mention.ts';
import { DISCLOSURE } from '../basis.ts';
import type { ReadRule } from '../rule.ts';

/** What was paid for, what is then told of it, and the words by which a document tells it, though nobody may have read how much. */
const TOLD: readonly {
  readonly paid: string;
  readonly name: string;
  readonly told: RegExp;
  /** The amount that need not be told in words where the table prints it. */
  readonly amount?: string;
  /** Where those from abroad are counted, the others are too, be it none; and the ones are not the others. */
  readonly isBesideForeign?: true;
}[] = [
  { paid: 'three-publics[overseas]', name: '因公出国（境）的团组数和人数', told: /团组|团次|出国\(境\)?\d+[个批人]/ },
  {
    paid: 'three-publics[vehicle-purchase]',
    name: '公务用车购置数',
    told: /(?:购置|更新|购入|新购)[^。；]{0,24}(?:\d+|[一两二三四五六七八九十]+)[辆台]/,
  },
  {
    paid: 'three-publics[vehicle-running]',
    name: '公务用车购置费（没有购置的写明）',
    told: /购置费|购置(?:支出|金额|经费|0)|(?:未|没有|无)[^。；，]{0,8}(?:购置|更新|新增|购买)/,
    amount: 'three-publics[vehicle-purchase]',
  },
  {
    paid: 'three-publics[vehicle-running]',
    name: '公务用车保有量',
    told: /保有|开支[^。；]{0,16}车[^。；]{0,8}\d+[辆台]|(?<!购置|更新|新增|购买)公务用车(?!购置|更新)[^。；]{0,12}\d+[辆台]/,
  },
  {
    paid: 'three-publics[hospitality]',
    name: '公务接待的批次和人次',
    told: /批次|接待[^。；]{0,16}\d+[批次人个]/,
    isBesideForeign: true,
  },
];

/** 其中：接待外宾0批次、0人次: of guests from abroad, and no others. */
const FROM_ABROAD = /(?:外宾|外事|国\(境\)外)[^。；\d]{0,8}\d+[批个][^。；\d]{0,4}\d+人次?/g;

export const THREE_PUBLICS_COUNTS: ReadRule = {
  phase: 'read',
  id: 'three-publics-counts',
  title: '“三公”经费决算说明了团组、车辆和接待的数量',
  group: '公开内容',
  scope: { kinds: ['final-accounts'] },
  basis: [
    {
      document: DISCLOSURE,
      says: '公开“三公”经费决算时，说明因公出国（境）团组数及人数、公务用车购置数及保有量、国内公务接待的批次和人数',
    },
  ],
  severity: 'notice',
  sure: '较可靠',
  check:
    '决算有因公出国（境）费、公务用车购置费、公务用车运行维护费、公务接待费的，全文（说明和表，名词解释除外）应写各自的数量，并分开写公务用车的购置费；说明没有写“三公”经费的不查。写了外宾的批次和人次的，国内接待的也应写，没有的写 0。',
  run: ({ disclosure, mentions }) => {
    const first = mentions.find(({ quantity }) => quantity === 'three-publics[total]');
    if (!first) return [];
    const all = squeeze(wordsOf(disclosure));
    const own = all.replace(FROM_ABROAD, '');
    const missing = TOLD.filter(
      ({ paid, told, amount, isBesideForeign }) =>
        (isPaid(disclosure, mentions, paid) || (isBesideForeign && own !== all)) &&
        !told.test(isBesideForeign ? own : all) &&
        !(amount && isPrinted(disclosure, amount)),
    );
    if (missing.length === 0) return [];
    return [
      {
        rule: THREE_PUBLICS_COUNTS.id,
        severity: THREE_PUBLICS_COUNTS.severity,
        agency: disclosure.agency.name,
        message: `“三公”经费决算没有写${missing.map(({ name }) => name).join('、')}`,
        evidence: [{ text: first.place.text, origin: first.place.origin }],
        suggestion: '请在“三公”经费决算说明里补写',
      },
    ];
  },
};

const isPrinted = (disclosure: Disclosure, quantity: string): boolean =>
  figure(disclosure, addressOf(quantity)).state === 'printed';

/** Whether the table prints an amount above nothing; where it prints none, the words of the year may. */
function isPaid(disclosure: Disclosure, mentions: readonly Mention[], quantity: string): boolean {
  const { state, figure: printed } = figure(disclosure, addressOf(quantity));
  if (state === 'printed') return printed.fen > 0;
  const told = mentions.find(
    (mention) =>
      mention.quantity === quantity &&
      mention.aspect === 'level' &&
      (mention.year === undefined || mention.year === disclosure.year),
  );
  return told !== undefined && (fenOf(told) ?? 0) > 0;
}

/** All that a document prints in words: its text but for the glossary, the labels of its tables, and tables that nobody recognised. */
const wordsOf = ({ explanation, statements, tables, generic = [] }: Disclosure): string =>
  JSON.stringify([
    explanation.flatMap(({ part = '', title, text }) => (/名词解释/.test(`${part}${title}`) ? [] : [title, text])),
    statements.filter(({ form }) => form === 'three-publics').map(({ rows }) => rows.map(({ label }) => label)),
    tables,
    generic,
  ]);
