import { createHash } from 'node:crypto';
import type { Report } from '../model/report.ts';
import { flatRecords, type FlatRecord } from './flat-records.ts';
import type { Format } from './format.ts';
import { jsonText } from './json.ts';

const INDEX = 'happiness';

/** What tells one record from another; a later run of the same question overwrites instead of adding. */
const IDENTITY = ['type', 'period', 'by', 'group', 'part', 'kpi', 'aggregate', 'clock', 'variant', 'name', 'where'];

/**
 * The body of `POST /_bulk` (`curl --data-binary @file -H 'Content-Type: application/x-ndjson'`): an action line and a document line each,
 * every line ended. Document ids follow from what a number is about, not from what it is.
 */
export const elastic: Format = {
  id: 'elastic',
  title: 'Elasticsearch and OpenSearch: body of a bulk request, with stable ids',
  extensions: ['bulk', 'elastic.ndjson'],
  render: (report) => {
    const seen = new Map<string, number>();
    const records = flatRecords(report);
    const lines = (records.length === 0 ? [{ type: 'empty', period: report.period.label, start: report.period.start }] : records).flatMap(
      (record) => {
        const id = documentId(record);
        const times = seen.get(id) ?? 0;
        seen.set(id, times + 1);
        const action = { index: { _index: INDEX, _id: times === 0 ? id : `${id}.${times + 1}` } };
        return [action, { '@timestamp': timestampOf(record, report), ...record }];
      },
    );
    return lines.map((line) => `${jsonText(line, true)}\n`).join('');
  },
};

/** Readable as far as it is ours, hashed where it is the data's; far below the 512 bytes that an id may have. */
function documentId(record: FlatRecord): string {
  const { kpi, type } = record;
  const hash = createHash('sha256')
    .update(JSON.stringify([...IDENTITY.map((name) => record[name] ?? null), ...('filter' in record ? [record['filter']] : [])]))
    .digest('hex');
  return [type, kpi, hash.slice(0, 24)]
    .map((part) =>
      String(part ?? '')
        .replace(/[^\w-]+/g, '_')
        .slice(0, 80),
    )
    .join('.');
}

function timestampOf({ start, end }: FlatRecord, report: Report): FlatRecord[string] {
  return start ?? end ?? report.asOf;
}
