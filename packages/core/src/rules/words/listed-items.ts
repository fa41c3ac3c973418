/** Economic items that the words list as what personnel or operating money is spent on, beside the table of basic expenditure. */
import { codesNamed } from '../../classification/index.ts';
import type { Disclosure, Row, TextBlock } from '../../disclosure.ts';
import type { Finding } from '../../finding.ts';
import { asCode } from '../../forms/index.ts';
import { CLASSIFICATION, DISCLOSURE } from '../basis.ts';
import type { ReadRule } from '../rule.ts';
import { EVERYWHERE } from '../scope.ts';
import { passages, textFinding } from '../text/passages.ts';

export const WORDS_LISTED_ITEMS: ReadRule = {
  phase: 'read',
  id: 'words-listed-items',
  title: '说明列举的经济分类科目在基本支出表里有数',
  group: '说明与数字',
  scope: EVERYWHERE,
  basis: [{ document: DISCLOSURE, says: '各表与说明应当一致' }, { document: CLASSIFICATION }],
  severity: 'warning',
  sure: '较可靠',
  check:
    '“人员经费…万元，主要包括：…”“公用经费…万元，主要包括：…”列举的科目，基本支出表里该科目应有数。列举的有五分之一以上没有数的，是照录科目，不查；基本支出表没有按款列、没有读全的不查。',
  run: ({ disclosure }) => listedWithoutMoney(disclosure),
};

/** 人员经费2152.26万元，主要包括：… up to the end of the list. */
const LIST =
  /(?:人员|公用)(?:经费|支出)[^。；：、\d]{0,6}[\d,.]+\s*[万亿]?元[^。；：、]{0,12}(?:主要)?(?:包括|包含|用于)[：:]?(?<list>[^。；：]+)/g;
/** A list that gives the items of a table names so many of them. */
const ENOUGH = 3;
/** A list of the classification, whatever is spent, has more than one in so many without money. */
const MOST = 5;
/** So many that the list leaves out may be told beside. */
const FEW = 2;

function listedWithoutMoney(disclosure: Disclosure): readonly Finding[] {
  const basic = disclosure.statements.filter(({ form, rows }) => form === 'basic' && rows.length > 0);
  if (basic.length === 0 || basic.some(({ unread }) => unread)) return [];
  const spent = basic.flatMap(({ rows }) => rows.filter((row) => asCode(row.key)?.length === 5 && hasMoney(row)));
  const codes = new Set(spent.map(({ key }) => key));
  return passages(disclosure).flatMap(({ block, section }) => {
    if (/名词|解释/.test(section)) return [];
    const listed = [...block.text.matchAll(LIST)].flatMap(({ groups }) => namesIn(groups!.list!, disclosure.year));
    const items = listed.flatMap((name) => {
      const of = codesNamed('economic', name, disclosure.year).filter((code) => /^3\d{4}$/.test(code));
      return of.length > 0 ? [{ name, isSpent: of.some((code) => codes.has(code)) }] : [];
    });
    const without = items.filter(({ isSpent }) => !isSpent).map(({ name }) => name);
    if (without.length === 0 || items.length < ENOUGH || without.length * MOST > Math.max(items.length, MOST))
      return [];
    return [finding(disclosure, block, without, unlisted(spent, listed, disclosure))];
  });
}

const hasMoney = ({ cells }: Row): boolean => Object.values(cells).some(({ fen }) => fen !== 0);

/** The names of a list, of which the last two may be joined by 和: 办公设备购置和专用设备购置, but 对个人和家庭的补助. */
const namesIn = (list: string, year: number | undefined): readonly string[] =>
  list
    .split(/[、，,]/)
    .map((name) => name.replace(/等(?:支出|费用|方面)?$/, '').trim())
    .flatMap((name) => (codesNamed('economic', name, year).length > 0 ? [name] : name.split(/以?及|和/)))
    .filter((name) => name !== '');

/** Items of the same classes that the table has and the list leaves out. */
function unlisted(spent: readonly Row[], listed: readonly string[], { year }: Disclosure): readonly string[] {
  const told = new Set(listed.flatMap((name) => codesNamed('economic', name, year)));
  return spent.filter(({ key }) => !told.has(key)).map(({ label }) => label);
}

function finding(
  disclosure: Disclosure,
  { text, origin }: TextBlock,
  without: readonly string[],
  left: readonly string[],
): Finding {
  const named = without.map((name) => `“${name}”`).join('、');
  const rest =
    left.length > 0 && left.length <= FEW ? `，表里有数的${left.map((name) => `“${name}”`).join('、')}却没有列举` : '';
  const message = `说明列举了${named}，基本支出表里没有数${rest}`;
  const made = textFinding(
    WORDS_LISTED_ITEMS,
    disclosure,
    message,
    [{ text: text.slice(0, 60), origin }],
    '请核对列举的科目',
  );
  return { ...made, form: 'basic' };
}
