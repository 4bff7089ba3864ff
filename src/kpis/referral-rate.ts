import type { Part } from '../model/report.ts';
import { defineKpi } from './define-kpi.ts';
import { codes } from './facts/columns.ts';
import { eventsNamed } from './facts/event-names.ts';
import { fakePeople } from './facts/fake-users.ts';
import { people, personOf } from './facts/people.ts';
import { signupTimes } from './facts/signups.ts';
import { HIT, MISS, OUT, proportion } from './statistics/proportion.ts';

export const referralRate = defineKpi({
  id: 'referral-rate',
  title: 'Referral rate',
  family: 'success',
  section: 'Customers',
  unit: 'ratio',
  better: 'higher',
  cohort: 'signed up',
  needs: [['customers.referredBy']],
  refines: ['customers.signedUpAt', 'events.name'],
  aggregate: 'rate',
  definition:
    'Share of the customers who signed up in the period and were referred by another. Beside it, over all data, as parts: the share of customers who invited or referred somebody, of invitations that were accepted, ' +
    'and k, the customers whom a customer brings (invitations a customer × accepted).',
  formula: 'signed up and referred by another customer / signed up',
  excludes: [],
  sources: [
    'productmetrics: referred new customers / new customers',
    'published: 1,000 customers, 150 referrers, 450 invitations, 135 converted: 15 %, 30 %, k = 0.135',
    'otherwise: referrers / customers',
  ],
  example: {
    says: 'Of four customers one was referred by another: 25 %.',
    rows: {
      customers: [
        { id: 'a', signedUpAt: '2025-03-01T00:00:00Z', referredBy: null },
        { id: 'b', signedUpAt: '2025-03-02T00:00:00Z', referredBy: 'a' },
        { id: 'c', signedUpAt: '2025-03-03T00:00:00Z', referredBy: null },
        { id: 'd', signedUpAt: '2025-03-04T00:00:00Z', referredBy: null },
      ],
    },
    value: 0.25,
    n: 4,
    counts: { referred: 1, new: 4 },
  },
  measures(context) {
    const referrers = codes(context, 'customers', 'referredBy');
    if (!referrers) return [];
    const at = signupTimes(context);
    const own = referrers.codes.length;
    const invitations = eventsNamed(context, ['referral']);
    const ids = codes(context, 'customers', 'id');
    const personOfId = new Map<string, number>();
    ids?.codes.forEach((code, row) => personOfId.set(ids.values[code]!, row));
    // A referrer who is no customer that we know is one by their name.
    const referrerOf = referrers.values.map((name) => personOfId.get(name) ?? name);
    const inviter = personOf(context, 'events');
    const plain = proportion({
      population: people(context).population,
      at,
      outcomes: Uint8Array.from(at, (_, person) => (person >= own ? OUT : referrers.codes[person]! > 0 ? HIT : MISS)),
      names: { hits: 'referred', of: 'new' },
      ...fakePeople(context),
    });
    return [
      {
        ...plain,
        summarise(rows, scope) {
          const summary = plain.summarise(rows, scope);
          if (!scope.unbounded || summary.n === 0) return summary;
          const chosen = new Set(rows);
          const referring = new Set<number | string>();
          let sent = 0;
          for (let row = 0; row < (invitations?.length ?? 0); row++) {
            if (invitations![row] !== 1 || !chosen.has(inviter[row]!)) continue;
            sent++;
            referring.add(inviter[row]!);
          }
          for (const person of rows) if (person < own && referrers.codes[person]! > 0) referring.add(referrerOf[referrers.codes[person]!]!);
          const referred = summary.counts['referred']!;
          const customers = summary.n;
          const parts: Part[] = [
            { key: 'customers who invited or referred', value: referring.size / customers, n: customers },
            ...(sent >= referred && sent > 0
              ? [
                  { key: 'invitations accepted', value: referred / sent, n: sent },
                  { key: 'k', value: referred / customers, n: customers },
                ]
              : []),
          ];
          return {
            ...summary,
            counts: { ...summary.counts, referrers: referring.size, ...(sent > 0 ? { invitations: sent } : {}) },
            parts,
          };
        },
      },
    ];
  },
});
