import type { Report } from '../model/report.ts';
import { Analysis } from './analysis.ts';
import type { Evidence, Question } from './question.ts';

/** Answers a question: every KPI over the period, the period before, the series and the groups. Pure: the same evidence and question give the same report. */
export function analyze(evidence: Evidence, question: Question): Report {
  const analysis = new Analysis(evidence, question);
  question.kpis.forEach((_, place) => analysis.answer(place));
  const shown = analysis.shown([analysis.counted()]);
  return analysis.report(analysis.answers, [analysis.columns(shown)]);
}
