import type { Preset } from './preset.ts';

/** Every preset, by product. */
export const presets: readonly Preset[] = [];
