import fc from 'fast-check';
import { expect, it } from 'vitest';
import { instantText, noAnswerText } from '../../src/formats/period-text.ts';
import { emptyReport } from './rich-report.ts';

it('the plain way to write instants of UTC is that of the zones', () => {
  const years = fc.date({ min: new Date(Date.UTC(900, 0, 1)), max: new Date(Date.UTC(10_100, 0, 1)), noInvalidDate: true });
  fc.assert(
    fc.property(years, (at) => {
      expect(instantText(at.toISOString(), 'UTC')).toBe(instantText(at.toISOString(), 'Etc/UTC'));
    }),
  );
  expect(instantText('2025-04-01T00:00:59.999Z', 'UTC')).toBe('2025-04-01');
  expect(instantText('2025-04-01T23:59:59.999Z', 'UTC')).toBe('2025-04-01 23:59');
});

it('where nothing can be told, it is told where the data is', () => {
  const nothing = 'No KPI can be computed from this data for this period.';
  const of = (start: string, end: string): string => noAnswerText({ ...emptyReport, timeZone: 'UTC', dataSpan: { start, end } });
  expect(noAnswerText(emptyReport)).toBe(nothing);
  // Both ends are time stamps of rows, so the last day is part of it even at its first instant.
  expect(of('2026-07-01T08:00:00.000Z', '2026-10-01T00:00:00.000Z')).toBe(`${nothing} The data goes from 2026-07-01 to 2026-10-01.`);
  expect(of('2026-07-01T08:00:00.000Z', '2026-07-01T09:00:00.000Z')).toBe(`${nothing} The data is of 2026-07-01.`);
});
