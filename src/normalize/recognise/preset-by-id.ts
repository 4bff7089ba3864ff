import { UserError } from '../../model/user-error.ts';
import { suggest } from '../../lib/text/suggest.ts';
import type { Preset } from '../../presets/preset.ts';

/** The preset that the user named. @throws UserError for one that does not exist. */
export function presetById(presets: readonly Preset[], id: string): Preset {
  const found = presets.find((preset) => preset.id === id);
  if (found !== undefined) return found;
  const near = suggest(
    id,
    presets.map((preset) => preset.id),
  );
  throw new UserError('unknown-preset', `there is no preset “${id}”`, {
    hint: `${near === undefined ? '' : `Did you mean ${near}? `}\`happiness presets\` lists them all.`,
  });
}
