import type { KpiDefinition } from './define-kpi.ts';
import { abandonmentRate } from './abandonment-rate.ts';
import { actionsPerSession } from './actions-per-session.ts';
import { activationRate } from './activation-rate.ts';
import { activeUserGrowth } from './active-user-growth.ts';
import { activeUserRetention } from './active-user-retention.ts';
import { agentWaitTime } from './agent-wait-time.ts';
import { arpa } from './arpa.ts';
import { backlog } from './backlog.ts';
import { churnRate } from './churn-rate.ts';
import { contactRate } from './contact-rate.ts';
import { conversionRate } from './conversion-rate.ts';
import { costPerContact } from './cost-per-contact.ts';
import { costPerConversation } from './cost-per-conversation.ts';
import { csat } from './csat.ts';
import { csatResponseRate } from './csat-response-rate.ts';
import { customerLifetimeValue } from './customer-lifetime-value.ts';
import { customerRetentionRate } from './customer-retention-rate.ts';
import { customerVector } from './customer-vector.ts';
import { dailyActiveUsers } from './daily-active-users.ts';
import { day1Retention } from './day-1-retention.ts';
import { day30Retention } from './day-30-retention.ts';
import { day7Retention } from './day-7-retention.ts';
import { earlyLeaveRate } from './early-leave-rate.ts';
import { fakeUserShare } from './fake-user-share.ts';
import { featureSuccessRate } from './feature-success-rate.ts';
import { featureUsageRate } from './feature-usage-rate.ts';
import { firstContactResolution } from './first-contact-resolution.ts';
import { firstResponseTime } from './first-response-time.ts';
import { freeUserUsageRate } from './free-user-usage-rate.ts';
import { grossRevenueRetention } from './gross-revenue-retention.ts';
import { handleTime } from './handle-time.ts';
import { monthlyActiveUsers } from './monthly-active-users.ts';
import { netFlow } from './net-flow.ts';
import { netRevenueRetention } from './net-revenue-retention.ts';
import { netSentiment } from './net-sentiment.ts';
import { neutralToPositiveRate } from './neutral-to-positive-rate.ts';
import { nps } from './nps.ts';
import { objectiveProgress } from './objective-progress.ts';
import { onHoldTime } from './on-hold-time.ts';
import { onboardingSuccessRate } from './onboarding-success-rate.ts';
import { proactiveShare } from './proactive-share.ts';
import { referralRate } from './referral-rate.ts';
import { reopenRate } from './reopen-rate.ts';
import { repeatCustomerRate } from './repeat-customer-rate.ts';
import { repeatProblemRate } from './repeat-problem-rate.ts';
import { repliesToResolve } from './replies-to-resolve.ts';
import { reportedBugs } from './reported-bugs.ts';
import { requesterWaitTime } from './requester-wait-time.ts';
import { resolutionTime } from './resolution-time.ts';
import { responseTime } from './response-time.ts';
import { revenueChurnRate } from './revenue-churn-rate.ts';
import { rootCauseShare } from './root-cause-share.ts';
import { serviceLevel } from './service-level.ts';
import { silentUnhappyEstimate } from './silent-unhappy-estimate.ts';
import { slaAttainment } from './sla-attainment.ts';
import { speedOfAnswer } from './speed-of-answer.ts';
import { stickiness } from './stickiness.ts';
import { ticketsByDepartment } from './tickets-by-department.ts';
import { ticketsPerCustomer } from './tickets-per-customer.ts';
import { ticketsPerDay } from './tickets-per-day.ts';
import { timeToValue } from './time-to-value.ts';
import { transferRate } from './transfer-rate.ts';
import { trialConversionRate } from './trial-conversion-rate.ts';
import { unansweredRate } from './unanswered-rate.ts';
import { upsellRate } from './upsell-rate.ts';
import { weeklyActiveUsers } from './weekly-active-users.ts';
import { winBackRate } from './win-back-rate.ts';

/** Every KPI, in the order in which reports show them. A test fails when a file of this folder is missing here. */
export const kpis: readonly KpiDefinition[] = [
  firstResponseTime,
  responseTime,
  serviceLevel,
  slaAttainment,
  speedOfAnswer,
  unansweredRate,
  abandonmentRate,
  requesterWaitTime,
  agentWaitTime,
  onHoldTime,
  resolutionTime,
  firstContactResolution,
  repliesToResolve,
  reopenRate,
  repeatProblemRate,
  ticketsPerDay,
  backlog,
  netFlow,
  ticketsPerCustomer,
  contactRate,
  proactiveShare,
  ticketsByDepartment,
  reportedBugs,
  rootCauseShare,
  csat,
  csatResponseRate,
  nps,
  netSentiment,
  silentUnhappyEstimate,
  transferRate,
  handleTime,
  costPerContact,
  costPerConversation,
  trialConversionRate,
  onboardingSuccessRate,
  timeToValue,
  earlyLeaveRate,
  churnRate,
  customerRetentionRate,
  repeatCustomerRate,
  referralRate,
  fakeUserShare,
  activationRate,
  day1Retention,
  day7Retention,
  day30Retention,
  dailyActiveUsers,
  weeklyActiveUsers,
  monthlyActiveUsers,
  stickiness,
  activeUserRetention,
  activeUserGrowth,
  actionsPerSession,
  featureUsageRate,
  featureSuccessRate,
  freeUserUsageRate,
  conversionRate,
  revenueChurnRate,
  netRevenueRetention,
  grossRevenueRetention,
  upsellRate,
  arpa,
  customerLifetimeValue,
  customerVector,
  winBackRate,
  neutralToPositiveRate,
  objectiveProgress,
];
