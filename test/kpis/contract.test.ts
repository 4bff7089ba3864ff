import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { kpis } from '../../src/kpis/index.ts';
import { FIELDS, TABLE_KINDS } from '../../src/model/kinds.ts';
import type { KpiResult } from '../../src/model/report.ts';
import { reportOn } from '../support/ask.ts';
import type { Rows } from '../support/build-dataset.ts';

const ROOM = new URL('../../src/kpis/', import.meta.url);
const CONTRACTS = new Set(['index.ts', 'define-kpi.ts', 'measure.ts']);

it('lists every file of the room', () => {
  const files = readdirSync(ROOM).filter((name) => name.endsWith('.ts') && !CONTRACTS.has(name));
  expect(files.map((name) => name.replace('.ts', '')).toSorted()).toEqual(kpis.map(({ id }) => id).toSorted());
});

it('gives every KPI an id of its own', () => {
  expect(new Set(kpis.map(({ id }) => id)).size).toBe(kpis.length);
});

describe.each(kpis.map((kpi) => [kpi.id, kpi] as const))('%s', (_, kpi) => {
  const ask = (rows: Rows, period?: readonly [string, string]): KpiResult => {
    const [start, end] = period ?? [];
    return reportOn(rows, {
      kpis: [{ kpi, options: {} }],
      ...(kpi.example.asOf ? { asOf: kpi.example.asOf } : {}),
      ...(start && end ? { period: { label: 'example', start: Date.parse(start), end: Date.parse(end) } } : {}),
    }).kpis[0]!;
  };
  const { example } = kpi;

  it('computes its own worked example', () => {
    const result = ask(example.rows, example.period);
    expect(result.n).toBe(example.n);
    if (example.value === null) expect(result.value).toBeNull();
    else expect(result.value).toBeCloseTo(example.value, 9);
    expect(result.reason).toBe(example.reason ?? null);
    expect(result.counts).toMatchObject(example.counts ?? {});
  });

  it('has no value and a reason without rows', () => {
    const result = ask({});
    // What rests on the config rather than on rows lacks no column.
    const ofRows = kpi.needs.some((alternative) => alternative.length > 0);
    expect(result).toMatchObject({ value: null, n: 0, reason: ofRows ? 'missing-column' : example.reason });
    expect(result.missing.length > 0).toBe(ofRows);
  });

  it('has no value in a period without rows', () => {
    const result = ask(example.rows, ['1999-01-01', '1999-02-01']);
    expect(result.value).toBeNull();
    expect(result.reason).not.toBeNull();
  });

  it('does not depend on the order of the rows', () => {
    const reversed = Object.fromEntries(Object.entries(example.rows).map(([kind, rows]) => [kind, rows!.toReversed()])) as Rows;
    expect(ask(reversed, example.period)).toEqual(ask(example.rows, example.period));
  });

  it('says what it is in words that stand alone', () => {
    expect(kpi.title.length).toBeLessThanOrEqual(32);
    expect(kpi.definition).toMatch(/^[A-Z].*\.$/s);
    expect(kpi.sources.length).toBeGreaterThan(0);
    expect(ask({}).definition.length).toBeGreaterThan(20);
  });

  it('needs and refines only fields that exist', () => {
    for (const name of [...kpi.needs.flat(), ...kpi.refines]) {
      const [kind, field] = name.split('.') as [keyof typeof FIELDS, string];
      expect(TABLE_KINDS).toContain(kind);
      expect(Object.keys(FIELDS[kind])).toContain(field);
    }
  });
});
