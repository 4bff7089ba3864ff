import type { Format } from './format.ts';

/** Every format, in the order in which `--help` names them. */
export const formats: readonly Format[] = [];
