import { UserError } from '../../model/user-error.ts';

const SHEET = 'write CSV, which spreadsheets open: -o NAME.csv';
const PAGE = 'write Markdown, which other programs turn into it: -o NAME.md (pandoc NAME.md -o NAME.EXT)';
const DATA = 'write JSON or CSV: -o NAME.json, -o NAME.csv';

/** Files of other programs, by extension: text under such a name would not open there. */
const INSTEAD: ReadonlyMap<string, string> = new Map([
  ...['xlsx', 'xls', 'xlsm', 'xlsb', 'ods', 'numbers'].map((extension) => [extension, SHEET] as const),
  ...['pdf', 'docx', 'doc', 'odt', 'rtf', 'html', 'htm', 'epub', 'tex'].map((extension) => [extension, PAGE] as const),
  ...['pptx', 'ppt', 'odp', 'key', 'png', 'jpg', 'jpeg', 'svg', 'gif', 'webp'].map(
    (extension) => [extension, PAGE.replace(/ \(.*/, '')] as const,
  ),
  ...['parquet', 'avro', 'feather', 'sqlite', 'db', 'sav', 'rds'].map((extension) => [extension, DATA] as const),
  ...['gz', 'zip', 'bz2', 'xz', 'zst', '7z', 'tar', 'tgz'].map(
    (extension) =>
      [extension, 'nothing is packed here: write to standard output and pack that, as in … --format json | gzip > NAME.EXT'] as const,
  ),
]);

/** @throws UserError `foreign-output` for a file that only another program can make, with what to write instead. */
export function refuseForeign(path: string): void {
  const [, name = '', extension = ''] = /([^/\\]*)\.([^./\\]+)$/.exec(path) ?? [];
  const instead = INSTEAD.get(extension.toLowerCase());
  if (instead === undefined) return;
  throw new UserError('foreign-output', `cannot write ${path}: happiness makes no .${extension.toLowerCase()} files`, {
    hint: `${instead.replaceAll('NAME', name === '' ? 'report' : name).replaceAll('EXT', extension.toLowerCase())}; all formats: happiness formats`,
  });
}
