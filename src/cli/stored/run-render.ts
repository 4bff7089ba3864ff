import { resolve } from 'node:path';
import { formatOfPath } from '../../formats/index.ts';
import type { Invocation } from '../commands/command-spec.ts';
import { StrictFailure } from '../errors/strict-failure.ts';
import { EXIT } from '../exit-codes.ts';
import { parseOutputOptions } from '../options/output-options.ts';
import { planTargets, refuseToOverwrite } from '../output/targets.ts';
import { writeReport } from '../output/write-report.ts';
import { readReport } from './read-report.ts';

export async function runRender(invocation: Invocation): Promise<number> {
  const { io, operands, options } = invocation;
  const output = parseOutputOptions(options);
  const [path = '-'] = operands;
  const report = await readReport(path, io);
  const targets = await planTargets({ ...output, formatOfPath, cwd: io.cwd, period: report.period, command: report.command });
  await refuseToOverwrite(targets, path === '-' ? [] : [resolve(io.cwd, path)]);
  await writeReport({ report, targets, compact: output.compact, invocation });
  if (output.strict && report.warnings.length > 0) throw new StrictFailure(report.warnings.length);
  return EXIT.ok;
}
