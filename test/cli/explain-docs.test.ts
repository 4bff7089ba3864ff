import { expect, it } from 'vitest';
import { pageOf } from '../../src/cli/explain/kpi-page.ts';
import { renderCatalogue } from '../../src/formats/explain/index.ts';
import { kpis } from '../../src/kpis/index.ts';

/** `npm run docs` writes it anew. */
it('docs/kpis.md is what explain prints', async () => {
  await expect(renderCatalogue(kpis.map(pageOf))).toMatchFileSnapshot('../../docs/kpis.md');
});

it('every KPI has its formula in one line', () => {
  expect(kpis.filter(({ formula }) => formula === undefined || /\n/.test(formula)).map(({ id }) => id)).toEqual([]);
});
