import { dirname, relative, resolve, sep } from 'node:path';
import { configTemplate, type TemplateSource } from '../../formats/inspect/config-template.ts';
import { findConfig } from '../../config/file/find-config.ts';
import { forTerminal } from '../../lib/text/sanitize.ts';
import type { Inspection } from '../../model/inspection.ts';
import { UserError } from '../../model/user-error.ts';
import type { Invocation } from '../commands/command-spec.ts';
import { EXIT } from '../exit-codes.ts';
import { readConfig } from '../options/config-options.ts';
import { parseDataOptions, type DataOptions } from '../options/data-options.ts';
import { textOption } from '../options/raw-options.ts';
import { parseTimeOptions } from '../options/time-options.ts';
import { checkWritable, writeNew } from '../output/write-file.ts';
import { findSources } from '../report/sources.ts';
import { writeOut } from '../terminal/write-out.ts';
import { PROGRAM } from '../version.ts';
import { inspectFiles } from './inspect-files.ts';

const NAME = 'happiness.config.yaml';

/** Looks at the files without any config, and writes one. What exists is never touched. */
export async function runInit(invocation: Invocation): Promise<number> {
  const { io, operands, talk } = invocation;
  const { config, options } = await readConfig({ io, options: { ...invocation.options, config: 'none' } });
  const time = parseTimeOptions(options, io.now());
  const data = parseDataOptions(options);
  const given = textOption(options, 'output');
  const path = given ?? NAME;
  const location = resolve(io.cwd, path);
  if (given === undefined) await refuseSecond(invocation);
  if (path !== '-') await checkWritable({ path, location });

  const named = operands.length > 0 || data.forced.length > 0;
  const sources = named ? await findSources({ operands, data, cwd: io.cwd, config, talk, command: 'init' }) : [];
  const inspection = await inspectFiles({ sources, data, time, invocation, config, showValues: false });
  const folder = path === '-' ? io.cwd : dirname(location);
  const text = configTemplate(
    inspection,
    templateSources({ operands, data, inspection }).map((source) => ({ ...source, path: from(folder, io.cwd, source.path) })),
  );
  if (path === '-') {
    await writeOut(io.stdout, text);
    return EXIT.ok;
  }
  await writeNew({ path, location }, text);
  talk.say(`wrote ${forTerminal(path)}${openPoints(inspection)}`);
  talk.say(`next: ${PROGRAM} report${sources.length === 0 ? ' FILE' : ''}`);
  return EXIT.ok;
}

async function refuseSecond({ io }: Invocation): Promise<void> {
  const found = findConfig({ cwd: io.cwd, home: io.env['HOME'] });
  if (found === null || dirname(found).replace(/[\\/]\.config$/, '') !== io.cwd) return;
  throw new UserError('config-exists', `there is a config already: ${relative(io.cwd, found)}`, {
    hint: `to compare: ${PROGRAM} init FILE --output -`,
  });
}

interface Named {
  readonly operands: readonly string[];
  readonly data: DataOptions;
  readonly inspection: Inspection;
}

/** As the user named them; files that nobody recognised by themselves, for they need a kind. Standard input is no source. */
function templateSources({ operands, data, inspection }: Named): TemplateSource[] {
  const forced = data.forced.map(({ path, kind }) => ({ path, kind }));
  const refused = new Map(inspection.files.flatMap(({ error, path, likelyKind }) => (error === null ? [] : [[path, likelyKind] as const])));
  const plain =
    refused.size === 0 ? operands : inspection.files.map(({ path }) => path).filter((path) => !forced.some((one) => one.path === path));
  return [
    ...plain
      .filter((path) => path !== '-')
      .map((path) => ({ path, kind: null, ...(refused.has(path) && { likelyKind: refused.get(path) ?? 'tickets' }) })),
    ...forced,
  ];
}

/** Seen from the folder of the config; with slashes, which all systems read. */
function from(folder: string, cwd: string, path: string): string {
  const seen = relative(folder, resolve(cwd, path));
  return (seen === '' ? '.' : seen).split(sep).join('/');
}

function openPoints({ files, config }: Inspection): string {
  const refused = files.filter(({ error }) => error !== null).length;
  if (refused > 0)
    return `; ${refused} of ${files.length} ${files.length === 1 ? 'file was' : 'files were'} not recognised: say in it what they hold`;
  return config === null ? '' : '; look at what is assumed and guessed in it';
}
