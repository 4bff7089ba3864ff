import { TABLE_KINDS } from '../../model/kinds.ts';
import type { TableKind } from '../../model/kinds.ts';
import { UserError } from '../../model/user-error.ts';
import type { Preset } from '../../presets/preset.ts';
import { presetOf } from './preset-of.ts';
import type { ColumnOverride } from '../options.ts';
import type { ColumnPlan, SourceColumn } from '../plan/plan.ts';
import { planColumns } from '../plan/plan.ts';
import { bestPlan } from './kind-of.ts';
import { likelyMap } from './likely-map.ts';

export interface Recognised {
  readonly preset: Preset | undefined;
  readonly plan: ColumnPlan;
}

export interface TableQuestion {
  readonly file: string;
  readonly columns: readonly SourceColumn[];
  readonly presets: readonly Preset[];
  /** As the user named them. */
  readonly kind: TableKind | undefined;
  readonly preset: Preset | undefined;
  readonly overrides: readonly ColumnOverride[];
}

/** What a table is: the user's word, else the preset with the longest signature, else the kind that explains most columns. @throws UserError when nothing does. */
export function recogniseTable({ file, columns, presets, kind, preset: named, overrides }: TableQuestion): Recognised {
  // a preset for JSON says nothing of the tables that were given along with it
  const preset =
    named === undefined || named.format === 'json' ? findPreset(presets, columns, kind) : named.table === undefined ? undefined : named;
  if (preset !== undefined) {
    const plan = planColumns({ kind: preset.kind, columns, preset, overrides });
    if (kind === undefined || kind === preset.kind) return { preset, plan };
  }
  const kinds = kind === undefined ? TABLE_KINDS : [kind];
  const plans = kinds.map((one) => planColumns({ kind: one, columns, overrides }));
  const [forced] = plans;
  const plan =
    kind === undefined
      ? bestPlan(plans, file.split(/[\\/]/).at(-1) ?? file)
      : forced !== undefined && forced.planned.length > 0
        ? forced
        : undefined;
  if (plan === undefined)
    throw unrecognised(
      file,
      columns.map((column) => column.header),
      { kind, map: likelyMap(plans, columns) },
    );
  return { preset: undefined, plan };
}

function findPreset(presets: readonly Preset[], columns: readonly SourceColumn[], kind: TableKind | undefined): Preset | undefined {
  const fitting = kind === undefined ? presets : presets.filter((preset) => preset.kind === kind);
  return presetOf(
    fitting,
    'table',
    columns.flatMap((column) => column.keys),
  );
}

const NAMED = 20;

interface Unrecognised {
  /** As the user named it. */
  readonly kind: TableKind | undefined;
  /** The `--map` that would help most. */
  readonly map: string | undefined;
}

export function unrecognised(file: string, names: readonly string[], { kind, map }: Unrecognised): UserError {
  const shown = names
    .filter((name) => name !== '')
    .slice(0, NAMED)
    .map((name) => `“${name.slice(0, 60)}”`)
    .join(', ');
  const more = names.length > NAMED ? ` and ${names.length - NAMED} more` : '';
  const what = kind === undefined ? 'its columns are those of no known kind of table' : `none of its columns is one of ${kind}`;
  return new UserError('unrecognised-input', `${what}: ${shown}${more}`, {
    file,
    hint: `Say what the columns are, for example ${map ?? '--map tickets.createdAt="Opened on"'}, and which kind of table it is: --tickets FILE, --messages FILE, --customers FILE ….`,
  });
}
