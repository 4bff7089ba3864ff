import { defineConfig } from 'vitest/config';

/** Tests that start the program itself need it built; all others run on the sources. */
const SPAWNING = ['test/cli/program/**/*.test.ts', 'test/package.test.ts', 'test/readme.test.ts'];

export default defineConfig({
  test: {
    clearMocks: true,
    allowOnly: false,
    // In a log, what failed must not drown in what passed.
    reporters: process.stdout.isTTY ? 'default' : 'minimal',
    testTimeout: 30_000,
    // vitest would leave one core idle, which is half of a small machine.
    maxWorkers: '100%',
    coverage: { include: ['src/**'] },
    projects: [
      { extends: true, test: { name: 'rooms', include: ['test/**/*.test.ts'], exclude: SPAWNING } },
      { extends: true, test: { name: 'program', include: SPAWNING, globalSetup: ['test/cli/program/build-once.ts'] } },
    ],
  },
});
