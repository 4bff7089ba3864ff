import { defineKpi } from './define-kpi.ts';
import { eventRows } from './facts/active-users.ts';
import { codes, codesWhere, times } from './facts/columns.ts';
import { fakeRows } from './facts/fake-users.ts';
import { featureUses } from './facts/features.ts';
import { FEATURES } from './options/customer-options.ts';
import { HIT, MISS, OUT, proportion } from './statistics/proportion.ts';

export const featureSuccessRate = defineKpi({
  id: 'feature-success-rate',
  title: 'Feature success',
  family: 'success',
  section: 'Product',
  unit: 'ratio',
  better: 'higher',
  cohort: 'attempted',
  needs: [
    ['events.at', 'events.feature', 'events.outcome'],
    ['events.at', 'events.name', 'events.outcome'],
  ],
  refines: ['events.name', 'events.feature', 'events.customerId'],
  aggregate: 'rate',
  definition:
    'Share of the attempts to use a feature in the period that succeeded, all features together and each apart as a part. The option features takes only those named.',
  formula: 'uses of a feature that succeeded / uses with a known outcome',
  excludes: ['uses of which the data has no outcome (counted as untold)'],
  options: [FEATURES],
  sources: [
    'seed 000: Per Feature Success',
    'kpis.md: successful uses / attempts',
    'otherwise: crash-free users, which counts people, not attempts',
  ],
  example: {
    says: 'Nine backups succeed, one fails, one has no outcome: 9 of 10 (27 of 30, a third of its size).',
    rows: {
      events: [
        ...Array.from({ length: 10 }, (_, row) => ({
          customerId: `${row}`,
          at: '2025-03-10T09:10:00Z',
          name: 'feature',
          feature: 'backup',
          outcome: row < 9 ? 'success' : 'failure',
        })),
        { customerId: 'x', at: '2025-03-10T09:10:00Z', name: 'feature', feature: 'backup', outcome: null },
      ],
    },
    value: 0.9,
    n: 10,
    counts: { succeeded: 9, attempts: 10, untold: 1 },
  },
  measures(context) {
    const uses = featureUses(context);
    const outcomes = codes(context, 'events', 'outcome');
    const [success, failure] = [codesWhere(outcomes, (word) => word === 'success'), codesWhere(outcomes, (word) => word === 'failure')];
    if (!uses || !outcomes || success.size + failure.size === 0) return [];
    const judged = Uint8Array.from(outcomes.codes, (code, row) =>
      uses.used[row] !== 1 ? OUT : success.has(code) ? HIT : failure.has(code) ? MISS : OUT,
    );
    return [
      proportion({
        population: eventRows(context),
        at: times(context, 'events', 'at'),
        outcomes: judged,
        names: { hits: 'succeeded', of: 'attempts' },
        tallies: [{ name: 'untold', of: judged.map((outcome, row) => (outcome === OUT && uses.used[row] === 1 ? 1 : 0)), quiet: true }],
        partsBy: uses.keys,
        ...fakeRows(context, 'events'),
      }),
    ];
  },
});
