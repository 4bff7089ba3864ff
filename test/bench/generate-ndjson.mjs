#!/usr/bin/env node
// Writes tickets as Zendesk's API gives them, one a line, each with its comments: node test/bench/generate-ndjson.mjs ROWS FILE [SEED]
import { closeSync, openSync, renameSync, writeSync } from 'node:fs';

const [rows, file, seed] = [Number(process.argv[2]), process.argv[3], Number(process.argv[4] ?? 12345)];
let state = seed | 0;
const random = () => {
  state = (state + 0x6d2b79f5) | 0;
  let x = Math.imul(state ^ (state >>> 15), 1 | state);
  x = (x + Math.imul(x ^ (x >>> 7), 61 | x)) ^ x;
  return ((x ^ (x >>> 14)) >>> 0) / 4294967296;
};
const whole = (below) => Math.floor(random() * below);
const pick = (...choices) => choices[whole(choices.length)];
const iso = (ms) => `${new Date(ms).toISOString().slice(0, 19)}Z`;

function ticket(id) {
  const created = Date.UTC(2025, 0, 1) + Math.floor((id * 365 * 86_400) / rows) * 1000;
  const requester = 360_000_000_000 + whole(Math.max(1, rows / 4));
  let at = created;
  const comments = Array.from({ length: 1 + whole(6) }, (_, place) => {
    at += place === 0 ? 0 : Math.floor(60 * Math.exp(6 * random())) * 1000;
    return {
      id: id * 10 + place,
      type: 'Comment',
      author_id: place % 2 === 0 ? requester : 1_900_000_000_000 + whole(40),
      body: `We looked into it, "backup" of ${id}.\nPlease try again and tell us. `.repeat(1 + whole(3)),
      public: random() < 0.9,
      created_at: iso(at),
    };
  });
  return {
    url: `https://example.zendesk.com/api/v2/tickets/${id}.json`,
    id,
    external_id: null,
    via: { channel: pick('email', 'web', 'chat', 'voice'), source: { from: {}, to: {}, rel: null } },
    created_at: iso(created),
    updated_at: iso(at),
    type: pick('question', 'incident', 'problem', 'task'),
    subject: pick('Cannot log in', 'Invoice is wrong', 'Refund, please'),
    description: `We looked into it, "backup" of ${id}.`,
    priority: pick('low', 'normal', 'high', 'urgent'),
    status: pick('open', 'pending', 'solved', 'solved', 'closed'),
    requester_id: requester,
    submitter_id: requester,
    assignee_id: 1_900_000_000_000 + whole(40),
    organization_id: whole(2000),
    group_id: whole(6),
    tags: [`tag_${whole(50)}`, `tag_${whole(50)}`],
    custom_fields: [
      { id: 1, value: pick('a', 'b') },
      { id: 2, value: null },
    ],
    satisfaction_rating: { score: pick('good', 'bad', 'offered', 'unoffered') },
    comments,
  };
}

const unfinished = `${file}.part`;
const out = openSync(unfinished, 'w');
for (let id = 1; id <= rows;) {
  const lines = [];
  for (; lines.length < 5000 && id <= rows; id++) lines.push(JSON.stringify(ticket(id)));
  writeSync(out, `${lines.join('\n')}\n`);
}
closeSync(out);
renameSync(unfinished, file);
