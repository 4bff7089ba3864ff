import { analyzeSegments, type SegmentQuestion } from '../../src/analyze/segment.ts';
import type { Report } from '../../src/model/report.ts';
import type { SegmentMember } from '../../src/model/segment-report.ts';
import { noSettings, type Settings } from '../../src/model/settings.ts';
import type { Evidence, Question } from '../../src/analyze/question.ts';
import { PLAIN_QUESTION } from './ask.ts';
import { buildDataset, type Rows } from './build-dataset.ts';

export interface Asked extends Partial<SegmentQuestion> {
  readonly asOf: string;
  readonly period?: readonly [start: string, end: string];
  readonly settings?: Partial<Settings>;
  readonly where?: Question['where'];
}

export function evidenceOf(rows: Rows, asOf: string): Evidence {
  const at = Date.parse(asOf);
  return { dataset: buildDataset(rows), inputs: [], warnings: [], excluded: {}, asOf: at, firstAt: at, lastAt: at };
}

export function questionFor({ period, settings, where = null }: Pick<Asked, 'period' | 'settings' | 'where'>): Question {
  return {
    ...PLAIN_QUESTION,
    period: period === undefined ? null : { label: 'the period', start: Date.parse(period[0]), end: Date.parse(period[1]) },
    where,
    asOfGiven: true,
    settings: { ...noSettings, ...settings },
  };
}

/** `segment` on rows given in the test. */
export function segmentsOn(rows: Rows, { asOf, list = null, emails = false, top = null, pseudonym = null, ...question }: Asked): Report {
  return analyzeSegments(evidenceOf(rows, asOf), questionFor(question), { list, emails, top, pseudonym });
}

/** Everybody who is there, by id: where they are and why. */
export function whereabouts(rows: Rows, asked: Asked): Readonly<Record<string, Pick<SegmentMember, 'vector' | 'rule' | 'facts'>>> {
  const all = ['negative', 'neutral', 'positive', 'unknown'].flatMap(
    (list) => segmentsOn(rows, { ...asked, list }).segments?.find(({ key }) => key === list)?.members ?? [],
  );
  return Object.fromEntries(all.map(({ id, vector, rule, facts }) => [id, { vector, rule, facts }]));
}
