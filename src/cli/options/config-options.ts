import { settle, type ResolvedConfig } from '../../config/index.ts';
import { kpis } from '../../kpis/index.ts';
import { presets } from '../../presets/index.ts';
import { parseCondition } from '../../segments/conditions/parse-condition.ts';
import { vectorRules } from '../../segments/vectors/rules.ts';
import type { Invocation, RawOptions } from '../commands/command-spec.ts';
import { writeOut } from '../terminal/write-out.ts';
import { flagOption, textOption } from './raw-options.ts';

export interface Configured {
  readonly config: ResolvedConfig;
  /** The command line's options, filled up from environment and config. */
  readonly options: RawOptions;
}

/** What config, environment and command line settle together. @throws UserError with the place of everything that is wrong. */
export async function readConfig({ io, options }: Pick<Invocation, 'io' | 'options'>): Promise<Configured> {
  const config = await settle({
    cwd: io.cwd,
    configPath: textOption(options, 'config'),
    env: io.env,
    importModule: io.importModule,
    flags: options,
    known: {
      kpis,
      presetIds: presets.map(({ id }) => id),
      checkCondition: parseCondition,
      checkVectorRule: (vector, text) => void vectorRules({ [vector]: [text] }),
    },
  });
  const { timeZone, weekStart, dateOrder, scale, privacy } = config;
  const settled = { timezone: timeZone, weekStart, dateOrder, scale, minSegment: String(privacy.minSegment) };
  const unsaid = Object.fromEntries(
    Object.entries(settled).filter(([name, value]) => value !== undefined && textOption(options, name) === undefined),
  );
  return { config, options: { ...options, ...unsaid } };
}

/** `--print-config`: says what holds and where it comes from. True when that was all that was asked. */
export async function printedConfig({ io, options }: Pick<Invocation, 'io' | 'options'>, config: ResolvedConfig): Promise<boolean> {
  if (!flagOption(options, 'printConfig')) return false;
  const { printConfig } = await import('../../config/print-config.ts');
  await writeOut(io.stdout, await printConfig(config));
  return true;
}
