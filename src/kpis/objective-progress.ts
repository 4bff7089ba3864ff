import { defineKpi } from './define-kpi.ts';

export const objectiveProgress = defineKpi({
  id: 'objective-progress',
  title: 'Progress of objectives',
  family: 'success',
  section: 'Customers',
  unit: 'ratio',
  better: 'higher',
  cohort: 'objectives of the config',
  needs: [[]],
  refines: [],
  aggregate: 'mean',
  definition:
    'Mean progress of the objectives in the config, each the share of the way from its starting value to its target that its KPI has come, counted at most as the whole way. ' +
    'The parts show each one, beyond its target with more than 100 %. An objective that wants to keep a value is there (1) or not (0).',
  formula: '(value now − from) / (to − from)',
  excludes: ['objectives that have not started or have no value'],
  sources: [
    'progress (current − start) / (target − start): 10 to 20, now 16: 60 %, now 22: 120 %',
    'the mean over several: objectives and key results',
  ],
  example: { says: 'Without objectives in the config there is nothing to measure.', rows: {}, value: null, n: 0, reason: 'no-objective' },
  measures({ objectives = [] }) {
    const judged = objectives.filter(({ progress }) => progress !== null);
    return [
      {
        clock: null,
        variant: null,
        // The objectives themselves: no rows of any table.
        population: { table: 'customers', rows: objectives.length, derived: true },
        at: null,
        // Of earlier times nobody has judged them: no trend.
        rowsIn: ({ end }) => Int32Array.from(judged.keys()).filter((row) => !(judged[row]!.at > end)),
        summarise(rows) {
          const shown = Array.from(rows, (row) => judged[row]!);
          if (shown.length === 0) return { value: null, n: 0, reason: objectives.length === 0 ? 'no-objective' : 'no-data', counts: {} };
          const parts = shown.map(({ name, progress }) => ({ key: name, value: progress, n: 1 }));
          const total = shown.reduce((sum, { progress }) => sum + Math.min(1, progress ?? 0), 0);
          return {
            value: total / shown.length,
            n: shown.length,
            reason: null,
            counts: { objectives: objectives.length, met: shown.filter(({ met }) => met).length },
            parts,
          };
        },
      },
    ];
  },
});
