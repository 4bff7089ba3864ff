import { combineRows } from '../lib/judge-rows.ts';
import { bytesByRow } from '../lib/by-row.ts';
import { defineKpi } from './define-kpi.ts';
import { times } from './facts/columns.ts';
import { shownClocks } from './facts/durations.ts';
import { firstResponse, repliesKnown } from './facts/first-response.ts';
import { resolutions } from './facts/resolution-ends.ts';
import { choiceOption, chosen, isOn, textsOf, type FlagOption, type TextsOption } from './options/option-values.ts';
import { cohortOption, LEAD } from './options/response-options.ts';
import { distribution, RESPONSE_BUCKETS } from './statistics/distribution.ts';

const COHORT = cohortOption('event', 'it was solved');

const RESOLUTION = choiceOption({
  name: 'resolution',
  type: ['full', 'first', 'every'],
  default: 'full',
  says: 'full: to the last time that the ticket was solved; first: to the first time; every: each time that it was solved is one of its own',
  definedBy: ['full: Zendesk, dbt_zendesk, Redo, Groove', 'first: Zendesk and dbt_zendesk (first resolution), Intercom', 'every: Chatwoot'],
});

const END = choiceOption({
  name: 'end',
  type: ['solved', 'closed'],
  default: 'solved',
  says: 'solved: where a ticket was never solved, when it was closed; closed: where it was never closed, when it was solved',
  definedBy: ['solved: Zendesk, dbt_zendesk', 'closed: Intercom, Help Scout, Zammad, Groove'],
});

const REQUIRE_REPLY: FlagOption = {
  name: 'requireReply',
  type: 'flag',
  default: false,
  says: 'Only tickets that a human agent answered',
  definedBy: ['true: Help Scout, Front', 'false: Zendesk, Groove'],
};

const PAUSE_STATUSES: TextsOption = {
  name: 'pauseStatuses',
  type: 'texts',
  default: [],
  says: 'Statuses whose time does not count, by the status history: pending, on-hold',
  definedBy: ['pending: Zammad', 'closed and on hold: Zoho', 'none: Zendesk'],
};

/** What became of a ticket, where it is worth telling. */
const REPLIED = 1;
const UNANSWERED = 2;

export const resolutionTime = defineKpi({
  id: 'resolution-time',
  title: 'Resolution time',
  family: 'support',
  section: 'Resolution',
  unit: 'seconds',
  better: 'lower',
  cohort: 'solved',
  needs: [
    ['tickets.createdAt', 'tickets.solvedAt'],
    ['tickets.createdAt', 'tickets.closedAt'],
    ['tickets.createdAt', 'changes.at', 'changes.to'],
    ['tickets.resolution'],
  ],
  refines: ['tickets.status', 'changes.from'],
  aggregate: 'median',
  definition:
    'Time from the creation of a ticket to the last time that it was solved (closed, where it was never solved): full resolution, pending time included. ' +
    'Median and 90th percentile in seconds over the tickets solved in the period.',
  formula: 'median over solved tickets of (last solved − creation)',
  excludes: ['tickets that are not solved now', 'negative durations (counted)'],
  options: [RESOLUTION, END, COHORT, LEAD, REQUIRE_REPLY, PAUSE_STATUSES],
  sources: [
    'Zendesk and dbt_zendesk: full resolution time',
    'Redo: last closure',
    'otherwise: Chatwoot counts every resolve event; Zammad and Zoho pause the clock; Front sums the reply times',
  ],
  example: {
    says: 'Created 09:00, solved 10:05, reopened, solved 10:40: 100 minutes (kpis.md §1.4).',
    rows: {
      tickets: [{ id: '1', status: 'solved', createdAt: '2025-03-10T09:00:00Z', solvedAt: '2025-03-10T10:40:00Z' }],
    },
    value: 6000,
    n: 1,
    counts: { solved: 1 },
  },
  measures(context) {
    const found = resolutions(context, {
      resolution: chosen(context, RESOLUTION),
      end: chosen(context, END),
      pauseStatuses: textsOf(context, PAUSE_STATUSES),
    });
    const { population, ticketOf, endedAt, durations, counts } = found;
    const { asked, answered } = firstResponse(context);
    const told = repliesKnown(context);
    const ofTickets = combineRows(answered, asked, (done, is) => (done === 1 ? REPLIED : is === 1 ? UNANSWERED : 0));
    const fates = population.ticket ? bytesByRow(counts.length, (row) => ofTickets[ticketOf(row)]!) : ofTickets;
    const unanswered = combineRows(counts, fates, (is, fate) => (is === 1 && fate === UNANSWERED ? 1 : 0));
    const replied = combineRows(counts, fates, (is, fate) => (is === 1 && fate === REPLIED ? 1 : 0));
    const byStart = chosen(context, COHORT) === 'created';
    const createdAt = times(context, 'tickets', 'createdAt');
    const at = byStart ? endedAt.map((_, row) => createdAt[ticketOf(row)]!) : endedAt;
    return shownClocks(context, durations(), population.rows).map(({ clock, values, empty, uncovered }) =>
      distribution({
        clock,
        population,
        at,
        values,
        counts: isOn(context, REQUIRE_REPLY) ? replied : counts,
        lead: chosen(context, LEAD),
        empty,
        ...(byStart ? { knownAt: () => endedAt } : {}),
        tallies: [
          { name: 'solved', of: counts },
          ...(told ? [{ name: 'solvedWithoutReply', of: unanswered, quiet: true }] : []),
          ...uncovered,
        ],
        buckets: RESPONSE_BUCKETS,
      }),
    );
  },
});
