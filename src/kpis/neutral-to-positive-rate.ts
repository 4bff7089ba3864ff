import { TO_POSITIVE_MONTHS } from '../model/customer-facts.ts';
import { defineKpi } from './define-kpi.ts';
import { CUSTOMER_EVIDENCE, CUSTOMER_EVIDENCE_REFINES } from './facts/customers/evidence-columns.ts';
import { fakePeople } from './facts/fake-users.ts';
import { turned } from './statistics/vector-snapshots.ts';

export const neutralToPositiveRate = defineKpi({
  id: 'neutral-to-positive-rate',
  title: 'Neutral to positive',
  family: 'success',
  section: 'Customers',
  unit: 'ratio',
  better: 'higher',
  cohort: 'neutral when the period begins, 6 months elapsed',
  needs: CUSTOMER_EVIDENCE,
  refines: CUSTOMER_EVIDENCE_REFINES,
  aggregate: 'rate',
  definition:
    'Share of the customers in the neutral vector when the period begins who are in the positive one 6 months later. Nobody counts before the 6 months have passed; ' +
    'without a period the last 6 months of the data are taken.',
  formula: 'neutral at the start, positive 6 months later / neutral at the start',
  excludes: ['everyone until 6 months have passed (counted as pending)'],
  sources: ['seed 001: "set them on a positive vector within the next six months"'],
  example: {
    says: 'Four onboarded customers use the product as much as ever; half a year later two of them are satisfied and have upgraded: 2 of 4.',
    rows: {
      customers: Array.from({ length: 4 }, (_, row) => ({
        id: `${row}`,
        signedUpAt: '2024-09-01T00:00:00Z',
        onboardedAt: '2024-09-10T00:00:00Z',
      })),
      surveys: [0, 1].map((row) => ({ id: `${row}`, kind: 'nps', score: 10, customerId: `${row}`, at: '2025-06-20T00:00:00Z' })),
      events: Array.from({ length: 4 }, (_, row) => [
        ...[
          '2024-10-01',
          '2025-05-03',
          '2025-05-08',
          '2025-05-13',
          '2025-05-18',
          '2025-05-23',
          '2025-06-03',
          '2025-06-08',
          '2025-06-13',
          '2025-06-18',
          '2025-06-23',
        ].map((day) => ({ customerId: `${row}`, at: `${day}T12:00:00Z`, name: 'visit' })),
        ...(row < 2 ? [{ customerId: `${row}`, at: '2025-06-10T00:00:00Z', name: 'upgrade' }] : []),
      ]).flat(),
    },
    asOf: '2025-07-15T00:00:00Z',
    period: ['2025-01-01', '2025-02-01'],
    value: 0.5,
    n: 4,
    counts: { becamePositive: 2, neutral: 4 },
  },
  measures(context) {
    if (!context.vectorsAt) return [];
    const isTurned = (vector: string): boolean => vector === 'positive';
    return [
      turned(context, context.vectorsAt, {
        from: 'neutral',
        months: TO_POSITIVE_MONTHS,
        isTurned,
        names: { hits: 'becamePositive', of: 'neutral' },
        ...fakePeople(context),
      }),
    ];
  },
});
