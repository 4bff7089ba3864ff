import { CHURN_EVIDENCE, type CalendarSettings, type Settings, type Words } from '../model/settings.ts';
import type { ConfigValues } from './schema/config.ts';

/** The part of a config that gives numbers their meaning. */
export function settingsOf(values: ConfigValues, calendars: Readonly<Record<string, CalendarSettings>>): Settings {
  const { costs, fakeUsers, objectives, plans, vectors, truth } = values;
  return {
    calendars,
    kpis: kpisOf(values),
    like: values.like ?? null,
    costs: costs
      ? {
          currency: costs.currency,
          total: costs.total ?? null,
          perContact: dictionary(costs.perContact ?? {}),
          rates: dictionary(costs.rates ?? {}),
        }
      : null,
    plans: given(plans ?? {}),
    margin: values.margin ?? null,
    fakeUsers: { domains: domains(fakeUsers?.domains), internal: domains(fakeUsers?.internal) },
    segments: dictionary(values.segments ?? {}),
    vectors: vectors ? given(vectors) : null,
    objectives: (objectives ?? []).map((objective) => ({ ...objective, if: objective.if ?? null, owner: objective.owner ?? null })),
    churnTruth: truth?.churn ?? CHURN_EVIDENCE,
  };
}

function kpisOf({ kpis, ignoreReopenWithoutReply }: ConfigValues): Settings['kpis'] {
  const found = dictionary(Object.fromEntries(Object.entries(kpis ?? {}).map(([id, options]) => [id, given(options)])));
  if (ignoreReopenWithoutReply !== true) return found;
  return dictionary({ ...found, 'reopen-rate': { ignoreReopenWithoutReply, ...found['reopen-rate'] } });
}

/** Words of the user's own helpdesk. */
export function wordsOf({ statuses, channels, bots }: ConfigValues): Words {
  return { statuses: dictionary(statuses ?? {}), channels: dictionary(channels ?? {}), bots: bots ?? [] };
}

/** Keyed by data: without the names that every object inherits. */
export function dictionary<T>(entries: Readonly<Record<string, T>>): Readonly<Record<string, T>> {
  return Object.assign(Object.create(null) as Record<string, T>, entries);
}

function given<T extends object>(record: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]: Exclude<T[K], undefined>;
  };
}

/** `@Mailinator.com` and `mailinator.com` are one domain. */
function domains(names: readonly string[] | undefined): readonly string[] {
  return (names ?? []).map((name) => name.trim().toLowerCase().replace(/^@/, ''));
}
