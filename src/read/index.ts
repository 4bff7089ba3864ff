export { findInputs, trueLocation } from './find-inputs.ts';
export type { PassedOver } from './find-inputs.ts';
export { STDIN_PATH } from './input-file.ts';
export type { InputFile } from './input-file.ts';
export { openInput } from './open-input.ts';
export { readRestOfLines } from './rest-of-lines.ts';
export { readRestOfTable } from './rest-of-table.ts';
export { sizeOf } from './size-of.ts';
