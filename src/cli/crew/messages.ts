import type { Answered } from '../../analyze/analysis.ts';
import type { Counted, GroupColumn, ShownKeys } from '../../analyze/breakdown.ts';
import type { Evidence, Question } from '../../analyze/question.ts';
import type { SharedDataset } from '../../model/shared-dataset.ts';
import type { RecordsRead, RecordsRequest } from '../../normalize/json/records-elsewhere.ts';
import type { RowsRead, RowsRequest } from '../../normalize/rows-elsewhere.ts';
import type { KnownTimes } from './known-times.ts';

/** From the program to its helper. */
export type ToHelper =
  | {
      readonly kind: 'question';
      readonly evidence: Omit<Evidence, 'dataset'>;
      readonly dataset: SharedDataset;
      readonly times: KnownTimes;
      /** Of the largest table: see `allRows`. */
      readonly rows: Int32Array;
      readonly question: Omit<Question, 'kpis'>;
      /** The KPIs asked for by id, with their options. */
      readonly kpis: readonly { readonly id: string; readonly options: Readonly<Record<string, unknown>> }[];
      readonly claims: Claims;
    }
  | { readonly kind: 'groups'; readonly shown: readonly ShownKeys[] }
  | { readonly kind: 'rows'; readonly request: RowsRequest }
  | { readonly kind: 'records'; readonly request: RecordsRequest };

/** From the helper to the program, one for each of the above. */
export type FromHelper =
  | {
      readonly kind: 'answers';
      readonly answers: readonly Answered[];
      readonly counted: readonly (Counted | null)[];
      /** `null` when the helper must first be told which groups are shown. */
      readonly columns: readonly (readonly GroupColumn[])[] | null;
    }
  | { readonly kind: 'groups'; readonly columns: readonly (readonly GroupColumn[])[] }
  | { readonly kind: 'rows'; readonly read: RowsRead | null }
  | { readonly kind: 'records'; readonly read: RecordsRead | null };

/** By KPI: 1 once somebody has taken it. Shared by the threads. */
export type Claims = Int32Array;

/** Whether the KPI was nobody's: then it is the caller's. */
export function claim(claims: Claims, place: number): boolean {
  return Atomics.compareExchange(claims, place, 0, 1) === 0;
}
