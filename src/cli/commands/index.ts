import { checkCommand } from './check.ts';
import { completionCommand } from './completion.ts';
import type { CommandSpec } from './command-spec.ts';
import { explainCommand } from './explain.ts';
import { fieldsCommand } from './fields.ts';
import { formatsCommand } from './formats.ts';
import { initCommand } from './init.ts';
import { inspectCommand } from './inspect.ts';
import { kpisCommand } from './kpis.ts';
import { presetsCommand } from './presets.ts';
import { renderCommand } from './render.ts';
import { reportCommand } from './report.ts';
import { schemaCommand } from './schema.ts';
import { segmentCommand } from './segment.ts';

/** In the order in which `--help` shows them. */
export const COMMANDS: readonly CommandSpec[] = [
  reportCommand,
  segmentCommand,
  checkCommand,
  inspectCommand,
  renderCommand,
  explainCommand,
  kpisCommand,
  presetsCommand,
  fieldsCommand,
  formatsCommand,
  schemaCommand,
  initCommand,
  completionCommand,
];
