import type { KpiDefinition, OptionType } from '../kpis/define-kpi.ts';

/** What the config needs to know of a KPI. */
export type ConfigurableKpi = Pick<KpiDefinition, 'id' | 'options'>;

/** One option as the schema has it. */
export interface SchemaOption {
  readonly name: string;
  readonly type: OptionType;
  readonly says: string;
}

/** Options of KPIs that do not declare theirs (`KpiDefinition.options`); a declaration wins, and then the entry here can go. */
const UNDECLARED: Readonly<Record<string, readonly SchemaOption[]>> = {
  'first-response-time': [
    { name: 'cohort', type: ['created', 'event'], says: 'Tickets created in the period, or responses given in it' },
    { name: 'outbound', type: ['from-customer', 'exclude', 'zendesk'], says: 'What counts for tickets that an agent opened' },
  ],
  'service-level': [
    { name: 'target', type: 'duration', says: 'Longest time to a first response that is on time' },
    { name: 'targets', type: 'durations', says: 'Other targets for tickets that meet a condition' },
  ],
  'reopen-rate': [{ name: 'ignoreReopenWithoutReply', type: 'flag', says: 'Leave out reopens that needed no reply, such as a thank-you' }],
  'repeat-problem-rate': [
    { name: 'window', type: 'duration', says: 'How long after a problem the same one is a repetition' },
    { name: 'problem', type: 'texts', says: 'Fields that tell the problem, the best one first: rootCause, tags' },
  ],
  csat: [{ name: 'positive', type: 'texts', says: 'Ratings that are positive, instead of the upper ones of their scale' }],
  'trial-conversion-rate': [
    {
      name: 'cohort',
      type: ['started', 'ended', 'flow'],
      says: 'Trials that started in the period, that ended in it, or all conversions in it',
    },
    { name: 'days', type: 'days', says: 'Days within which a trial has to convert' },
  ],
  'early-leave-rate': [{ name: 'days', type: 'days', says: 'Days after signing up within which leaving is early' }],
};

/** KPI id → its options: of every KPI that exists. */
export function optionsByKpi(kpis: readonly ConfigurableKpi[]): ReadonlyMap<string, readonly SchemaOption[]> {
  return new Map([
    ...Object.entries(UNDECLARED),
    ...kpis.map(({ id, options }): [string, readonly SchemaOption[]] => [id, options ?? UNDECLARED[id] ?? []]),
  ]);
}
