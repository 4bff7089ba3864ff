import { DAY_MS } from '../lib/time/civil.ts';
import { defineKpi, type KpiContext } from './define-kpi.ts';
import type { Measure } from './measure.ts';
import { fakePeople } from './facts/fake-users.ts';
import { people } from './facts/people.ts';
import { trials } from './facts/trials.ts';
import { windowMs, windowText } from './facts/windows.ts';
import { TRIAL_COHORT, windowOptions } from './options/customer-options.ts';
import { chosen } from './options/option-values.ts';
import { flowRatio } from './statistics/flow-ratio.ts';
import { HIT, MISS, OUT, PENDING, proportion } from './statistics/proportion.ts';
import { withinWindow } from './statistics/within-window.ts';

/** Payment often follows the end of the trial by some days. */
const GRACE_DAYS = 7;
/** For trials whose end nobody knows. */
const DEFAULT_DAYS = 30;

export const trialConversionRate = defineKpi({
  id: 'trial-conversion-rate',
  title: 'Trial conversion',
  family: 'success',
  section: 'Customers',
  unit: 'ratio',
  better: 'higher',
  cohort: 'trial started, window elapsed',
  needs: [
    ['customers.trialStartedAt', 'customers.convertedAt'],
    ['customers.trialStartedAt', 'subscriptions.customerId', 'subscriptions.startedAt'],
    ['subscriptions.customerId', 'subscriptions.startedAt', 'subscriptions.trial'],
    ['subscriptions.customerId', 'subscriptions.startedAt', 'subscriptions.plan'],
  ],
  refines: ['customers.trialEndsAt', 'subscriptions.endedAt', 'subscriptions.mrr'],
  aggregate: 'rate',
  parameter: 'window',
  definition:
    'Share of the trials started in the period that became paying customers within their window: until 7 days after the trial ended, 30 days after its start where the end is unknown, ' +
    'or the days of the option. Trials whose window has not elapsed wait. The option cohort: ended takes the trials that ended in the period, flow divides the conversions of the period by its started trials.',
  formula: 'trials that became paying in their window / trials started, window elapsed',
  excludes: ['trials whose window has not elapsed (counted as pending)', 'all but the first trial of a customer'],
  options: [
    TRIAL_COHORT,
    ...windowOptions(null, 'Days after the start of the trial; without it until 7 days after its end', ['ChartMogul: a filter of N days']),
  ],
  sources: [
    'ChartMogul: trials started in the period, of those since become paying; 10 started, 5 paid: 50 %',
    'Grow Slash, Stripe: trials ended in the period; 26 of 40, 15 of 30 and 32 of 50 are 73 of 120',
    'otherwise: Baremetrics divides conversions and started trials of the same 30 days, which are not the same people',
  ],
  example: {
    says: 'Ten trials of January, five of whom pay; one of the end of March still runs: 5 of 10 (ChartMogul).',
    rows: {
      customers: [
        ...Array.from({ length: 10 }, (_, row) => ({
          id: `${row}`,
          trialStartedAt: '2025-01-05T00:00:00Z',
          trialEndsAt: '2025-01-19T00:00:00Z',
          convertedAt: row < 5 ? '2025-01-15T00:00:00Z' : null,
        })),
        { id: 'late', trialStartedAt: '2025-03-30T00:00:00Z', trialEndsAt: '2025-04-13T00:00:00Z', convertedAt: null },
      ],
    },
    asOf: '2025-04-01T00:00:00Z',
    value: 0.5,
    n: 10,
    counts: { converted: 5, trials: 10, pending: 1 },
  },
  measures(context) {
    const { startedAt } = trials(context);
    if (startedAt.every((at) => Number.isNaN(at))) return [];
    switch (chosen(context, TRIAL_COHORT)) {
      case 'started':
        return [ofStarted(context)];
      case 'ended':
        return [ofEnded(context)];
      case 'flow':
        return [flow(context)];
    }
  },
});

const NAMES = { hits: 'converted', of: 'trials', pending: 'pending' } as const;

function ofStarted(context: KpiContext): Measure {
  const { startedAt, endsAt, convertedAt } = trials(context);
  const given = typeof context.options['days'] === 'number' || typeof context.options['window'] === 'number';
  const length = windowMs(context, DEFAULT_DAYS);
  const dueAt = (person: number): number =>
    given || Number.isNaN(endsAt[person]!) ? startedAt[person]! + length : endsAt[person]! + GRACE_DAYS * DAY_MS;
  return proportion({
    variant: given ? `of trials started, within ${windowText(length)}` : 'of trials started, until 7 days after their end',
    population: people(context).population,
    at: startedAt,
    outcomes: withinWindow({ startedAt, reachedAt: convertedAt, dueAt, asOf: context.asOf }),
    names: NAMES,
    ...fakePeople(context),
  });
}

/** Each on its own end date, or on its conversion where that came first; never censored. */
function ofEnded(context: KpiContext): Measure {
  const { startedAt, endsAt, convertedAt } = trials(context);
  const endedAt = endsAt.map((end, person) => (convertedAt[person]! < end || Number.isNaN(end) ? convertedAt[person]! : end));
  return proportion({
    variant: 'of trials ended',
    population: people(context).population,
    at: endedAt,
    outcomes: Uint8Array.from(startedAt, (start, person) => {
      if (Number.isNaN(start) || Number.isNaN(endedAt[person]!)) return OUT;
      if (endedAt[person]! > context.asOf) return PENDING;
      return Number.isNaN(convertedAt[person]!) ? MISS : HIT;
    }),
    names: NAMES,
    ...fakePeople(context),
  });
}

function flow(context: KpiContext): Measure {
  const { startedAt, convertedAt } = trials(context);
  return flowRatio({
    population: people(context).population,
    hitAt: convertedAt.map((at, person) => (Number.isNaN(startedAt[person]!) ? Number.NaN : at)),
    ofAt: startedAt,
    names: NAMES,
    variant: 'conversions of the period by trials started in it',
    ...fakePeople(context),
  });
}
