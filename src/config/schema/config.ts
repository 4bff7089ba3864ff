import * as v from 'valibot';
import { FIELDS, STATUSES, TABLE_KINDS } from '../../model/kinds.ts';
import { WEEK_STARTS } from '../../model/period.ts';
import { CHURN_EVIDENCE, PRODUCTS } from '../../model/settings.ts';
import type { ConfigurableKpi } from '../kpi-options.ts';
import { calendar } from './calendars.ts';
import { condition } from './condition.ts';
import { kpiSettings } from './kpis.ts';
import { day, flag, goal, name, names, oneOf, ratio, text, whole } from './values.ts';
import { timeZone } from './zone.ts';

export const DATE_ORDERS = ['dmy', 'mdy', 'ymd'] as const;
export const LEVELS = ['error', 'warn'] as const;
export const ON_NO_DATA = ['fail', 'warn', 'pass'] as const;

const FILE = 'a file, a folder or a pattern such as exports/*.csv';

const source = v.strictObject(
  {
    path: text(FILE),
    kind: v.optional(oneOf(TABLE_KINDS)),
    preset: v.optional(text('the id of a preset')),
    timezone: v.optional(timeZone),
    system: v.optional(text('a name for the helpdesk that the rows are from')),
  },
  'a path or a mapping with path, kind, preset, timezone, system',
);

const mappings = v.strictObject(
  Object.fromEntries(TABLE_KINDS.map((kind) => [kind, v.optional(v.strictObject(columnsOf(kind), `columns by field of ${kind}`))])),
  'columns by field and kind such as { tickets: { createdAt: "Opened on" } }',
) as v.GenericSchema<unknown, Partial<Record<(typeof TABLE_KINDS)[number], Record<string, string | undefined>>>>;

/** Every field of a kind; a duration also by its clock. */
function columnsOf(
  kind: (typeof TABLE_KINDS)[number],
): Record<string, v.OptionalSchema<v.GenericSchema<string | number, string>, undefined>> {
  const fields = Object.entries(FIELDS[kind]).flatMap(([field, type]) =>
    type === 'duration' ? [field, `${field}.calendar`, `${field}.business`, `${field}.unknown`] : [field],
  );
  return Object.fromEntries(fields.map((field) => [field, v.optional(name('a column name'))]));
}

const DIRECTIONS = ['inbound', 'outbound'] as const;
const CHANNEL = 'a channel such as email, or { channel: email, direction: outbound }';
const channel = v.union([text(CHANNEL), v.strictObject({ channel: text('a channel'), direction: oneOf(DIRECTIONS) }, CHANNEL)], CHANNEL);
const word = v.pipe(v.string(), v.regex(/\S/, 'a word of your helpdesk'));

const preset = v.strictObject(
  {
    id: v.pipe(v.string('an id such as our-desk'), v.regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'an id such as our-desk')),
    extends: text('the id of a preset'),
    title: v.optional(text('a title')),
    timezone: v.optional(timeZone),
    columns: v.optional(
      v.record(
        v.pipe(v.string(), v.regex(/\S/, 'the name of a field')),
        name('a column name'),
        'columns by field such as { rootCause: "Root cause [list]" }',
      ),
    ),
  },
  'a mapping with id, extends, columns',
);

const amounts = v.record(
  v.pipe(v.string(), v.regex(/\S/, 'a name')),
  v.pipe(v.number('an amount'), v.minValue(0, 'an amount')),
  'amounts by name such as { phone: 6.5 }',
);
const CURRENCY = 'a currency code such as EUR';
const currency = v.pipe(v.string(CURRENCY), v.regex(/^[A-Z]{3}$/, CURRENCY));

const costs = v.strictObject(
  {
    total: v.optional(v.pipe(v.number('an amount'), v.minValue(0, 'an amount'))),
    currency,
    perContact: v.optional(amounts),
    rates: v.optional(
      v.record(currency, v.pipe(v.number('a rate above 0'), v.gtValue(0, 'a rate above 0')), 'rates by currency such as { USD: 0.92 }'),
    ),
  },
  'a mapping with total, currency, perContact, rates',
);

const RULE = 'a rule such as "first-response-time.p90 <= 4h"';
const rules = v.array(text('a rule'), 'a list of rules');

const objective = v.strictObject(
  {
    name: name('a name'),
    if: v.optional(text(RULE)),
    then: text('a KPI such as churn-rate'),
    from: goal,
    to: goal,
    start: day,
    by: day,
    owner: v.optional(name('a name')),
  },
  'a mapping with name, if, then, from, to, start, by, owner',
);

