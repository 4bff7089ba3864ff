import { WIN_BACK_MONTHS } from '../model/customer-facts.ts';
import { defineKpi } from './define-kpi.ts';
import { CUSTOMER_EVIDENCE, CUSTOMER_EVIDENCE_REFINES } from './facts/customers/evidence-columns.ts';
import { fakePeople } from './facts/fake-users.ts';
import { turned } from './statistics/vector-snapshots.ts';

export const winBackRate = defineKpi({
  id: 'win-back-rate',
  title: 'Won back',
  family: 'success',
  section: 'Customers',
  unit: 'ratio',
  better: 'higher',
  cohort: 'negative when the period begins, 3 months elapsed',
  needs: CUSTOMER_EVIDENCE,
  refines: CUSTOMER_EVIDENCE_REFINES,
  aggregate: 'rate',
  definition:
    'Share of the customers in the negative vector when the period begins who are in another one (neutral, positive) 3 months later, having come back where they had left. ' +
    'Who is unknown by then, or gone for good, was not won back. Nobody counts before the 3 months have passed; without a period the last 3 months of the data are taken.',
  formula: 'negative at the start, neutral or positive 3 months later / negative at the start',
  excludes: ['customers who had left more than 3 months before', 'everyone until 3 months have passed (counted as pending)'],
  sources: ['seed 001: "bring them back by 3 months"', 'published win-back: 40 of 200 return, 20 %, window 3 to 6 months'],
  example: {
    says: 'Five customers are not onboarded two months after signing up; three months later two of them are: 2 of 5.',
    rows: {
      customers: Array.from({ length: 5 }, (_, row) => ({
        id: `${row}`,
        signedUpAt: '2024-11-01T00:00:00Z',
        onboardedAt: row < 2 ? '2025-02-10T00:00:00Z' : null,
        plan: 'Pro',
      })),
    },
    asOf: '2025-04-15T00:00:00Z',
    period: ['2025-01-01', '2025-02-01'],
    value: 0.4,
    n: 5,
    counts: { wonBack: 2, negative: 5 },
  },
  measures(context) {
    if (!context.vectorsAt) return [];
    const isTurned = (vector: string): boolean => vector === 'neutral' || vector === 'positive';
    return [
      turned(context, context.vectorsAt, {
        from: 'negative',
        months: WIN_BACK_MONTHS,
        isTurned,
        names: { hits: 'wonBack', of: 'negative' },
        ...fakePeople(context),
      }),
    ];
  },
});
