import { fieldKey } from '../../lib/text/field-key.ts';
import type { KpiContext } from '../define-kpi.ts';
import { codes } from './columns.ts';

/** What a plan is to the one who has it. */
const UNKNOWN_PLAN = 0;
export const FREE = 1;
export const TRIAL = 2;
export const PAID = 3;

const KINDS = { free: FREE, trial: TRIAL, paid: PAID } as const;

/** Plan names that say it themselves. */
const FREE_NAME = /\b(free|freemium|community|gratis)\b/;
const TRIAL_NAME = /\b(trial|trialing|trialling|evaluation)\b/;

/** Kind of plan of each row of customers or subscriptions: by the config's plans, else the data's own column, else a name that says it itself. */
export function planKinds(context: KpiContext, table: 'customers' | 'subscriptions'): Uint8Array {
  return context.memo(`plan kinds of ${table}`, () => {
    const configured = configuredPlans(context);
    const names = codes(context, table, 'plan');
    const told = codes(context, table, 'planKind');
    const byConfig = Uint8Array.from(names?.values ?? [], (name) => configured.get(fieldKey(name)) ?? UNKNOWN_PLAN);
    const byName = Uint8Array.from(names?.values ?? [], (name) =>
      TRIAL_NAME.test(fieldKey(name)) ? TRIAL : FREE_NAME.test(fieldKey(name)) ? FREE : UNKNOWN_PLAN,
    );
    const byColumn = Uint8Array.from(told?.values ?? [], (word) =>
      Object.hasOwn(KINDS, word) ? KINDS[word as keyof typeof KINDS] : UNKNOWN_PLAN,
    );
    return Uint8Array.from({ length: context.dataset.tables[table].rows }, (_, row) => {
      const plan = names?.codes[row] ?? 0;
      return byConfig[plan] || byColumn[told?.codes[row] ?? 0] || byName[plan] || UNKNOWN_PLAN;
    });
  });
}

function configuredPlans({ settings }: KpiContext): Map<string, number> {
  return new Map(
    Object.entries(KINDS).flatMap(([kind, code]) =>
      (settings.plans[kind as keyof typeof KINDS] ?? []).map((name) => [fieldKey(name), code] as const),
    ),
  );
}
