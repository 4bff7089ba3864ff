// The suite in UTC, then what depends on time once more west and east of it (Kathmandu is at +05:45), on any operating system.
// Arguments go to vitest: `npm test -- test/cli`.
import { spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const vitest = fileURLToPath(new URL('../node_modules/vitest/vitest.mjs', import.meta.url));
const chosen = process.argv.slice(2);
// These compare two ways of reading with one another, and take long: in another zone both would go wrong alike.
const COMPARISONS = new Set(['runs', 'views', 'rows-elsewhere', 'records-elsewhere'].map((name) => `${name}.test.ts`));
const normalize = fileURLToPath(new URL('normalize', import.meta.url));
const timeSensitive = [
  'test/lib/time',
  ...readdirSync(normalize).flatMap((name) => (name.endsWith('.test.ts') && !COMPARISONS.has(name) ? [`test/normalize/${name}`] : [])),
  'test/segments',
  'test/analyze',
  'test/kpis',
  'test/cli/options',
  'test/cli/program/report',
];

const elsewhere = chosen.length > 0 ? chosen : timeSensitive;
const runs = [
  { zone: 'UTC', what: chosen },
  { zone: 'America/Los_Angeles', what: elsewhere },
  { zone: 'Asia/Kathmandu', what: elsewhere },
];

// What tests write goes when they have ended.
const folder = mkdtempSync(join(tmpdir(), 'happiness-tests-'));
// Also for the user that a test may become.
chmodSync(folder, 0o755);
const env = { ...process.env, TMPDIR: folder, TEMP: folder, TMP: folder };

const failed = runs.filter(({ zone, what }) => {
  console.log(`\nTZ=${zone}`);
  return spawnSync(process.execPath, [vitest, 'run', ...what], { stdio: 'inherit', env: { ...env, TZ: zone } }).status !== 0;
});
rmSync(folder, { recursive: true });
for (const { zone } of failed) console.log(`failed: TZ=${zone}`);
process.exitCode = failed.length === 0 ? 0 : 1;
