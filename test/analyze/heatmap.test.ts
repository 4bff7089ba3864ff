import { describe, expect, it } from 'vitest';
import type { Heatmap } from '../../src/model/report.ts';
import { parseWhere } from '../../src/segments/conditions/parse-condition.ts';
import { month, reportOn } from '../support/ask.ts';

/** `mon 09: 2`, filled hours only. */
function filled(heatmap: Heatmap | undefined): readonly string[] {
  return (heatmap?.days ?? []).flatMap(({ day, hours }) =>
    hours.flatMap((count, hour) => (count === 0 ? [] : [`${day} ${String(hour).padStart(2, '0')}: ${count}`])),
  );
}

const ROWS = {
  tickets: [
    // Monday 10 March 2025, 23:30 UTC; Tuesday 00:30 in Berlin (+01:00), Tuesday 05:15 in Kathmandu (+05:45).
    { id: '1', createdAt: '2025-03-10T23:30:00Z', channel: 'email' },
    { id: '2', createdAt: '2025-03-10T23:45:00Z', channel: 'chat' },
    // Sunday 30 March, 01:30 UTC: the clocks have just gone forward, 03:30 in Berlin.
    { id: '3', createdAt: '2025-03-30T01:30:00Z', channel: 'email' },
    { id: '4', createdAt: null, channel: 'email' },
  ],
  messages: [
    { ticketId: '1', at: '2025-03-10T23:30:00Z', author: 'customer', public: true },
    { ticketId: '1', at: '2025-03-11T07:00:00Z', author: 'bot', public: true },
    { ticketId: '1', at: '2025-03-11T08:00:00Z', author: 'agent', public: false },
    { ticketId: '1', at: '2025-03-11T09:00:00Z', author: 'agent', public: true },
    { ticketId: '1', at: '2025-04-01T10:00:00Z', author: 'agent', public: true },
    // Opens the ticket: no answer.
    { ticketId: '2', at: '2025-03-10T23:45:00Z', author: 'agent', public: true },
    { ticketId: '2', at: '2025-03-11T11:00:00Z', author: 'customer', public: true },
    { ticketId: '2', at: '2025-03-11T12:30:00Z', author: 'agent', public: true },
  ],
};

describe('heatmaps', () => {
  it('are there only when asked for', () => {
    expect(reportOn(ROWS).heatmaps).toBeUndefined();
  });

  it('count arrivals by weekday and hour of the reporting zone', () => {
    const inZone = (timeZone: string): readonly string[] => filled(reportOn(ROWS, { heatmap: true, timeZone }).heatmaps?.[0]);
    expect(inZone('UTC')).toEqual(['mon 23: 2', 'sun 01: 1']);
    expect(inZone('Europe/Berlin')).toEqual(['tue 00: 2', 'sun 03: 1']);
    expect(inZone('Asia/Kathmandu')).toEqual(['tue 05: 2', 'sun 07: 1']);
  });

  it('count public answers of people, not what opened a ticket', () => {
    const answers = reportOn(ROWS, { heatmap: true }).heatmaps?.[1];
    expect(filled(answers)).toEqual(['tue 09: 1', 'tue 10: 1', 'tue 12: 1']);
    expect(answers).toMatchObject({ id: 'answers', n: 3, reason: null });
  });

  it('keep to the period and the condition', () => {
    const { heatmaps } = reportOn(ROWS, { heatmap: true, period: month(2025, 3), where: parseWhere(['channel=email']) });
    expect(heatmaps?.map(filled)).toEqual([['mon 23: 1', 'sun 01: 1'], ['tue 09: 1']]);
  });

  it('begin with the first day of the week', () => {
    const days = reportOn(ROWS, { heatmap: true, weekStart: 'sun' }).heatmaps?.[0]?.days.map(({ day }) => day);
    expect(days).toEqual(['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat']);
  });

  it('take the first answers where there are no messages', () => {
    const { heatmaps } = reportOn(
      { tickets: [{ id: '1', createdAt: '2025-03-10T09:00:00Z', firstResponseAt: '2025-03-12T14:59:59Z' }] },
      { heatmap: true },
    );
    expect(heatmaps?.map(filled)).toEqual([['mon 09: 1'], ['wed 14: 1']]);
  });

  it('say why there are none', () => {
    const { heatmaps } = reportOn({ tickets: [{ id: '1', status: 'open' }] }, { heatmap: true });
    expect(heatmaps?.map(({ reason, n }) => [reason, n])).toEqual([
      ['missing-column', 0],
      ['missing-column', 0],
    ]);
  });
});
