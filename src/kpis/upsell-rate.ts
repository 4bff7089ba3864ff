import { defineKpi, type KpiContext } from './define-kpi.ts';
import type { Measure } from './measure.ts';
import { columnUsed, times } from './facts/columns.ts';
import { customerStates } from './facts/customer-states.ts';
import { eventsNamed } from './facts/event-names.ts';
import { fakePeople } from './facts/fake-users.ts';
import { mrrAt, paidSpans } from './facts/paid-spans.ts';
import { people, personOf } from './facts/people.ts';
import { UPSELL_BY } from './options/customer-options.ts';
import { chosen } from './options/option-values.ts';
import { revenueRatio } from './statistics/revenue-ratio.ts';
import { shareOfStarters } from './statistics/membership.ts';

export const upsellRate = defineKpi({
  id: 'upsell-rate',
  title: 'Upsell rate',
  family: 'success',
  section: 'Revenue',
  unit: 'ratio',
  better: 'higher',
  cohort: 'customer when the period begins',
  needs: [
    ['subscriptions.customerId', 'subscriptions.startedAt', 'subscriptions.upgrade'],
    ['subscriptions.customerId', 'subscriptions.startedAt', 'subscriptions.endedAt', 'subscriptions.mrr'],
    ['customers.signedUpAt', 'events.customerId', 'events.at', 'events.name'],
  ],
  refines: ['subscriptions.mrr', 'events.name', 'customers.planKind', 'customers.mrr', 'customers.cancelledAt'],
  aggregate: 'rate',
  definition:
    'Share of the paying customers at the start of the period who bought more in it: an upgrade by the subscriptions’ own mark or an event; where neither is recorded, a higher monthly revenue at its end. ' +
    'The option by: mrr divides the additional monthly revenue by that at the start.',
  formula: 'customers at the start who bought more / customers at the start',
  excludes: ['customers who are new in the period', 'customers who came back', 'single purchases'],
  options: [UPSELL_BY],
  sources: [
    'Petavue: existing customers who bought more / existing customers; 50 of 400: 12.5 %',
    'Lusha: of those eligible at the start',
    'otherwise: GrowPanel measures expansion MRR / MRR at the start',
  ],
  example: {
    says: 'One of eight customers upgrades; a new one who does too is not among them: 1 of 8 (50 of 400, a fiftieth of its size).',
    rows: {
      subscriptions: [
        ...Array.from({ length: 8 }, (_, row) => ({
          customerId: `${row}`,
          startedAt: '2024-06-01T00:00:00Z',
          endedAt: row === 0 ? '2025-03-10T00:00:00Z' : null,
          mrr: 20,
          upgrade: null,
        })),
        { customerId: '0', startedAt: '2025-03-10T00:00:00Z', endedAt: null, mrr: 40, upgrade: true },
        { customerId: 'new', startedAt: '2025-03-02T00:00:00Z', endedAt: '2025-03-20T00:00:00Z', mrr: 20, upgrade: null },
        { customerId: 'new', startedAt: '2025-03-20T00:00:00Z', endedAt: null, mrr: 40, upgrade: true },
      ],
    },
    asOf: '2025-04-15T00:00:00Z',
    period: ['2025-03-01', '2025-04-01'],
    value: 0.125,
    n: 8,
    counts: { upgraded: 1, eligible: 8 },
  },
  measures(context) {
    const priced = columnUsed(context, 'subscriptions', 'mrr') && columnUsed(context, 'subscriptions', 'startedAt');
    if (chosen(context, UPSELL_BY) === 'mrr')
      return priced ? [revenueRatio(context, { name: 'expansion', part: ({ expansion }) => expansion })] : [];
    const marked = upgradeTimes(context);
    if (marked.told) return [share(context, 'by marked upgrades', marked.within)];
    return priced ? [share(context, 'by monthly revenue', paysMore(context))] : [];
  },
});

type Upgraded = (person: number, start: number, end: number) => boolean;

function share(context: KpiContext, variant: string, upgraded: Upgraded): Measure {
  return shareOfStarters({
    population: people(context).population,
    stateOf: customerStates(context),
    isHit: (_, person, { start, end }) => upgraded(person, start, end),
    names: { hits: 'upgraded', of: 'eligible' },
    variant,
    ...fakePeople(context),
  });
}

function paysMore(context: KpiContext): Upgraded {
  const spans = paidSpans(context);
  return (person, start, end) => mrrAt(spans, person, end) > mrrAt(spans, person, start);
}

/** Upgrades by subscriptions marked as such and by events. */
function upgradeTimes(context: KpiContext): { readonly told: boolean; readonly within: Upgraded } {
  const spans = paidSpans(context);
  const events = eventsNamed(context, ['upgrade']);
  const eventTimes = new Map<number, number[]>();
  const who = personOf(context, 'events');
  const at = times(context, 'events', 'at');
  events?.forEach((is, row) => {
    if (is !== 1 || who[row]! < 0) return;
    const known = eventTimes.get(who[row]!);
    if (known) known.push(at[row]!);
    else eventTimes.set(who[row]!, [at[row]!]);
  });
  return {
    told: events !== undefined || spans.upgrade.includes(1),
    within(person, start, end) {
      for (let span = spans.starts[person]!; span < spans.starts[person + 1]!; span++) {
        if (spans.upgrade[span] === 1 && spans.from[span]! >= start && spans.from[span]! < end) return true;
      }
      return eventTimes.get(person)?.some((time) => time >= start && time < end) ?? false;
    },
  };
}
