import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { UserError } from '../../src/model/user-error.ts';
import { openPiped, readLists, readTable } from './reading-files.ts';

const SEEDS: readonly Buffer[] = [
  readFileSync(fileURLToPath(new URL('../../fixtures/read/freshdesk.xls', import.meta.url))),
  Buffer.from('id,subject,status\n1,"two\nlines",open\n2,"a ""b""",open\n'),
  Buffer.from('\uFEFFid;subject\r\n1;"é\r\n"\r\n', 'utf16le'),
  Buffer.from('{"tickets":[{"ticket":{"id":12345678901234567890},"comments":[{"public":true}]}],"users":[{"id":1}]}'),
  Buffer.from('{"ticket":{"id":1}}\n{"ticket":{"id":2}}\n{"user":{"id":2}}\n'),
  gzipSync('id,subject,status\n1,a,open\n'),
];

/** Cut, doubled and overwritten in random places. */
const damaged = fc
  .tuple(
    fc.constantFrom(...SEEDS),
    fc.array(fc.tuple(fc.nat(), fc.nat(60), fc.constantFrom('', '"', '\n', '\0', '<', '{', ']', '\xff', '\\')), { maxLength: 5 }),
  )
  .map(([seed, changes]) =>
    changes.reduce<Buffer>((bytes, [place, length, put]) => {
      const at = place % (bytes.length + 1);
      return Buffer.concat([bytes.subarray(0, at), Buffer.from(put, 'latin1'), bytes.subarray(at + length)]);
    }, seed),
  );

describe('damaged input', () => {
  it('is read or refused with its path, and never crashes', async () => {
    await fc.assert(
      fc.asyncProperty(damaged, fc.integer({ min: 1, max: 200 }), async (bytes, size) => {
        try {
          const input = await openPiped(bytes, size);
          await ('header' in input ? readTable(input) : readLists(input));
        } catch (error) {
          if (!(error instanceof UserError)) throw error;
          expect(error.place.file).toBe('-');
        }
      }),
      { numRuns: 500 },
    );
  });
});
