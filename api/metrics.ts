import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

/** What the API counts. Labels are routes and statuses only: nothing of people or cases. */
export type Metrics = {
  answered(request: { method: string; route: string; status: number; seconds: number }): void;
  /** Asked for when the metrics are read. */
  backlog(read: () => Promise<{ pending: number }>): void;
  /** Open alarms of the watchdog; asked for when the metrics are read. */
  alarms(read: () => Promise<number>): void;
  /** Messages to people; asked for when the metrics are read. */
  deliveries(read: () => Promise<{ waiting: number; givenUp: number }>): void;
  /** Departments that keep a watch and have nobody on duty at this moment; asked for when the metrics are read. */
  rotaGaps(read: () => Promise<number>): void;
  text(): Promise<string>;
  readonly contentType: string;
};

const BUCKETS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/** Metrics of one app in Prometheus's text form. */
export const prometheusMetrics = (): Metrics => {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const requests = new Histogram({
    name: 'shixian_http_request_seconds',
    help: 'Answered HTTP requests by route and status',
    labelNames: ['method', 'route', 'status'],
    buckets: BUCKETS,
    registers: [registry],
  });
  return {
    answered: ({ method, route, status, seconds }) =>
      requests.observe({ method, route, status: String(status) }, seconds),
    backlog(read) {
      new Gauge({
        name: 'shixian_commands_pending',
        help: 'Received commands that the engine has not carried out yet',
        registers: [registry],
        async collect() {
          const backlog = await read().catch(() => null);
          if (backlog !== null) this.set(backlog.pending);
        },
      });
    },
    alarms(read) {
      new Gauge({
        name: 'shixian_alarms_open',
        help: 'Faults found by the watchdog that nobody has put right yet',
        registers: [registry],
        async collect() {
          const open = await read().catch(() => null);
          if (open !== null) this.set(open);
        },
      });
    },
    deliveries(read) {
      new Gauge({
        name: 'shixian_deliveries',
        help: 'Messages to people that wait to be sent (waiting) or were given up (given_up)',
        labelNames: ['state'],
        registers: [registry],
        async collect() {
          const backlog = await read().catch(() => null);
          if (backlog === null) return;
          this.set({ state: 'waiting' }, backlog.waiting);
          this.set({ state: 'given_up' }, backlog.givenUp);
        },
      });
    },
    rotaGaps(read) {
      new Gauge({
        name: 'shixian_departments_without_duty',
        help: 'Departments that keep a watch and have nobody on duty now: an incident there would call nobody',
        registers: [registry],
        async collect() {
          const gaps = await read().catch(() => null);
          if (gaps !== null) this.set(gaps);
        },
      });
    },
    text: () => registry.metrics(),
    contentType: registry.contentType,
  };
};
