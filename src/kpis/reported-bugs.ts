import type { Codes } from '../model/columns.ts';
import { defineKpi } from './define-kpi.ts';
import type { Measure } from './measure.ts';
import { reports } from './facts/bugs.ts';
import { codes, rowsOf, times } from './facts/columns.ts';
import { countOf } from './statistics/counting.ts';

export const reportedBugs = defineKpi({
  id: 'reported-bugs',
  title: 'Reported bugs',
  family: 'support',
  section: 'Volume',
  unit: 'count',
  better: 'lower',
  cohort: 'created',
  needs: [['tickets.type'], ['tickets.tags']],
  refines: ['tickets.problemId', 'tickets.createdAt'],
  aggregate: 'count',
  definition:
    'Tickets created in the period that report a bug, by their type or a tag (bug, defect, incident, error). Suggestions (feature requests, ideas) and the distinct problems behind the reports, where tickets are linked to one, are counted beside it.',
  formula: 'tickets whose type or tag says bug',
  excludes: [],
  sources: [
    'seed 003: reported bugs, suggestions, and the cause',
    'Zendesk: incidents linked to a problem; dbt_zendesk: problem_ticket_count',
  ],
  example: {
    says: 'Two bugs of one problem, a feature request and a question: 2 of 4.',
    rows: {
      tickets: [
        { id: '1', type: 'Bug', problemId: '9' },
        { id: '2', type: 'Bug', problemId: '9' },
        { id: '3', type: 'Feature request' },
        { id: '4', type: 'Question' },
      ],
    },
    value: 2,
    n: 4,
    counts: { bugs: 2, suggestions: 1, problems: 1 },
  },
  measures(context) {
    const { bug, suggestion, told } = reports(context);
    if (!told) return [];
    const measure = countOf({
      population: rowsOf(context, 'tickets'),
      at: times(context, 'tickets', 'createdAt'),
      counted: bug,
      name: 'bugs',
      tallies: [{ name: 'suggestions', of: suggestion }],
    });
    const problems = codes(context, 'tickets', 'problemId');
    return [problems ? withProblems(measure, bug, problems.codes) : measure];
  },
});

function withProblems(measure: Measure, bug: Uint8Array, problems: Codes): Measure {
  return {
    ...measure,
    summarise(rows, scope) {
      const summary = measure.summarise(rows, scope);
      const distinct = new Set<number>();
      for (const row of rows) if (bug[row] === 1 && problems[row]! > 0) distinct.add(problems[row]!);
      return { ...summary, counts: { ...summary.counts, problems: distinct.size } };
    },
  };
}
