/** 车均运行维护费1.15万元: what the cars cost, divided by how many there are. */
import { figures, isBlank } from '../../figures/index.ts';
import { addressOf, listed, thingOf } from '../../model/quantity.ts';
import { type Fen, wan } from '../../money.ts';
import { fenOf, type Mention } from '../../words/mention.ts';
import type { Candidate } from './candidate.ts';
import { type Facts, isCurrent } from './facts.ts';
import { quoted, wordEvidence } from './issue.ts';

/** What is divided among which cars, by the words before the figure. */
const AVERAGES: readonly { readonly name: RegExp; readonly cost: string; readonly cars: readonly string[] }[] = [
  {
    name: /(?:车均|每辆[^，。；]{0,6})(?:公务用车)?(?:运行|运维)/,
    cost: 'three-publics[vehicle-running]',
    cars: ['official-cars[total]', 'official-cars[running]', 'vehicles[total]'],
  },
  { name: /车均(?:公务用车)?购置/, cost: 'three-publics[vehicle-purchase]', cars: ['vehicles-purchase[total]'] },
];

/** Averages of cars that neither of the numbers of cars told gives. */
export function checkAverages(facts: Facts): readonly Candidate[] {
  return facts.mentions.flatMap((mention): readonly Candidate[] => {
    const name = thingOf(mention.quantity) === 'each' ? listed(mention.quantity)?.name : undefined;
    const average = AVERAGES.find((each) => name !== undefined && each.name.test(name));
    const said = fenOf(mention);
    if (!average || said === undefined || mention.aspect !== 'level' || !isCurrent(facts, mention)) return [];
    const cars = carsOf(facts, average.cars);
    const costs = costsOf(facts, average.cost);
    const step = mention.printed.kind === 'amount' ? mention.printed.step : 0;
    // What is cut off at its last digit is less by almost all of it.
    const fits = (cost: Fen, count: number) => cost / count - said < step && said - cost / count <= step / 2 + 1;
    const gives = ({ count }: Cars) => costs.some((cost) => fits(cost, count));
    const [nearest] = cars.filter(({ mention: m }) => isBeside(m, mention));
    const isRight = nearest ? gives(nearest) : cars.some(gives);
    const [counted, cost] = [nearest ?? cars[0], costs[0]];
    if (isRight || !counted || cost === undefined) return [];
    const right = cost / counted.count;
    return [
      {
        issue: {
          rule: 'words-table',
          severity: nearest && !cars.some(gives) ? 'warning' : 'notice',
          message: `${quoted(mention)}算得不对：${wan(cost)}除以 ${counted.count} 辆约为 ${wan(Math.round(right / step) * step)}。`,
          actual: said,
          evidence: [mention, counted.mention].map(wordEvidence),
          suggestion: '请核对车辆数、费用和车均金额。',
        },
        blames: [mention],
        unless: [mention, counted.mention],
      },
    ];
  });
}

const isBeside = ({ place: a }: Mention, { place: b }: Mention): boolean =>
  a.section === b.section && a.paragraph === b.paragraph;

interface Cars {
  readonly count: number;
  readonly mention: Mention;
}

const carsOf = (facts: Facts, quantities: readonly string[]): readonly Cars[] =>
  facts.mentions.flatMap((mention) =>
    mention.printed.kind === 'count' && mention.printed.value > 0 && quantities.includes(mention.quantity)
      ? [{ count: mention.printed.value, mention }]
      : [],
  );

/** What the tables give the cars, else the words. Fen. */
function costsOf(facts: Facts, quantity: string): readonly Fen[] {
  const printed = figures(facts.disclosure, addressOf(quantity)).filter((each) => !isBlank(each));
  if (printed.length > 0) return printed.map(({ fen }) => fen);
  return facts.mentions.flatMap((m) =>
    m.quantity === quantity && m.aspect === 'level' && isCurrent(facts, m) ? (fenOf(m) ?? []) : [],
  );
}
