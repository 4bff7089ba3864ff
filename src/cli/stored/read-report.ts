import * as v from 'valibot';
import { isTimeZone } from '../../lib/time/zone.ts';
import type { JsonObject } from '../../model/json.ts';
import type { Report } from '../../model/report.ts';
import { UserError } from '../../model/user-error.ts';
import { isTooDeep, TOO_DEEP } from '../../read/json-depth.ts';
import { readWhole } from '../../read/read-whole.ts';
import type { Io } from '../io.ts';
import { reportSchema } from './report-schema.ts';

const HINT = 'make one with: happiness report … --format json -o report.json';

/** A report that an earlier run stored as JSON. @throws UserError where it is none, or of a later version than we know. */
export async function readReport(path: string, { cwd, stdin }: Pick<Io, 'cwd' | 'stdin'>): Promise<Report> {
  const value = parsed(path === '-' ? await wholeOf(stdin) : await readWhole(path, cwd), path);
  const version: unknown = typeof value === 'object' && value !== null && 'schemaVersion' in value ? value.schemaVersion : undefined;
  if (typeof version === 'number' && version !== 1) {
    throw new UserError('bad-report', `${path} is a report of version ${version}; this program knows version 1`, {
      file: path,
      hint: 'use the program that wrote it',
    });
  }
  // What is not in the schema is passed on, and would break whatever recurses over it.
  if (typeof value === 'object' && value !== null && isTooDeep(value as JsonObject))
    throw new UserError('bad-report', `${path} is no report of this program: it is ${TOO_DEEP}`, { file: path, hint: HINT });
  const checked = v.safeParse(reportSchema, value, { abortEarly: true });
  if (checked.success && isTimeZone(checked.output.timeZone)) return value as Report;
  const where = checked.success ? 'timeZone' : v.getDotPath(checked.issues[0]);
  throw new UserError('bad-report', `${path} is no report of this program${where === null ? '' : `: ${where} is not what it should be`}`, {
    file: path,
    hint: HINT,
  });
}

async function wholeOf(stdin: NodeJS.ReadableStream): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of stdin) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks).toString('utf8');
}

function parsed(text: string, path: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, '')) as unknown;
  } catch {
    throw new UserError('bad-report', `${path} is not JSON`, { file: path, hint: HINT });
  }
}
