import type { Spellings } from './spellings.ts';

const CUSTOMER_ID =
  'customer id | customer | user id | user | account id | account | client id | client | contact id | contact | requester id | requester | subscriber id | member id | person id | person | ' +
  'company id | profile id | distinct id | uid | organization id | end user id';
const TICKET_ID =
  'ticket id | ticket | ticket number | case id | case number | conversation id | conversation | issue id | issue key | issue | request id | incident id | parent id | ticket no | case | thread id | call id | chat id';
const AT =
  'at | created at | created | created on | created date | created time | date | datetime | date time | time | timestamp | occurred at | occurred on | happened at | event time | event date | event timestamp | ' +
  'logged at | recorded at | event at | date created | time stamp | ts | sent at | received at';

export const MESSAGE_SPELLINGS: Spellings = {
  id: 'message id | comment id | reply id | article id | part id | conversation part id | note id',
  ticketId: TICKET_ID,
  at: `message date | message created at | comment created at | sent on | sent date | sent | posted at | posted on | reply date | replied at | message time | comment date | ${AT}`,
  author:
    'author role | author type | message author type | sender | sender type | sender role | from | role | from role | from type | author kind | user type | user role | participant type | written by | posted by | by | ' +
    'sent by | direction | message type | sender kind | actor type | actor | speaker | is agent',
  authorId:
    'author id | sender id | user id | agent id | from id | author name | sender name | author email | sender email | actor id | posted by id',
  public: 'public | is public | public comment | visible to customer | visibility | is visible | public reply',
  channel: 'channel | via | source | medium | message channel | comment channel | message source | inbox',
};

export const CHANGE_SPELLINGS: Spellings = {
  ticketId: TICKET_ID,
  at: `changed at | changed on | change date | change time | change timestamp | changed | updated at | updated on | modified at | transition date | transitioned at | ${AT}`,
  field: 'field | field name | attribute | property | changed field | change type | what | what changed | item | column | key | type',
  from: 'from | from value | old value | old | previous value | previous | before | from status | old status | from state | value from | fromstring | original value | previous status',
  to: 'to | to value | new value | new | value | after | to status | new status | to state | value to | tostring | current value | status | new state',
};

export const CUSTOMER_SPELLINGS: Spellings = {
  id: 'customer id | user id | account id | client id | contact id | subscriber id | member id | person id | uuid | customer number | account number | company id | external id | uid | customer ref | organization id | customer no',
  email:
    'email address | e mail | e mail address | mail | customer email | user email | contact email | primary email | owner email | account email',
  name: 'full name | customer name | user name | username | contact name | client name | account name | display name',
  organization:
    'organisation | company | company name | organization name | account company | workspace | business | employer | business name',
  plan: 'plan name | subscription plan | tier | package | product plan | current plan | pricing plan | plan id | subscription | product | edition | license | account plan | subscription tier',
  planKind: 'plan kind | plan type | account type | customer type | subscription type | free or paid | plan category',
  status:
    'state | customer status | account status | subscription status | lifecycle stage | user status | churn status | churned | active | is active',
  signedUpAt:
    'signed up at | signed up | signed up on | signup date | sign up date | signup at | signup | sign up | signup time | registered at | registered | registered on | registration date | created at | created | created on | created date | create date | ' +
    'createdate | creation date | date created | joined at | joined | joined on | join date | date joined | customer since | member since | start date | started at | first seen | first seen at | account created | account created at | since | ' +
    'customer start | customer start date | created utc | onboard date | acquired at | acquisition date | subscribed at | subscription start | subscription start date | activated on',
  trialStartedAt:
    'trial started at | trial start | trial started | trial start date | trial started on | trial begin | trial began | trial from | free trial started at | trial start utc | trial start at | trial begins at',
  trialEndsAt:
    'trial ends at | trial end | trial ends | trial end date | trial ended at | trial ended | trial ends on | trial until | trial expiry | trial expires at | trial expires | trial expiration | trial end utc | trial to | trial expiry date | trial end at',
  convertedAt:
    'converted at | converted | converted on | conversion date | paid at | paid since | first paid at | first payment | first payment at | first payment date | became customer at | became paid at | upgraded to paid at | conversion at | purchased at',
  cancelledAt:
    'cancelled at | canceled at | cancelled | canceled | cancelled on | canceled on | cancellation date | cancel date | cancelation date | churned at | churned on | churn date | churn at | left at | leave date | ended at | end date | ended | ended on | terminated at | ' +
    'termination date | subscription end | subscription end date | customer end | customer end date | canceled at utc | deactivated at | closed at | unsubscribed at | cancelled date | canceled date | lost at | expired at',
  onboardedAt:
    'onboarded at | onboarded | onboarded on | onboarding completed | onboarding completed at | onboarding date | onboarding complete | onboarding finished at | onboarding end | go live | go live date | live since | went live at | onboarding completed on',
  lastActiveAt:
    'last active at | last active | last active on | last active date | last seen | last seen at | last login | last login at | last login date | last activity | last activity at | last activity date | last sign in | last sign in at | last visit | last used | last used at | last session | last logged in',
  mrr: 'monthly recurring revenue | monthly revenue | monthly spend | monthly amount | mrr amount | current mrr | recurring revenue | monthly charges | monthly fee | monthly price',
  revenue:
    'total revenue | ltv | lifetime value | lifetime revenue | total spend | total spent | net volume | total paid | amount paid | total charges | sales | total sales | revenue total | total amount | lifetime spend',
  currency: 'currency code | iso currency',
  seats: 'seat count | number of seats | licenses | licences | user count | users | license count | quantity | number of users | team size',
  seatsUsed:
    'seats used | used seats | active seats | assigned seats | seats assigned | occupied seats | licenses used | used licenses | assigned licenses',
  country: 'country code | address country | billing country | card address country | region | location country | country name | nation',
  source:
    'acquisition source | signup source | sign up source | utm source | lead source | acquisition channel | channel | referrer source | traffic source | marketing channel | original source',
  referredBy:
    'referred by | referrer | referrer id | referral | referred by id | referral source id | invited by | referral customer id | inviter | referred from | referring customer',
  fake: 'is fake | fake user | is test | test | is test user | test user | test account | is spam | is bot | internal | is internal | is bogus | bogus',
};

