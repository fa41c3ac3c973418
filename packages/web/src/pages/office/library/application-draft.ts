/** An application while it is written: every field a text, and what the texts come to. */
import type { ProjectApplication } from '@mingsuan/core/library/application';
import { formatAmount, parseAmount } from '@mingsuan/core/money';

export const TEXTS = ['leader', 'telephone', 'implementer', 'summary', 'basis', 'scheme', 'goal'] as const;
export type TextField = (typeof TEXTS)[number];

export interface PlanRow {
  readonly year: string;
  readonly item: string;
  readonly economic: string;
  readonly fund: string;
  readonly amount: string;
}

export interface IndicatorRow {
  readonly level1: string;
  readonly level2: string;
  readonly level3: string;
  readonly description: string;
  readonly target: string;
  readonly basis: string;
  readonly office: string;
}

export interface ApplicationDraft extends Readonly<Record<TextField, string>> {
  readonly class: string;
  readonly isNew: boolean;
  readonly from: string;
  readonly to: string;
  readonly plan: readonly PlanRow[];
  readonly indicators: readonly IndicatorRow[];
}

export const blankPlan = (year: number): PlanRow => ({
  year: String(year),
  item: '',
  economic: '',
  fund: 'general-public',
  amount: '',
});
export const BLANK_INDICATOR: IndicatorRow = {
  level1: '产出指标',
  level2: '',
  level3: '',
  description: '',
  target: '',
  basis: '',
  office: '',
};

/** What is held as texts; a blank one of the year where nothing is. */
export function draftOf(held: Partial<ProjectApplication> | null, year: number): ApplicationDraft {
  const texts = Object.fromEntries(TEXTS.map((field) => [field, held?.[field] ?? ''])) as Record<TextField, string>;
  return {
    ...texts,
    class: held?.class ?? 'department',
    isNew: held?.isNew ?? true,
    from: String(held?.from ?? year),
    to: String(held?.to ?? year),
    plan: held?.plan?.map(({ year: of, item, economic = '', fund, fen }) => ({
      year: String(of),
      item,
      economic,
      fund,
      amount: formatAmount(fen, '元'),
    })) ?? [blankPlan(year)],
    indicators: held?.indicators?.map(
      ({ level1, level2, level3, description = '', target, basis = '', office = '' }) => ({
        level1,
        level2,
        level3,
        description,
        target,
        basis,
        office,
      }),
    ) ?? [BLANK_INDICATOR],
  };
}

/** What the texts come to, or the amount that cannot be read. Rows that are left blank are none. */
export function applicationOfDraft(
  draft: ApplicationDraft,
): { readonly application: Readonly<Record<string, unknown>> } | { readonly unread: string } {
  const rows = draft.plan.filter(({ item, amount }) => item.trim() !== '' || amount.trim() !== '');
  const amounts = rows.map(({ amount }) => parseAmount(amount, '元')?.fen);
  const unread = rows[amounts.findIndex((amount) => amount === undefined || amount < 0)];
  if (unread) return { unread: unread.amount };
  const texts = TEXTS.flatMap((field) => (draft[field].trim() === '' ? [] : [[field, draft[field].trim()] as const]));
  return {
    application: {
      class: draft.class,
      isNew: draft.isNew,
      from: Number(draft.from),
      to: Number(draft.to),
      ...Object.fromEntries(texts),
      plan: rows.map(({ year, item, economic, fund }, i) => ({
        year: Number(year),
        item: item.trim(),
        ...(economic.trim() === '' ? {} : { economic: economic.trim() }),
        fund,
        fen: amounts[i],
      })),
      indicators: draft.indicators
        .filter(({ level3 }) => level3.trim() !== '')
        .map(({ description, basis, office, ...row }) => ({
          ...row,
          ...(description.trim() === '' ? {} : { description }),
          ...(basis.trim() === '' ? {} : { basis }),
          ...(office.trim() === '' ? {} : { office }),
        })),
    },
  };
}
