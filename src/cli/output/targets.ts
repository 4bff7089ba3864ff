import { resolve } from 'node:path';
import type { Format } from '../../formats/format.ts';
import { UserError } from '../../model/user-error.ts';
import type { Period } from '../../model/period.ts';
import { fillName } from './file-name.ts';
import { checkWritable, trueName, type OutputFile } from './write-file.ts';

/** One place where the report goes, and how. */
export interface Target {
  /** `null` is standard output. */
  readonly file: OutputFile | null;
  readonly format: Format;
}

export interface OutputChoice {
  /** As given with `-o`; none means standard output. */
  readonly outputs: readonly string[];
  /** For standard output and for files whose extension says nothing. */
  readonly format: Format;
  readonly formatOfPath: (path: string) => Format | undefined;
  readonly cwd: string;
  /** For `{period}` in names; `null` is all data. */
  readonly period?: Pick<Period, 'label'> | null;
  readonly command?: string;
}

/**
 * Where the report goes, checked before anything is read.
 * @throws UserError where a place cannot be written, or is named twice.
 */
export async function planTargets({
  outputs,
  format,
  formatOfPath,
  cwd,
  period = null,
  command = 'report',
}: OutputChoice): Promise<readonly Target[]> {
  if (outputs.length === 0) return [{ file: null, format: suited(format, command) }];
  const seen = new Set<string>();
  const targets: Target[] = [];
  for (const template of outputs) {
    const path = fillName(template, period);
    const file = path === '-' ? null : { path, location: resolve(cwd, path) };
    if (file !== null) await checkWritable(file);
    const name = file === null ? '-' : await trueName(file.location);
    if (seen.has(name))
      throw new UserError('bad-output', `--output ${JSON.stringify(path)} is named twice`, { hint: 'give every output its own file' });
    seen.add(name);
    targets.push({ file, format: suited((file === null ? undefined : formatOfPath(path)) ?? format, command) });
  }
  return targets;
}

function suited(format: Format, command: string): Format {
  if (format.needsChecks !== true || command === 'check') return format;
  throw new UserError(
    'needs-checks',
    `the format ${format.id} says which checks failed, and ${command} has none: it would look as if all were well`,
    { hint: `use happiness check --format ${format.id}` },
  );
}

/** A report must never take the place of the data that it was made from. @throws UserError naming the file. */
export async function refuseToOverwrite(targets: readonly Target[], inputs: readonly string[]): Promise<void> {
  if (targets.every(({ file }) => file === null)) return;
  const read = new Set(await Promise.all(inputs.filter((location) => location !== '-').map(trueName)));
  for (const { file } of targets) {
    if (file !== null && read.has(await trueName(file.location))) {
      throw new UserError('bad-output', `cannot write ${file.path}: it is one of the files to read`, { hint: 'write to another file' });
    }
  }
}
