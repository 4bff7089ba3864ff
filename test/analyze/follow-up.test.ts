import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mannWhitney } from '../../src/lib/stats/mann-whitney.ts';
import { kpis } from '../../src/kpis/index.ts';
import type { KpiResult } from '../../src/model/report.ts';
import { reportOn, resultOf } from '../support/ask.ts';
import type { Row } from '../support/build-dataset.ts';

const DAY = 86_400_000;
const MONDAY = Date.UTC(2025, 2, 3);
const older = { label: '2025-W10', start: MONDAY, end: MONDAY + 7 * DAY };
const newer = { label: '2025-W11', start: MONDAY + 7 * DAY, end: MONDAY + 14 * DAY };
/** Twelve hours after the newer week. */
const AS_OF = newer.end + DAY / 2;

const iso = (ms: number): string => new Date(ms).toISOString();

interface Habit {
  readonly fast: number;
  readonly slow: number;
  /** Whether the slow ones are answered after six days, or solved then without an answer. */
  readonly slowly?: 'answered' | 'solved';
}

/** Tickets of one week: every day at 09:00 some that are answered after ten minutes, and some for which nothing happens for six days. */
function week(start: number, { fast, slow, slowly = 'answered' }: Habit): Row[] {
  return Array.from({ length: 7 }, (_, day) => day).flatMap((day) =>
    Array.from({ length: fast + slow }, (_, index) => {
      const created = start + day * DAY + 9 * 3_600_000;
      const isFast = index < fast;
      const happened = isFast ? created + 600_000 : created + 6 * DAY;
      const known = happened <= AS_OF;
      const done = iso(happened);
      const solved = !isFast && slowly === 'solved';
      return {
        id: `${start}-${day}-${index}`,
        channel: index % 2 === 0 ? 'chat' : 'email',
        createdAt: iso(created),
        firstResponseAt: known && !solved ? done : null,
        solvedAt: known && solved ? done : null,
        status: known && solved ? 'solved' : 'open',
      };
    }),
  );
}

const compared = (id: string, before: Habit, now: Habit, question: Parameters<typeof reportOn>[1] = {}): KpiResult =>
  resultOf(
    reportOn(
      { tickets: [...week(older.start, before), ...week(newer.start, now)] },
      { asOf: iso(AS_OF), period: newer, previous: older, ...question },
    ),
    id,
  );

const HALF: Habit = { fast: 10, slow: 10 };

