import { describe, expect, it } from 'vitest';
import { reportOnFiles } from './report-on-files.ts';

/**
 * By hand: persons 500 to 509 answered 10, 9, 9, 8, 7, 6, 3, 10, 9, 0; 509 had answered 10 before, and the latest counts.
 * Five promoters (10, 9, 9, 10, 9), two passives (8, 7), three detractors (6, 3, 0): (5 − 3) / 10 = 20 points.
 */
describe.each([
  ['delighted', 'delighted/nps.csv'],
  ['delighted-json', 'delighted-json/responses.json'],
])('%s', (preset, file) => {
  it('gives the score of its answers, the latest of each person', async () => {
    const report = await reportOnFiles([file], {});
    expect(report.inputs.map((input) => [input.preset, input.kind])).toEqual([[preset, 'surveys']]);
    const nps = report.kpis.find(({ id }) => id === 'nps');
    expect(nps).toMatchObject({ value: 20, n: 10, counts: { promoters: 5, passives: 2, detractors: 3, answers: 10, superseded: 1 } });
  });
});

it('keeps the kinds of survey of one file apart', async () => {
  // two CSAT answers, 5 and 2 of five: one of two positive
  const report = await reportOnFiles(['delighted/nps.csv'], {});
  expect(report.kpis.find(({ id }) => id === 'csat')).toMatchObject({ value: 0.5, n: 2 });
});
