import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, inject, it } from 'vitest';
import { emptyFolder } from './ticket-folder.ts';

const SIZE = 2_000_000;
const KILLS = 20;
const writer = pathToFileURL(join(inject('built'), 'dist', 'cli', 'output', 'write-file.js')).href;

describe('a report that is being written', () => {
  it('is the old one or the whole new one, whenever the program is killed', async () => {
    const location = join(emptyFolder(), 'report.md');
    writeFileSync(location, 'a'.repeat(SIZE));
    // Writes for ever, the one text after the other.
    const code = `
      const { writeWhole } = await import(${JSON.stringify(writer)});
      const file = { path: 'report.md', location: ${JSON.stringify(location)} };
      for (;;) for (const letter of 'ba') {
        await writeWhole(file, letter.repeat(${SIZE}));
        process.stdout.write('.');
      }`;
    for (let kill = 0; kill < KILLS; kill++) {
      const child = spawn(process.execPath, ['--input-type=module', '-e', code], { stdio: ['ignore', 'pipe', 'inherit'] });
      await once(child.stdout, 'data');
      await new Promise((resolve) => setTimeout(resolve, kill * 1.7));
      child.kill('SIGKILL');
      await once(child, 'close');
      const text = readFileSync(location, 'utf8');
      expect(text.length).toBe(SIZE);
      expect(new Set(text).size).toBe(1);
    }
  }, 60_000);
});
