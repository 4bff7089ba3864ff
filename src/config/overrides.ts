import { suggest } from '../lib/text/suggest.ts';
import { UserError } from '../model/user-error.ts';
import { findProblems, type Known } from './check/find-problems.ts';
import type { Origin } from './resolved-config.ts';

/** One setting that the environment and the command line can give too. */
interface Overridable {
  /** Where it stands in the config. */
  readonly path: readonly [string, ...string[]];
  readonly variable: string;
  /** As the command line's options are named: `weekStart`. */
  readonly option: string;
  readonly flag: string;
  readonly numeric?: boolean;
}

const OVERRIDABLE: readonly Overridable[] = [
  { path: ['timezone'], variable: 'HAPPINESS_TIMEZONE', option: 'timezone', flag: '--timezone' },
  { path: ['weekStart'], variable: 'HAPPINESS_WEEK_START', option: 'weekStart', flag: '--week-start' },
  { path: ['dateOrder'], variable: 'HAPPINESS_DATE_ORDER', option: 'dateOrder', flag: '--date-order' },
  { path: ['scale'], variable: 'HAPPINESS_SCALE', option: 'scale', flag: '--scale' },
  { path: ['like'], variable: 'HAPPINESS_LIKE', option: 'like', flag: '--like' },
  { path: ['margin'], variable: 'HAPPINESS_MARGIN', option: 'margin', flag: '--margin', numeric: true },
  { path: ['privacy', 'minSegment'], variable: 'HAPPINESS_MIN_SEGMENT', option: 'minSegment', flag: '--min-segment', numeric: true },
];

type Written = Readonly<Record<string, unknown>>;

export interface OverrideRequest {
  readonly written: Written;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Options of the command line as written, by name (`weekStart`); only those that the config knows too are looked at. */
  readonly flags: Readonly<Record<string, unknown>>;
  readonly known: Known;
}

export interface Overridden {
  readonly written: Written;
  /** Path with dots → what was put there. */
  readonly origins: ReadonlyMap<string, Origin>;
}

/**
 * Flags over environment over config. A flag that is no good is passed over: the command line complains of it in its own words.
 * @throws UserError `bad-environment` for a variable that is no good.
 */
export async function override({ written, env, flags, known }: OverrideRequest): Promise<Overridden> {
  const origins = new Map<string, Origin>();
  let changed = written;
  for (const setting of OVERRIDABLE) {
    const flag = flags[setting.option];
    const text = typeof flag === 'string' ? flag : env[setting.variable];
    if (text === undefined || text === '') continue;
    const [problem] = await findProblems(put({}, setting, text), known);
    if (problem === undefined) {
      changed = put(changed, setting, text);
      origins.set(setting.path.join('.'), typeof flag === 'string' ? `flag ${setting.flag}` : `environment ${setting.variable}`);
    } else if (typeof flag !== 'string') {
      const message = problem.message.replace(setting.path.join('.'), setting.variable);
      throw new UserError('bad-environment', message, { hint: problem.hint });
    }
  }
  return { written: changed, origins };
}

/** Variables of ours that are none, if they look like one: `HAPPINESS_TIMEZOME` would otherwise do nothing in silence. */
export function strangeVariables(env: OverrideRequest['env']): readonly string[] {
  const known = ['HAPPINESS_CONFIG', ...OVERRIDABLE.map(({ variable }) => variable)];
  return Object.keys(env)
    .filter((name) => name.startsWith('HAPPINESS_') && !known.includes(name))
    .flatMap((name) => {
      const near = suggest(
        name.slice('HAPPINESS_'.length),
        known.map((variable) => variable.slice('HAPPINESS_'.length)),
      );
      return near === undefined ? [] : [`environment: ${name} means nothing here; did you mean HAPPINESS_${near}?`];
    })
    .toSorted();
}

function put(written: Written, { path, numeric }: Overridable, text: string): Written {
  const [key, inner] = path;
  const value = numeric === true && /^-?\d{1,9}(?:\.\d+)?$/.test(text) ? Number(text) : text;
  if (inner === undefined) return { ...written, [key]: value };
  return { ...written, [key]: { ...(written[key] as object | null | undefined), [inner]: value } };
}
