import { PRODUCTS, type Product } from '../../model/settings.ts';
import { chatwoot } from './chatwoot.ts';
import { freshdesk } from './freshdesk.ts';
import { helpscout } from './helpscout.ts';
import { intercom } from './intercom.ts';
import type { ProductRules } from './product-rules.ts';
import { zammad } from './zammad.ts';
import { zendesk } from './zendesk.ts';

/** What `--like` knows: the definitions of each product, as far as kpis.md tells them. */
export const productRules: Readonly<Record<Product, ProductRules>> = { zendesk, freshdesk, intercom, helpscout, zammad, chatwoot };

/** How a product defines one KPI. */
export interface RuleOfProduct {
  /** The product's name as it writes it. */
  readonly product: string;
  /** Options of the KPI that give this definition; none where it is ours. */
  readonly options: Readonly<Record<string, unknown>>;
  /** Where kpis.md says so. */
  readonly source: string;
}

/** `null` without a product, and where the product has no rule for this KPI: then ours holds, and nothing is said. */
export function ruleOf(product: Product | null, kpi: string): RuleOfProduct | null {
  if (product === null) return null;
  const { title, rules } = productRules[product];
  const rule = Object.hasOwn(rules, kpi) ? rules[kpi] : undefined;
  return rule ? { product: title, ...rule } : null;
}

/** Every product with its rule for a KPI, in the order of the command line. */
export function rulesFor(kpi: string): readonly { readonly id: Product; readonly title: string; readonly rule: RuleOfProduct | null }[] {
  return PRODUCTS.map((id) => ({ id, title: productRules[id].title, rule: ruleOf(id, kpi) }));
}
