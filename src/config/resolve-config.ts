import { dirname, join, resolve } from 'node:path';
import { CHURN_EVIDENCE } from '../model/settings.ts';
import { readHolidays } from './calendars/read-holidays.ts';
import { resolveCalendars } from './calendars/resolve-calendars.ts';
import { understand, type Known } from './check/find-problems.ts';
import { problemsError, type LoadedConfig } from './load-config.ts';
import { override, strangeVariables } from './overrides.ts';
import type { ConfigPath } from './problem.ts';
import type { ConfigCheck, ConfigMapping, ConfigPreset, ConfigSource, Origin, ResolvedConfig } from './resolved-config.ts';
import type { ConfigValues } from './schema/config.ts';
import { dictionary, settingsOf, wordsOf } from './settings-of.ts';

export interface ResolveRequest {
  readonly loaded: LoadedConfig;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Options of the command line as written, by name (`weekStart`); only those that the config knows too are looked at. */
  readonly flags: Readonly<Record<string, unknown>>;
  readonly known: Known;
}

/** What holds where nobody says otherwise, in the config's own form. */
export const DEFAULTS = {
  sources: [],
  timezone: 'UTC',
  weekStart: 'mon',
  truth: { churn: CHURN_EVIDENCE },
  privacy: { minSegment: 5, agents: false },
  ignoreReopenWithoutReply: false,
} as const;

/**
 * Flags over environment over config over defaults.
 * @throws UserError for a variable of the environment, an iCal file or a calendar that is no good.
 */
export async function resolveConfig({ loaded, env, flags, known }: ResolveRequest): Promise<ResolvedConfig> {
  const { written, origins } = await override({ written: loaded.written, env, flags, known });
  const values = await understand(written, known);
  const notes = new Set<string>();
  const { calendars, problems } = await resolveCalendars({
    entries: values.calendars ?? {},
    // The hours of a team do not move because somebody looks at the report from elsewhere.
    timeZone: (await understand(loaded.written, known)).timezone ?? values.timezone ?? DEFAULTS.timezone,
    readHolidays: (file, timeZone) =>
      readHolidays({
        path: resolve(loaded.folder, file),
        file: join(dirname(loaded.file), file),
        timeZone,
        namedBy: loaded.file,
        note: (text) => notes.add(text),
      }),
  });
  if (problems.length > 0) throw problemsError(loaded.file, problems, loaded.positionOf);
  return deepFreeze({
    path: loaded.path,
    file: loaded.file,
    folder: loaded.folder,
    settings: settingsOf(values, calendars),
    words: wordsOf(values),
    sources: (values.sources ?? []).map(sourceOf),
    timeZone: values.timezone ?? undefined,
    weekStart: values.weekStart ?? DEFAULTS.weekStart,
    dateOrder: values.dateOrder ?? undefined,
    scale: values.scale ?? undefined,
    mappings: mappingsOf(values.mappings ?? {}, loaded),
    presets: (values.presets ?? []).map(presetOf),
    checks: (values.checks ?? []).map((check, index) => checkOf(check, index, loaded)),
    privacy: {
      minSegment: values.privacy?.minSegment ?? DEFAULTS.privacy.minSegment,
      agents: values.privacy?.agents ?? DEFAULTS.privacy.agents,
    },
    notes: [...strangeVariables(env), ...notes],
    effective: written,
    originOf: (path: ConfigPath) => origins.get(path.join('.')) ?? originIn(loaded, path),
  });
}

function sourceOf(source: NonNullable<ConfigValues['sources']>[number]): ConfigSource {
  if (typeof source === 'string') return { path: source, kind: undefined, preset: undefined, timeZone: undefined, system: undefined };
  const { path, kind, preset, timezone: timeZone, system } = source;
  return { path, kind, preset, timeZone, system };
}

function mappingsOf(mappings: NonNullable<ConfigValues['mappings']>, loaded: LoadedConfig): readonly ConfigMapping[] {
  return Object.entries(mappings).flatMap(([kind, columns]) =>
    Object.entries(columns ?? {}).flatMap(([field, column]) =>
      column === undefined
        ? []
        : [{ kind: kind as ConfigMapping['kind'], field, column, place: originIn(loaded, ['mappings', kind, field]) }],
    ),
  );
}

function presetOf({ id, extends: base, title, timezone, columns }: NonNullable<ConfigValues['presets']>[number]): ConfigPreset {
  return { id, extends: base, title, timeZone: timezone, columns: dictionary(columns ?? {}) };
}

function checkOf(check: NonNullable<ConfigValues['checks']>[number], index: number, { file, positionOf }: LoadedConfig): ConfigCheck {
  const { rule, name, level, warn, minSample, onNoData, confident } = typeof check === 'string' ? { rule: check } : check;
  const position = positionOf(typeof check === 'string' ? ['checks', index] : ['checks', index, 'rule'], 'value');
  return {
    rule,
    name: name ?? null,
    level: level ?? 'error',
    warn: warn === undefined ? null : String(warn),
    minSample: minSample ?? null,
    onNoData: onNoData ?? 'fail',
    confident: confident ?? false,
    file,
    line: position?.line,
    column: position?.column,
  };
}

function originIn({ path: config, file, positionOf, written }: LoadedConfig, path: ConfigPath): Origin {
  let inside: unknown = written;
  for (const step of path) {
    inside =
      typeof inside === 'object' && inside !== null && Object.hasOwn(inside, step)
        ? (inside as Readonly<Record<string | number, unknown>>)[step]
        : undefined;
  }
  if (config === null || inside === undefined || inside === null) return 'default';
  const line = positionOf(path, 'key')?.line;
  return line === undefined ? file : `${file}:${line}`;
}

function deepFreeze<T>(value: T): T {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value;
  Object.freeze(value);
  for (const inner of Object.values(value)) deepFreeze(inner);
  return value;
}
