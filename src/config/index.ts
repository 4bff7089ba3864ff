import { loadConfig, type LoadRequest } from './load-config.ts';
import { resolveConfig } from './resolve-config.ts';
import type { ResolvedConfig } from './resolved-config.ts';

export type { Known } from './check/find-problems.ts';
export type { ConfigCheck, ConfigMapping, ConfigPreset, ResolvedConfig } from './resolved-config.ts';

export interface ConfigRequest extends LoadRequest {
  /** Options of the command line as written, by name (`weekStart`); only those that the config knows too are looked at. */
  readonly flags: Readonly<Record<string, unknown>>;
}

/** Finds, reads, checks and resolves the config. @throws UserError with the place of everything that is wrong. */
export async function settle(request: ConfigRequest): Promise<ResolvedConfig> {
  return await resolveConfig({ ...request, loaded: await loadConfig(request) });
}
