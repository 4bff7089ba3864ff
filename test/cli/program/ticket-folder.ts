import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** 40 tickets, ten minutes to the first response of each; every second by chat. */
export const TICKETS = [
  'id,status,created_at,first_response_at,solved_at,channel,requester_id',
  ...Array.from({ length: 40 }, (_, i) => {
    const day = `2025-03-${String(1 + (i % 28)).padStart(2, '0')}`;
    return `${i + 1},solved,${day}T09:00:00Z,${day}T09:10:00Z,${day}T12:00:00Z,${i % 2 === 0 ? 'email' : 'chat'},c${i % 7}`;
  }),
  '',
].join('\n');

export function emptyFolder(): string {
  return mkdtempSync(join(tmpdir(), 'happiness-'));
}

/** A folder with `tickets.csv`, and with files that cannot be reported on. */
export function ticketFolder(): string {
  const folder = emptyFolder();
  writeFileSync(join(folder, 'tickets.csv'), TICKETS);
  writeFileSync(join(folder, 'zoneless.csv'), TICKETS.replaceAll('Z,', ','));
  writeFileSync(join(folder, 'empty.csv'), '');
  writeFileSync(join(folder, 'header.csv'), 'id,status,created_at\n');
  writeFileSync(join(folder, 'cut.json'), '{"tickets": [1, 2,');
  writeFileSync(join(folder, 'image.png'), Buffer.from(Array.from({ length: 4096 }, (_, i) => i % 256)));
  mkdirSync(join(folder, 'void'));
  return folder;
}

export interface ReportJson {
  readonly kpis: readonly { readonly id: string; readonly value: number | null; readonly n: number }[];
  readonly inputs: readonly { readonly rows: number; readonly kind: string }[];
}

export function kpiOf(json: string, id: string): ReportJson['kpis'][number] | undefined {
  return (JSON.parse(json) as ReportJson).kpis.find((kpi) => kpi.id === id);
}
