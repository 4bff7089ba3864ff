// Which values of a report differ from another program's, in the first nine digits.

const differs = (value, want) => typeof value !== 'number' || Math.abs(value - want) > 1e-9 * Math.max(1, Math.abs(want));

/** Channels are compared by their own names: the report's are canonical (Mail is email). */
const keyOf = (channel) => ({ Mail: 'email', Web: 'web', Chat: 'chat', Phone: 'phone', Facebook: 'facebook' })[channel] ?? channel;

const groupsOf = (report) => report.breakdowns.find(({ by }) => by === 'channel')?.groups ?? [];

/** `plain.mjs` has every KPI by id. */
export function differencesFromPlain(plain, report) {
  const found = [];
  const compare = (where, kpis, expected) => {
    for (const [id, facts] of Object.entries(expected)) {
      const got = kpis.find((kpi) => kpi.id === id);
      for (const [name, want] of Object.entries(facts)) {
        const value = name === 'n' || name === 'value' ? got?.[name] : got?.stats?.[name];
        if (differs(value, want)) found.push(`plain script, ${where} ${id}.${name}: ${value}, expected ${want}`);
      }
    }
  };
  compare('all', report.kpis, plain.all);
  for (const [channel, expected] of Object.entries(plain.byChannel))
    compare(channel, groupsOf(report).find(({ key }) => key === keyOf(channel))?.kpis ?? [], expected);
  return found;
}

/** Column of the query → what the report calls it. Its service level has another denominator, its days are always 365. */
const SAME = {
  tickets: ['tickets-per-day', (kpi) => kpi.n],
  frt_median: ['first-response-time', (kpi) => kpi.stats.median],
  frt_p90: ['first-response-time', (kpi) => kpi.stats.p90],
  frt_mean: ['first-response-time', (kpi) => kpi.stats.mean],
  frt_n: ['first-response-time', (kpi) => kpi.n],
  ttr_median: ['resolution-time', (kpi) => kpi.stats.median],
  ttr_p90: ['resolution-time', (kpi) => kpi.stats.p90],
  ttr_mean: ['resolution-time', (kpi) => kpi.stats.mean],
  ttr_n: ['resolution-time', (kpi) => kpi.n],
  fcr: ['first-contact-resolution', (kpi) => kpi.value],
  replies_to_resolve: ['replies-to-resolve', (kpi) => kpi.stats.mean],
  reopen_rate: ['reopen-rate', (kpi) => kpi.value],
  csat: ['csat', (kpi) => kpi.value],
  csat_response_rate: ['csat-response-rate', (kpi) => kpi.value],
  unanswered: ['unanswered-rate', (kpi) => kpi.value],
};

export function differencesFromDuckdb(duckdb, report) {
  const found = [];
  const compare = (where, kpis, row) => {
    for (const [column, [id, take]] of Object.entries(SAME)) {
      const kpi = kpis.find((one) => one.id === id);
      const value = kpi === undefined ? undefined : take(kpi);
      const want = Number(row[column]);
      if (differs(value, want)) found.push(`DuckDB, ${where} ${String(id)} (${column}): ${value}, expected ${want}`);
    }
  };
  compare('all', report.kpis, duckdb.all[0]);
  for (const row of duckdb.by) compare(row.channel, groupsOf(report).find(({ key }) => key === keyOf(row.channel))?.kpis ?? [], row);
  return found;
}
