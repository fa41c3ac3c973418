/** Ten pictures of how a budget is read, drawn from the figures of a real one. */
import type { ReactNode } from 'react';
import { useScale } from '../../components/scale.tsx';
import { type Text, useLanguage } from '../../i18n/index.tsx';
import { type Bar, Bars, Cells, type Piece } from './drawing.tsx';
import { ACCOUNTS, BUDGET } from './example.ts';

const STEPS = ['book', 'flow', 'split', 'tree', 'people', 'table', 'pair', 'bars', 'target', 'mark'] as const;
type Step = (typeof STEPS)[number];

export function Pictures() {
  const { t, language } = useLanguage();
  const { format, unit } = useScale();
  const pictures = picturesIn(t, language === 'en', (fen) => `${format(fen)} ${unit}`);
  return (
    <ol className="steps">
      {STEPS.map((step, i) => (
        <li key={step} className="card">
          <h2>
            {i + 1}. {t(`learn.${step}`)}
          </h2>
          <p>{t(`learn.${step}.text`)}</p>
          {pictures[step]}
        </li>
      ))}
    </ol>
  );
}

interface Named {
  readonly name: string;
  readonly english: string;
  readonly fen: number;
}

const TONES = [1, 2, 3, 4] as const;
const piecesOf = (amounts: readonly number[]): readonly Piece[] =>
  amounts.map((value, i) => ({ value, tone: TONES[i % TONES.length]! }));

function picturesIn(t: Text, inEnglish: boolean, amount: (fen: number) => string): Readonly<Record<Step, ReactNode>> {
  const nameOf = ({ name, english }: Omit<Named, 'fen'>) => (inEnglish ? english : name);
  const bar = (name: string, fen: number, tone: Piece['tone'] = 1, more: Partial<Bar> = {}): Bar => ({
    name,
    amount: amount(fen),
    pieces: [{ value: fen, tone }],
    ...more,
  });
  const bars = (step: Step, rows: readonly Bar[], whole?: number) => (
    <Bars
      label={t('learn.drawn', {
        title: t(`learn.${step}`),
        rows: rows.map(({ name, amount: told }) => `${name} ${told}`).join(t('learn.drawn.and')),
      })}
      bars={rows}
      {...(whole === undefined ? {} : { whole })}
    />
  );
  const { total, basic, project, personnel, operating, functions, levels, units, more, threePublics, targets } = BUDGET;
  const per = (name: string, percent: number, sign: string): Bar => ({
    name,
    amount: `${sign}${percent}%`,
    pieces: [{ value: percent, tone: 2 }],
  });
  const tables = [
    [t('learn.table.general'), amount(total)],
    [t('learn.table.funds'), t('tables.empty')],
    [t('learn.table.state'), t('tables.empty')],
  ] as const;
  return {
    book: bars('book', [
      bar(t('learn.book.planned', { year: ACCOUNTS.year }), ACCOUNTS.planned),
      bar(t('learn.book.spent', { year: ACCOUNTS.year }), ACCOUNTS.spent, 2),
    ]),
    flow: bars('flow', [
      bar(t('total.revenue'), total),
      { ...bar(t('total.expenditure'), total), pieces: piecesOf(functions.map(({ fen }) => fen)) },
      ...functions.map((one, i) => bar(nameOf(one), one.fen, TONES[i]!, { depth: 1 })),
    ]),
    split: bars('split', [
      { ...bar(t('total.expenditure'), total), pieces: piecesOf([basic, project]) },
      bar(t('total.project'), project, 2, { depth: 1 }),
      bar(t('total.basic'), basic, 1, { depth: 1 }),
      bar(t('learn.split.personnel'), personnel, 3, { depth: 2 }),
      bar(t('learn.split.operating'), operating, 4, { depth: 2 }),
    ]),
    tree: bars(
      'tree',
      levels.map((one, i) => bar(`${one.code} ${nameOf(one)}`, one.fen, TONES[i]!, { depth: i })),
    ),
    people: bars('people', [
      { ...bar(t('learn.people.whole'), total), pieces: piecesOf(units.map(({ fen }) => fen)) },
      ...units.map((one, i) => bar(nameOf(one), one.fen, TONES[i]!, { depth: 1 })),
    ]),
    table: (
      <Cells
        label={t('learn.drawn', {
          title: t('learn.table'),
          rows: tables.map((row) => row.join(' ')).join(t('learn.drawn.and')),
        })}
        rows={tables}
      />
    ),
    pair: bars('pair', [
      { ...bar(t('learn.pair.more'), more.total), pieces: piecesOf([more.basic, more.project]) },
      bar(t('total.basic'), more.basic, 1, { depth: 1 }),
      bar(t('total.project'), more.project, 2, { depth: 1 }),
    ]),
    bars: bars('bars', [
      {
        ...bar(t('total.threePublics'), threePublics.total),
        pieces: piecesOf([threePublics.vehicles, threePublics.hospitality]),
      },
      bar(t('learn.bars.overseas'), 0, 3, { depth: 1 }),
      bar(t('learn.bars.vehicles'), threePublics.vehicles, 1, { depth: 1 }),
      bar(t('learn.bars.hospitality'), threePublics.hospitality, 2, { depth: 1 }),
    ]),
    target: bars(
      'target',
      [per(t('learn.target.gathered'), targets.gathered, '＞'), per(t('learn.target.answered'), targets.answered, '')],
      100,
    ),
    mark: bars('mark', [
      ...(['balance', 'revenue', 'words'] as const).map((where) =>
        bar(t(`learn.mark.${where}`), total, 1, { agrees: true }),
      ),
      { ...bar(t('learn.mark.sum'), total, 1, { agrees: true }), pieces: piecesOf([basic, project]) },
    ]),
  };
}