describe('equal follow-up', () => {
  // Ten fast and ten slow a day in both weeks: nothing has changed. Of the newer week only the slow ones of Monday and Tuesday are answered
  // yet (09:00 plus six days is Sunday and Monday 09:00; Wednesday's comes on Tuesday).
  it('first response time: the late answers that are still to come make no week better', () => {
    const result = compared('first-response-time', HALF, HALF);
    // Shown whole: 70 fast and 70 slow, (600 + 518,400) / 2; then 70 fast and 20 slow, of 90 the middle ones are fast.
    expect(result).toMatchObject({ value: 600, n: 90, previous: { value: 259_500, n: 140 } });
    const sorted = (fast: number, slow: number): Float64Array =>
      Float64Array.from({ length: fast + slow }, (_, row) => (row < fast ? 600 : 518_400));
    // The naive comparison would have called it better.
    expect(mannWhitney(sorted(70, 20), sorted(70, 70)).p).toBeLessThan(0.001);
    // The older week too, twelve hours after its end: 70 and 20.
    expect(result.change).toEqual({ absolute: 0, relative: 0, verdict: 'no-clear-change', followUpSeconds: 43_200 });
  });

  it('unanswered rate: those that are answered late are not answered never', () => {
    const result = compared('unanswered-rate', HALF, HALF);
    // Wednesday to Sunday: 50 of 140.
    expect(result).toMatchObject({ value: 50 / 140, previous: { value: 0, n: 140 } });
    expect(result.change).toEqual({ absolute: 0, relative: null, verdict: 'no-clear-change', followUpSeconds: 43_200 });
  });

  it('service level: what is solved without an answer later is a miss until then, in both weeks', () => {
    const solved: Habit = { ...HALF, slowly: 'solved' };
    const result = compared('service-level', solved, solved);
    // 70 in time; 50 neither answered nor solved yet. In the older week all 70 of these have been solved and left the rate.
    expect(result).toMatchObject({ value: 70 / 120, n: 120, previous: { value: 1, n: 70 } });
    expect(result.change).toEqual({ absolute: 0, relative: null, verdict: 'no-clear-change', followUpSeconds: 43_200 });
  });

  it('transfers: those that are still to come', () => {
    // Three tickets a day in both weeks, each sent on after six days: of the newer week Monday's and Tuesday's so far.
    const tickets = [older, newer].flatMap(({ start }) => week(start, { fast: 0, slow: 3 }));
    const changes = tickets
      .map(({ id, createdAt }) => ({
        ticketId: id,
        at: iso(Date.parse(String(createdAt)) + 6 * DAY),
        field: 'group',
        from: 'First level',
        to: 'Billing',
      }))
      .filter(({ at }) => Date.parse(at) <= AS_OF);
    const result = resultOf(reportOn({ tickets, changes }, { asOf: iso(AS_OF), period: newer, previous: older }), 'transfer-rate');
    expect(result).toMatchObject({ value: 6 / 21, previous: { value: 1, n: 21 } });
    expect(result.change).toEqual({ absolute: 0, relative: null, verdict: 'no-clear-change', followUpSeconds: 43_200 });
  });

  it('still sees what has changed', () => {
    // 5 of 20 fast instead of 15 of 20: unanswered twelve hours after the week 75 of 140, before 25.
    const result = compared('unanswered-rate', { fast: 15, slow: 5 }, { fast: 5, slow: 15 });
    expect(result.change).toMatchObject({ absolute: 75 / 140 - 25 / 140, verdict: 'worse', followUpSeconds: 43_200 });
    // Twelve hours after the older week 14 fast and 36 slow answers were known: median six days. After the newer 126 and 4: ten minutes.
    expect(compared('first-response-time', { fast: 2, slow: 18 }, { fast: 18, slow: 2 }).change).toMatchObject({
      absolute: 600 - 518_400,
      verdict: 'better',
      followUpSeconds: 43_200,
    });
  });

  it('says nothing of it where it makes no difference', () => {
    const change = compared('first-response-time', { fast: 20, slow: 0 }, { fast: 20, slow: 0 }).change;
    expect(change).toEqual({ absolute: 0, relative: 0, verdict: 'no-clear-change' });
  });

  it('gives no numbers where nothing was known so early', () => {
    // Twelve hours after the older week none of its Sunday's tickets was answered.
    const slowSunday = week(older.start, { fast: 0, slow: 20 }).slice(-20);
    const fastMonday = week(newer.start, { fast: 20, slow: 0 }).slice(0, 20);
    const result = resultOf(
      reportOn({ tickets: [...slowSunday, ...fastMonday] }, { asOf: iso(AS_OF), period: newer, previous: older }),
      'first-response-time',
    );
    expect(result).toMatchObject({ value: 600, previous: { value: 518_400, n: 20 } });
    expect(result.change).toEqual({ absolute: null, relative: null, verdict: 'too-few', followUpSeconds: 43_200 });
  });

  it('holds in groups', () => {
    const tickets = [...week(older.start, HALF), ...week(newer.start, HALF)];
    const report = reportOn({ tickets }, { asOf: iso(AS_OF), period: newer, previous: older, by: ['channel'] });
    for (const { kpis: results } of report.breakdowns[0]!.groups) {
      const result = results.find(({ id }) => id === 'unanswered-rate')!;
      expect(result.change).toEqual({ absolute: 0, relative: null, verdict: 'no-clear-change', followUpSeconds: 43_200 });
      expect(result.value).toBeCloseTo(25 / 70, 12);
    }
  });

  it('leaves cohorts by event alone: what happened in a closed period stays', () => {
    const kpi = kpis.find(({ id }) => id === 'first-response-time')!;
    const result = compared('first-response-time', HALF, HALF, { kpis: [{ kpi, options: { cohort: 'event' } }] });
    expect(result.change).not.toHaveProperty('followUpSeconds');
  });

  it('follows no row of a longer period for longer than any of the shorter one', () => {
    // Before: two weeks, whose first Monday had answers after ten days; the newer week cannot have any so late.
    const long = { label: 'two weeks', start: older.start - 7 * DAY, end: older.end };
    const created = long.start + 9 * 3_600_000;
    const late = Array.from({ length: 20 }, (_, id) => ({
      id: `late-${id}`,
      channel: 'chat',
      createdAt: iso(created),
      firstResponseAt: iso(created + 10 * DAY),
      solvedAt: null,
      status: 'open',
    }));
    const fast: Habit = { fast: 5, slow: 0 };
    const tickets = [...late, ...week(older.start, fast), ...week(newer.start, fast)];
    const result = resultOf(reportOn({ tickets }, { asOf: iso(AS_OF), period: newer, previous: long }), 'first-response-time');
    // 20 late and 35 fast: the median is fast, but 55 values are not the 35 that can be compared.
    expect(result.previous).toEqual({ value: 600, n: 55 });
    expect(result.change).toEqual({ absolute: 0, relative: 0, verdict: 'no-clear-change', followUpSeconds: 43_200 });
  });

  it('of a period with itself is no change', () => {
    const ids = ['first-response-time', 'service-level', 'unanswered-rate'];
    const hours = fc.integer({ min: 0, max: 24 * 20 });
    const ticket = fc.record({ created: fc.integer({ min: 0, max: 24 * 7 - 1 }), response: fc.option(hours), solution: fc.option(hours) });
    fc.assert(
      fc.property(fc.array(ticket, { minLength: 1, maxLength: 40 }), fc.integer({ min: 0, max: 24 * 10 }), (list, lag) => {
        const asOf = newer.end + lag * 3_600_000;
        const tickets = list.map(({ created, response, solution }, id) => {
          const start = newer.start + created * 3_600_000;
          const after = (some: number | null): string | null =>
            some !== null && start + some * 3_600_000 <= asOf ? iso(start + some * 3_600_000) : null;
          return {
            id: `${id}`,
            createdAt: iso(start),
            firstResponseAt: after(response),
            solvedAt: after(solution),
            status: after(solution) ? 'solved' : 'open',
          };
        });
        const report = reportOn({ tickets }, { asOf: iso(asOf), period: newer, previous: { ...newer, label: 'again' } });
        for (const id of ids) {
          const { change, value } = resultOf(report, id);
          if (value === null) expect(change).toBeNull();
          else
            expect([change!.absolute, ['no-clear-change', 'too-few'].includes(change!.verdict!), 'followUpSeconds' in change!]).toEqual([
              0,
              true,
              false,
            ]);
        }
      }),
      { numRuns: 40 },
    );
  });
});
