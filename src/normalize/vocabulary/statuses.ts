import type { CodeColumn } from '../../model/columns.ts';
import { recode } from '../staging/combine.ts';
import { EXCLUDED_STATUSES, STATUSES } from '../../model/kinds.ts';
import type { Status } from '../../model/kinds.ts';
import { fieldKey } from '../../presets/field-key.ts';

const words = (status: Status, list: string): [string, Status][] => list.split('|').map((word) => [fieldKey(word), status]);

/** Words of helpdesks (exports.md §1.3) and their common translations. A whole status is compared, never its beginning: "Resolved/Testing phase" is not resolved. */
const GENERAL: ReadonlyMap<string, Status> = new Map([
  ...STATUSES.map((status): [string, Status] => [fieldKey(status), status]),
  ...words('new', 'new|neu|nuevo|nueva|nouveau|nouvelle|novo|nuovo|created|unassigned|queued|submitted|received|to do|todo|1 new'),
  ...words(
    'open',
    'open|opened|active|in progress|in process|processing|working|work in progress|wip|assigned|reopened|re opened|escalated|investigating|under investigation|under review|in review|accepted|acknowledged|started|answered|replied|responded|2 open|offen|in bearbeitung|aktiv|abierto|abierta|en curso|en progreso|ouvert|ouverte|en cours|aberto|em andamento|aperto|waiting on us|waiting on agent|waiting for agent|waiting on support|waiting for support|awaiting agent|customer responded|customer replied|new reply',
  ),
  ...words(
    'pending',
    'pending|snoozed|waiting|pending reminder|3 pending reminder|pending close|pending customer|pending user|pending reply|pending response|pending requester|awaiting reply|awaiting response|awaiting customer|awaiting user|awaiting user info|awaiting info|awaiting information|needs info|need info|more info needed|waiting on customer|waiting for customer|waiting on contact|waiting on user|waiting on requester|waiting on client|customer action|customer action required|user action needed|warten|wartend|warten auf erinnerung|warten auf kunde|warten auf kunden|wartet auf kunde|pendiente|esperando al cliente|en attente|en attente du client|pendente|in attesa|follow up',
  ),
  ...words(
    'on-hold',
    'on hold|hold|held|waiting on third party|waiting for third party|waiting on 3rd party|awaiting third party|awaiting vendor|awaiting problem|awaiting evidence|awaiting change|awaiting approval|waiting for approval|pending approval|waiting on vendor|waiting for vendor|waiting on supplier|pending vendor|pending third party|blocked|paused|suspended temporarily|deferred|scheduled|en espera|en pausa|angehalten|zurückgestellt|en suspens',
  ),
  ...words(
    'solved',
    'solved|resolved|done|completed|complete|fixed|finished|success|gelöst|erledigt|behoben|fertig|resuelto|resuelta|solucionado|finalizado|terminado|résolu|résolue|terminé|resolvido|risolto|4 resolved',
  ),
  ...words(
    'closed',
    'closed|archived|cancelled|canceled|inactive|rejected|declined|duplicate|abandoned|expired|wont fix|won t fix|not planned|withdrawn|ended|5 closed|4 closed|closed complete|closed incomplete|closed skipped|auto closed|geschlossen|abgeschlossen|storniert|cerrado|cerrada|cancelado|cancelada|fermé|fermée|clos|clôturé|annulé|fechado|chiuso',
  ),
  ...words('spam', 'spam|junk'),
  ...words('merged', 'merged|closed merged|zusammengeführt|combinado|fusionné|5 merged'),
  ...words('deleted', 'deleted|trashed|trash|removed|6 removed|gelöscht|eliminado|borrado|supprimé'),
  ...words('suspended', 'suspended|suspendido|suspendu'),
  ...words('test', 'test|testing ticket|test ticket'),
]);

/** Free wording that begins with waiting: for whom decides. */
const WAITING = /^(?:waiting|awaiting|wait|pending)\b/;
const FOR_CUSTOMER = /\b(?:customer|client|user|requester|contact|reply|response|info|information|feedback|confirmation|answer)\b/;
const FOR_OTHERS =
  /\b(?:third|3rd|vendor|supplier|partner|party|approval|manager|engineering|development|developer|dev|release|parts|delivery|problem|change|evidence|hold|finance|legal|internal|team)\b/;

export interface StatusWords {
  /** The user's (config), keys as they stand there. */
  readonly own?: Readonly<Record<string, Status>> | undefined;
  /** The preset's, keys as `fieldKey` makes them. */
  readonly preset?: Readonly<Record<string, Status>> | undefined;
}

/** Our status for a source's word, `undefined` when nobody knows it. */
export function statusOf(word: string, { own, preset }: StatusWords): Status | undefined {
  const key = fieldKey(word);
  if (own !== undefined) {
    for (const [name, status] of Object.entries(own)) if (fieldKey(name) === key) return status;
  }
  if (preset !== undefined && Object.hasOwn(preset, key)) return preset[key];
  const general = GENERAL.get(key);
  if (general !== undefined) return general;
  if (!WAITING.test(key)) return undefined;
  return FOR_OTHERS.test(key) ? 'on-hold' : FOR_CUSTOMER.test(key) ? 'pending' : undefined;
}

export interface StatusReading {
  readonly column: CodeColumn;
  /** Word → rows: those that nobody knows; they stand as open unless a time says more. */
  readonly unknown: ReadonlyMap<string, { readonly rows: number; readonly firstRow: number }>;
}

/** A status column in our words. What a resolved or closed time has made of a row (`byTime`) speaks where the word says nothing. */
export function readStatuses(column: CodeColumn, words: StatusWords, byTime: (row: number) => Status | undefined): StatusReading {
  const ours = column.values.map((word) => statusOf(word, words));
  // Those that are left out are named only where there are any: nobody need look for them otherwise.
  const values: string[] = ['', ...STATUSES.filter((status) => !EXCLUDED_STATUSES.has(status) || ours.includes(status))];
  const recoded = Uint32Array.from(ours, (status, code) => (code === 0 ? 0 : values.indexOf(status ?? 'open')));
  const strange = Uint8Array.from(ours, (status, code) => Number(code > 0 && status === undefined));
  const unknown = new Map<string, { rows: number; firstRow: number }>();
  const codes = recode(column.codes, recoded, values.length);
  const isKnown = !strange.includes(1);
  for (let row = 0; row < codes.length && !isKnown; row++) {
    const code = column.codes[row]!;
    if (strange[code] !== 1) continue;
    const told = byTime(row);
    if (told !== undefined) codes[row] = values.indexOf(told);
    const word = column.values[code]!;
    const seen = unknown.get(word);
    if (seen === undefined) unknown.set(word, { rows: 1, firstRow: row });
    else seen.rows++;
  }
  return { column: { type: 'code', codes, values }, unknown };
}
