import { FIELDS } from '../../model/kinds.ts';
import { UserError } from '../../model/user-error.ts';
import { suggest } from '../../lib/text/suggest.ts';
import { fieldKey } from '../../presets/field-key.ts';
import type { ColumnOverride } from '../options.ts';
import { typeOf } from '../plan/names.ts';

/** A `--map` must name a field that exists. @throws UserError with the nearest one. */
export function checkOverrideFields(overrides: readonly ColumnOverride[]): void {
  for (const { kind, field } of overrides) {
    const [name = '', clock] = field.split('.');
    const type = typeOf(kind, name);
    if (type !== undefined && (clock === undefined || (type === 'duration' && ['calendar', 'business', 'unknown'].includes(clock))))
      continue;
    const near = suggest(name, Object.keys(FIELDS[kind]));
    throw new UserError('unknown-field', `${kind} have no field “${field}”`, {
      hint: near === undefined ? `The fields are: ${Object.keys(FIELDS[kind]).join(', ')}.` : `Did you mean ${kind}.${near}?`,
    });
  }
}

/** A `--map` must name a column of at least one file. @throws UserError with the nearest one. */
export function checkOverrideColumns(
  overrides: readonly ColumnOverride[],
  files: readonly { readonly file: string; readonly names: readonly string[] }[],
): void {
  for (const { kind, field, column, lenient } of overrides) {
    if (lenient === true) continue;
    const wanted = fieldKey(column);
    if (files.some(({ names }) => names.some((name) => fieldKey(name) === wanted))) continue;
    const near = suggest(
      column,
      files.flatMap(({ names }) => names),
    );
    const only = files.length === 1 ? files[0]?.file : undefined;
    throw new UserError('unknown-column', `no column is called “${column}”, which --map gives to ${kind}.${field}`, {
      file: only,
      hint:
        near === undefined
          ? 'Names are compared without regard to case and separators; `happiness inspect` lists them.'
          : `Did you mean “${near}”?`,
    });
  }
}
