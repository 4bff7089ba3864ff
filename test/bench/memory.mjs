// Loaded before a measured program (node --import): leaves the peak of its resident memory, in bytes, in the file that BENCH_MEMORY names.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';

process.on('exit', () => {
  // Linux counts the memory of the process that started this one into maxRSS; VmHWM does not.
  const status = existsSync('/proc/self/status') ? readFileSync('/proc/self/status', 'utf8') : '';
  const kilobytes = Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? process.resourceUsage().maxRSS);
  writeFileSync(process.env.BENCH_MEMORY, String(kilobytes * 1024));
});
