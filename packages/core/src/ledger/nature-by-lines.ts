/** What of basic expenditure only units of one nature have. */
import { lookup } from '../classification/index.ts';
import type { BasicLine } from './ledger.ts';

/** 绩效工资: only institutions pay it. */
const PERFORMANCE_PAY = '30107';
/** Items of one kind of unit: of institutions, and of administrative units and those managed like them. */
const ITEMS = { institution: /^事业(?:运行|单位医疗)$/, administrative: /^行政(?:运行|单位医疗)$/ } as const;

export interface SpentByNature {
  readonly nature: keyof typeof ITEMS;
  /** By what it is seen, of the line. */
  readonly by: 'item' | 'economic';
  /** The item or the section, with its code. */
  readonly named: string;
}

/** Which natures a line tells of, by its item and by its section; a guessed one tells nothing, so do not ask it. */
export function spentByNature({ item, economic }: BasicLine, year: number): readonly SpentByNature[] {
  const name = lookup('function', item, year)?.name ?? '';
  return [
    ...(['institution', 'administrative'] as const).flatMap((nature): readonly SpentByNature[] =>
      ITEMS[nature].test(name) ? [{ nature, by: 'item', named: `${name}（${item}）` }] : [],
    ),
    ...(economic === PERFORMANCE_PAY
      ? [{ nature: 'institution', by: 'economic', named: `绩效工资（${economic}）` } as const]
      : []),
  ];
}

/** The nature that a unit's basic expenditure tells; undefined where it tells none, or both. */
export function natureByLines(basic: readonly BasicLine[], year: number): SpentByNature['nature'] | undefined {
  const told = new Set(basic.flatMap((line) => spentByNature(line, year).map(({ nature }) => nature)));
  return told.size === 1 ? [...told][0] : undefined;
}
