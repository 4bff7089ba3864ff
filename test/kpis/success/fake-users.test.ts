import { describe, expect, it } from 'vitest';
import { askKpi, reportFor, times } from './ask-kpi.ts';

const AS_OF = '2025-06-01T00:00:00Z';
const share = (result: ReturnType<typeof askKpi>, rule: string): number | null | undefined =>
  result.parts?.find(({ key }) => key === rule)?.value;

describe('rules', () => {
  it('take our own and throw-away domains, and those below them', () => {
    const emails = ['a@customer.com', 'b@our.com', 'c@mail.our.com', 'd@notour.com', 'e@MAILINATOR.com', 'f@mine.example', null];
    const customers = emails.map((email, row) => ({ id: `${row}`, email, signedUpAt: '2025-05-20T00:00:00Z' }));
    const result = askKpi(
      'fake-user-share',
      { customers },
      { asOf: AS_OF, settings: { fakeUsers: { domains: ['mine.example'], internal: ['our.com'] } } },
    );
    expect(result).toMatchObject({ value: 4 / 7, n: 7, counts: { fake: 4, users: 7 } });
    expect([share(result, 'internal'), share(result, 'disposable mail')]).toEqual([2 / 7, 2 / 7]);
  });

  it('never active: 30 days and more after signing up without a trace', () => {
    const since = '2025-04-01T00:00:00Z';
    const rows = {
      customers: ['silent', 'visits', 'writes', 'pays', 'young'].map((id) => ({
        id,
        signedUpAt: id === 'young' ? '2025-05-20T00:00:00Z' : since,
        mrr: id === 'pays' ? 10 : 0,
      })),
      events: [
        ...['silent', 'visits', 'writes', 'pays', 'young'].map((customerId) => ({ customerId, at: since, name: 'signup' })),
        { customerId: 'visits', at: '2025-04-01T01:00:00Z', name: 'visit' },
        { customerId: 'silent', at: '2025-04-02T00:00:00Z', name: 'notice' },
      ],
      tickets: [{ id: '1', customerId: 'writes', createdAt: '2025-04-02T00:00:00Z' }],
    };
    expect(askKpi('fake-user-share', rows, { asOf: AS_OF })).toMatchObject({
      value: 0.2,
      n: 5,
      parts: [{ key: 'never active', value: 0.2 }],
    });
  });

  it('nobody is called inactive where no activity is recorded, nor who signed up before it was', () => {
    const customers = [{ id: 'old', signedUpAt: '2023-01-01T00:00:00Z' }];
    expect(askKpi('fake-user-share', { customers }, { asOf: AS_OF }).value).toBe(0);
    expect(
      askKpi('fake-user-share', { customers, events: [{ customerId: 'x', at: '2025-05-01T00:00:00Z', name: 'visit' }] }, { asOf: AS_OF }),
    ).toMatchObject({ value: 0, n: 1 });
  });

  it('a day of far more signups than usual, except who pays', () => {
    // 1, 2 or 3 signups a day, median 2, MAD 1: above 2 + 5 × 1.4826 = 9.4 a day is a burst.
    const ordinary = Array.from({ length: 30 }, (_, day) =>
      times(1 + (day % 3), (row) => ({ id: `d${day}/${row}`, signedUpAt: new Date(Date.UTC(2025, 3, 1 + day, 10)).toISOString(), mrr: 0 })),
    ).flat();
    const burst = times(20, (row) => ({ id: `b${row}`, signedUpAt: '2025-04-15T11:00:00Z', mrr: row < 5 ? 10 : 0 }));
    const result = askKpi('fake-user-share', { customers: [...ordinary, ...burst] }, { asOf: '2025-05-01T00:00:00Z' });
    // 60 ordinary ones, one to three of whom signed up on that day too: day 14 of the list has 1 + 14 % 3 = 3.
    expect(result).toMatchObject({ n: 80, counts: { fake: 15 + 3 } });
  });

  it('a quiet year has no bursts: the spread of its days is zero', () => {
    const customers = times(40, (row) => ({
      id: `${row}`,
      signedUpAt: row < 20 ? '2025-03-01T00:00:00Z' : new Date(Date.UTC(2024, 6, row)).toISOString(),
    }));
    expect(askKpi('fake-user-share', { customers }, { asOf: AS_OF }).value).toBe(0);
  });
});

describe('with and without them', () => {
  const customers = times(10, (row) => ({
    id: `${row}`,
    signedUpAt: '2024-06-01T00:00:00Z',
    cancelledAt: row < 2 ? '2025-03-10T00:00:00Z' : null,
    fake: row === 0 || row === 9,
  }));
  const asked = { asOf: '2025-04-15T00:00:00Z', month: '2025-03' };

  it('stand both: the headline has them', () => {
    // 2 of 10 left; of the eight that are not fake one did.
    expect(askKpi('churn-rate', { customers }, asked)).toMatchObject({ value: 0.2, n: 10, withoutFake: { value: 0.125, n: 8 } });
  });

  it('does not leave out the inactive where activity is what is measured', () => {
    const events = [
      ...times(4, (row) => ({ customerId: `${row}`, at: '2025-01-01T00:00:00Z', name: 'signup' })),
      { customerId: '0', at: '2025-01-02T10:00:00Z', name: 'visit' },
    ];
    const report = reportFor(['fake-user-share', 'day-1-retention'], { events }, { asOf: AS_OF });
    expect(report.kpis[0]).toMatchObject({ value: 0.75 });
    // Three were never active: without them it would be 1 of 1.
    expect(report.kpis[1]).toMatchObject({ value: 0.25, n: 4 });
    expect(report.kpis[1]!.withoutFake).toBeUndefined();
  });

  it('leave the customers that a rate is divided by, too', () => {
    const rows = {
      customers: ['a', 'b', 'c', 'd'].map((id) => ({ id, fake: id === 'c' || id === 'd' })),
      events: ['a', 'b', 'c', 'd'].map((customerId) => ({ customerId, at: '2025-03-01T00:00:00Z', name: 'visit' })),
      tickets: [
        { id: '1', customerId: 'a', createdAt: '2025-03-02T00:00:00Z' },
        { id: '2', customerId: 'c', createdAt: '2025-03-02T00:00:00Z' },
      ],
    };
    expect(askKpi('contact-rate', rows)).toMatchObject({ value: 0.5, n: 4, withoutFake: { value: 0.5, n: 2 } });
  });
});
