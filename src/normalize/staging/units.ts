import type { Column, NumberColumn } from '../../model/columns.ts';
import type { DurationUnit, FieldMapping } from '../../presets/preset.ts';
import { isDurationNumber } from '../plan/content.ts';
import type { Findings } from '../warnings.ts';
import { quoted } from '../warnings.ts';
import { SECONDS_IN } from '../writers/duration-writer.ts';
import type { ShortClocks } from '../writers/duration-writer.ts';
import { settleShortClocks } from './short-clocks.ts';

/** A duration column as written, in seconds except where a bare number still waits for its unit. */
export interface OpenDuration {
  readonly label: string;
  readonly mapping: FieldMapping;
  readonly column: NumberColumn;
  readonly bare: Uint8Array | null;
  /** Cells of two parts, where the column's kind makes minutes and seconds of them likely. */
  readonly short?: ShortClocks | null | undefined;
}

export interface Around {
  readonly columns: (field: string) => Column | undefined;
  readonly findings: Findings;
  readonly file: string;
}

/** Which time stamp ends the span that the duration claims to be. */
export const ENDS_AT: Readonly<Record<string, string>> = {
  firstResponse: 'firstResponseAt',
  resolution: 'solvedAt',
  firstResolution: 'firstResolvedAt',
};

/** Rows to compare with time stamps before a unit is believed. */
const LEAST_ROWS = 3;
const COMPARED_ROWS = 1000;
const NEAR = 0.15;

/**
 * Gives bare numbers their unit, in place: the one that makes them agree with the time stamps of the same rows,
 * else minutes (seconds for handling and waiting), and says so. A known unit that the time stamps contradict by a round factor is reported.
 */
export function settleUnits(durations: readonly OpenDuration[], around: Around): void {
  for (const duration of durations) {
    settleShortClocks(duration, around);
    const ratio = medianRatio(duration, around);
    if (duration.bare !== null) giveUnit(duration, ratio, around);
    else reportContradiction(duration, ratio, around);
  }
}

function giveUnit({ label, mapping, column, bare }: OpenDuration, ratio: number, { findings, file }: Around): void {
  const agreed = unitNear(ratio);
  const unit = agreed ?? (isDurationNumber(mapping.field) ? 'seconds' : 'minutes');
  const factor = SECONDS_IN[unit];
  let count = 0;
  for (let row = 0; row < column.values.length; row++) {
    if (bare![row] !== 1) continue;
    column.values[row] = column.values[row]! * factor;
    count++;
  }
  const reason = agreed === undefined ? 'name the unit in the header if it is another' : 'which is what the time stamps say';
  findings.add({ code: 'unit-assumed', count, file, about: `${quoted(label)} was read as ${unit}, ${reason}` });
}

function reportContradiction({ label, column }: OpenDuration, ratio: number, { findings, file }: Around): void {
  const factor = [60, 1000, 3600, 1 / 60, 1 / 1000, 1 / 3600].find((one) => Math.abs(ratio / one - 1) < NEAR);
  if (factor === undefined) return;
  let count = 0;
  for (let row = 0; row < column.values.length; row++) if (!Number.isNaN(column.values[row]!)) count++;
  const words = factor > 1 ? `${Math.round(factor)} times shorter` : `${Math.round(1 / factor)} times longer`;
  findings.add({
    code: 'unit-assumed',
    count,
    file,
    about: `${quoted(label)} is ${words} than the time stamps say, so its unit may be another`,
  });
}

function unitNear(ratio: number): DurationUnit | undefined {
  return (Object.keys(SECONDS_IN) as DurationUnit[]).find((unit) => Math.abs(ratio / SECONDS_IN[unit] - 1) < NEAR);
}

/** Median of (seconds by time stamps ÷ number in the column), NaN where too few rows tell. */
function medianRatio({ mapping, column, bare }: OpenDuration, { columns }: Around): number {
  const end = columns(ENDS_AT[mapping.field] ?? '');
  const start = columns('createdAt');
  if (mapping.clock === 'business' || end?.type !== 'time' || start?.type !== 'time' || end.dateOnly || start.dateOnly) return NaN;
  const ratios: number[] = [];
  for (let row = 0; row < column.values.length && ratios.length < COMPARED_ROWS; row++) {
    const value = column.values[row]!;
    const seconds = (end.values[row]! - start.values[row]!) / 1000;
    if (value > 0 && seconds > 0 && (bare === null || bare[row] === 1)) ratios.push(seconds / value);
  }
  if (ratios.length < LEAST_ROWS) return NaN;
  ratios.sort((a, b) => a - b);
  return ratios[ratios.length >> 1]!;
}
