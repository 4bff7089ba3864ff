import type { KpiDefinition } from './define-kpi.ts';
import { abandonmentRate } from './abandonment-rate.ts';
import { agentWaitTime } from './agent-wait-time.ts';
import { backlog } from './backlog.ts';
import { contactRate } from './contact-rate.ts';
import { csat } from './csat.ts';
import { csatResponseRate } from './csat-response-rate.ts';
import { firstContactResolution } from './first-contact-resolution.ts';
import { firstResponseTime } from './first-response-time.ts';
import { handleTime } from './handle-time.ts';
import { netFlow } from './net-flow.ts';
import { nps } from './nps.ts';
import { onHoldTime } from './on-hold-time.ts';
import { reopenRate } from './reopen-rate.ts';
import { repliesToResolve } from './replies-to-resolve.ts';
import { reportedBugs } from './reported-bugs.ts';
import { requesterWaitTime } from './requester-wait-time.ts';
import { resolutionTime } from './resolution-time.ts';
import { responseTime } from './response-time.ts';
import { rootCauseShare } from './root-cause-share.ts';
import { serviceLevel } from './service-level.ts';
import { slaAttainment } from './sla-attainment.ts';
import { speedOfAnswer } from './speed-of-answer.ts';
import { ticketsByDepartment } from './tickets-by-department.ts';
import { ticketsPerCustomer } from './tickets-per-customer.ts';
import { ticketsPerDay } from './tickets-per-day.ts';
import { transferRate } from './transfer-rate.ts';
import { unansweredRate } from './unanswered-rate.ts';

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
  ticketsPerDay,
  backlog,
  netFlow,
  ticketsPerCustomer,
  contactRate,
  ticketsByDepartment,
  reportedBugs,
  rootCauseShare,
  csat,
  csatResponseRate,
  nps,
  transferRate,
  handleTime,
];
