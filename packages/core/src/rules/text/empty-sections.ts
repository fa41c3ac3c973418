/** A numbered heading with nothing under it, while the headings beside it have something. */
import type { Disclosure, Origin } from '../../disclosure.ts';
import { DISCLOSURE } from '../basis.ts';
import type { ReadRule } from '../rule.ts';
import { EVERYWHERE } from '../scope.ts';
import { textFinding } from './passages.ts';

/** Where something stands in its file, as one number. */
const placeOf = ({ page = 0, box, line = 0 }: Origin) => page * 1_000_000 + (box?.[1] ?? 0) + line;

const isCounted = (number = '') => /^[一二三四五六七八九十]+$/.test(number);

export const EMPTY_SECTION: ReadRule = {
  phase: 'read',
  id: 'text-empty-section',
  title: '标题下面有内容',
  group: '公开内容',
  scope: EVERYWHERE,
  basis: [{ document: DISCLOSURE, says: '公开内容完整' }],
  severity: 'warning',
  sure: '较可靠',
  check: '带“一、二、”序号的标题下面既没有文字也没有表格，而同一部分的其他标题下面有。',
  run: ({ disclosure, problems }) => {
    const tables = [...tablesOf(disclosure), ...problems.flatMap(({ origin }) => origin ?? [])].map(placeOf);
    const { explanation } = disclosure;
    return explanation.flatMap((section, i) => {
      const next = explanation[i + 1];
      if (!isCounted(section.number) || section.text.trim() !== '' || !next || next.part !== section.part) return [];
      const siblings = explanation.filter((other) => other.part === section.part && isCounted(other.number));
      const told = siblings.filter((other) => other.text.trim() !== '').length;
      const [from, to] = [placeOf(section.origin), placeOf(next.origin)];
      const filled = tables.some((at) => at >= from && at <= to);
      // An entry of contents that have no heading of their own is told further on.
      const isToldLater = explanation
        .slice(i + 1)
        .some((other) => other.title === section.title && other.text.trim() !== '');
      if (told < 2 || told * 2 < siblings.length || filled || isToldLater || /表$/.test(section.title)) return [];
      const title = `${section.number}、${section.title}`;
      return [
        textFinding(
          EMPTY_SECTION,
          disclosure,
          `“${title}”下面没有内容`,
          [{ text: title, origin: section.origin }],
          '补充内容',
        ),
      ];
    });
  },
};

const tablesOf = ({ statements, tables }: Disclosure): Origin[] =>
  [...statements, ...tables, ...tables.flatMap(({ rows }) => rows)].map(({ origin }) => origin);
