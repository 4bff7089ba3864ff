import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { openBytes, readError } from '../../src/read/byte-source.ts';
import { openLargeJson } from '../../src/read/json-stream.ts';
import { openInput } from '../../src/read/open-input.ts';
import { openText } from '../../src/read/text-source.ts';
import { fileOf, listsOf, openContent, openPiped, options, readLists, readTable, tableOf } from './reading-files.ts';

const CSV = 'id,subject,status\n1,a,open\n2,b,open\n';
const bytes = (...values: number[]): Buffer => Buffer.concat([Buffer.from(values), Buffer.alloc(64, 0x20)]);
const latin1 = (text: string): Buffer => Buffer.concat([Buffer.from(text, 'latin1'), Buffer.alloc(64)]);

describe('what is no export says what it is', () => {
  it.for<readonly [string, Buffer | string, string, RegExp]>([
    ['PNG', bytes(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a), 'not-text', /PNG image/],
    ['an Excel workbook', latin1('PK\x03\x04\x14\0\x06\0....xl/workbook.xml'), 'not-text', /Excel workbook/],
    [
      'a spreadsheet of LibreOffice',
      latin1('PK\x03\x04....mimetypeapplication/vnd.oasis.opendocument.spreadsheet'),
      'not-text',
      /OpenDocument/,
    ],
    ['a zip archive', latin1('PK\x03\x04....tickets.csv'), 'not-text', /zip archive/],
    ['an old Excel workbook', bytes(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1), 'not-text', /old Excel/],
    ['PDF', '%PDF-1.7\n', 'not-text', /PDF/],
    ['SQLite', latin1('SQLite format 3\0'), 'not-text', /SQLite/],
    ['zstd', bytes(0x28, 0xb5, 0x2f, 0xfd), 'not-text', /zstd/],
    ['bytes of no kind', Buffer.from(Array.from({ length: 10_240 }, (_, i) => i % 256)), 'not-text', /not a text file/],
    ['nothing', '', 'empty-file', /the file is empty/],
    ['blank lines', '\n\r\n  \n', 'empty-file', /blank lines/],
    ['a byte order mark and nothing', '\uFEFF', 'empty-file', /empty/],
    ['a login page', '\n<!DOCTYPE html>\n<html><body>Sign in</body></html>', 'not-data', /web page/],
    ['a login page in XHTML', '<?xml version="1.0"?>\n<html xmlns="x"></html>', 'not-data', /web page/],
    ['other XML', '<?xml version="1.0"?>\n<tickets><ticket/></tickets>', 'not-data', /XML/],
  ])('%s', async ([, content, code, message]) => {
    const error: unknown = await openContent(content).catch((caught: unknown) => caught);
    expect(error).toMatchObject({
      name: 'UserError',
      code,
      place: { file: expect.stringContaining('export.csv') as string, hint: expect.any(String) as string },
    });
    expect((error as Error).message).toMatch(message);
  });

  it('a name means nothing: JSON in a .csv, CSV in a .json', async () => {
    expect((await openContent('[{"id":1}]')).format).toBe('json');
    const path = await fileOf(CSV, 'export.json');
    expect((await openInput({ path, location: path }, options())).format).toBe('csv');
  });
});

describe('gzip', () => {
  it.for([
    ['CSV', CSV],
    ['JSON', '[{"id":1},{"id":2}]'],
    ['NDJSON', '{"id":1}\n{"id":2}\n'],
  ] as const)('of %s is unpacked, whatever its name', async ([, text]) => {
    const { outcome } = text === CSV ? await tableOf(gzipSync(text)) : await listsOf(gzipSync(text));
    expect(outcome.records).toBe(2);
  });

  it('may have several members, and come through a pipe byte by byte', async () => {
    const packed = Buffer.concat([gzipSync(CSV), gzipSync('3,c,open\n')]);
    expect((await tableOf(packed)).rows.length).toBe(3);
    expect((await readTable(await openPiped(packed, 1))).rows.length).toBe(3);
  });

  it.for(['a file', 'a pipe'])('cut off or damaged in %s is an error', async (way) => {
    const open = way === 'a file' ? (content: Buffer) => openContent(content) : (content: Buffer) => openPiped(content, 100);
    const packed = gzipSync(Buffer.from(`id,subject,status\n${Array.from({ length: 500 }, (_, i) => `${i},${i * 7919},open\n`).join('')}`));
    await expect(open(packed.subarray(0, packed.length / 2))).rejects.toMatchObject({
      code: 'bad-gzip',
      message: expect.stringContaining('cut off') as string,
    });
    const damaged = Buffer.from(packed);
    damaged.fill(0xff, 200, 260);
    await expect(open(damaged)).rejects.toMatchObject({ code: 'bad-gzip' });
  });

  it('that unpacks to hundreds of times its size is refused', async () => {
    const bomb = gzipSync(Buffer.alloc(300 * 1024 * 1024, 'id,a\n'), { level: 9 });
    expect(bomb.length).toBeLessThan(1_000_000);
    await expect(openContent(bomb)).rejects.toMatchObject({ code: 'gzip-bomb' });
  }, 60_000);
});

