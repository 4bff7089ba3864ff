import { DAY_MS } from './civil.ts';

/** Serial number of 1970-01-01 in Excel's 1900 date system. */
const UNIX_EPOCH_SERIAL = 25_569;
/** 9999-12-31, the last day that Excel knows. */
const LAST_SERIAL = 2_958_465;

/**
 * A spreadsheet's serial date (days, with the time of day as fraction) as a local time: milliseconds as if it were UTC, rounded to whole ones.
 * Two cells (date and time) add up to one serial. `null` outside 1900-01-01 … 9999-12-31.
 * Excel counts a 29 February 1900 that did not exist; serials up to 60 are moved by that day.
 */
export function fromExcelSerial(serial: number): number | null {
  if (!(serial >= 1 && serial < LAST_SERIAL + 1)) return null;
  const days = serial < 60 ? serial + 1 : serial;
  return Math.round((days - UNIX_EPOCH_SERIAL) * DAY_MS);
}
