import { fieldKey } from '../../lib/text/field-key.ts';
import { suggest } from '../../lib/text/suggest.ts';

/** What people call a KPI that has another id here. For hints only: an id has one spelling. */
const KNOWN_AS: Readonly<Record<string, string>> = {
  'first-response-time': 'frt | first reply time | first reply | time to first response | ttfr | response',
  'response-time': 'art | average response time | reply time | avg response time',
  'service-level': 'sl | answered in time | tsf | service factor',
  'sla-attainment': 'sla | sla compliance | sla rate',
  'speed-of-answer': 'asa | average speed of answer | answer speed | awt | average wait time',
  'unanswered-rate': 'unanswered | no reply rate',
  'abandonment-rate': 'abandon rate | aband | car | call abandonment',
  'requester-wait-time': 'rwt | customer wait time | waiting time',
  'resolution-time': 'ttr | mttr | time to resolution | time to resolve | full resolution time | trt | cycle time',
  'first-contact-resolution': 'fcr | ftr | one touch | one touch resolution | first touch resolution | fcrr',
  'replies-to-resolve': 'rtr | touches | replies per ticket | agent touches',
  'reopen-rate': 'reopened | reopens',
  'tickets-per-day': 'volume | ticket volume | tickets | contact volume',
  backlog: 'open tickets | wip | unresolved',
  'net-flow': 'inflow | flow',
  'handle-time': 'aht | average handle time | tht | handling time',
  'transfer-rate': 'transfers | escalation rate | escalations',
  'cost-per-contact': 'cpc | cpt | cost per ticket',
  'cost-per-conversation': 'cost per resolution | cpr',
  csat: 'customer satisfaction | satisfaction | sat | c sat',
  'csat-response-rate': 'response rate | survey response rate',
  nps: 'net promoter | net promoter score | promoters',
  'net-sentiment': 'sentiment',
  'churn-rate': 'churn | logo churn | customer churn | attrition',
  'customer-retention-rate': 'crr | retention | retention rate | logo retention',
  'revenue-churn-rate': 'mrr churn | revenue churn | gross churn',
  'net-revenue-retention': 'nrr | ndr | net dollar retention | net retention',
  'gross-revenue-retention': 'grr | gdr | gross retention',
  arpa: 'arpu | arpc | mrr | revenue per account | revenue per user | average revenue per account',
  'customer-lifetime-value': 'clv | ltv | cltv | cltv | lifetime value',
  'trial-conversion-rate': 'trial conversion | tcr | trial to paid',
  'conversion-rate': 'cvr | conversion',
  'time-to-value': 'ttv | tta | time to activation',
  'onboarding-success-rate': 'onboarding | onboarding rate',
  'activation-rate': 'activation',
  'daily-active-users': 'dau | daily actives',
  'weekly-active-users': 'wau | weekly actives',
  'monthly-active-users': 'mau | monthly actives | active users',
  stickiness: 'dau mau | dau/mau',
  'day-1-retention': 'd1 | d1 retention | day 1',
  'day-7-retention': 'd7 | d7 retention | day 7',
  'day-30-retention': 'd30 | d30 retention | day 30',
  'upsell-rate': 'upsell | expansion rate | upgrade rate',
  'referral-rate': 'referrals',
  'customer-vector': 'vector | vectors | customer health',
};

/** The KPI that was probably meant: by what it is commonly called, else by spelling. */
export function suggestKpi(word: string, candidates: readonly string[]): string | undefined {
  const key = fieldKey(word);
  const called = Object.entries(KNOWN_AS).find(
    ([id, names]) => candidates.includes(id) && names.split('|').some((name) => fieldKey(name) === key),
  );
  return called?.[0] ?? suggest(word, candidates);
}
