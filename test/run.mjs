// The suite in UTC, then what depends on time once more west and east of it (Kathmandu is at +05:45), on any operating system.
// Arguments go to vitest: `npm test -- test/cli`.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const vitest = fileURLToPath(new URL('../node_modules/vitest/vitest.mjs', import.meta.url));
const chosen = process.argv.slice(2);
const timeSensitive = [
  'test/lib/time',
  'test/normalize',
  'test/segments',
  'test/analyze',
  'test/kpis',
  'test/cli/options',
  'test/cli/program/report',
];

const runs = [
  { zone: 'UTC', what: chosen },
  { zone: 'America/Los_Angeles', what: chosen.length > 0 ? chosen : timeSensitive },
  { zone: 'Asia/Kathmandu', what: chosen.length > 0 ? chosen : timeSensitive },
];

let failed = 0;
for (const { zone, what } of runs) {
  console.log(`\nTZ=${zone}`);
  const { status } = spawnSync(process.execPath, [vitest, 'run', ...what], { stdio: 'inherit', env: { ...process.env, TZ: zone } });
  if (status !== 0) failed += 1;
}
process.exitCode = failed === 0 ? 0 : 1;
