import { defineKpi } from './define-kpi.ts';
import { contacts, handledTimes } from './facts/contacts.ts';
import { costRatio } from './statistics/cost-ratio.ts';

export const costPerContact = defineKpi({
  id: 'cost-per-contact',
  title: 'Cost per contact',
  family: 'support',
  section: 'Effort and cost',
  unit: 'money',
  better: 'lower',
  cohort: 'handled',
  needs: [['tickets.id']],
  refines: ['tickets.cost', 'tickets.channel', 'tickets.handleSeconds', 'messages.author', 'tickets.solvedAt'],
  aggregate: 'ratio',
  definition:
    'Cost of support in the period divided by the contacts handled in it, all channels together and each apart as a part. Costs are those recorded with the tickets, else the config’s price of a contact by channel, ' +
    'else its total for the period, which falls on the channels by handling time, or by contacts where that is not recorded. A contact is what a customer writes until an answer; without messages, a ticket.',
  formula: 'cost of support / contacts',
  excludes: ['tickets whose channel has no price (counted)', 'tickets that we opened and nobody answered, where there are messages'],
  sources: ['published: $540,000 / 120,000 contacts: $4.50; $20,000 / 4,000: $5', 'otherwise: some divide by tickets only, or by messages'],
  example: {
    says: 'Three tickets cost 6, 4 and 3.50: 13.50 / 3 = 4.50 (540,000 / 120,000, at that ratio).',
    rows: {
      tickets: [
        { id: '1', cost: 6, currency: 'USD' },
        { id: '2', cost: 4, currency: 'USD' },
        { id: '3', cost: 3.5, currency: 'USD' },
      ],
    },
    value: 4.5,
    n: 3,
    counts: { cost: 13.5, contacts: 3 },
  },
  measures: (context) => [costRatio({ context, at: handledTimes(context), units: contacts(context).counted, names: { of: 'contacts' } })],
});
