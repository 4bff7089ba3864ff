import { timeColumnFacts } from '../lib/time/time-column.ts';
import type { Dataset } from '../model/dataset.ts';
import type { Period } from '../model/period.ts';
import type { KpiResult } from '../model/report.ts';
import type { Warning } from '../model/warning.ts';
import type { TimeFrame } from './time-frame.ts';

/** Fewer answers than this share of those asked say little about the others. */
const LOW_RESPONSE = 0.1;

interface QualityOptions {
  readonly frame: TimeFrame;
  readonly kpis: readonly KpiResult[];
  readonly dataset: Dataset;
  /** The condition, if nothing in the data meets it. */
  readonly unmet: string | null;
}

/** What only the report can know about its numbers: periods that are not over, ratings that few gave. */
export function qualityWarnings({ frame, kpis, dataset, unmet }: QualityOptions): Warning[] {
  const warnings: Warning[] = [...undated(dataset)];
  if (unmet !== null) warnings.push({ code: 'unknown-value', message: `No row meets ${unmet}.`, count: 1 });
  for (const period of [frame.period, frame.previous]) {
    if (period && frame.isBeyond(period)) {
      warnings.push(beyond(period, frame));
      break;
    }
    if (period && !frame.isComplete(period)) {
      warnings.push({
        code: 'partial-period',
        message: `${period.label} is not over in the data: it is shown, but not compared. If nothing is missing, say so with --as-of ${frame.dayOf(period.end)}.`,
        count: 1,
      });
    }
    const begins = period && frame.beginsWithin(period);
    if (period && begins) {
      warnings.push({
        code: 'partial-period',
        message: `The tickets begin on ${frame.dayOf(begins)}, inside ${period.label}: volumes and comparisons with it are those of a part.`,
        count: 1,
      });
    }
  }
  warnings.push(...ticketsEnd(frame));
  const response = kpis.find(({ id }) => id === 'csat-response-rate');
  if (response && response.value !== null && response.value < LOW_RESPONSE) {
    warnings.push({
      code: 'low-response-rate',
      message: `Only ${(response.value * 100).toFixed(1)} % of those asked for a rating gave one: satisfaction speaks for few.`,
      count: response.n,
    });
  }
  const contradictions = kpis.find(({ id }) => id === 'churn-rate')?.counts['contradictions'] ?? 0;
  if (contradictions > 0) {
    const who = contradictions === 1 ? '1 customer has' : `${contradictions} customers have`;
    warnings.push({
      code: 'contradiction',
      message: `${who} a subscription end, cancellation date, cancel event or status that disagree on whether or when they left: the first in the order of truth.churn was believed.`,
      count: contradictions,
    });
  }
  return warnings;
}

function beyond(period: Period, { asOf, asOfGiven, dayOf }: TimeFrame): Warning {
  const ends = dayOf(asOf);
  if (asOfGiven)
    return { code: 'partial-period', message: `${period.label} begins after --as-of ${ends}: nothing of it has happened yet.`, count: 1 };
  return {
    code: 'stale-export',
    message: `The data ends on ${ends}, before ${period.label} begins: there are no values for it. If nothing is missing, say so with --as-of ${dayOf(period.end)}.`,
    count: 1,
  };
}

/** One export that ends before another: what it lacks looks like a quiet time. */
function ticketsEnd({ period, previous, isBeyond, ticketsEndBefore, dayOf }: TimeFrame): Warning[] {
  if (isBeyond(period)) return [];
  const touched = [period, previous].find((some) => some !== null && ticketsEndBefore(some) !== null);
  if (!touched) return [];
  return [
    {
      code: 'partial-period',
      message: `The newest ticket is of ${dayOf(ticketsEndBefore(touched)!)}, other data is newer: volumes of ${touched.label} and comparisons with it are those of a part, unless nobody wrote since.`,
      count: 1,
    },
  ];
}

/** Tickets that no period can hold, beside others that have their date. */
function undated({ tables: { tickets } }: Dataset): Warning[] {
  const created = tickets.columns.get('createdAt');
  if (created?.type !== 'time') return [];
  const count = tickets.rows - timeColumnFacts(created.values).dated;
  if (count === 0) return [];
  const who = count === 1 ? '1 ticket has' : `${count.toLocaleString('en-US')} tickets have`;
  return [{ code: 'bad-date', message: `${who} no creation date: counted over all data, but in no period.`, count }];
}
