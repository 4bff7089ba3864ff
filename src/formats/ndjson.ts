import { flatRecords } from './flat-records.ts';
import type { Format } from './format.ts';
import { jsonText } from './json.ts';

export const ndjson: Format = {
  id: 'ndjson',
  title: 'A flat JSON object a line: KPI by group and period, for DuckDB, Vector and the like',
  extensions: ['ndjson', 'jsonl'],
  render: (report) => {
    const records = flatRecords(report);
    // A file of no records is one empty object's absence; a line break alone would be a broken record.
    const lines = records.length === 0 ? [{ type: 'empty', period: report.period.label }] : records;
    return lines.map((record) => `${jsonText(record, true)}\n`).join('');
  },
};
