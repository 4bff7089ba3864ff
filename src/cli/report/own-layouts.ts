import type { ConfigMapping, ConfigPreset } from '../../config/index.ts';
import { fieldKey } from '../../lib/text/field-key.ts';
import type { ReportInput } from '../../model/report.ts';
import { UserError } from '../../model/user-error.ts';
import type { ColumnOverride } from '../../normalize/options.ts';
import type { Preset } from '../../presets/preset.ts';

/** `--map` wins over the config's `mappings` for the same field. */
export function mergeMappings(config: readonly ConfigMapping[], flags: readonly ColumnOverride[]): readonly ColumnOverride[] {
  const taken = new Set(flags.map(({ kind, field }) => `${kind}.${field}`));
  const own = config.filter(({ kind, field }) => !taken.has(`${kind}.${field}`)).map((mapping) => ({ ...mapping, lenient: true }));
  return [...own, ...flags];
}

/** Columns of the config that no file of their kind has, for the user to know. */
export function unusedMappings(config: readonly ConfigMapping[], inputs: readonly ReportInput[]): readonly string[] {
  return config.flatMap(({ kind, field, column, place }) => {
    const ofKind = inputs.filter((input) => input.kind === kind);
    const used = ofKind.some(({ columns, unmapped }) =>
      [...Object.values(columns), ...unmapped].some((name) => fieldKey(name) === fieldKey(column)),
    );
    return ofKind.length === 0 || used ? [] : [`${place}: no file of ${kind} has the column ${JSON.stringify(column)} for ${field}`];
  });
}

/**
 * The config's presets: each is the one that it extends with columns of its own, recognised by those columns beside the base's own, so that
 * it goes before its base on files that have them. @throws UserError for a base that is no table.
 */
export function ownPresets(own: readonly ConfigPreset[], presets: readonly Preset[]): readonly Preset[] {
  return own.map(({ id, extends: base, title, timeZone, columns }) => {
    const found = presets.find((preset) => preset.id === base);
    if (found?.table === undefined) {
      throw new UserError('bad-preset', `the preset ${id} of the config cannot extend ${base}, which is not a table`, {
        hint: 'presets of the config extend those of CSV exports; for JSON use mappings',
      });
    }
    const added = Object.fromEntries(Object.entries(columns).map(([field, column]) => [fieldKey(column), field]));
    const names = Object.keys(added);
    const { anyOf } = found.recognise;
    return {
      ...found,
      id,
      title: title ?? id,
      recognise: { ...found.recognise, anyOf: anyOf.length === 0 ? [names] : anyOf.map((set) => [...new Set([...set, ...names])]) },
      table: { columns: { ...found.table.columns, ...added } },
      ...(timeZone === undefined ? {} : { zone: timeZone }),
    };
  });
}
