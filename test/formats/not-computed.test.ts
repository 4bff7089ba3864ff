import { expect, it } from 'vitest';
import { notComputed } from '../../src/formats/not-computed.ts';
import type { Report } from '../../src/model/report.ts';
import { kpi } from './rich-report.ts';

const lacking = (title: string, ...missing: readonly string[]): Report['kpis'][number] =>
  kpi({ id: title.toLowerCase(), title, reason: 'missing-column', missing });

it('rows that were read and left out are not said to be missing', () => {
  const kpis = [
    lacking('Backlog', 'tickets.createdAt'),
    lacking('Contact rate', 'tickets.createdAt', 'events.at'),
    lacking('Referral rate', 'events.name'),
  ];
  const says = (inputs: Parameters<typeof notComputed>[0]['inputs']): readonly string[] =>
    notComputed({ kpis, inputs }).map(({ why, kpis: names }) => `${why}: ${names}`);

  expect(says([{ kind: 'tickets', rows: 240, used: 0 }])).toEqual([
    'needs events (what customers did): Contact rate, Referral rate',
    'all tickets that were read are left out: Backlog',
  ]);
  // An empty file holds none that could be left out.
  expect(says([{ kind: 'tickets', rows: 0, used: 0 }])).toContain('needs tickets: Backlog');
  expect(
    says([
      { kind: 'tickets', rows: 240, used: 0 },
      { kind: 'tickets', rows: 3, used: 3 },
    ]),
  ).toContain('needs when tickets were created: Backlog');
});
