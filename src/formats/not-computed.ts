import { hasAnswer } from '../model/has-answer.ts';
import { formatNumber } from '../lib/text/format-number.ts';
import type { KpiResult, ReportInput } from '../model/report.ts';
import { needWords, tableOf, tableWords } from './need-words.ts';
import { kpiName, reasonText } from './words.ts';

/** KPIs that have no answer for one and the same reason. */
export interface NotComputed {
  /** `needs a first response time or messages`. */
  readonly why: string;
  /** `First response time, Answered in time`; of many that want a table which is not there their number and the first of them. */
  readonly kpis: string;
  /** Not all of them are named. */
  readonly counted: boolean;
}

/** More KPIs than this that want one table are counted. */
const NAMED = 4;
const EXAMPLES = 3;

/**
 * What has no answer, by what is missing: first columns of the tables that are there, those that most KPIs want before others, then all other
 * reasons, then whole tables. `all` names every KPI, and the fields as `--map` takes them.
 */
export function notComputed(report: Unanswered, { all = false }: { readonly all?: boolean } = {}): readonly NotComputed[] {
  const groups = new Map<string, Group>();
  for (const kpi of report.kpis) {
    if (hasAnswer(kpi)) continue;
    const { why, place } = reasonOf(kpi, report);
    const group = groups.get(why) ?? { why, place, kpis: [] };
    groups.set(why, group);
    group.kpis.push(kpi);
  }
  return [...groups.values()]
    .sort((a, b) => a.place - b.place || (a.place === OTHER ? 0 : b.kpis.length - a.kpis.length))
    .map((group) => told(group, all));
}

type Lacking = Pick<KpiResult, 'title' | 'clock' | 'missing' | 'reason' | 'value' | 'parts'>;
/** What is asked of a report here; an inspection can say as much. */
interface Unanswered {
  readonly kpis: readonly Lacking[];
  readonly inputs: readonly Pick<ReportInput, 'kind' | 'rows' | 'used'>[];
}

const [COLUMN, OTHER, TABLE] = [0, 1, 2];

interface Group {
  readonly why: string;
  readonly place: number;
  readonly kpis: Lacking[];
}

function reasonOf(kpi: Lacking, { inputs }: Unanswered): { readonly why: string; readonly place: number } {
  const { missing, reason } = kpi;
  if (reason !== 'missing-column' || missing.length === 0) return { why: reasonText({ ...kpi, missing: [] }), place: OTHER };
  const dimensions = missing.filter((name) => tableOf(name) === undefined);
  // What a condition asks for has no table: these rows do not have it, others may.
  if (dimensions.length > 0) return { why: `has no ${dimensions.join(', ')} to choose rows by`, place: OTHER };
  const present = new Set(inputs.filter(({ used }) => used > 0).map(({ kind }) => kind));
  const absent = missing.flatMap((name) => tableOf(name) ?? []).filter((kind) => !present.has(kind));
  if (absent.length === 0) return { why: `needs ${needWords(missing)}`, place: COLUMN };
  const read = new Set(inputs.filter(({ rows }) => rows > 0).map(({ kind }) => kind));
  const unread = absent.filter((kind) => !read.has(kind));
  if (unread.length > 0) return { why: `needs ${tableWords(unread)}`, place: TABLE };
  return { why: `all ${[...new Set(absent)].join(' and ')} that were read are left out`, place: TABLE };
}

function told({ why, place, kpis }: Group, all: boolean): NotComputed {
  const names = [...new Set(kpis.map(kpiName))];
  const fields = all ? [...new Set(kpis.flatMap(({ missing }) => missing))] : [];
  const reason = fields.length === 0 ? why : `${why} (${fields.join(', ')})`;
  if (all || place !== TABLE || names.length <= NAMED) return { why: reason, kpis: names.join(', '), counted: false };
  return { why: reason, kpis: `${formatNumber(names.length)} KPIs, such as ${names.slice(0, EXAMPLES).join(', ')}`, counted: true };
}
