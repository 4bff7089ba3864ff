import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { openPiped, readTable, tableOf } from './reading-files.ts';

const TEXT = 'id,subject,status\n1,“né” €,open\n2,Łódź 🙂,open\n';
const WESTERN = 'id,subject,status\n1,“né” €,open\n';
const ASCII = 'id,subject,status\n1,a,open\n';

describe('encoding', () => {
  it.for([
    ['UTF-8', Buffer.from(TEXT), 'utf-8', false],
    ['UTF-8 with a mark', Buffer.from(`\uFEFF${TEXT}`), 'utf-8', false],
    ['UTF-8 with a mark that was decoded twice', Buffer.from(`ï»¿${TEXT}`), 'utf-8', false],
    ['UTF-16 LE with a mark', iconv.encode(TEXT, 'utf-16le', { addBOM: true }), 'utf-16le', false],
    ['UTF-16 BE with a mark', iconv.encode(TEXT, 'utf-16be', { addBOM: true }), 'utf-16be', false],
    ['UTF-16 LE without', iconv.encode(TEXT, 'utf-16le', { addBOM: false }), 'utf-16le', false],
    ['UTF-16 BE without', iconv.encode(TEXT, 'utf-16be', { addBOM: false }), 'utf-16be', false],
    ['windows-1252', iconv.encode(WESTERN, 'windows-1252'), 'windows-1252', true],
    ['ASCII', Buffer.from(ASCII), 'utf-8', false],
  ] as const)('%s', async ([, bytes, encoding, assumed]) => {
    const { input, rows, outcome } = await tableOf(bytes);
    expect(input).toMatchObject({ encoding, encodingAssumed: assumed, header: ['id', 'subject', 'status'] });
    expect(rows[0]?.[1]).toBe(bytes.includes('a,open') ? 'a' : '“né” €');
    if (rows.length > 1) expect(rows[1]?.[1]).toBe('Łódź 🙂');
    expect(outcome.undecodable).toBe(0);
  });

  it('is windows-1252 when the first letter beyond ASCII comes after the head of a large file', async () => {
    const text = `id,subject,status\n${'1,a,open\n'.repeat(300_000)}2,né,open\n`;
    const { input, rows } = await tableOf(iconv.encode(text, 'windows-1252'));
    expect(input).toMatchObject({ encoding: 'windows-1252', encodingAssumed: true });
    expect(rows.at(-1)).toEqual(['2', 'né', 'open']);
  });

  it('counts no U+FFFD that the bytes hold', async () => {
    const text = Buffer.from('id,subject,status\n1,a\uFFFDb,open\n2,né Łódź é é é,open\n3,\uFFFD\uFFFD,open\n');
    const { outcome } = await tableOf(Buffer.concat([text, Buffer.from([0x34, 0x2c, 0xe4, 0x2c, 0x6f, 0x0a])]));
    expect(outcome.undecodable).toBe(1);
  });

  it('stays UTF-8 where letters lie across the borders of chunks', async () => {
    // 3 bytes a letter and a prime-length line: some letter is cut at every border of 1 MiB.
    const { input, rows } = await tableOf(`id,subject,status\n${'1,語語語語,open\n'.repeat(200_000)}`);
    expect(input).toMatchObject({ encoding: 'utf-8', encodingAssumed: false });
    expect(rows.every(([, subject]) => subject === '語語語語')).toBe(true);
  });

  it('stays UTF-8 with one broken byte, which is counted, not dropped', async () => {
    const bytes = Buffer.concat([Buffer.from('id,subject,status\n1,né Łódź,open\n2,x'), Buffer.from([0xc3]), Buffer.from('y,open\n')]);
    const { input, rows, outcome } = await tableOf(bytes);
    expect(input).toMatchObject({ encoding: 'utf-8', encodingAssumed: true });
    expect(rows).toEqual([
      ['1', 'né Łódź', 'open'],
      ['2', 'x\uFFFDy', 'open'],
    ]);
    expect(outcome.undecodable).toBe(1);
  });

  it('counts what a pipe brings after its head that is not UTF-8', async () => {
    const bytes = iconv.encode(`id,subject,status\n${'1,a,open\n'.repeat(300_000)}2,né,open\n`, 'windows-1252');
    const { rows, outcome } = await readTable(await openPiped(bytes, 65_536));
    expect(rows.at(-1)).toEqual(['2', 'n\uFFFD', 'open']);
    expect(outcome.undecodable).toBe(1);
  });

  it('can be forced', async () => {
    const { input, rows } = await tableOf(iconv.encode('id,subject,status\n1,Привет,open\n', 'windows-1251'), { encoding: 'Windows-1251' });
    expect(input).toMatchObject({ encoding: 'windows-1251', encodingAssumed: false });
    expect(rows[0]?.[1]).toBe('Привет');
  });

  it('of an unknown name is an error', async () => {
    await expect(tableOf(ASCII, { encoding: 'klingon' })).rejects.toMatchObject({ code: 'unknown-encoding' });
  });
});
