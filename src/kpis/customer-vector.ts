import { defineKpi } from './define-kpi.ts';
import { CUSTOMER_EVIDENCE, CUSTOMER_EVIDENCE_REFINES } from './facts/customers/evidence-columns.ts';
import { vectorMix } from './statistics/vector-snapshots.ts';

export const customerVector = defineKpi({
  id: 'customer-vector',
  title: 'Customer vectors',
  family: 'success',
  section: 'Customers',
  unit: 'ratio',
  better: 'none',
  cohort: 'customer when the period ends',
  needs: CUSTOMER_EVIDENCE,
  refines: CUSTOMER_EVIDENCE_REFINES,
  aggregate: 'mix',
  definition:
    'Where customers are heading at the end of the period: negative (going to leave or badly begun), neutral (content, not growing), positive (ready for upgrades and referrals), unknown without evidence. ' +
    'The first rule that holds decides. Negative: cancelled; onboarding overdue; last rating bad; usage down 50 %; repeat problem open. Positive: activated, usage no more than 10 % below the 30 days before, ' +
    'last rating good, and an upgrade, a referral or 90 % of the seats in use. Everyone else for whom at least one rule had data is neutral. A rule that lacks its data does not fire. The config can have other rules (vectors).',
  formula: 'customers in a vector / all customers, at the end of the period',
  excludes: ['customers who left more than 3 months before', 'who signed up later'],
  options: [
    {
      name: 'usageDays',
      type: 'days',
      default: 30,
      says: 'Length of the two windows in which usage is compared',
      definedBy: ['kpis.md §7: "vs previous period"'],
    },
    { name: 'ticketDays', type: 'days', default: 90, says: 'How far back "tickets" counts', definedBy: [] },
    { name: 'growthDays', type: 'days', default: 90, says: 'How long an upgrade counts as growing', definedBy: [] },
  ],
  sources: [
    'Lincoln Murphy, "success vector": forward-looking, unlike a score of the past',
    'seed 001',
    'Catalyst: missing inputs are left out, not neutral',
    'otherwise: Gainsight, Planhat and ChurnZero add up weighted points',
  ],
  example: {
    says: 'One cancelled, one is overdue with onboarding after 60 days, one is onboarded, and of one nothing is known: 2 negative, 1 neutral, 1 unknown.',
    rows: {
      customers: [
        { id: 'gone', signedUpAt: '2024-01-01T00:00:00Z', onboardedAt: '2024-01-05T00:00:00Z', cancelledAt: '2025-03-01T00:00:00Z' },
        { id: 'stuck', signedUpAt: '2025-02-01T00:00:00Z', onboardedAt: null, cancelledAt: null },
        { id: 'fine', signedUpAt: '2024-01-01T00:00:00Z', onboardedAt: '2024-01-05T00:00:00Z', cancelledAt: null },
        { id: 'silent', signedUpAt: null, onboardedAt: null, cancelledAt: null },
      ],
    },
    asOf: '2025-04-02T00:00:00Z',
    value: null,
    n: 4,
    counts: { negative: 2, neutral: 1, positive: 0, unknown: 1 },
  },
  measures(context) {
    return context.vectorsAt ? [vectorMix(context, context.vectorsAt)] : [];
  },
});
