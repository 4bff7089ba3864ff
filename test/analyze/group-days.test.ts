import { expect, it } from 'vitest';
import { reportOn } from '../support/ask.ts';

it('divides every group by the same days, so that the groups add up to the whole', () => {
  // Ten days, 1 to 10 March: a mail every day, two chats on the 4th. 12 tickets in 10 days; chat 0.2 a day, not 2.
  const tickets = Array.from({ length: 10 }, (_, day) => ({
    id: `m${day}`,
    channel: 'email',
    createdAt: `2025-03-${String(day + 1).padStart(2, '0')}T09:00:00Z`,
  }));
  const chats = ['09', '15'].map((hour) => ({ id: `c${hour}`, channel: 'chat', createdAt: `2025-03-04T${hour}:00:00Z` }));
  const report = reportOn({ tickets: [...tickets, ...chats] }, { by: ['channel'] });
  const perDay = (kpis: (typeof report)['kpis']): number | null | undefined => kpis.find(({ id }) => id === 'tickets-per-day')?.value;
  expect(perDay(report.kpis)).toBeCloseTo(1.2, 12);
  expect(report.breakdowns[0]!.groups.map(({ key, kpis }) => [key, perDay(kpis)])).toEqual([
    ['email', 1],
    ['chat', 0.2],
  ]);
});
