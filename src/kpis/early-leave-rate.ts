import { defineKpi } from './define-kpi.ts';
import { tellsLeaving } from './facts/churn-evidence.ts';
import { CUSTOMER_NEEDS, CUSTOMER_REFINES } from './facts/customer-columns.ts';
import { fakePeople } from './facts/fake-users.ts';
import { customerSince, customerUntil, lifespans } from './facts/lifespans.ts';
import { people } from './facts/people.ts';
import { windowMs, windowText } from './facts/windows.ts';
import { windowOptions } from './options/customer-options.ts';
import { shareByTime } from './statistics/survival.ts';

const DEFAULT_DAYS = 30;

export const earlyLeaveRate = defineKpi({
  id: 'early-leave-rate',
  title: 'Early leave rate',
  family: 'success',
  section: 'Customers',
  unit: 'ratio',
  better: 'lower',
  cohort: 'became a customer',
  needs: CUSTOMER_NEEDS,
  refines: CUSTOMER_REFINES,
  aggregate: 'survival',
  parameter: 'window',
  definition:
    'Share of the customers who began in the period that leave within 30 days of it (or the days of the option; leaving after exactly so long counts), estimated by Kaplan–Meier: ' +
    'customers who are younger than that count for as long as they have been watched, neither as kept nor not at all.',
  formula: '1 − S(30 days), S by Kaplan–Meier from the start of each customer',
  excludes: [
    'trials and customers who pay nothing, where the data tells',
    'customers who left, nobody knows when',
    'ends before beginnings (counted)',
  ],
  options: windowOptions(DEFAULT_DAYS, 'Days after the start within which leaving is early'),
  sources: [
    'Kaplan & Meier 1958; interval as in lifelines (log-log Greenwood)',
    'Baremetrics: first column of the retention table',
    'otherwise: the share among customers older than the limit, which throws the younger ones away',
  ],
  example: {
    says: 'Six customers: four leave after 9, 19, 32 and 34 days, two are watched for 48 and 50. Of 6 at risk one leaves on day 9, of 5 one on day 19: 1 − 5/6 × 4/5 = 1/3 (lifelines, g3 control group).',
    rows: {
      customers: [
        { id: '1', signedUpAt: '2025-01-01T00:00:00Z', cancelledAt: '2025-02-04T00:00:00Z' },
        { id: '2', signedUpAt: '2025-01-01T00:00:00Z', cancelledAt: '2025-02-02T00:00:00Z' },
        { id: '3', signedUpAt: '2025-01-01T00:00:00Z', cancelledAt: '2025-01-10T00:00:00Z' },
        { id: '4', signedUpAt: '2025-01-01T00:00:00Z', cancelledAt: '2025-01-20T00:00:00Z' },
        { id: '5', signedUpAt: '2025-01-01T00:00:00Z', cancelledAt: null },
        { id: '6', signedUpAt: '2025-01-03T00:00:00Z', cancelledAt: null },
      ],
    },
    asOf: '2025-02-20T00:00:00Z',
    value: 1 / 3,
    n: 6,
    counts: { left: 2, started: 6 },
  },
  measures(context) {
    if (!tellsLeaving(context)) return [];
    const lives = lifespans(context);
    const { count, population } = people(context);
    const limit = windowMs(context, DEFAULT_DAYS);
    return [
      shareByTime({
        population,
        startedAt: Float64Array.from({ length: count }, (_, person) => customerSince(lives, person)),
        eventAt: Float64Array.from({ length: count }, (_, person) => customerUntil(lives, person)),
        watchedUntil: () => context.asOf,
        limit,
        names: { events: 'left', of: 'started' },
        variant: `within ${windowText(limit)}`,
        ...fakePeople(context),
      }),
    ];
  },
});
