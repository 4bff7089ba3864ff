import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { KpiContext } from '../../src/kpis/define-kpi.ts';
import { people } from '../../src/kpis/facts/people.ts';
import type { CodeColumn } from '../../src/model/columns.ts';
import { buildDataset } from '../support/build-dataset.ts';

/** Only what the fact asks for. */
function contextOf(customerKey: CodeColumn): KpiContext {
  const { tables } = buildDataset({ tickets: Array.from(customerKey.codes, (_, id) => ({ id: `${id}` })) });
  const tickets = { ...tables.tickets, columns: new Map([...tables.tickets.columns, ['customerKey', customerKey]]) };
  return { dataset: { tables: { ...tables, tickets } }, memo: (_: string, make: () => unknown) => make() } as unknown as KpiContext;
}

describe('people', () => {
  it('numbers whom tickets name as rows meet them, whatever the order of the dictionary', () => {
    const words = ['ann', 'bob', 'cid', 'dee'];
    const named = fc.array(fc.constantFrom('', ...words), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(named, fc.shuffledSubarray(words, { minLength: words.length }), fc.boolean(), (names, anyOrder, byRows) => {
        const met = [...new Set(names)].filter((name) => name !== '');
        const values = ['', ...(byRows ? met : anyOrder)];
        const found = people(contextOf({ type: 'code', values, codes: Uint32Array.from(names, (name) => values.indexOf(name)) }));
        expect([...found.of.get('tickets')!]).toEqual(names.map((name) => met.indexOf(name)));
        expect(found.count).toBe(met.length);
      }),
    );
  });
});
