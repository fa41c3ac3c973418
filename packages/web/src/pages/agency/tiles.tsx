/** The main figures of the year, with the change against the year before, which the words may know without its tables. */

import type { AgencyDisclosure, DisclosureAnswer, TotalName, TrendPoint } from '../../api/types.ts';
import { scoreText } from '../../components/completeness.tsx';
import { Explained } from '../../components/explained.tsx';
import { percent, signed } from '../../components/money.tsx';
import { ScaledBy, useScale } from '../../components/scale.tsx';
import { Counts } from '../../components/severity.tsx';
import { PlacedMoney } from '../../components/source/placed-money.tsx';
import { useText } from '../../i18n/index.tsx';
import { type Printed, totalAt } from './places.ts';

const TOTALS: Readonly<Record<TotalName, string>> = {
  revenue: 'revenue',
  expenditure: 'expenditure',
  basic: 'basic',
  project: 'project',
  threePublics: 'three-publics',
};

/** What the glossary calls them. */
const TERMS: Readonly<Record<TotalName, string>> = {
  revenue: '收入总计',
  expenditure: '支出总计',
  basic: '基本支出',
  project: '项目支出',
  threePublics: '“三公”经费',
};

interface Props {
  readonly chosen: AgencyDisclosure;
  readonly content: DisclosureAnswer;
  readonly points: readonly TrendPoint[];
}

export function Tiles({ chosen, content, points }: Props) {
  const t = useText();
  const before = (name: TotalName) =>
    points
      .filter(
        ({ measure, stage, year }) =>
          measure === TOTALS[name] && stage === chosen.stage && chosen.year !== null && year < chosen.year,
      )
      .reduce<TrendPoint | undefined>((latest, one) => (latest && latest.year > one.year ? latest : one), undefined);
  // Where no table prints it, the words may say it.
  const placed = (name: TotalName, fen: number | undefined): Printed | undefined => {
    const printed = totalAt(content, name, fen);
    const { text = '', origin } =
      points.find(
        (one) =>
          one.measure === TOTALS[name] && one.stage === chosen.stage && one.year === chosen.year && one.fen === fen,
      )?.place ?? {};
    return printed ?? (fen !== undefined && origin ? { fen, text, origin } : undefined);
  };
  return (
    <dl className="tiles">
      {(Object.keys(TOTALS) as TotalName[]).map((name) => {
        const fen = chosen.totals[name];
        return (
          <div key={name} className="tile">
            <dt>
              <Explained term={TERMS[name]}>{t(`total.${name}`)}</Explained>
            </dt>
            <dd>
              {name === 'threePublics' ? (
                // Small beside all else that is spent: told in a unit of its own.
                <ScaledBy fen={fen ?? 0}>
                  <TileAmount fen={fen} label={t(`total.${name}`)} cell={placed(name, fen)} />
                </ScaledBy>
              ) : (
                <TileAmount fen={fen} label={t(`total.${name}`)} cell={placed(name, fen)} />
              )}
              <Change now={fen} before={before(name)} />
            </dd>
          </div>
        );
      })}
      <div className="tile">
        <dt>{t('agency.findings')}</dt>
        <dd>
          <a href="#checks" className="tile-checks">
            <Counts counts={chosen.findings} coverage={chosen.coverage} />
          </a>
          <span className="faint small">
            <Explained term="公开完整度">{t('agency.completeness')}</Explained> {scoreText(t, chosen.completeness)}
          </span>
        </dd>
      </div>
    </dl>
  );
}

interface TileAmountProps {
  readonly fen: number | undefined;
  readonly label: string;
  readonly cell: Printed | undefined;
}

function TileAmount({ fen, label, cell }: TileAmountProps) {
  const { unit } = useScale();
  return (
    <>
      <span className="tile-amount">
        <PlacedMoney fen={fen} label={label} cell={cell} />
      </span>
      {fen !== undefined && <span className="faint small-unit">{unit}</span>}
    </>
  );
}

function Change({ now, before }: { readonly now: number | undefined; readonly before: TrendPoint | undefined }) {
  const t = useText();
  if (now === undefined || !before) return null;
  const change = percent(now - before.fen, before.fen);
  return change === undefined ? null : (
    <span className="faint small money">
      {t('agency.fromLast', { year: before.year })} {signed(change, now - before.fen)}
    </span>
  );
}
