/** A table that prints nothing of what the words tell. */
import type { Disclosure, Statement } from '../../disclosure.ts';
import { formName } from '../../equations/names.ts';
import type { Finding } from '../../finding.ts';
import { addressOf } from '../../model/quantity.ts';
import { fenOf, type Mention } from '../../words/mention.ts';
import { DISCLOSURE } from '../basis.ts';
import type { ReadRule } from '../rule.ts';
import { EVERYWHERE } from '../scope.ts';
import { quoted, wordEvidence } from '../words/issue.ts';

export const TOLD_EMPTY: ReadRule = {
  phase: 'read',
  id: 'words-empty-table',
  title: '说明有数的，表不应是空表',
  group: '表间关系',
  scope: EVERYWHERE,
  basis: [{ document: DISCLOSURE, says: '公开说明应与报表一致' }],
  severity: 'warning',
  sure: '较可靠',
  check:
    '一张表的表头读得出来，却没有一行数，也没有空表说明，说明里却写了这张表的本年数（总数，或两个以上的数，都大于 0）的。有没有读出的行、栏的表不查；同一种表印了几张的，都空才算。',
  run: ({ disclosure, mentions }) => {
    const empty = disclosure.statements.filter(
      (statement, i, all) =>
        all.findIndex(({ form }) => form === statement.form) === i &&
        all.every((other) => other.form !== statement.form || isBlank(other)),
    );
    return empty.flatMap((statement) => emptied(disclosure, statement, mentions));
  },
};

/** Headers and nothing below them, though all of the table was read. */
const isBlank = ({ rows, note, unread, columns }: Statement): boolean =>
  unread === undefined &&
  note === undefined &&
  columns.length > 1 &&
  rows.every(({ cells, unread: own }) => Object.keys(cells).length === 0 && own === undefined);

function emptied(disclosure: Disclosure, { form, title, origin }: Statement, mentions: readonly Mention[]): Finding[] {
  const told = mentions.filter(
    (mention) =>
      mention.aspect === 'level' &&
      mention.named &&
      (mention.year === undefined || mention.year === disclosure.year) &&
      (fenOf(mention) ?? 0) > 0 &&
      addressOf(mention.quantity)?.form === form,
  );
  const total = told.find(({ quantity }) => addressOf(quantity)?.row === 'total');
  const first = total ?? told[0];
  if (!first || (!total && new Set(told.map(({ quantity }) => quantity)).size < 2)) return [];
  return [
    {
      rule: TOLD_EMPTY.id,
      severity: TOLD_EMPTY.severity,
      agency: disclosure.agency.name,
      form,
      message: `${formName(form)}没有数，而说明写${quoted(first)}`,
      evidence: [{ form, text: title, origin }, wordEvidence(first)],
      suggestion: '请核对：补上表里的数；本来没有的，改正说明并注明空表',
    },
  ];
}
