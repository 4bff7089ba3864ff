import type { KpiContext } from '../define-kpi.ts';
import { numbers, times, timesOrUndefined } from './columns.ts';
import { firstEvent } from './event-names.ts';
import { LEFT_UNDATED, STAYS, SILENT, witnesses } from './churn-evidence.ts';
import { FREE, PAID, planKinds, TRIAL } from './plans.ts';

/**
 * When each person became a paying customer by the customers table alone, epoch ms: conversion, else signing up; `NaN` for who does not pay.
 * Trials and customers without MRR do not pay; without any column that tells, everyone does, unless a subscriptions table lists those who do.
 * An MRR of zero says nothing about someone who has left: it went with them.
 */
export function customersOwnStart(context: KpiContext): (person: number) => number {
  const rows = context.dataset.tables.customers.rows;
  const convertedAt = timesOrUndefined(context, 'customers', 'convertedAt');
  const conversions = convertedAt?.some((at) => !Number.isNaN(at)) ? convertedAt : undefined;
  const signedUpAt = times(context, 'customers', 'signedUpAt');
  const signups = firstEvent(context, ['signup']);
  const pays = paysByOwnRow(context, conversions);
  const listed = context.dataset.tables.subscriptions.rows > 0;
  return (person) => {
    if (person >= rows) return Number.NaN;
    const said = pays(person);
    if (said === false || (said === null && listed)) return Number.NaN;
    const at =
      [conversions?.[person], signedUpAt[person], signups?.[person]].find((time) => time !== undefined && !Number.isNaN(time)) ??
      Number.NaN;
    return at <= context.asOf ? at : Number.NaN;
  };
}

/** `null` where nothing tells. */
function paysByOwnRow(context: KpiContext, conversions: Float64Array | undefined): (person: number) => boolean | null {
  const kinds = planKinds(context, 'customers');
  const mrr = numbers(context, 'customers', 'mrr');
  const priced = mrr?.some((value) => value > 0) ?? false;
  const trialStartedAt = times(context, 'customers', 'trialStartedAt');
  const { cancelledAt, events, flag } = witnesses(context);
  const hasLeft = (person: number): boolean => [cancelledAt, events, flag].some((witness) => isLeft(witness(person)));
  return (person) => {
    if (priced && !(mrr![person]! > 0) && !hasLeft(person)) return false;
    if (conversions !== undefined && !Number.isNaN(conversions[person]!)) return true;
    if (conversions !== undefined && !Number.isNaN(trialStartedAt[person]!)) return false;
    if (kinds[person] === FREE || kinds[person] === TRIAL) return false;
    return kinds[person] === PAID || (priced && mrr![person]! > 0) ? true : null;
  };
}

function isLeft(word: number): boolean {
  return word === LEFT_UNDATED || (!Object.is(word, STAYS) && word !== SILENT);
}
