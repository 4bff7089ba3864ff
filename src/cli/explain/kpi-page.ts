import type { KpiDefinition, KpiOption } from '../../kpis/define-kpi.ts';
import { rulesFor } from '../../kpis/like/index.ts';
import { formatNumber } from '../../lib/text/format-number.ts';
import { formatSeconds } from '../../lib/time/format-duration.ts';
import type { KpiPage, PageOption } from '../../model/explanation.ts';

/** A KPI's definition as data, for `explain` and the catalogue in docs/. */
export function pageOf(kpi: KpiDefinition): KpiPage {
  const { id, title, family, section, unit, better, cohort, aggregate, definition, excludes, needs, refines, sources, example } = kpi;
  return {
    id,
    title,
    family,
    section,
    unit,
    better,
    cohort,
    aggregate,
    parameter: kpi.parameter ?? null,
    definition,
    formula: kpi.formula ?? null,
    excludes,
    needs,
    refines,
    options: (kpi.options ?? []).map(pageOption),
    sources,
    products: rulesFor(id).flatMap(({ id: product, title: name, rule }) =>
      rule ? [{ id: product, title: name, options: departures(kpi, rule.options) }] : [],
    ),
    example: { says: example.says, value: example.value, n: example.n, counts: example.counts ?? {}, reason: example.reason ?? null },
  };
}

/** Of a product's rule what differs from our definition. */
export function departures({ options = [] }: KpiDefinition, rule: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const usual = new Map(options.map((option) => [option.name, JSON.stringify(option.default)]));
  return Object.fromEntries(Object.entries(rule).filter(([name, value]) => usual.get(name) !== JSON.stringify(value)));
}

function pageOption(option: KpiOption): PageOption {
  const { name, type, says, definedBy } = option;
  return { name, values: typeof type === 'string' ? FORMS[type] : type.join(', '), default: defaultText(option), says, definedBy };
}

const FORMS: Readonly<Record<Extract<KpiOption['type'], string>, string>> = {
  duration: 'a duration',
  days: 'days',
  ratio: 'a share from 0 to 1',
  number: 'a number',
  flag: 'true or false',
  texts: 'a list',
  durations: 'a duration for each condition',
};

function defaultText({ type, default: usual }: KpiOption): string | null {
  if (usual === null) return null;
  if (typeof usual === 'number') return type === 'duration' ? formatSeconds(usual) : formatNumber(usual);
  if (typeof usual === 'object') return Array.isArray(usual) && usual.length > 0 ? usual.join(', ') : 'none';
  return String(usual);
}