export const SUBSCRIPTION_SPELLINGS: Spellings = {
  customerId: CUSTOMER_ID,
  startedAt:
    'started at | started | start date | start | started on | start utc | start date utc | begin | begins at | from | from date | valid from | period start | subscription start | subscription start date | activated at | created at | created | created utc | effective from | starts at | subscribed at',
  endedAt:
    'ended at | ended | end date | end | ended on | ended at utc | until | to | to date | valid to | valid until | period end | subscription end | subscription end date | ends at | expires at | expired at | effective to | terminated at | cancelled at | canceled at | cancelled on | churned at | canceled at utc',
  plan: 'plan name | plan id | tier | package | product | product name | subscription plan | price id | pricing plan',
  mrr: 'monthly recurring revenue | monthly revenue | monthly amount | mrr amount | monthly price | monthly fee | recurring revenue',
  trial: 'is trial | trial | on trial | trial flag',
  upgrade: 'upgrade flag | is upgrade | upgraded',
  downgrade: 'downgrade flag | is downgrade | downgraded',
  currency: 'currency code',
};

export const EVENT_SPELLINGS: Spellings = {
  customerId: CUSTOMER_ID,
  at: AT,
  name: 'event | event name | event type | action | activity | activity type | type | name | verb | event kind | action name',
  feature: 'feature name | feature used | module | object | feature id | feature key | function | tool',
  outcome: 'result | success | status | succeeded | is success | outcome status | error',
  amount: 'value | revenue | price | total | order amount | order total | order value | purchase amount | total amount | amount paid',
  sentiment: 'sentiment label | polarity | tone | sentiment score',
  source: 'channel | origin | platform | network | medium | utm source | app',
  issueId: 'issue | incident id | problem id | incident | problem | notice id | issue key',
  sessionId: 'session | visit id | session key | session number',
  currency: 'currency code',
};

export const SURVEY_SPELLINGS: Spellings = {
  id: 'response id | survey id | respondent id | answer id | survey response id | submission id | #',
  at:
    'answered at | answered | answered on | responded at | responded on | response date | response at | response created at | submitted at | submit date | submit date utc | submitted | submitted on | submission date | completed at | completed | ' +
    `survey date | rated at | rated on | rating date | recorded at | end date | stage date utc | scored at | ${AT} | fecha | fecha de respuesta | respondido el | datum | antwortdatum | beantwortet am | date de réponse | répondu le`,
  kind: 'survey type | survey kind | type | survey | survey name | metric | question type',
  score:
    'nps | nps score | nps rating | csat | csat score | ces | ces score | rating | answer | response | value | score value | survey score | likelihood | likelihood to recommend | likely to recommend | recommendation score | recommend | satisfaction score | ' +
    'net promoter score | how likely are you to recommend us | how likely are you to recommend us to a friend or colleague | rating score',
  scale: 'score scale | rating scale | max score | scale max | out of',
  customerId: `${CUSTOMER_ID} | respondent | person | kundennummer | kunden id | kunde | id de cliente | id cliente | cliente | id client`,
  customerEmail:
    'email | customer email | email address | e mail | respondent email | user email | contact email | person email | e mail address',
  ticketId: TICKET_ID,
};
