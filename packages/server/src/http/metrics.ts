/** Counts for Prometheus, in its text format. */
const BUCKETS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.15, 0.25, 0.4, 1, 2.5, 10];

/** What is measured at the moment it is asked. */
export interface Gauge {
  readonly name: string;
  readonly help: string;
  readonly value: () => number;
}

export interface Metrics {
  /** One answered request; `route` is its pattern, never its path. */
  answered(method: string, route: string, status: number, seconds: number): void;
  text(gauges: readonly Gauge[]): string;
}

interface Timing {
  readonly buckets: number[];
  sum: number;
  count: number;
}

export function createMetrics(): Metrics {
  const requests = new Map<string, number>();
  const timings = new Map<string, Timing>();
  return {
    answered: (method, route, status, seconds) => {
      const key = labels({ method, route, status: String(status) });
      requests.set(key, (requests.get(key) ?? 0) + 1);
      const timing = timings.get(route) ?? { buckets: BUCKETS.map(() => 0), sum: 0, count: 0 };
      timings.set(route, timing);
      for (const [i, most] of BUCKETS.entries()) if (seconds <= most) timing.buckets[i]! += 1;
      timing.sum += seconds;
      timing.count += 1;
    },
    text: (gauges) =>
      [
        ...header('mingsuan_requests_total', 'counter', 'Answered requests.'),
        ...[...requests].map(([key, count]) => `mingsuan_requests_total${key} ${count}`),
        ...header('mingsuan_request_seconds', 'histogram', 'Time until the answer began.'),
        ...[...timings].flatMap(([route, timing]) => histogram(route, timing)),
        ...gauges.flatMap(({ name, help, value }) => [...header(name, 'gauge', help), `${name} ${value()}`]),
        '',
      ].join('\n'),
  };
}

const header = (name: string, type: string, help: string): string[] => [
  `# HELP ${name} ${help}`,
  `# TYPE ${name} ${type}`,
];

function histogram(route: string, { buckets, sum, count }: Timing): string[] {
  const name = 'mingsuan_request_seconds';
  return [
    ...BUCKETS.map((most, i) => `${name}_bucket${labels({ route, le: String(most) })} ${buckets[i]}`),
    `${name}_bucket${labels({ route, le: '+Inf' })} ${count}`,
    `${name}_sum${labels({ route })} ${sum}`,
    `${name}_count${labels({ route })} ${count}`,
  ];
}

function labels(values: Readonly<Record<string, string>>): string {
  const parts = Object.entries(values).map(([name, value]) => `${name}="${value.replace(/[\\"\n]/g, '\\$&')}"`);
  return `{${parts.join(',')}}`;
}
