import { Writable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { systemReason, writeOut } from '../../../src/cli/terminal/write-out.ts';

function failing(code: string): Writable {
  const stream = new Writable({ write: (_chunk, _encoding, done) => done(Object.assign(new Error(`${code}: secret path`), { code })) });
  return stream.on('error', () => {});
}

describe('writeOut', () => {
  it('waits until all is out', async () => {
    let written = '';
    const slow = new Writable({
      decodeStrings: false,
      write(chunk: string, _encoding, done) {
        setTimeout(() => {
          written += chunk;
          done();
        }, 5);
      },
    });
    await writeOut(slow, 'x'.repeat(200_000));
    expect(written).toHaveLength(200_000);
  });

  it('takes a reader that has gone for what it is', async () => {
    await expect(writeOut(failing('EPIPE'), 'x')).resolves.toBeUndefined();
  });

  it('says why else it cannot', async () => {
    await expect(writeOut(failing('ENOSPC'), 'x')).rejects.toThrow('cannot write to standard output: no space left on the device');
  });
});

describe('systemReason', () => {
  it('never repeats a message of the system', () => {
    expect(systemReason(Object.assign(new Error('EWEIRD: /home/jane'), { code: 'EWEIRD' }))).toBe('EWEIRD');
    expect(systemReason(new Error('/home/jane'))).toBe('unknown reason');
    expect(systemReason('jane')).toBe('unknown reason');
  });
});
