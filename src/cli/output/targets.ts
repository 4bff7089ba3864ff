import type { Format } from '../../formats/format.ts';
import { UserError } from '../../model/user-error.ts';
import { checkWritable, trueName } from './write-file.ts';

/** One place where the report goes, and how. */
export interface Target {
  /** `null` is standard output. */
  readonly path: string | null;
  readonly format: Format;
}

export interface OutputChoice {
  /** As given with `-o`; none means standard output. */
  readonly outputs: readonly string[];
  /** For standard output and for files whose extension says nothing. */
  readonly format: Format;
  readonly formatOfPath: (path: string) => Format | undefined;
}

/**
 * Where the report goes, checked before anything is read.
 * @throws UserError where a place cannot be written, or is named twice.
 */
export async function planTargets({ outputs, format, formatOfPath }: OutputChoice): Promise<readonly Target[]> {
  if (outputs.length === 0) return [{ path: null, format }];
  const seen = new Set<string>();
  const targets: Target[] = [];
  for (const output of outputs) {
    const target = output === '-' ? { path: null, format } : { path: output, format: formatOfPath(output) ?? format };
    if (target.path !== null) await checkWritable(target.path);
    const name = target.path === null ? '-' : await trueName(target.path);
    if (seen.has(name))
      throw new UserError('bad-output', `--output ${JSON.stringify(output)} is named twice`, { hint: 'give every output its own file' });
    seen.add(name);
    targets.push(target);
  }
  return targets;
}

/** A report must never take the place of the data that it was made from. @throws UserError naming the file. */
export async function refuseToOverwrite(targets: readonly Target[], inputs: readonly string[]): Promise<void> {
  const read = new Set(await Promise.all(inputs.filter((path) => path !== '-').map(trueName)));
  for (const { path } of targets) {
    if (path !== null && read.has(await trueName(path))) {
      throw new UserError('bad-output', `cannot write ${path}: it is one of the files to read`, { hint: 'write to another file' });
    }
  }
}
