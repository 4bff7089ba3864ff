import { choiceOption, type ChoiceOption } from './option-values.ts';

/** Which date puts a ticket into a period (kpis.md §1.2, §12 no. 1). */
export function cohortOption(usual: 'created' | 'event', event: string): ChoiceOption<'created' | 'event'> {
  return choiceOption({
    name: 'cohort',
    type: ['created', 'event'],
    default: usual,
    says: `created: by the date on which it began, so that nothing unfinished is overlooked; event: by the date on which ${event}`,
    definedBy: [
      'created: Intercom (date started), github/issue-metrics',
      'event: Freshdesk, Plain, Chatwoot, Redo, Groove, Zammad Reporting',
    ],
  });
}

/** What a distribution leads with (kpis.md §1.3, §12 no. 2); the other stands beside it in `stats`. */
export const LEAD = choiceOption({
  name: 'lead',
  type: ['median', 'mean'],
  default: 'median',
  says: 'The value shown: the median, or the mean, which a few long ones pull up',
  definedBy: ['median: Zendesk Explore, Intercom, Plain', 'mean: Help Scout, Freshdesk, Chatwoot, Redo, Zoho'],
});

/** Tickets that an agent opened (kpis.md §2, §12 no. 5). */
export const OUTBOUND = choiceOption({
  name: 'outbound',
  type: ['from-customer', 'exclude', 'zendesk'],
  default: 'from-customer',
  says: "Tickets that an agent opened: timed from the customer's first message; left out; or timed from creation to the agent's next public message",
  definedBy: ['from-customer: Front', 'exclude: Plain, Redo, Intercom', 'zendesk: Zendesk'],
});

/** Whether the answer of a bot is an answer (kpis.md §12 no. 6). */
export const BOTS = choiceOption({
  name: 'bots',
  type: ['exclude', 'include'],
  default: 'exclude',
  says: 'Whether a public message of a bot counts as an answer',
  definedBy: ['exclude: Zendesk, Chatwoot, Rasayel (toggle, default off)', 'include: Intercom (including time assigned to a bot)'],
});
