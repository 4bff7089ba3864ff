#!/usr/bin/env node
// The same numbers the straightforward way, to compare speed and values with: node test/bench/plain.mjs FILE
// csv-parse gives an object a row, the rest are arrays, loops and sorts. Prints JSON: overall and by channel.
import { createReadStream } from 'node:fs';
import { parse } from 'csv-parse';

const rows = [];
for await (const row of createReadStream(process.argv[2]).pipe(parse({ columns: true }))) {
  const created = Date.parse(row['Created at']);
  const responded = Date.parse(row['First response at']);
  const solved = Date.parse(row['Solved at']);
  rows.push({
    channel: row['Via'],
    requester: row['Requester id'],
    created,
    latest: Math.max(created, Date.parse(row['Updated at']), responded || 0, solved || 0),
    response: (responded - created) / 1000, // NaN when there is none
    resolution: (solved - created) / 1000,
    solved: !Number.isNaN(solved),
    replies: Number(row['Replies']),
    reopens: Number(row['Reopens']),
    score: row['Satisfaction Score'],
  });
}
const asOf = rows.reduce((latest, row) => Math.max(latest, row.latest), -Infinity);

const count = (list, test) => list.reduce((n, item) => n + (test(item) ? 1 : 0), 0);
const share = (list, test) => ({ value: count(list, test) / list.length, n: list.length });

function distribution(values) {
  const sorted = values.filter((value) => !Number.isNaN(value)).sort((a, b) => a - b);
  const quantile = (p) => {
    const at = (sorted.length - 1) * p;
    const below = Math.floor(at);
    return sorted[below] + ((sorted[below + 1] ?? sorted[below]) - sorted[below]) * (at - below);
  };
  return {
    n: sorted.length,
    median: quantile(0.5),
    p90: quantile(0.9),
    mean: sorted.reduce((sum, value) => sum + value, 0) / sorted.length,
  };
}

// Calendar days from the first ticket to the last, the same for every channel.
const day = (ms) => Math.floor(ms / 86_400_000);
const days =
  rows.reduce((last, row) => Math.max(last, day(row.created)), -Infinity) -
  rows.reduce((first, row) => Math.min(first, day(row.created)), Infinity) +
  1;

function kpis(list) {
  const answered = (row) => !Number.isNaN(row.response);
  const solved = list.filter((row) => row.solved);
  const helped = solved.filter((row) => row.replies >= 1);
  const due = list.filter((row) => row.created + 900_000 <= asOf && (answered(row) || !row.solved));
  const rated = list.filter((row) => row.score === 'Good' || row.score === 'Bad');
  const offered = list.filter((row) => row.score !== '');
  return {
    'first-response-time': distribution(list.map((row) => row.response)),
    'resolution-time': distribution(list.map((row) => row.resolution)),
    'service-level': share(due, (row) => row.response <= 900),
    'unanswered-rate': share(list, (row) => !answered(row) && !row.solved),
    'first-contact-resolution': share(helped, (row) => row.replies === 1),
    'replies-to-resolve': { n: helped.length, mean: helped.reduce((sum, row) => sum + row.replies, 0) / helped.length },
    'reopen-rate': share(solved, (row) => row.reopens > 0),
    csat: share(rated, (row) => row.score === 'Good'),
    'csat-response-rate': share(offered, (row) => row.score !== 'Offered'),
    'tickets-per-day': { value: list.length / days, n: list.length },
    backlog: { value: count(list, (row) => !row.solved) },
  };
}

const channels = new Set(rows.map((row) => row.channel));
const byChannel = Object.fromEntries(Array.from(channels, (channel) => [channel, kpis(rows.filter((row) => row.channel === channel))]));
process.stdout.write(`${JSON.stringify({ all: kpis(rows), byChannel })}\n`);
