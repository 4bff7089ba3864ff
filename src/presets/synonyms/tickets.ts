import { listed, type NameList, type Spellings } from './spellings.ts';

/** English names of ticket fields, as people and products write them. */
export const TICKET_SPELLINGS: Spellings = {
  id:
    'ticket id | ticket number | ticket no | ticket nr | ticket # | ticket key | case id | case number | case no | case # | conversation id | conversation number | issue id | issue key | ' +
    'issue number | incident id | incident number | request id | request number | call id | chat id | thread id | reference number | reference | ' +
    'hs ticket id | hs object id | display id | number | key | # | no | nr | ticket | case ref',
  subject:
    'title | summary | ticket subject | ticket name | ticket title | short description | topic | headline | issue title | email subject | case subject | conversation subject',
  status:
    'state | ticket status | ticket state | case status | current status | conversation status | conversation state | current conversation state | issue status | issue state | incident state | status name | ' +
    'request status | status label',
  priority:
    'ticket priority | urgency | severity | case priority | issue priority | priority level | priority name | hs ticket priority | prio',
  type: 'ticket type | issue type | case type | request type | conversation type | kind | category | ticket category | hs ticket category | classification | topic category | type of request',
  channel:
    'via | source | ticket source | ticket channel | origin | case origin | contact channel | contact type | contact method | medium | source type | create channel | ' +
    'via channel | support channel | request source | conversation source | conversation channel | hs source | channel type | inbox channel',
  group:
    'team | department | assigned group | assignment group | assignee group | queue | support group | group name | team name | agent group | mailbox | inbox | assigned team | agent team | ' +
    'team assigned | department name | ticket group | help topic | support team',
  agent:
    'assignee | assigned to | agent name | owner | ticket owner | case owner | assigned agent | agent assigned | assignee name | handled by | responder | responder id | ' +
    'assignee id | agent id | owner id | support agent | admin assignee | teammate currently assigned | teammate | rep | representative | advisor',
  customerId:
    'requester id | contact id | client id | user id | account id | end user id | customer no | customer number | client number | account number | requester external id | caller id | ' +
    'reporter id | sender id | subscriber id | member id | person id | customer ref | requester | customer | contact | client | account | caller | reporter | user | requester name | customer name | ' +
    'contact name | client name | account name | full name | raised by | opened by | submitted by | submitter | from name',
  customerEmail:
    'requester email | contact email | client email | user email | email | e mail | email address | from email | sender email | customer email address | requester email address | account email | ' +
    'reporter email | contact email address | customer e mail | requester e mail | mail',
  organization:
    'organisation | company | company name | organization name | organisation name | account organization | requester organization | customer organization | organization id | company id | requester domain | business name',
  tags: 'tag | labels | label | keywords | conversation tag | conversation tags | ticket tags | tag list | issue labels',
  language: 'locale | lang | requester language | ticket language | customer language | requester locale | customer locale',
  rootCause:
    'root cause | cause | cause code | root cause category | root cause code | close code | resolution code | resolution category | problem category | failure mode',
  problemId: 'problem | problem ticket | problem ticket id | problem number | linked problem | parent problem | related problem',
  direction: 'ticket direction | conversation direction | started by direction | inbound outbound',
  currency: 'cost currency | currency code',
  createdAt:
    'created at | created | created on | created date | created time | create date | create time | created datetime | createdate | date created | time created | creation date | creation time | creation datetime | ' +
    'opened | opened at | opened on | opened date | opened time | open date | open time | date opened | date time opened | opening date | ' +
    'submitted | submitted at | submitted on | date submitted | submission date | reported | reported at | reported on | reported date | date reported | received | received at | received on | ' +
    'date received | requested at | requested on | request date | request time | started at | started on | start time | start date | start | conversation started at | conversation started | ' +
    'conversation created at | ticket created at | ticket created | ticket created date | ticket created time | ticket creation date | case created date | case created date time | created date time | ' +
    'sys created on | logged at | logged on | date logged | log date | raised at | raised on | date raised | call time | call date | call start | call started at | queued at | timestamp | date | datetime | inserted at',
  updatedAt:
    'updated at | updated | updated on | updated date | updated time | update date | date updated | last updated | last updated at | last update | last update time | last update date | modified | modified at | modified on | ' +
    'modified time | modified date | date modified | last modified | last modified at | last modified date | last modified time | last activity | last activity at | last activity date | sys updated on | ' +
    'last activity time | updated datetime | hs lastmodifieddate',
  firstResponseAt:
    'first response at | first response date | first response on | first response datetime | first response timestamp | first responded at | first responded | first responded on | first reply at | first replied at | ' +
    'first reply date | first reply on | first reply timestamp | first reply datetime | first replied | first replied on | first answered at | first answer at | first answer date | first agent reply at | first agent reply date | first agent response at | ' +
    'first admin reply at | first human response at | first public reply at | first touch at | initial response at | initial response | initial response date | initially responded at | replied at | ' +
    'responded at | responded on | responded | response at | response date | answered at | answered on | answered | answer time | date answered | date responded | response timestamp | first reply created at | ' +
    'first contact at | acknowledged at | first comment at | first response datetime utc | conversation first response at | agent first response at | first customer reply from agent at',
  firstResolvedAt:
    'first resolved at | first resolved | first solved at | first solved | first resolution at | first resolution date | first close at | first closed at | first resolved on',
  solvedAt:
    'solved at | solved | solved on | solved date | solved time | date solved | resolved at | resolved | resolved on | resolved date | resolved time | resolved datetime | date resolved | resolution date | resolution at | ' +
    'resolution timestamp | resolution datetime | completed | completed at | completed on | completed date | completion date | completion time | date completed | finished at | finished | finished on | done at | done on | fixed at | ' +
    'ended at | end time | end date | ended | ticket solved at | ticket resolved at | last solved at | last resolved at | call end | call ended at | resolved timestamp',
  closedAt:
    'closed at | closed | closed on | closed date | closed time | close date | close time | close at | closed datetime | date closed | date time closed | closing date | closure date | closure time | ticket closed time | ' +
    'ticket closed at | ticket closed date | case closed date | last closed at | last close at | conversation closed at | hs last closed date | closed timestamp',
  dueAt:
    'due at | due | due by | due date | due time | due by time | due on | date due | deadline | sla due date | sla due at | resolution due | resolution due by | resolution due at | resolution due date | close escalation at | expected by',
  firstResponseDueAt:
    'fr due by | first response due by | first response due | first response due at | first response due date | first response due time | response due | response due at | response due by | response due date | ' +
    'first response escalation at | first reply due | first reply due at | next response due',
  ratedAt:
    'rated at | rated on | rated | rating date | rating at | rating time | satisfaction date | satisfaction rated at | satisfaction rating date | csat date | csat at | csat rated at | survey date | survey answered at | scored at | ' +
    'feedback date | feedback at | rating created at | survey response date | scored datetime',
  firstResponseSla:
    'first response sla | first response status | first response sla status | response sla | response sla status | first reply sla | first reply sla status | frt sla | first response sla met | response sla met | sla first response | hs time to first response sla status',
  resolutionSla:
    'resolution sla | resolution status | resolution sla status | resolution sla met | sla resolution | sla status | sla | sla met | made sla | sla result | sla outcome | close sla status | hs time to close sla status',
  groupChanges:
    'group changes | group reassignments | team changes | group transfers | transfers | number of transfers | group reassignment count | transfer count',
  assigneeChanges:
    'assignee changes | reassignments | reassignment count | agent changes | assignment count | number of reassignments | reassign count',
  agentReplies:
    'agent replies | agent reply count | replies | reply count | replies count | number of replies | public replies | public reply count | agent responses | agent response count | responses | response count | number of responses | ' +
    'agent interactions | outbound interactions | agent messages | agent comments | outbound messages | admin replies | public agent replies | total agent replies | replies sent | count agent replies | agent touches | touches',
  customerReplies:
    'customer replies | customer reply count | requester replies | requester reply count | customer interactions | inbound interactions | customer responses | customer response count | customer messages | user replies | client replies | ' +
    'requester comments | customer comments | inbound messages | end user replies | contact replies',
  reopens:
    'reopened | reopen count | reopened count | reopens count | number of reopens | times reopened | count reopens | reopen | reopenings | number of times reopened | re opens | ticket reopens',
  rating:
    'satisfaction | satisfaction score | satisfaction rating | satisfaction rating score | csat | csat score | csat rating | customer satisfaction | customer satisfaction score | customer satisfaction rating | rating score | ratings | ticket rating | conversation rating | ' +
    'feedback rating | feedback score | survey result | survey results | survey score | survey rating | support rating | happiness | happiness rating | score | stars | star rating',
  ratingScale: 'rating scale | satisfaction scale | csat scale',
  ratingOffered:
    'rating offered | rating requested | survey sent | csat sent | csat offered | satisfaction offered | survey offered | survey requested | last survey sent | feedback requested',
  ratingComment:
    'rating comment | satisfaction comment | csat comment | satisfaction rating comment | rating remark | conversation rating remark | feedback | feedback comment | survey comment | customer feedback | csat feedback',
  handleSeconds:
    'handle time | handling time | average handle time | aht | talk time | call duration | time spent | time tracked | tracked time | work time | total handle time | duration of call | call length | time units total',
  waitSeconds:
    'wait time | waiting time | queue time | time in queue | speed of answer | queue wait | queue wait time | ring time | wait duration | asa',
  abandoned: 'abandoned | is abandoned | missed | missed call | missed chat | abandoned call | dropped | hung up',
  cost: 'cost | ticket cost | handling cost | total cost | cost per ticket | cost amount',
  version: 'version | update counter | sys mod count | revision | lock version | update count | record version',
};

/** Zendesk counts places where a ticket was, not moves between them. */
export const TICKET_STATIONS: NameList = listed(() => [
  ['group stations', { field: 'groupChanges', offset: -1 }],
  ['assignee stations', { field: 'assigneeChanges', offset: -1 }],
]);
