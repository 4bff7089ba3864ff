/** One line of an iCal file: `DTSTART;VALUE=DATE:20251225`. */
export interface IcalProperty {
  readonly value: string;
  /** Names in capitals: `VALUE`, `TZID`. */
  readonly params: ReadonlyMap<string, string>;
  /** 1-based, where the property begins. */
  readonly line: number;
}

/** An event's properties by name, in capitals. */
export type IcalEvent = ReadonlyMap<string, readonly IcalProperty[]>;

/** The events of an iCal file (RFC 5545), `null` for what is none. Reads what calendars really export: any line ends, lower case, blank lines. */
export function icalEvents(text: string): readonly IcalEvent[] | null {
  const events: IcalEvent[] = [];
  const open: string[] = [];
  let event = new Map<string, IcalProperty[]>();
  let calendar = false;
  for (const { content, line } of unfolded(text)) {
    const found = property(content, line);
    if (found === null) continue;
    const { name, value } = found;
    const component = value.trim().toUpperCase();
    if (name === 'BEGIN') {
      calendar ||= component === 'VCALENDAR';
      if (component === 'VEVENT') event = new Map();
      open.push(component);
    } else if (name === 'END') {
      if (component === 'VEVENT' && open.at(-1) === 'VEVENT') events.push(event);
      open.pop();
      // What lies within an event (VALARM) is not the event's own.
    } else if (open.at(-1) === 'VEVENT') event.set(name, [...(event.get(name) ?? []), found]);
  }
  return calendar ? events : null;
}

/** Long lines go on in the next one, behind a blank (RFC 5545, 3.1). */
function unfolded(text: string): readonly { readonly content: string; readonly line: number }[] {
  const lines: { content: string; readonly line: number }[] = [];
  for (const [index, content] of text
    .replace(/^\u{FEFF}/u, '')
    .split(/\r\n|\n|\r/)
    .entries()) {
    const last = lines.at(-1);
    if (/^[ \t]/.test(content) && last !== undefined) last.content += content.slice(1);
    else lines.push({ content, line: index + 1 });
  }
  return lines;
}

/** A colon or semicolon between quotes belongs to its parameter. */
function property(content: string, line: number): (IcalProperty & { readonly name: string }) | null {
  let quoted = false;
  let colon = -1;
  const cuts: number[] = [];
  for (let at = 0; at < content.length && colon === -1; at += 1) {
    const sign = content[at];
    if (sign === '"') quoted = !quoted;
    else if (!quoted && sign === ';') cuts.push(at);
    else if (!quoted && sign === ':') colon = at;
  }
  if (colon === -1) return null;
  const parts = [...cuts, colon].map((end, index) => content.slice(index === 0 ? 0 : (cuts[index - 1] ?? 0) + 1, end));
  const params = parts.slice(1).map((part): [string, string] => {
    const equals = part.indexOf('=');
    return [part.slice(0, equals).trim().toUpperCase(), part.slice(equals + 1).replace(/^"(.*)"$/, '$1')];
  });
  return { name: (parts[0] ?? '').trim().toUpperCase(), value: content.slice(colon + 1), params: new Map(params), line };
}
