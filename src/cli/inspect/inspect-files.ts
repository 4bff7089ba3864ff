import { missingColumns } from '../../analyze/needs.ts';
import type { ResolvedConfig } from '../../config/index.ts';
import { configFor } from '../../formats/inspect/config-for.ts';
import { kpis } from '../../kpis/index.ts';
import type { InspectedFile, Inspection } from '../../model/inspection.ts';
import { UserError } from '../../model/user-error.ts';
import type { Normalized } from '../../normalize/options.ts';
import type { OpenedInput } from '../../read/reading.ts';
import type { Invocation } from '../commands/command-spec.ts';
import type { DataOptions } from '../options/data-options.ts';
import type { TimeOptions } from '../options/time-options.ts';
import { readSources, type Source } from '../report/sources.ts';
import { PROGRAM, VERSION } from '../version.ts';
import { inspectColumns } from './columns.ts';

export interface InspectRequest {
  readonly sources: readonly Source[];
  readonly data: DataOptions;
  readonly time: TimeOptions;
  readonly invocation: Invocation;
  readonly config: ResolvedConfig;
  readonly showValues: boolean;
}

/** Looks at all files as a report would; those that cannot be taken are told apart, each with its reason. */
export async function inspectFiles(request: InspectRequest): Promise<Inspection> {
  const { sources, time, showValues } = request;
  const opened = new Map<string, OpenedInput>();
  const refused = new Map<string, UserError>();
  const normalized = await readThose(request, { opened, refused });
  const files = sources.flatMap(({ file: { path } }) => {
    const input = opened.get(path);
    return input === undefined ? [] : [fileOf(input, { normalized, error: refused.get(path), showValues })];
  });
  // What the config alone decides says nothing of the data.
  const ofData = kpis.filter(({ needs }) => needs.some((fields) => fields.length > 0));
  const judged = ofData.map(({ id, title, section, ...kpi }) => ({
    id,
    title,
    section,
    missing: normalized === null ? [...(kpi.needs[0] ?? [])] : missingColumns({ id, title, section, ...kpi }, normalized.dataset),
  }));
  const answerable = normalized === null ? [] : judged.filter(({ missing }) => missing.length === 0);
  const inspection: Inspection = {
    schemaVersion: 1,
    generator: { name: PROGRAM, version: VERSION },
    command: 'inspect',
    timeZone: time.timeZone,
    timeZoneGiven: time.timeZoneGiven,
    files,
    computable: answerable.map(({ id, title, section }) => ({ id, title, section })),
    lacking: judged.filter((kpi) => !answerable.includes(kpi)),
    config: null,
  };
  return { ...inspection, config: configFor(inspection) };
}

interface Seen {
  readonly opened: Map<string, OpenedInput>;
  readonly refused: Map<string, UserError>;
}

/** Reads the files again without the one that was refused, until the others go through; `null` where none does. What came by pipe cannot be read twice. */
async function readThose(request: InspectRequest, { opened, refused }: Seen): Promise<Normalized | null> {
  for (;;) {
    const sources = request.sources.filter(({ file }) => !refused.has(file.path));
    if (sources.length === 0) return null;
    try {
      return await readSources({ ...request, sources, onOpened: (input) => void opened.set(input.path, input) });
    } catch (error) {
      const path = error instanceof UserError ? error.place.file : undefined;
      const isOurs = path !== undefined && opened.has(path) && !refused.has(path);
      if (!isOurs || (sources.length > 1 && sources.some(({ file }) => file.path === '-'))) throw error;
      refused.set(path, error as UserError);
    }
  }
}

interface About {
  readonly normalized: Normalized | null;
  readonly error: UserError | undefined;
  readonly showValues: boolean;
}

function fileOf(input: OpenedInput, { normalized, error, showValues }: About): InspectedFile {
  const { path, format, encoding, encodingAssumed } = input;
  const reports = error === undefined ? (normalized?.inputs ?? []).filter((one) => one.path === path) : [];
  return {
    path,
    format,
    encoding,
    encodingAssumed,
    delimiter: 'delimiter' in input ? input.delimiter : null,
    headerLine: 'headerLine' in input ? input.headerLine : null,
    preset: reports[0]?.preset ?? null,
    tables: reports.map(({ kind, rows, used, excluded, collapsed, skipped }) => ({ kind, rows, used, excluded, collapsed, skipped })),
    ...inspectColumns(input, reports, showValues),
    warnings: (normalized?.warnings ?? []).filter(({ file }) => file === path),
    error: error === undefined ? null : { code: error.code, message: error.message, hint: error.place.hint ?? null },
  };
}
