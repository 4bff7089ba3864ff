#!/usr/bin/env node
// The least that reading NDJSON can cost in JavaScript: node test/bench/parse-lines.mjs FILE
import { createReadStream } from 'node:fs';

let count = 0;
let rest = '';
for await (const chunk of createReadStream(process.argv[2], { encoding: 'utf8', highWaterMark: 1 << 20 })) {
  const lines = (rest + chunk).split('\n');
  rest = lines.pop();
  for (const line of lines) count += Object.keys(JSON.parse(line)).length;
}
process.stdout.write(`${count}\n`);
