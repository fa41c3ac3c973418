/** Counts for Prometheus. */
import * as prometheus from 'prom-client';

const SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.15, 0.25, 0.4, 1, 2.5, 10];

/** What is measured at the moment it is asked. */
export interface Gauge {
  readonly name: string;
  readonly help: string;
  readonly value: () => number | Promise<number>;
}

export interface Metrics {
  /** Shows these too from now on; each name once. */
  show(gauges: readonly Gauge[]): void;
  /** One answered request; `route` is its pattern, never its path. */
  answered(method: string, route: string, status: number, seconds: number): void;
  /** All of it in Prometheus' text format. */
  text(): Promise<string>;
}

/** Metrics of one app, apart from any other's. */
export function createMetrics(): Metrics {
  const registers = [new prometheus.Registry()];
  const requests = new prometheus.Counter({
    name: 'mingsuan_requests_total',
    help: 'Answered requests.',
    labelNames: ['method', 'route', 'status'],
    registers,
  });
  const timing = new prometheus.Histogram({
    name: 'mingsuan_request_seconds',
    help: 'Time until the answer began.',
    labelNames: ['route'],
    buckets: SECONDS,
    registers,
  });
  return {
    show: (gauges) => {
      for (const { value, ...gauge } of gauges) {
        const collect = async function (this: prometheus.Gauge) {
          this.set(await value());
        };
        new prometheus.Gauge({ ...gauge, registers, collect });
      }
    },
    answered: (method, route, status, seconds) => {
      requests.inc({ method, route, status });
      timing.observe({ route }, seconds);
    },
    text: () => registers[0]!.metrics(),
  };
}
