const STEPS = ['B', 'kB', 'MB', 'GB', 'TB'] as const;

/** `12.3 MB`. */
export function bytes(count: number): string {
  let value = count;
  let step = 0;
  for (; value >= 1000 && step < STEPS.length - 1; step++) value /= 1000;
  return `${step === 0 || value >= 100 ? Math.round(value) : value.toFixed(1)} ${STEPS[step]}`;
}
