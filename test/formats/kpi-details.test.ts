import { describe, expect, it } from 'vitest';
import { kpiDetails } from '../../src/formats/kpi-details.ts';
import { glyphsFor } from '../../src/formats/glyphs.ts';
import { reportOn, resultOf } from '../support/ask.ts';

const report = reportOn({ tickets: [{ id: '1', createdAt: '2025-01-01T00:00:00Z', status: 'open' }] });

function unusual(days: readonly string[]): string | undefined {
  const kpi = { ...resultOf(report, 'backlog'), limits: { mean: 1, low: 0, high: 2, signals: days.map((day) => `${day}T00:00:00.000Z`) } };
  return kpiDetails({ report, kpi, shown: new Set(), glyphs: glyphsFor(true) }).find((piece) => piece.startsWith('unusual'));
}

describe('what stands below a KPI', () => {
  it('names up to three unusual points of its series', () => {
    expect(unusual([])).toBeUndefined();
    expect(unusual(['2025-01-06', '2025-01-13', '2025-01-20'])).toBe('unusual: 2025-01-06, 2025-01-13, 2025-01-20');
  });

  it('names the last of many, and counts the others', () => {
    expect(unusual(['2025-01-06', '2025-01-13', '2025-01-20', '2025-01-27'])).toBe('unusual: 2025-01-20, 2025-01-27 and 2 before');
  });
});
