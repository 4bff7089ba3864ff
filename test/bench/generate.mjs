#!/usr/bin/env node
// Writes a helpdesk export to measure with: node test/bench/generate.mjs ROWS FILE [SEED]
// 24 columns, RFC 4180: quoted cells, doubled quotes, line breaks in one cell of five of "Description", empty cells.
// A year of tickets, evenly spread; waiting times are log-uniform; one answer in thirty is missing, one ticket in ten open.
import { closeSync, openSync, renameSync, writeSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

const START = Date.UTC(2025, 0, 1);
const YEAR_SECONDS = 365 * 86_400;

const COLUMNS = [
  'Id',
  'Subject',
  'Description',
  'Status',
  'Priority',
  'Ticket type',
  'Via',
  'Group',
  'Assignee',
  'Requester id',
  'Requester email',
  'Organization',
  'Tags',
  'Created at',
  'Updated at',
  'First response at',
  'Solved at',
  'Replies',
  'Requester replies',
  'Reopens',
  'Satisfaction Score',
  'Satisfaction comment',
  'Plan',
  'Locale',
];

function mulberry32(seed) {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let x = Math.imul(state ^ (state >>> 15), 1 | state);
    x = (x + Math.imul(x ^ (x >>> 7), 61 | x)) ^ x;
    return ((x ^ (x >>> 14)) >>> 0) / 4294967296;
  };
}

/** Writes `rows` tickets; a half-written file never bears the final name. */
export function generate(rows, file, seed = 12345) {
  const random = mulberry32(seed);
  const whole = (below) => Math.floor(random() * below);
  const pick = (...choices) => choices[whole(choices.length)];
  const iso = (ms) => `${new Date(ms).toISOString().slice(0, 19)}Z`;
  const requesters = Math.max(1, Math.floor(rows / 4));

  const ticket = (id) => {
    const created = START + Math.floor((id * YEAR_SECONDS) / rows) * 1000;
    const answered = random() < 0.97;
    const firstResponse = created + Math.floor(60 * Math.exp(7 * random())) * 1000;
    const solved = random() < 0.9;
    const solvedAt = firstResponse + Math.floor(600 * Math.exp(6 * random())) * 1000;
    const requester = whole(requesters);
    const long = random() < 0.2;
    return [
      id,
      pick(
        'Cannot log in',
        'Invoice is wrong',
        'Feature request: dark mode',
        '"""Urgent"", site is down"',
        '"Refund, please"',
        'Backup failed again',
      ),
      long
        ? `"Hello team,\nwe have a problem with ""backup"" since ${id}.\nThanks"`
        : `Short description of ticket number ${id} without anything special`,
      solved ? pick('Solved', 'Closed') : pick('Open', 'Pending', 'New'),
      pick('Low', 'Normal', 'High', 'Urgent'),
      pick('Question', 'Incident', 'Problem', 'Task'),
      pick('Mail', 'Web', 'Chat', 'Phone', 'Facebook'),
      pick('Billing', 'Technical', 'Success', 'Sales'),
      `Agent ${whole(40)}`,
      requester,
      `user${requester}@example.com`,
      `Org ${whole(2000)}`,
      `"tag_${whole(50)} tag_${whole(50)}"`,
      iso(created),
      iso(solved ? solvedAt : created),
      answered ? iso(firstResponse) : '',
      solved ? iso(solvedAt) : '',
      answered ? 1 + whole(5) : 0,
      whole(4),
      random() < 0.05 ? 1 : 0,
      random() < 0.2 ? pick('Good', 'Good', 'Good', 'Bad') : pick('Offered', ''),
      '',
      pick('free', 'pro', 'business'),
      'en-US',
    ].join(',');
  };

  const unfinished = `${file}.part`;
  const out = openSync(unfinished, 'w');
  let lines = [COLUMNS.join(',')];
  for (let id = 1; id <= rows; id++) {
    lines.push(ticket(id));
    if (lines.length >= 10_000 || id === rows) {
      writeSync(out, `${lines.join('\n')}\n`);
      lines = [];
    }
  }
  closeSync(out);
  renameSync(unfinished, file);
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  const [rows, file, seed] = [Number(process.argv[2]), process.argv[3], Number(process.argv[4] ?? 12345)];
  if (Number.isInteger(rows) && rows >= 1 && file && Number.isInteger(seed)) generate(rows, file, seed);
  else {
    process.stderr.write('usage: node test/bench/generate.mjs ROWS FILE [SEED]\n');
    process.exitCode = 2;
  }
}