const check = v.union(
  [
    text(RULE),
    v.strictObject(
      {
        rule: text(RULE),
        name: v.optional(name('a name')),
        level: v.optional(oneOf(LEVELS)),
        warn: v.optional(v.union([text('a limit such as 90%'), v.number('a limit such as 90%')], 'a limit such as 90%')),
        minSample: v.optional(whole('a whole number from 0', 0)),
        onNoData: v.optional(oneOf(ON_NO_DATA)),
        confident: v.optional(flag),
      },
      'a rule or a mapping with rule, name, level, warn, minSample, onNoData, confident',
    ),
  ],
  'a rule or a mapping with rule, name, level, warn, minSample, onNoData, confident',
);

/** Top-level keys may be empty: what stands below them is often commented out. */
function section<const S extends v.GenericSchema>(
  schema: S,
  says: string,
): v.SchemaWithPipe<readonly [v.NullishSchema<S, undefined>, v.DescriptionAction<v.InferOutput<S> | null | undefined, string>]> {
  return v.pipe(v.nullish(schema), v.description(says));
}

/** The whole config, with the options of the KPIs that exist. */
// eslint-disable-next-line typescript/explicit-function-return-type -- the type is what the schema says, once
export function configSchema(kpis: readonly ConfigurableKpi[]) {
  return v.strictObject(
    {
      $schema: section(v.string('a URL or path'), 'Where this schema is, for editors'),
      sources: section(
        v.array(v.union([text(FILE), source], 'a path or a mapping with path, kind, preset, timezone, system'), 'a list of files'),
        'What is read when no files are named; paths are relative to this file',
      ),
      timezone: section(timeZone, 'Zone (IANA) of days, and of time stamps without one'),
      weekStart: section(oneOf(WEEK_STARTS), 'First day of the week (default mon)'),
      dateOrder: section(oneOf(DATE_ORDERS), 'How dates such as 03/04/2025 are to be read'),
      scale: section(
        v.pipe(
          v.string('a range such as 1..5'),
          v.regex(/^-?\d{1,6}(?:\.\d{1,6})? ?\.\. ?-?\d{1,6}(?:\.\d{1,6})?$/, 'a range such as 1..5'),
        ),
        'Range of the ratings',
      ),
      calendars: section(
        v.record(word, calendar, 'calendars by name such as { default: { weekly: … } }'),
        'Opening hours; --clock business uses the one called default, or the first whose condition (when) holds',
      ),
      mappings: section(mappings, 'Columns by field, where they are not recognised'),
      statuses: section(v.record(word, oneOf(STATUSES), 'statuses by your word'), 'Statuses of your helpdesk in ours'),
      channels: section(v.record(word, channel, 'channels by your word'), 'Channels of your helpdesk in ours'),
      presets: section(v.array(preset, 'a list of presets'), 'Exports of your own, each on the base of a known one'),
      kpis: section(kpiSettings(kpis), 'Options by KPI id'),
      like: section(oneOf(PRODUCTS), 'Measure as this product does'),
      bots: section(names('a name'), 'Names and addresses that are machines, not agents'),
      costs: section(costs, 'What support costs'),
      plans: section(
        v.strictObject(
          { free: v.optional(names('a plan')), trial: v.optional(names('a plan')), paid: v.optional(names('a plan')) },
          'plans by kind: free, trial, paid',
        ),
        'Which of your plans are free, trial, paid',
      ),
      margin: section(ratio, 'Gross margin, for the lifetime value'),
      fakeUsers: section(
        v.strictObject(
          { domains: v.optional(names('a domain')), internal: v.optional(names('a domain')) },
          'a mapping with domains, internal',
        ),
        'Whose accounts are no customers: disposable addresses, colleagues',
      ),
      segments: section(v.record(word, condition, 'conditions by name'), 'Customer segments by name, each a condition'),
      vectors: section(
        v.strictObject(
          { negative: v.optional(rules), neutral: v.optional(rules), positive: v.optional(rules) },
          'rules by vector: negative, neutral, positive',
        ),
        'Rules that tell where a customer is heading, in order',
      ),
      objectives: section(v.array(objective, 'a list of objectives'), 'What is to become better, by when'),
      checks: section(v.array(check, 'a list of rules'), 'Rules for happiness check'),
      truth: section(
        v.strictObject({ churn: v.optional(v.array(oneOf(CHURN_EVIDENCE), 'a list')) }, 'a mapping with churn'),
        'Which data is right where several disagree, the best first',
      ),
      privacy: section(
        v.strictObject(
          { minSegment: v.optional(whole('a whole number from 1')), agents: v.optional(flag) },
          'a mapping with minSegment, agents',
        ),
        'Smallest group that is shown (default 5); whether agents may be shown one by one (default false)',
      ),
      ignoreReopenWithoutReply: section(flag, 'Leave out reopens that needed no reply (default false)'),
    },
    'a mapping of settings',
  );
}

export type ConfigValues = v.InferOutput<ReturnType<typeof configSchema>>;
