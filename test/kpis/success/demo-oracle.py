"""Customer KPIs of the demonstration data, from its files and with nothing of ours: writes demo.expected.json beside itself."""
import pathlib
import csv,json
from datetime import datetime,timedelta,timezone
HERE=pathlib.Path(__file__).parent
D=str(HERE.parents[2]/'fixtures/demo')+'/'
out={}
def rate(id,hits,of): out[id]={'value':hits/of,'n':of}
def rd(f): return list(csv.DictReader(open(D+f,encoding='utf-8-sig'),delimiter=';' if f=='surveys.csv' else ','))
P=lambda s: datetime.fromisoformat(s.replace('Z','+00:00')) if s else None
C=rd('customers.csv'); S=rd('subscriptions.csv'); E=rd('events.csv'); T=rd('tickets.csv')
E=[e for e in E if e['name']!='name']
asof=P('2026-01-07T23:59:22Z'); m0,m1=P('2025-12-01T00:00:00Z'),P('2026-01-01T00:00:00Z')
paid=[s for s in S if s['trial']!='true' and float(s['mrr'] or 0)>0]
by={}
for s in paid: by.setdefault(s['customer_id'],[]).append((P(s['started_at']),P(s['ended_at']),float(s['mrr'])))
def act(x,t): return x[0]<t and not (x[1] and x[1]<t)
start={c for c,l in by.items() if any(act(x,m0) for x in l)}; end={c for c,l in by.items() if any(act(x,m1) for x in l)}
rate('churn-rate',len(start-end),len(start)); rate('customer-retention-rate',len(start&end),len(start))
mrr=lambda c,t: sum(x[2] for x in by[c] if act(x,t))
s0=sum(mrr(c,m0) for c in start); rate('net-revenue-retention',sum(mrr(c,m1) for c in start),s0); rate('gross-revenue-retention',sum(min(mrr(c,m1),mrr(c,m0)) for c in start),s0); rate('revenue-churn-rate',sum(max(0,mrr(c,m0)-mrr(c,m1)) for c in start),s0)
out['customer-lifetime-value']={'value':s0/len(start)/(len(start-end)/len(start)),'n':len(start)}
rate('arpa',sum(mrr(c,m1) for c in end),len(end))
tr=[c for c in C if c['trial_started_at']]
el=[c for c in tr if P(c['trial_ends_at'])+timedelta(7)<=asof]
rate('trial-conversion-rate',sum(1 for c in el if c['converted_at'] and P(c['converted_at'])<=P(c['trial_ends_at'])+timedelta(7)),len(el))
on=[c for c in C if c['signed_up_at'] and P(c['signed_up_at'])+timedelta(30)<=asof]
rate('onboarding-success-rate',sum(1 for c in on if c['onboarded_at'] and P(c['onboarded_at'])-P(c['signed_up_at'])<=timedelta(30)),len(on))
su={c['id']:P(c['signed_up_at']) for c in C}
ev=[(e['customer_id'],P(e['at']),e) for e in E]; first=min(t for _,t,_ in ev)
for n in (1,7,30):
    ok=[c for c,t in su.items() if (t.date()+timedelta(n))<=asof.date() and datetime.combine(t.date()+timedelta(n+1),datetime.min.time(),timezone.utc)>first]
    back={c for c,t,e in ev if c in su and e['name'] not in('notice','mention') and (t.date()-su[c].date()).days==n}
    rate(f'day-{n}-retention',sum(c in back for c in ok),len(ok))
sg=[c for c,t in su.items() if t>=first and t+timedelta(14)<=asof]
ac={}
for c,t,e in ev:
    if e['name']=='activated': ac[c]=min(ac.get(c,t),t)
rate('activation-rate',sum(1 for c in sg if c in ac and ac[c]<=su[c]+timedelta(14)),len(sg))
did=[(c,t) for c,t,e in ev if e['name'] not in('notice','mention') and c]
day=P('2026-01-07T00:00:00Z').date()
for id,days in (('daily',1),('weekly',7),('monthly',30)):
    some=[c for c,t in did if 0<=(day-t.date()).days<days]; out[id+'-active-users']={'value':len(set(some)),'n':len(some)}
ud={(c,t.date()) for c,t in did if 0<=(day-t.date()).days<30}; rate('stickiness',len(ud)/30,len({c for c,_ in ud}))
nov={c for c,t in did if (t.year,t.month)==(2025,11)}; dec={c for c,t in did if (t.year,t.month)==(2025,12)}
rate('active-user-retention',len(nov&dec),len(nov)); rate('active-user-growth',len(dec),len(nov))
# early leave KM(30)
life=[]
for c,l in by.items():
    st=min(x[0] for x in l); en=None if any(x[1] is None for x in l) else max(x[1] for x in l)
    life.append(((en or asof)-st,en is not None))
s=1
for d in sorted({d for d,e in life if e and d<=timedelta(30)}):
    s*=1-sum(1 for x in life if x[1] and x[0]==d)/sum(1 for x in life if x[0]>=d)
out['early-leave-rate']={'value':1-s,'n':len(life)}
# time to value
tv=[]
for c in C:
    t=P(c['signed_up_at'])
    if not t or t<first: continue
    cut=min([asof]+([P(c['cancelled_at'])] if c['cancelled_at'] else []))
    a=ac.get(c['id'])
    tv.append((a-t,True) if a and a<=cut else (cut-t,False))
s=1
for d in sorted({d for d,e in tv if e and d>=timedelta(0)}):
    s*=1-sum(1 for x in tv if x[1] and x[0]==d)/sum(1 for x in tv if x[0]>=d)
    if s<=.5+1e-12: out['time-to-value']={'value':d.total_seconds(),'n':len(tv)}; break
fe=[e for e in E if e['feature']]; rate('feature-success-rate',sum(e['outcome']=='success' for e in fe),sum(e['outcome'] in('success','failure') for e in fe))
actv={e['customer_id'] for e in E if e['customer_id']}; rate('feature-usage-rate',len({e['customer_id'] for e in fe}),len(actv))
free={c['id'] for c in C if c['plan_kind']=='free'}; rate('free-user-usage-rate',len(free&actv),len(free))
mt=[e['sentiment'] for e in E if e['sentiment']]; rate('net-sentiment',100*(mt.count('positive')-mt.count('negative')),len(mt))
up={s['customer_id'] for s in S if s['upgrade']=='true' and m0<=P(s['started_at'])<m1}|{c for c,t,e in ev if e['name']=='upgrade' and m0<=t<m1}
rate('upsell-rate',len(up&start),len(start))
pr={}
for c,t,e in ev:
    if e['name']=='notice' and e['issue_id']: pr.setdefault((c,e['issue_id']),[None,None]); x=pr[(c,e['issue_id'])]; x[0]=min(t,x[0]) if x[0] else t
seen={}
ex={'Spam','Merged','Deleted','Suspended'}
for t in T: seen[t['Id']]=t
for t in seen.values():
    if t['Problem id'] and t['Status'] not in ex and 'closed_by_merge' not in t['Tags'] and t['Requester id']:
        k=(t['Requester id'],t['Problem id']); pr.setdefault(k,[None,None]); i=0 if t['Direction']=='outbound' else 1
        tt=P(t['Created at']); pr[k][i]=min(tt,pr[k][i]) if pr[k][i] else tt
rate('proactive-share',sum(1 for a,b in pr.values() if a and (not b or a<b)),len(pr))
(HERE/'demo.expected.json').write_text(json.dumps(out,indent=1)+'\n')