describe('what cannot be read', () => {
  it('a missing file', async () => {
    await expect(openInput({ path: 'nope.csv', location: '/nowhere/nope.csv' }, options())).rejects.toMatchObject({
      code: 'missing-file',
      place: { file: 'nope.csv' },
    });
  });

  it('a folder', async () => {
    const path = await mkdtemp(join(tmpdir(), 'happiness-read-'));
    await expect(openInput({ path, location: path }, options())).rejects.toMatchObject({ code: 'not-a-file' });
  });

  it('a file without permission', () => {
    const denied = Object.assign(new Error("EACCES: permission denied, open 'x'"), { code: 'EACCES', syscall: 'open' });
    expect(readError(denied, 'x.csv')).toMatchObject({ name: 'UserError', code: 'not-readable', place: { file: 'x.csv' } });
  });

  it('a stream that breaks, at once or half way', async () => {
    async function* broken(good: string): AsyncGenerator<Buffer> {
      if (good !== '') yield Buffer.from(good);
      throw Object.assign(new Error('EIO: i/o error, read'), { code: 'EIO', syscall: 'read' });
    }
    await expect(openInput({ path: '-', location: '-' }, options({ stdin: Readable.from(broken('')) }))).rejects.toMatchObject({
      code: 'read-failed',
      place: { file: '-' },
    });
    const input = await openInput({ path: '-', location: '-' }, options({ stdin: Readable.from(broken(CSV.repeat(50_000))) }));
    await expect(readTable(input)).rejects.toMatchObject({ code: 'read-failed' });
  });

  it('standard input that is not there', async () => {
    await expect(openInput({ path: '-', location: '-' }, options())).rejects.toMatchObject({ code: 'no-input' });
  });

  it('a file that vanishes between opening and reading', async () => {
    const path = await fileOf(CSV);
    const input = await openInput({ path, location: path }, options());
    await rm(path);
    await expect(readTable(input)).rejects.toMatchObject({ code: 'missing-file' });
  });
});

describe('standard input', () => {
  it('is read once, whatever the size of its chunks', async () => {
    for (const size of [1, 5, 1000])
      expect((await readTable(await openPiped(CSV, size))).rows).toEqual([
        ['1', 'a', 'open'],
        ['2', 'b', 'open'],
      ]);
  });

  it('may be larger than the head', async () => {
    const { rows, lines } = await readTable(await openPiped(`id,subject,status\n${'1,"a\nb",open\n'.repeat(200_000)}`, 65_536));
    expect(rows.length).toBe(200_000);
    expect(lines.at(-1)).toBe(2 + 199_999 * 2);
  });
});

describe('JSON too large to hold', () => {
  const large = async (document: unknown): Promise<Awaited<ReturnType<typeof readLists>>> => {
    const path = await fileOf(JSON.stringify(document, null, 1));
    return readLists(await openLargeJson(await openText(await openBytes({ path, location: path }, undefined), options())));
  };

  it('gives the same records as when it is held', async () => {
    const ticket = (id: number): object => ({ id, subject: 'a "b" {', tags: [{ x: 1 }] });
    for (const document of [
      [ticket(1), ticket(2)],
      { tickets: [{ ticket: ticket(1) }, { ticket: ticket(2) }], users: [{ id: 7 }], count: 2 },
      { data: { meta: { all: 1 }, payload: [ticket(1)] } },
      { tickets: [1, 2], assets: { Ticket: { 1: ticket(1) }, User: { 3: { id: 3 } } } },
      { _embedded: { conversations: [ticket(1)] }, page: {} },
    ]) {
      expect((await large(document)).records).toEqual((await listsOf(JSON.stringify(document))).records);
    }
  });

  it('is read piece by piece beyond 32 MiB, with the line of a fault', async () => {
    const record = `{"ticket": {"id": 12345678901234567, "subject": "${'x'.repeat(2000)}"}},\n`;
    const body = `{"count": 2,\n"tickets": [\n${record.repeat(17_000)}`;
    const path = await fileOf(`${body}{"ticket": {"id": 2}}], "users": [{"id": 3}]}`, 'large.json');
    const { input, records } = await readLists(await openInput({ path, location: path }, options()));
    expect([...input.lists].map(([name, list]) => [name, list.length])).toEqual([
      ['tickets', 100],
      ['users', 1],
    ]);
    expect(records.length).toBe(17_002);
    expect(records[0]![1]['id']).toBe('12345678901234567');
    const broken = await fileOf(`${body}{"ticket": {"id": }}]}`, 'broken.json');
    await expect(openInput({ path: broken, location: broken }, options()).then(readLists)).rejects.toMatchObject({
      code: 'bad-json',
      place: { line: 17_003, column: 19 },
    });
  }, 60_000);
});
