import { formatNumber, formatRatio, signed } from '../../lib/text/format-number.ts';
import { CUSTOMER_FACTS, type CustomerFact } from '../../model/customer-facts.ts';
import type { SegmentMember } from '../../model/segment-report.ts';

/** `last rating bad, last rating at 2025-12-01`: what put a customer where they are. Text from the data: the caller escapes it. */
export function factsText({ facts }: SegmentMember): string {
  return Object.entries(facts)
    .map(([name, value]) => factText(name, value))
    .join(', ');
}

function factText(name: string, value: string | number | boolean): string {
  const words = name.replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2').toLowerCase();
  if (typeof value === 'boolean') return value ? words : `not ${words}`;
  if (typeof value === 'string') return `${words} ${/^\d{4}-\d\d-\d\dT/.test(value) ? value.slice(0, 10) : value}`;
  const fact = (CUSTOMER_FACTS as Readonly<Record<string, CustomerFact>>)[name];
  if (fact?.ratio !== true) return `${words} ${formatNumber(value)}`;
  return name === 'usageChange' ? `${words} ${signed(value * 100, 0)}%` : `${words} ${formatRatio(value)}`;
}
