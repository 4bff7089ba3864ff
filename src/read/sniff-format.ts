import { UserError } from '../model/user-error.ts';
import { utf16WithoutMark } from './encoding.ts';

type Magic = readonly [bytes: string, what: string, hint: string];

const AS_CSV = 'Export the data as CSV or JSON and give that file.';
const UNPACK = 'Unpack it and give the file inside.';

/** First bytes → what the file is and what to do. */
const MAGIC: readonly Magic[] = [
  ['\x89PNG', 'is a PNG image', AS_CSV],
  ['\xff\xd8\xff', 'is a JPEG image', AS_CSV],
  ['GIF8', 'is a GIF image', AS_CSV],
  ['%PDF', 'is a PDF document', AS_CSV],
  ['\xd0\xcf\x11\xe0', 'is an old Excel workbook (.xls)', 'Save it as CSV (UTF-8) and give that file.'],
  ['SQLite format 3\0', 'is an SQLite database', AS_CSV],
  ['PAR1', 'is a Parquet file', AS_CSV],
  ['BZh', 'is packed with bzip2', UNPACK],
  ['\xfd7zXZ', 'is packed with xz', UNPACK],
  ['\x28\xb5\x2f\xfd', 'is packed with zstd', UNPACK],
  ['7z\xbc\xaf', 'is a 7z archive', UNPACK],
  ['Rar!', 'is a RAR archive', UNPACK],
];

/** Throws when the bytes are no text. The NULs of UTF-16 are no sign of anything. */
export function refuseBinary(head: Buffer, path: string): void {
  const start = head.toString('latin1', 0, 64);
  const refuse = (what: string, hint: string): never => {
    throw new UserError('not-text', what, { file: path, hint });
  };
  if (start.startsWith('PK\x03\x04')) {
    const names = head.toString('latin1', 0, 8192);
    if (names.includes('xl/') || names.includes('[Content_Types]'))
      refuse('is an Excel workbook', 'Save it as CSV (UTF-8) and give that file.');
    if (names.includes('opendocument.spreadsheet')) refuse('is an OpenDocument spreadsheet', 'Save it as CSV (UTF-8) and give that file.');
    refuse('is a zip archive', UNPACK);
  }
  for (const [bytes, what, hint] of MAGIC) if (start.startsWith(bytes)) refuse(what, hint);
  if (/^(\xff\xfe|\xfe\xff)/.test(start) || utf16WithoutMark(head) !== null) return;
  const text = head.toString('latin1', 0, 65_536);
  const control = text.match(/[\x00-\x08\x0b\x0c\x0e-\x1f]/g)?.length ?? 0;
  if (control > Math.max(4, text.length * 0.05)) refuse('is not a text file', AS_CSV);
}

/** A column name in brackets, `[CHART] Date of First Response`, is no JSON list. */
const BRACKETED_NAME = /^\[[A-Za-z][^\]"\n]*\][^,;\t|\n]*[,;\t|]/;

export type TextFormat = 'json' | 'csv' | 'spreadsheet-xml';

/** By the first characters, never by the file's name. Throws for an empty file, HTML and other XML. */
export function sniffText(head: string, options: { readonly path: string; readonly whole: boolean }): TextFormat {
  const { path, whole } = options;
  const start = head.slice(0, 4096).trimStart();
  if (start === '' && head.trim() === '') {
    if (whole)
      throw new UserError('empty-file', head === '' ? 'the file is empty' : 'the file holds nothing but blank lines', {
        file: path,
        hint: 'Export it again; an export without rows still has a header.',
      });
    throw new UserError('empty-file', 'the file begins with a million blank characters', { file: path });
  }
  const text = start === '' ? head.trimStart().slice(0, 4096) : start;
  if (text.startsWith('{') || (text.startsWith('[') && !BRACKETED_NAME.test(text))) return 'json';
  if (!text.startsWith('<')) return 'csv';
  if (/^(<\?xml[^>]*>\s*)?(<!--[\s\S]*?-->\s*)*<(!doctype html|html|head|body)\b/i.test(text)) {
    throw new UserError('not-data', 'is a web page (HTML), not an export', {
      file: path,
      hint: 'It may be a login or error page that was saved in place of the file: sign in and export again.',
    });
  }
  if (head.slice(0, 65_536).includes('urn:schemas-microsoft-com:office:spreadsheet')) return 'spreadsheet-xml';
  if (/^<(\?xml|[A-Za-z!])/.test(text)) throw new UserError('not-data', 'is XML of an unknown kind', { file: path, hint: AS_CSV });
  return 'csv';
}
