import { relative } from 'node:path';
import type { ResolvedConfig } from '../../config/index.ts';
import { forTerminal } from '../../lib/text/sanitize.ts';
import type { TableKind } from '../../model/kinds.ts';
import { UserError } from '../../model/user-error.ts';
import { headerScore, normalize } from '../../normalize/normalize.ts';
import { WrongEncoding } from '../../normalize/staging/read-input.ts';
import type { InputToNormalize, Normalized, NormalizeOptions } from '../../normalize/options.ts';
import { presets } from '../../presets/index.ts';
import { findInputs, openInput, STDIN_PATH, trueLocation, type InputFile, type PassedOver } from '../../read/index.ts';
import type { OpenedInput } from '../../read/reading.ts';
import type { Invocation } from '../commands/command-spec.ts';
import { FIRST_EXAMPLES } from '../help/render-help.ts';
import type { DataOptions } from '../options/data-options.ts';
import type { TimeOptions } from '../options/time-options.ts';
import { colorLevel } from '../terminal/color.ts';
import { createProgress } from '../terminal/progress.ts';
import type { Talk } from '../terminal/talk.ts';
import { PROGRAM } from '../version.ts';
import { mergeMappings, ownPresets } from './own-layouts.ts';

/** A file to read and, where the user has named it, what it holds. */
export interface Source {
  readonly file: InputFile;
  readonly kind: TableKind | undefined;
  /** What the config says of this source alone. */
  readonly preset?: string | undefined;
  readonly timeZone?: string | undefined;
  readonly system?: string | undefined;
}

export interface SourceRequest {
  readonly operands: readonly string[];
  readonly data: DataOptions;
  readonly cwd: string;
  readonly config: ResolvedConfig;
  /** Where to say which files of a folder are not read. */
  readonly talk: Talk;
  /** Who asks, for the hint. */
  readonly command?: string;
}

/** The files behind folders, globs and names; where none are named, those of the config. @throws UserError where there is nothing to read. */
export async function findSources({ operands, data, cwd, config, talk, command = 'report' }: SourceRequest): Promise<readonly Source[]> {
  const onPassedOver = (passed: PassedOver): void => talk.say(forTerminal(passedOver(passed)));
  const sources: Source[] = (await findInputs(operands, { cwd, onPassedOver })).map((file) => ({ file, kind: undefined }));
  for (const { path, kind } of data.forced) {
    for (const file of await findInputs([path], { cwd, onPassedOver })) sources.push({ file, kind });
  }
  if (sources.length === 0) {
    for (const { path, kind, preset, timeZone, system } of config.sources) {
      const files = await findInputs([path], { cwd: config.folder, onPassedOver });
      sources.push(...files.map((file) => ({ file: { ...file, path: relative(cwd, file.location) }, kind, preset, timeZone, system })));
    }
  }
  if (sources.length > 0) return eachOnce(sources);
  throw new UserError('no-input', `${command} needs something to read: files, folders, globs, or - for standard input`, {
    hint: ['for example:', ...FIRST_EXAMPLES.map((line) => `  $ ${line}`), `all options: ${PROGRAM} ${command} --help`].join('\n'),
  });
}

/** No file twice for one kind, however it was named: by a pattern and by its kind, say. Who says what it holds is believed. */
function eachOnce(sources: readonly Source[]): readonly Source[] {
  const kept = new Map<string, Source[]>();
  for (const source of sources) {
    const place = trueLocation(source.file);
    const others = kept.get(place) ?? [];
    if (others.some(({ kind }) => kind === source.kind) || (source.kind === undefined && others.length > 0)) continue;
    kept.set(place, [...others.filter(({ kind }) => kind !== undefined), source]);
  }
  return [...kept.values()].flat();
}

const FILES_SHOWN = 5;

/** `exports: 2 files were not read: nps.xlsx (a spreadsheet, to be saved as CSV first), notes.pdf (…)`. */
function passedOver({ folder, files }: PassedOver): string {
  const named = files.slice(0, FILES_SHOWN).map(({ name, reason }) => `${name} (${reason})`);
  const more = files.length > FILES_SHOWN ? [`${files.length - FILES_SHOWN} more`] : [];
  return `${folder}: ${files.length === 1 ? '1 file was' : `${files.length} files were`} not read: ${[...named, ...more].join(', ')}`;
}

export interface ReadRequest {
  readonly sources: readonly Source[];
  readonly data: DataOptions;
  readonly time: TimeOptions;
  readonly invocation: Invocation;
  readonly config: ResolvedConfig;
  /** See `NormalizeOptions`. */
  readonly withExcluded?: boolean;
  readonly unasked?: NormalizeOptions['unasked'];
  readonly readElsewhere?: NormalizeOptions['readElsewhere'];
  readonly readRecordsElsewhere?: NormalizeOptions['readRecordsElsewhere'];
  /** Told of every input once its head is known, before anything is recognised. */
  readonly onOpened?: (input: OpenedInput) => void;
}

export async function readSources({
  sources,
  data,
  time,
  invocation,
  config,
  withExcluded = false,
  unasked,
  readElsewhere,
  readRecordsElsewhere,
  onOpened,
}: ReadRequest): Promise<Normalized> {
  const { io, options, talk, color } = invocation;
  const progress = createProgress(io, {
    wanted: !talk.quiet && options['progress'] !== false,
    colorful: colorLevel({ choice: color, env: io.env, stream: io.stderr }) > 0,
  });
  const { encoding, delimiter, scale, dateOrder } = data;
  const known = [...ownPresets(config.presets, presets), ...presets];
  const opening = { encoding, delimiter, headerScore: headerScore(known), onProgress: progress.onProgress };
  const timeZone = time.timeZoneGiven ? time.timeZone : undefined;
  const { statuses, channels, bots } = config.words;
  const map = mergeMappings(config.mappings, data.map);
  const read = async (mayGuessEncoding: boolean): Promise<Normalized> => {
    const inputs: InputToNormalize[] = [];
    for (const { file, kind, preset, timeZone: zone, system } of sources) {
      const stdin = file.path === STDIN_PATH ? { stdin: io.stdin } : {};
      const input = await openInput(file, { ...opening, ...stdin, mayGuessEncoding });
      onOpened?.(input);
      inputs.push({ input, kind, preset: data.preset ?? preset, timeZone: zone, system });
    }
    return normalize(inputs, {
      presets: known,
      map,
      scale,
      dateOrder,
      statuses,
      channels,
      bots,
      timeZone,
      wallClock: io.now(),
      asOf: time.asOf,
      withExcluded,
      unasked,
      readElsewhere,
      readRecordsElsewhere,
    });
  };
  try {
    // To look at all of a file before anything is read of it takes a thirtieth of the time. Who lists inputs is told of each once; a pipe is read once.
    const mayGuess = sources.length === 1 && onOpened === undefined;
    return await read(mayGuess).catch((error: unknown) => {
      if (error instanceof WrongEncoding) return read(false);
      throw error;
    });
  } finally {
    progress.stop();
  }
}
