import type { Problem } from '../problem.ts';
import type { ConfigValues } from '../schema/config.ts';
import { crossProblems, type Known } from './cross-problems.ts';

export type { Known } from './cross-problems.ts';

/** Everything that is wrong with a config, whoever wrote it. Loads the schema when it is first asked. */
export async function findProblems(value: unknown, known: Known): Promise<readonly Problem[]> {
  if (typeof value !== 'object')
    return [{ path: [], at: 'value', message: 'the config is not a mapping of settings', hint: 'write it as key: value' }];
  const [{ safeParse }, { configSchema }, { schemaProblems }, { conditionProblems }] = await Promise.all([
    import('valibot'),
    import('../schema/config.ts'),
    import('./schema-problems.ts'),
    import('./condition-problems.ts'),
  ]);
  const schema = configSchema(known.kpis);
  return [
    ...schemaProblems(schema, value, safeParse(schema, value).issues ?? []),
    ...crossProblems(value, known),
    ...conditionProblems(value, known),
  ];
}

/** What the values of a checked config mean: durations in seconds, shares as ratios. */
export async function understand(written: Readonly<Record<string, unknown>>, known: Known): Promise<ConfigValues> {
  if (Object.keys(written).length === 0) return {};
  const [{ parse }, { configSchema }] = await Promise.all([import('valibot'), import('../schema/config.ts')]);
  return parse(configSchema(known.kpis), written);
}
