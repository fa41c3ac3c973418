/**
 * Words and tables that differ by one power of ten throughout: one of the two names a wrong unit. Each figure of it would be a
 * mistake; it is told once, and everything else is checked with the tables in the unit that the words tell.
 */
import type { Disclosure, Statement } from '../../disclosure.ts';
import { type Figure, figures, isBlank } from '../../figures/index.ts';
import { groupBy } from '../../group-by.ts';
import { addressOf } from '../../model/quantity.ts';
import { type Fen, fenPerUnit, MONEY_UNITS, type MoneyUnit } from '../../money.ts';
import { fenOf, type Mention } from '../../words/mention.ts';
import { DISCLOSURE } from '../basis.ts';
import type { DocumentContext } from '../context.ts';
import type { Prepared, PrepareRule } from '../rule.ts';
import { EVERYWHERE } from '../scope.ts';
import { cellEvidence, quoted, wordEvidence } from '../words/issue.ts';

export const UNIT_THROUGHOUT: PrepareRule = {
  phase: 'prepare',
  id: 'unit-throughout',
  title: '报表与说明用的金额单位相符',
  group: '数字格式',
  scope: EVERYWHERE,
  basis: [{ document: DISCLOSURE, says: '各表注明金额单位' }],
  severity: 'error',
  sure: '确定',
  check: '说明与报表的数字处处只差十的若干次方时，是一处写错了金额单位：报告一次，其余各项按说明的单位核对。',
  run: inOneUnit,
};

/** So many different figures differ alike, and so many times as many as do not, before it is the unit. */
const ENOUGH = 3;
const RATIO = 4;

interface Pair {
  readonly mention: Mention;
  readonly figure: Figure;
}

/** The disclosure with its tables in the unit of its words, where they differ throughout. */
function inOneUnit(document: DocumentContext): Prepared {
  const { disclosure } = document;
  const pairs = pairsOf(document);
  const factors = groupBy(pairs, ({ mention, figure }) => factorOf(fenOf(mention)!, figure.fen));
  const [factor, alike] = [...factors].filter(([known]) => known !== undefined).sort(byVotes)[0] ?? [];
  if (!alike || factor === undefined || factor === 1) return { disclosure, findings: [] };
  const different = new Set(alike.map(({ figure }) => figure.fen)).size;
  if (different < ENOUGH || alike.length < RATIO * (pairs.length - alike.length)) return { disclosure, findings: [] };
  const { mention, figure } = alike[0]!;
  const printed = disclosure.statements.find(({ form }) => form === figure.form)?.unit ?? '元';
  const meant = MONEY_UNITS.find((unit) => fenPerUnit(unit) === fenPerUnit(printed) * factor);
  const finding = {
    rule: UNIT_THROUGHOUT.id,
    severity: UNIT_THROUGHOUT.severity,
    agency: disclosure.agency.name,
    form: figure.form,
    message: `报表标注的金额单位是${printed}，说明写${quoted(mention)}，报表中是 ${figure.text} ${printed}；两处的数字处处相差 ${factor > 1 ? factor : 1 / factor} 倍（${alike.length} 处），应有一处的金额单位写错了。`,
    evidence: [wordEvidence(mention), cellEvidence(figure)],
    suggestion: meant
      ? `请核对金额单位；若说明无误，报表应标注“单位：${meant}”。`
      : '请核对报表和说明的金额单位，使两处一致。',
  };
  return { disclosure: rescaled(disclosure, printed, factor, meant), findings: [finding] };
}

const byVotes = (a: readonly [unknown, readonly Pair[]], b: readonly [unknown, readonly Pair[]]) =>
  b[1].length - a[1].length;

const pairsOf = ({ disclosure, mentions }: DocumentContext): readonly Pair[] =>
  mentions.flatMap((mention) => {
    if (mention.aspect !== 'level' || !fenOf(mention)) return [];
    if (mention.year !== undefined && disclosure.year !== undefined && mention.year !== disclosure.year) return [];
    const figure = figures(disclosure, addressOf(mention.quantity)).find((each) => !isBlank(each) && each.fen !== 0);
    return figure ? [{ mention, figure }] : [];
  });

/** How many times the table's figure the words' is: a power of ten, 1 where both are the same up to rounding; else undefined. */
function factorOf(words: Fen, table: Fen): number | undefined {
  const power = Math.round(Math.log10(words / table));
  const factor = 10 ** power;
  return words / table > 0 && Math.abs(words / table / factor - 1) < 0.001 ? factor : undefined;
}

/** The tables of that unit with their amounts as the words tell them; amounts that would be too large stay out of it. */
function rescaled(
  disclosure: Disclosure,
  printed: MoneyUnit,
  factor: number,
  meant: MoneyUnit | undefined,
): Disclosure {
  const scale = <T extends { readonly unit?: MoneyUnit }>(table: T): T =>
    table.unit === printed ? { ...(scaleAmounts(table, factor) as T), ...(meant ? { unit: meant } : {}) } : table;
  return {
    ...disclosure,
    statements: disclosure.statements.map((statement): Statement => scale(statement)),
    tables: disclosure.tables.map(scale),
  };
}

/** All amounts within a value multiplied; everything else as it is. */
function scaleAmounts(value: unknown, factor: number): unknown {
  if (Array.isArray(value)) return value.map((each) => scaleAmounts(each, factor));
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [
      key,
      key === 'fen' && typeof inner === 'number' ? Math.round(inner * factor) : scaleAmounts(inner, factor),
    ]),
  );
}
