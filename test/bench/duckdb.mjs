#!/usr/bin/env node
// The same job in DuckDB, the fastest thing that a user would pick instead: node test/bench/duckdb.mjs FILE
// Overall KPIs and the same KPIs by channel, from the CSV to numbers, in one process.
import { DuckDBInstance } from '@duckdb/node-api';

const measures = `
  count(*) AS tickets,
  count(*) / 365.0 AS tickets_per_day,
  count(DISTINCT requester) AS customers,
  median(frt) AS frt_median, quantile_cont(frt, 0.9) AS frt_p90, avg(frt) AS frt_mean, count(frt) AS frt_n,
  avg(CASE WHEN frt IS NOT NULL AND frt <= 900 THEN 1.0 ELSE 0 END) AS service_level,
  median(ttr) AS ttr_median, quantile_cont(ttr, 0.9) AS ttr_p90, avg(ttr) AS ttr_mean, count(ttr) AS ttr_n,
  avg((replies = 1)::INT) FILTER (WHERE solved AND replies >= 1) AS fcr,
  avg(replies) FILTER (WHERE solved AND replies >= 1) AS replies_to_resolve,
  avg((reopens > 0)::INT) FILTER (WHERE solved) AS reopen_rate,
  avg((score = 'Good')::INT) FILTER (WHERE score IN ('Good', 'Bad')) AS csat,
  count(*) FILTER (WHERE score IN ('Good', 'Bad')) / count(*) FILTER (WHERE score IS NOT NULL AND score <> '')::DOUBLE AS csat_response_rate,
  avg((NOT solved AND replies = 0)::INT) AS unanswered`;

const instance = await DuckDBInstance.create(':memory:');
const db = await instance.connect();
await db.run(`CREATE TABLE t AS SELECT "Via" AS channel, "Requester id" AS requester, "Replies" AS replies, "Reopens" AS reopens,
  "Satisfaction Score" AS score, "Solved at" IS NOT NULL AS solved,
  date_diff('second', "Created at", "First response at") AS frt, date_diff('second', "Created at", "Solved at") AS ttr
  FROM read_csv('${process.argv[2]}')`);
const all = await db.runAndReadAll(`SELECT ${measures} FROM t`);
const by = await db.runAndReadAll(`SELECT channel, ${measures} FROM t GROUP BY channel ORDER BY channel`);
console.log(JSON.stringify({ all: all.getRowObjectsJson(), by: by.getRowObjectsJson() }, null, 1));
