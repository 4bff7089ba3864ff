import type { KpiDefinition } from '../../kpis/define-kpi.ts';
import { SECTIONS } from '../../model/report.ts';
import { EXIT } from '../exit-codes.ts';
import { CATALOGUE_OPTIONS, writeCatalogue } from './catalogue.ts';
import type { CommandSpec } from './command-spec.ts';

export const kpisCommand: CommandSpec = {
  name: 'kpis',
  operands: '',
  summary: 'The KPIs that happiness knows, with their ids',
  description:
    'Lists every KPI by section, with the id that --kpi takes. With --verbose the definition of each, with --format json all that is known of it.',
  examples: ['happiness kpis', 'happiness kpis --verbose | less', "happiness kpis --format json | jq -r '.[].id'"],
  options: CATALOGUE_OPTIONS,
  async run(invocation) {
    const { kpis } = await import('../../kpis/index.ts');
    const { verbose } = invocation.talk;
    await writeCatalogue(invocation, {
      headings: SECTIONS.map((section) => ({
        title: section,
        entries: kpis
          .filter((kpi) => kpi.section === section)
          .map((kpi) => [kpi.id, verbose ? `${kpi.title}. ${kpi.definition}` : kpi.title]),
      })),
      json: kpis.map(describeKpi),
    });
    return EXIT.ok;
  },
};

/** All of a definition but its functions. */
function describeKpi({
  id,
  title,
  family,
  section,
  unit,
  better,
  aggregate,
  cohort,
  definition,
  excludes,
  needs,
  refines,
  options,
  sources,
}: KpiDefinition): object {
  return {
    id,
    title,
    family,
    section,
    unit,
    better,
    aggregate,
    cohort,
    definition,
    excludes,
    needs,
    refines,
    options: options ?? [],
    sources,
  };
}
