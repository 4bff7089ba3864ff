import { sum } from '../lib/stats/sum.ts';
import type { Part } from '../model/report.ts';
import { defineKpi, type KpiContext } from './define-kpi.ts';
import type { Measure, Scope, Summary } from './measure.ts';
import { contacts, handledTimes } from './facts/contacts.ts';
import { costing } from './facts/costs.ts';
import { resolution } from './facts/resolution.ts';
import { costRatio } from './statistics/cost-ratio.ts';

export const costPerConversation = defineKpi({
  id: 'cost-per-conversation',
  title: 'Cost per solved conversation',
  family: 'support',
  section: 'Effort and cost',
  unit: 'money',
  better: 'lower',
  cohort: 'solved',
  needs: [
    ['tickets.id', 'tickets.solvedAt'],
    ['tickets.id', 'tickets.status'],
    ['tickets.id', 'tickets.closedAt'],
    ['tickets.id', 'changes.at', 'changes.to'],
  ],
  refines: ['tickets.cost', 'tickets.channel', 'messages.author'],
  aggregate: 'ratio',
  definition:
    'What it costs to solve a request: the mean number of contacts on the tickets solved in the period × the cost of a contact. Where costs are known ticket by ticket it is their mean over the solved ones. ' +
    'Where only a total is known, the total divided by the solved conversations stands beside it: it is higher by what was spent on those that are not solved.',
  formula: 'contacts on solved tickets / solved tickets × cost of a contact',
  excludes: ['tickets that are not solved', 'tickets whose channel has no price (counted)'],
  sources: [
    'seed 002: mean interactions to resolve × cost per contact; 3.2 × $4.50 = $14.40',
    'otherwise: total cost / solved conversations',
  ],
  example: {
    says: 'Two solved tickets cost 20 and 8.80, an open one 5: 28.80 / 2 = 14.40.',
    rows: {
      tickets: [
        { id: '1', status: 'solved', cost: 20, currency: 'USD' },
        { id: '2', status: 'closed', cost: 8.8, currency: 'USD' },
        { id: '3', status: 'open', cost: 5, currency: 'USD' },
      ],
    },
    value: 14.4,
    n: 2,
    counts: { cost: 28.8, solved: 2 },
  },
  measures(context) {
    const { solved, solvedAt } = resolution(context);
    const costs = costing(context);
    if (costs.kind === 'total') return [interactionsByCost(context, costs.total)];
    return [costRatio({ context, at: solvedAt, member: solved, units: null, names: { of: 'solved' } })];
  },
});

/** Contacts of the solved tickets × the total by all contacts handled in the period. */
function interactionsByCost(context: KpiContext, total: number): Measure {
  const { solved, solvedAt } = resolution(context);
  const { perTicket, counted } = contacts(context);
  const perContact = costRatio({ context, at: handledTimes(context), units: counted, names: { of: 'contacts' } });
  const handledAt = handledTimes(context);
  return {
    ...perContact,
    at: solvedAt,
    summarise(rows, scope): Summary {
      const done = rows.filter((row) => solved[row] === 1);
      const contactCount = sum(Float64Array.from(done, (row) => perTicket[row]!));
      const handled = Int32Array.from(handledAt.keys()).filter((row) => isIn(handledAt[row]!, scope));
      const contact = perContact.summarise(handled, scope);
      const counts = { contacts: contactCount, solved: done.length };
      if (done.length === 0) return { value: null, n: 0, reason: 'no-data', counts };
      if (contact.value === null) return { value: null, n: 0, reason: contact.reason, counts };
      const cost = contactCount * contact.value;
      const parts: Part[] =
        rows.length === selected(solvedAt, scope) ? [{ key: 'total cost / solved', value: total / done.length, n: done.length }] : [];
      return {
        value: cost / done.length,
        n: done.length,
        reason: null,
        counts: { cost, ...counts },
        ...(parts.length > 0 ? { parts } : {}),
      };
    },
  };
}

function isIn(at: number, { unbounded, period }: Scope): boolean {
  return unbounded || (at >= period.start && at < period.end);
}

/** All rows of the scope: only of the whole the total may be divided, not of a group. */
function selected(solvedAt: Float64Array, scope: Scope): number {
  return solvedAt.reduce((count, at) => count + (isIn(at, scope) ? 1 : 0), 0);
}
