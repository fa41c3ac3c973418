/** Percentages of printed figures, with what rounding allows. */
import type { Fen } from '../money.ts';
import { isPlan, type Mention } from './mention.ts';

/** A figure with the last digit it is printed to, and the words it comes from. */
export interface RoundedFigure {
  readonly fen: Fen;
  readonly step: Fen;
  readonly mention?: Mention;
  /** The change it was worked back from. */
  readonly change?: Mention;
}

/** 较上年预算数减少: last year's 执行数 told beside it is another figure, and so the other way round. */
export function isOfBase({ mention }: RoundedFigure, { base }: Mention): boolean {
  if (!mention || !base?.kind) return true;
  const isExecuted = /执行|决算/.test(mention.place.text);
  return isPlan(base.kind) ? !isExecuted : isExecuted || !/预算/.test(mention.place.text);
}

/**
 * Whether `percent` (signed, last printed digit `step`) may be the change from `last` to `now`: within the rounding of both
 * figures and of its own. Some cut digits off, so it may be less by a whole digit, but not more.
 */
export function percentFits(percent: number, step: number, now: RoundedFigure, last: RoundedFigure): boolean {
  return fits(percent, now, last, percent < 0 ? { less: step / 2, more: step } : { less: step, more: step / 2 });
}

/** Whether `percent` may be the share that `part` is of `whole`, as `percentFits` for a change. */
export function shareFits(percent: number, step: number, part: RoundedFigure, whole: RoundedFigure): boolean {
  return fits(percent - 100, part, whole, { less: step, more: step / 2 });
}

/** How far a percent may be below and above what the figures give. */
interface Slack {
  readonly less: number;
  readonly more: number;
}

const ALMOST = 1 + 1e-9;

/**
 * 比上年1.43万元，增加0.68%: what was told as last year's figure is what it changed by, with the word for it left out, where the percent
 * says so and denies the other. @returns last year's figure that this leaves
 */
export function lastOfBareChange(told: RoundedFigure, now: RoundedFigure, percent: Mention): RoundedFigure | undefined {
  const { printed, direction } = percent;
  if (printed.kind !== 'percent' || !told.mention || !COMPARED.test(told.mention.place.text)) return undefined;
  const sign = direction === 'down' ? -1 : 1;
  const last = { fen: now.fen - sign * told.fen, step: now.step + told.step, change: told.mention };
  const fitting = (one: RoundedFigure) => percentFits(sign * printed.value, printed.step, now, one);
  return last.fen > 0 && !fitting(told) && fitting(last) ? last : undefined;
}

const COMPARED = /(?:比|较|与)[^，。；]*$/;

function fits(percent: number, now: RoundedFigure, last: RoundedFigure, { less, more }: Slack): boolean {
  const half = 0.5;
  const corners: number[] = [];
  if (last.change) return fitsChange(percent, now, last, { less, more });
  for (const a of [now.fen - now.step * half, now.fen + now.step * half]) {
    for (const b of [last.fen - last.step * half, last.fen + last.step * half]) {
      // A base that rounding may have made of nothing allows any growth.
      corners.push(b > 0 ? (a / b - 1) * 100 : Number.POSITIVE_INFINITY);
    }
  }
  return percent >= Math.min(...corners) - less * ALMOST && percent <= Math.max(...corners) + more * ALMOST;
}

/** The same where last year's figure was worked back from the change: what now is rounded by, last was rounded by alike. */
function fitsChange(percent: number, now: RoundedFigure, last: RoundedFigure, { less, more }: Slack): boolean {
  const half = 0.5;
  const change = now.fen - last.fen;
  const off = (last.step - now.step) * half;
  const corners = [now.fen - now.step * half, now.fen + now.step * half].flatMap((level) =>
    [change - off, change + off].map((moved) => (level > moved ? (moved / (level - moved)) * 100 : undefined)),
  );
  // Rounded so far that the year before may have been nothing, any percent may be right.
  const known = corners.filter((corner) => corner !== undefined);
  if (known.length < corners.length) return true;
  return percent >= Math.min(...known) - less * ALMOST && percent <= Math.max(...known) + more * ALMOST;
}

/** 减少 91.11%. */
export function percentText(now: RoundedFigure, last: RoundedFigure, decimals: number): string {
  const percent = (now.fen / last.fen - 1) * 100;
  return `${percent < 0 ? '减少' : '增加'} ${Math.abs(percent).toFixed(decimals)}%`;
}

/** The figure meant, where one slip of typing (a digit too many, two swapped, the point shifted) explains the percent. */
export function slipOf(percent: number, step: number, now: RoundedFigure, last: RoundedFigure): Fen | undefined {
  const digits = String(last.fen / last.step);
  const candidates = new Set<number>([last.fen * 10, last.fen * 100, last.fen / 10, last.fen / 100]);
  for (let i = 0; i < digits.length; i += 1) {
    candidates.add(Number(digits.slice(0, i) + digits.slice(i + 1)) * last.step);
    candidates.add(Number(digits.slice(0, i) + (digits[i + 1] ?? '') + digits[i] + digits.slice(i + 2)) * last.step);
  }
  const fitting = [...candidates].filter((fen) => fen > 0 && percentFits(percent, step, now, { ...last, fen }));
  return fitting.length === 1 ? Math.round(fitting[0]!) : undefined;
}
