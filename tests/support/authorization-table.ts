/**
 * Who may do what: one row for each page, endpoint and action, and one column for each kind of actor.
 * A number is the status of the answer; `sign-in`, `home` and `start` are where it sends on to.
 * What follows a dash says in which case. A route on disk without a row here fails the tests.
 *
 * `cohort` is the one of participant and facilitator, `lead` is of the organisation above everybody,
 * and `other lead` of another branch. Who has no place yet is `alone`.
 */
const table = `
                                                      | stranger | alone | participant | other participant | facilitator | other facilitator | other lead | lead
GET /                                                 | 200      | 200   | 200         | 200               | 200         | 200               | 200        | 200
GET /offline                                          | 200      | 200   | 200         | 200               | 200         | 200               | 200        | 200
GET /healthz                                          | 200      | 200   | 200         | 200               | 200         | 200               | 200        | 200
GET /sign-in                                          | 200      | home  | home        | home              | home        | home              | home       | home
POST /sign-in ?/signIn - a wrong password             | 400      | home  | home        | home              | home        | home              | home       | home
POST /sign-in ?/enterAs - one of the cast             | home     | home  | home        | home              | home        | home              | home       | home
POST /sign-in ?/enterAs - somebody else               | 404      | 404   | 404         | 404               | 404         | 404               | 404        | 404
GET /sign-out                                         | start    | start | start       | start             | start       | start             | start      | start
POST /sign-out ?/default                              | start    | start | start       | start             | start       | start             | start      | start
GET /language                                         | start    | start | start       | start             | start       | start             | start      | start
POST /language ?/default                              | start    | start | start       | start             | start       | start             | start      | start
GET /reading                                          | start    | start | start       | start             | start       | start             | start      | start
POST /reading ?/default                               | start    | start | start       | start             | start       | start             | start      | start
GET /join                                             | 200      | 200   | 200         | 200               | 200         | 200               | 200        | 200
GET /join/[code]                                      | 200      | 200   | home        | 200               | home        | 200               | 200        | 200
POST /join/[code] ?/join                              | sign-in  | home  | home        | home              | home        | home              | home       | home
POST /join/[code] ?/register                          | home     | home  | home        | home              | home        | home              | home       | home

GET /live                                             | 200      | 200   | 200         | 200               | 200         | 200               | 200        | 200
GET /live/[code]                                      | 200      | 200   | 200         | 200               | 200         | 200               | 200        | 200
GET /live/[code] - of no session                      | 404      | 404   | 404         | 404               | 404         | 404               | 404        | 404
GET /live/[code]/stream                               | 401      | 404   | 404         | 404               | 200         | 404               | 404        | 404
GET /live/[code]/media/[file] - of no video asked    | 401      | 404   | 404         | 404               | 404         | 404               | 404        | 404
HEAD /live/[code]/media/[file] - of no video asked   | 401      | 404   | 404         | 404               | 404         | 404               | 404        | 404
POST /live/[code] ?/enter                             | sign-in  | 404   | room        | 404               | room        | 404               | 404        | 404
POST /live/[code] ?/enterAsGuest                      | room     | room  | room        | room              | room        | room              | room       | room
POST /live/[code] ?/respond                           | 401      | 404   | 404         | 404               | 404         | 404               | 404        | 404
POST /live/[code] ?/commit                            | 401      | 404   | 404         | 404               | 404         | 404               | 404        | 404
POST /live/[code] ?/changeCommitment - another’s      | 401      | 404   | 404         | 404               | 404         | 404               | 404        | 404
GET /live/[code]/note                                 | 401      | 404   | 404         | 404               | 404         | 404               | 404        | 404
POST /live/[code] ?/note                              | 401      | 404   | 404         | 404               | 404         | 404               | 404        | 404
POST /live/[code] ?/park                              | 401      | 404   | 404         | 404               | 404         | 404               | 404        | 404
POST /live/[code] ?/vote                              | 401      | 404   | 404         | 404               | 404         | 404               | 404        | 404
POST /live/[code] ?/forget                            | room     | room  | room        | room              | room        | room              | room       | room
POST /live/[code] ?/claim                             | 401      | 404   | room        | 404               | room        | 404               | 404        | 404

GET /library                                          | 200      | 200   | 200         | 200               | 200         | 200               | 200        | 200
GET /library/[entry]                                  | 200      | 200   | 200         | 200               | 200         | 200               | 200        | 200
POST /library/[entry] ?/start                         | sign-in  | 404   | series      | series            | series      | series            | series     | series
POST /library/[entry] ?/start - of another state      | sign-in  | 404   | 404         | 404               | 404         | 404               | 404        | 404
GET /library/share                                    | sign-in  | 404   | 200         | 200               | 200         | 200               | 404        | 404
POST /library/share ?/keep                            | 401      | 404   | 200         | 200               | 200         | 200               | 404        | 404
POST /library/share ?/offer                           | 401      | 404   | share       | share             | share       | share             | 404        | 404
POST /library/share ?/offer - another’s               | 401      | 404   | 404         | 404               | 404         | 404               | 404        | 404
POST /library/share ?/withdraw - another’s            | 401      | 404   | 404         | 404               | 404         | 404               | 404        | 404
POST /library/[entry] ?/feedback                      | 401      | 403   | 200         | 200               | 200         | 200               | 200        | 200
POST /library/[entry] ?/feedback - as another         | 401      | 403   | 403         | 403               | 403         | 403               | 403        | 403

GET /help                                             | sign-in  | 200   | 200         | 200               | 200         | 200               | 200        | 200
GET /help/new                                         | sign-in  | 200   | 200         | 200               | 200         | 200               | 200        | 200
POST /help/new ?/ask                                  | 401      | 403   | request     | request           | request     | request           | request    | request
POST /help/new ?/ask - as another                     | 401      | 403   | 403         | 403               | 403         | 403               | 403        | 403
GET /help/[request=uuid]                              | sign-in  | 404   | 404         | 404               | 404         | 404               | 404        | 404
POST /help/[request=uuid] ?/writeOn                   | 401      | 404   | 404         | 404               | 404         | 404               | 404        | 404
POST /help/[request=uuid] ?/close                     | 401      | 404   | 404         | 404               | 404         | 404               | 404        | 404
GET /theory                                           | sign-in  | 200   | 200         | 200               | 200         | 200               | 200        | 200

GET /learn                                            | sign-in  | 200   | 200         | 200               | 200         | 200               | 200        | 200
POST /learn ?/attended - another’s                    | 401      | 404   | 404         | 404               | 404         | 404               | 404        | 404
POST /learn ?/seen                                    | 401      | 404   | 200         | 404               | 200         | 404               | 404        | 404
GET /learn/calendar                                   | sign-in  | 200   | 200         | 200               | 200         | 200               | 200        | 200
POST /learn/calendar ?/renew                          | 401      | 200   | 200         | 200               | 200         | 200               | 200        | 200
POST /learn/calendar ?/revoke                         | 401      | 200   | 200         | 200               | 200         | 200               | 200        | 200
GET /learn/meetings/[meeting=uuid]/calendar.ics       | sign-in  | 404   | 200         | 404               | 200         | 404               | 404        | 404
GET /calendar/[secret].ics                            | 200      | 200   | 200         | 200               | 200         | 200               | 200        | 200
GET /calendar/[secret].ics - a wrong one              | 404      | 404   | 404         | 404               | 404         | 404               | 404        | 404
GET /learn/recaps/[meeting=uuid]                      | sign-in  | 404   | 200         | 404               | 200         | 404               | 404        | 404
POST /learn/recaps/[meeting=uuid] ?/commit - as another | 401    | 404   | 404         | 404               | 404         | 404               | 404        | 404
GET /learn/missed/[meeting=uuid]                      | sign-in  | 404   | 200         | 404               | 404         | 404               | 404        | 404
POST /learn/missed/[meeting=uuid] ?/talk - with nobody who was there | 401 | 404 | 404  | 404               | 404         | 404               | 404        | 404
POST /learn/missed/[meeting=uuid] ?/commit - as another | 401    | 404   | 404         | 404               | 404         | 404               | 404        | 404
POST /learn/missed/[meeting=uuid] ?/finishMissed - too early | 401 | 404 | 403         | 404               | 404         | 404               | 404        | 404
GET /journal                                          | sign-in  | 200   | 200         | 200               | 200         | 200               | 200        | 200
POST /journal ?/keepCommitment - as another            | 401      | 404   | 404         | 404               | 404         | 404               | 404        | 404
POST /journal ?/changeCommitment - another’s          | 401      | 404   | 404         | 404               | 404         | 404               | 404        | 404
GET /learn/[series]                                   | sign-in  | 404   | 200         | 200               | 200         | 200               | 404        | 404
POST /learn/[series] ?/dropPlace                      | 401      | 404   | 200         | 200               | 200         | 200               | 404        | 404
GET /learn/[series]/[module]                          | sign-in  | 404   | 200         | 200               | 200         | 200               | 404        | 404
GET /learn/[series]/[module] - locked                 | sign-in  | 404   | 403         | 403               | 200         | 200               | 404        | 404
POST /learn/[series]/[module] ?/together              | 401      | 404   | 200         | 404               | 404         | 404               | 404        | 404
POST /learn/[series]/[module] ?/together - with somebody of another cohort | 401 | 404 | 404 | 404          | 404         | 404               | 404        | 404
POST /learn/[series]/[module] ?/alone                 | 401      | 404   | 200         | 404               | 404         | 404               | 404        | 404
GET /learn/[series]/[module]/finish                   | sign-in  | 404   | 200         | 200               | 200         | 200               | 404        | 404
GET /learn/[series]/[module]/finish - locked          | sign-in  | 404   | 403         | 403               | 200         | 200               | 404        | 404
GET /learn/[series]/[module]/[step]                   | sign-in  | 404   | 200         | 200               | 200         | 200               | 404        | 404
GET /learn/[series]/[module]/[step] - locked          | sign-in  | 404   | 403         | 403               | 200         | 200               | 404        | 404
GET /learn/[series]/[module]/[step]/shared            | sign-in  | 404   | 200         | 200               | 200         | 200               | 404        | 404
GET /learn/[series]/[module]/[step]/shared - locked   | sign-in  | 404   | 403         | 403               | 200         | 200               | 404        | 404
GET /learn/[series]/[module]/[step]/live/[block]      | sign-in  | 404   | 200         | 404               | 200         | 404               | 404        | 404
GET /learn/[series]/[module]/[step]/plan/[block]      | sign-in  | 404   | 200         | 404               | 200         | 404               | 404        | 404
GET /learn/[series]/[module]/[step]/plan/[block]/history | sign-in | 404  | 200         | 404               | 200         | 404               | 404        | 404
GET /learn/[series]/[module]/[step]/plan/[block]/download/[format] | sign-in | 404 | 200 | 404              | 200         | 404               | 404        | 404
GET /learn/[series]/[module]/[step]/plan/[block]/download/[format] - of a kind that is none | sign-in | 404 | 404 | 404 | 404 | 404            | 404        | 404
POST /learn/[series]/[module]/[step]/plan/[block] ?/write | 401  | 404   | 200         | 404               | 200         | 404               | 404        | 404
POST /learn/[series]/[module]/[step]/plan/[block] ?/write - as another | 401 | 404 | 403 | 404              | 403         | 404               | 404        | 404
POST /learn/[series]/[module]/[step] ?/assess         | 401      | 404   | 200         | 404               | 200         | 404               | 404        | 404
POST /learn/[series]/[module]/[step] ?/assess - as another | 401 | 404   | 403         | 404               | 403         | 404               | 404        | 404
GET /learn/[series]/[module]/transcript/[video]       | sign-in  | 404   | 200         | 200               | 200         | 200               | 404        | 404
GET /learn/[series]/[module]/handouts/[handout]       | sign-in  | 404   | 200         | 200               | 200         | 200               | 404        | 404
GET /learn/[series]/[module]/handouts/[handout] - locked | sign-in | 404 | 403        | 403               | 200         | 200               | 404        | 404
GET /learn/[series]/[module]/media/[file]             | 401      | 404   | 200         | 200               | 200         | 200               | 404        | 404
HEAD /learn/[series]/[module]/media/[file]            | 401      | 404   | 200         | 200               | 200         | 200               | 404        | 404
POST /learn/[series]/[module]/[step] ?/answer         | 401      | 404   | 200         | 200               | 200         | 200               | 404        | 404
POST /learn/[series]/[module]/[step] ?/answer - locked        | 401 | 404  | 403         | 403               | 200         | 200               | 404        | 404
POST /learn/[series]/[module]/[step] ?/answer - as another    | 401 | 404  | 403         | 403               | 403         | 403               | 404        | 404
POST /learn/[series]/[module]/[step] ?/choose         | 401      | 404   | 200         | 200               | 200         | 200               | 404        | 404
POST /learn/[series]/[module]/[step] ?/choose - as another    | 401 | 404  | 403         | 403               | 403         | 403               | 404        | 404
POST /learn/[series]/[module]/[step] ?/choose - locked        | 401 | 404  | 403         | 403               | 200         | 200               | 404        | 404
POST /learn/[series]/[module]/[step] ?/place          | 401      | 404   | 200         | 404               | 200         | 404               | 404        | 404
POST /learn/[series]/[module]/[step] ?/place - as another| 401      | 404   | 403         | 404               | 403         | 404               | 404        | 404
POST /learn/[series]/[module]/[step] ?/keepPlace      | 401      | 404   | 200         | 200               | 200         | 200               | 404        | 404
POST /learn/[series]/[module]/[step] ?/keepPlace - locked | 401  | 404   | 403         | 403               | 200         | 200               | 404        | 404
POST /learn/[series]/[module]/[step] ?/dropPlace      | 401      | 404   | 200         | 200               | 200         | 200               | 404        | 404
POST /learn/[series]/[module]/[step] ?/feedback       | 401      | 404   | 200         | 200               | 200         | 200               | 404        | 404
POST /learn/[series]/[module]/[step] ?/feedback - locked | 401   | 404   | 403         | 403               | 200         | 200               | 404        | 404
POST /learn/[series]/[module]/finish ?/feedback       | 401      | 404   | 200         | 200               | 200         | 200               | 404        | 404
POST /learn/[series]/[module]/[step] ?/watch          | 401      | 404   | 200         | 200               | 200         | 200               | 404        | 404
POST /learn/[series]/[module]/[step] ?/watch - another’s stamp | 401 | 404 | 400         | 400               | 400         | 400               | 404        | 404
POST /learn/[series]/[module]/[step] ?/visit          | 401      | 404   | 200         | 404               | 200         | 404               | 404        | 404
POST /learn/[series]/[module]/[step] ?/visit - as another| 401      | 404   | 403         | 404               | 403         | 404               | 404        | 404
POST /learn/[series]/[module]/[step] ?/observation    | 401      | 404   | 200         | 404               | 404         | 404               | 404        | 404
POST /learn/[series]/[module]/[step] ?/observation - as another| 401      | 404   | 403         | 404               | 403         | 404               | 404        | 404
POST /learn/[series]/[module]/[step] ?/inquiry        | 401      | 404   | 200         | 404               | 200         | 404               | 404        | 404
POST /learn/[series]/[module]/[step] ?/inquiry - as another| 401      | 404   | 403         | 404               | 403         | 404               | 404        | 404
POST /learn/[series]/[module]/[step] ?/note           | 401      | 404   | 200         | 404               | 200         | 404               | 404        | 404
POST /learn/[series]/[module]/[step] ?/note - as another| 401      | 404   | 403         | 404               | 403         | 404               | 404        | 404
POST /learn/[series]/[module]/[step] ?/note - to another team’s visit| 401      | 404   | 404         | 404               | 404         | 404               | 404        | 404

GET /facilitate                                       | sign-in  | 404   | 404         | 404               | 200         | 200               | 404        | 404
GET /facilitate/cohorts/[cohort=uuid]                 | sign-in  | 404   | 404         | 404               | 200         | 404               | 404        | 404
POST /facilitate/cohorts/[cohort=uuid] ?/open         | 401      | 404   | 404         | 404               | 200         | 404               | 404        | 404
POST /facilitate/cohorts/[cohort=uuid] ?/date         | 401      | 404   | 404         | 404               | 200         | 404               | 404        | 404
GET /facilitate/cohorts/[cohort=uuid]/answers         | sign-in  | 404   | 404         | 404               | 200         | 404               | 404        | 404
POST /facilitate/cohorts/[cohort=uuid]/answers ?/reply                       | 401 | 404 | 404 | 404         | 200         | 404               | 404        | 404
POST /facilitate/cohorts/[cohort=uuid]/answers ?/reply - to what is sealed   | 401 | 404 | 404 | 404         | 404         | 404               | 404        | 404
POST /facilitate/cohorts/[cohort=uuid]/answers ?/reply - on the other’s page | 401 | 404 | 404 | 404         | 404         | 404               | 404        | 404
GET /facilitate/cohorts/[cohort=uuid]/parked          | sign-in  | 404   | 404         | 404               | 200         | 404               | 404        | 404
POST /facilitate/cohorts/[cohort=uuid]/parked ?/answerParked | 401      | 404   | 404         | 404               | 200         | 404               | 404        | 404
POST /facilitate/cohorts/[cohort=uuid]/parked ?/letThrough | 401      | 404   | 404         | 404               | 200         | 404               | 404        | 404
POST /facilitate/cohorts/[cohort=uuid]/parked ?/answerParked - of another cohort | 401      | 404   | 404         | 404               | 404         | 404               | 404        | 404
GET /facilitate/cohorts/[cohort=uuid]/work            | sign-in  | 404   | 404         | 404               | 200         | 404               | 404        | 404
GET /facilitate/cohorts/[cohort=uuid]/work/[block]    | sign-in  | 404   | 404         | 404               | 200         | 404               | 404        | 404
GET /facilitate/cohorts/[cohort=uuid]/schedule        | sign-in  | 404   | 404         | 404               | 200         | 404               | 404        | 404
GET /facilitate/cohorts/[cohort=uuid]/schedule/plan   | sign-in  | 404   | 404         | 404               | 200         | 404               | 404        | 404
POST /facilitate/cohorts/[cohort=uuid]/schedule/plan ?/preview | 401      | 404   | 404         | 404               | 200         | 404               | 404        | 404
POST /facilitate/cohorts/[cohort=uuid]/schedule/plan ?/plan | 401      | 404   | 404         | 404               | schedule    | 404               | 404        | 404
GET /facilitate/sessions/[meeting=uuid]               | sign-in  | 404   | 404         | 404               | 200         | 404               | 404        | 404
POST /facilitate/sessions/[meeting=uuid] ?/change     | 401      | 404   | 404         | 404               | 200         | 404               | 404        | 404
POST /facilitate/sessions/[meeting=uuid] ?/cancel     | 401      | 404   | 404         | 404               | 200         | 404               | 404        | 404
POST /facilitate/sessions/[meeting=uuid] ?/changeSet - not as it was seen | 401 | 404 | 404     | 404               | 409         | 404               | 404        | 404
POST /facilitate/sessions/[meeting=uuid] ?/cancelSet - not as it was seen | 401 | 404 | 404     | 404               | 409         | 404               | 404        | 404
POST /facilitate/sessions/[meeting=uuid] ?/bringBack  | 401      | 404   | 404         | 404               | 200         | 404               | 404        | 404
POST /facilitate/sessions/[meeting=uuid] ?/bringSetBack - not as it was seen | 401 | 404 | 404 | 404             | 409         | 404               | 404        | 404
POST /facilitate/sessions/[meeting=uuid] ?/roles      | 401      | 404   | 404         | 404               | 200         | 404               | 404        | 404
GET /facilitate/sessions/[meeting=uuid]/projector     | sign-in  | 404   | 404         | 404               | 200         | 404               | 404        | 404
GET /facilitate/cohorts/[cohort=uuid]/guides/[module] | sign-in  | 404   | 404         | 404               | 200         | 404               | 404        | 404
POST /facilitate/cohorts/[cohort=uuid]/guides/[module] ?/tick - what is no task of it | 401 | 404 | 404 | 404 | 409  | 404               | 404        | 404
GET /facilitate/sessions/[meeting=uuid]/attendance    | sign-in  | 404   | 404         | 404               | 200         | 404               | 404        | 404
GET /facilitate/sessions/[meeting=uuid]/attendance - not begun | sign-in | 404 | 404    | 404               | 403         | 404               | 404        | 404
POST /facilitate/sessions/[meeting=uuid]/attendance ?/correct - of nobody here | 401 | 404 | 404 | 404       | 404         | 404               | 404        | 404
POST /facilitate/sessions/[meeting=uuid]/attendance ?/addForgotten | 401 | 404 | 404    | 404               | attendance  | 404               | 404        | 404
POST /facilitate/sessions/[meeting=uuid]/attendance ?/enterSheet - with nobody on it | 401 | 404 | 404 | 404 | 400         | 404               | 404        | 404
GET /facilitate/sessions/[meeting=uuid]/sheet         | sign-in  | 404   | 404         | 404               | 200         | 404               | 404        | 404
GET /facilitate/sessions/[meeting=uuid]/recap         | sign-in  | 404   | 404         | 404               | 200         | 404               | 404        | 404
GET /facilitate/sessions/[meeting=uuid]/recap - not over | sign-in | 404 | 404         | 404               | 403         | 404               | 404        | 404
POST /facilitate/sessions/[meeting=uuid]/recap ?/keepRecap - of an older version | 401 | 404 | 404 | 404 | 409 | 404 | 404 | 404
POST /facilitate/sessions/[meeting=uuid]/recap ?/sendRecap - of an older version | 401 | 404 | 404 | 404 | 409 | 404 | 404 | 404
POST /facilitate/sessions/[meeting=uuid]/recap ?/takeRecapBack - of another meeting | 401 | 404 | 404 | 404 | recap | 404               | 404        | 404
GET /facilitate/sessions/[meeting=uuid]/debrief       | sign-in  | 404   | 404         | 404               | 200         | 404               | 404        | 404
GET /facilitate/sessions/[meeting=uuid]/debrief - not over | sign-in | 404 | 404         | 404               | 403         | 404               | 404        | 404
POST /facilitate/sessions/[meeting=uuid]/debrief ?/keepDebrief | 401 | 404 | 404         | 404               | 200         | 404               | 404        | 404
POST /facilitate/sessions/[meeting=uuid]/debrief ?/keepDebrief - not over | 401 | 404 | 404 | 404           | 403         | 404               | 404        | 404
GET /facilitate/sessions/[meeting=uuid]/console       | sign-in  | 404   | 404         | 404               | 200         | 404               | 404        | 404
POST /facilitate/sessions/[meeting=uuid]/console ?/invent - no rehearsal | 401      | 404   | 404         | 404               | 404         | 404               | 404        | 404
POST /facilitate/sessions/[meeting=uuid]/console ?/leave - no rehearsal | 401      | 404   | 404         | 404               | 404         | 404               | 404        | 404
GET /facilitate/sessions/[meeting=uuid]/rehearse      | sign-in  | 404   | 404         | 404               | 200         | 404               | 404        | 404
POST /facilitate/sessions/[meeting=uuid]/rehearse ?/rehearse | 401 | 404   | 404         | 404               | console     | 404               | 404        | 404
GET /facilitate/sessions/[meeting=uuid]/stream        | sign-in  | 404   | 404         | 404               | 200         | 404               | 404        | 404
POST /facilitate/sessions/[meeting=uuid]/console ?/start | 401      | 404   | 404         | 404               | 200         | 404               | 404        | 404
POST /facilitate/sessions/[meeting=uuid]/console ?/planned | 401    | 404   | 404         | 404               | 200         | 404               | 404        | 404
POST /facilitate/sessions/[meeting=uuid]/console ?/go | 401      | 404   | 404         | 404               | 200         | 404               | 404        | 404
POST /facilitate/sessions/[meeting=uuid]/console ?/minutes | 401      | 404   | 404         | 404               | 200         | 404               | 404        | 404
POST /facilitate/sessions/[meeting=uuid]/console ?/undo | 401      | 404   | 404         | 404               | 200         | 404               | 404        | 404
POST /facilitate/sessions/[meeting=uuid]/console ?/end | 401      | 404   | 404         | 404               | 200         | 404               | 404        | 404
POST /facilitate/sessions/[meeting=uuid]/console ?/ask | 401      | 404   | 404         | 404               | 200         | 404               | 404        | 404
POST /facilitate/sessions/[meeting=uuid]/console ?/closeAsk | 401      | 404   | 404         | 404               | 200         | 404               | 404        | 404
POST /facilitate/sessions/[meeting=uuid]/console ?/askAgain | 401      | 404   | 404         | 404               | 200         | 404               | 404        | 404
POST /facilitate/sessions/[meeting=uuid]/console ?/reveal | 401      | 404   | 404         | 404               | 200         | 404               | 404        | 404
POST /facilitate/sessions/[meeting=uuid]/console ?/takeNamesOff | 401      | 404   | 404         | 404               | 200         | 404               | 404        | 404
POST /facilitate/sessions/[meeting=uuid]/console ?/say | 401      | 404   | 404         | 404               | 200         | 404               | 404        | 404
POST /facilitate/sessions/[meeting=uuid]/console ?/video | 401      | 404   | 404         | 404               | 200         | 404               | 404        | 404
POST /facilitate/sessions/[meeting=uuid]/console ?/groups | 401      | 404   | 404         | 404               | 200         | 404               | 404        | 404
POST /facilitate/sessions/[meeting=uuid]/console ?/breakout | 401      | 404   | 404         | 404               | 200         | 404               | 404        | 404
POST /facilitate/sessions/[meeting=uuid]/console ?/moveToGroup | 401      | 404   | 404         | 404               | 200         | 404               | 404        | 404
POST /facilitate/sessions/[meeting=uuid]/console ?/moreTime | 401      | 404   | 404         | 404               | 200         | 404               | 404        | 404
POST /facilitate/sessions/[meeting=uuid]/console ?/callBack | 401      | 404   | 404         | 404               | 200         | 404               | 404        | 404
POST /facilitate/sessions/[meeting=uuid]/console ?/shareNotes | 401      | 404   | 404         | 404               | 200         | 404               | 404        | 404
POST /facilitate/sessions/[meeting=uuid]/console ?/hideNote | 401      | 404   | 404         | 404               | 200         | 404               | 404        | 404
POST /facilitate/sessions/[meeting=uuid]/console ?/closeBreakout | 401      | 404   | 404         | 404               | 200         | 404               | 404        | 404
POST /facilitate/sessions/[meeting=uuid]/console ?/groupNote | 401      | 404   | 404         | 404               | 200         | 404               | 404        | 404
POST /facilitate/sessions/[meeting=uuid]/console ?/parkFor | 401      | 404   | 404         | 404               | 200         | 404               | 404        | 404
POST /facilitate/sessions/[meeting=uuid]/console ?/hideParked | 401      | 404   | 404         | 404               | 200         | 404               | 404        | 404
POST /facilitate/sessions/[meeting=uuid]/console ?/answerParked | 401      | 404   | 404         | 404               | 200         | 404               | 404        | 404
POST /facilitate/sessions/[meeting=uuid]/console ?/lookFirst | 401      | 404   | 404         | 404               | 200         | 404               | 404        | 404
POST /facilitate/sessions/[meeting=uuid]/console ?/parkedHands | 401      | 404   | 404         | 404               | 200         | 404               | 404        | 404
POST /facilitate/sessions/[meeting=uuid]/console ?/showParked | 401      | 404   | 404         | 404               | 200         | 404               | 404        | 404
POST /facilitate/sessions/[meeting=uuid]/console ?/look | 401      | 404   | 404         | 404               | 200         | 404               | 404        | 404
POST /facilitate/sessions/[meeting=uuid]/console ?/addTheme | 401      | 404   | 404         | 404               | 200         | 404               | 404        | 404
POST /facilitate/sessions/[meeting=uuid]/console ?/hands - another’s | 401      | 404   | 404         | 404               | 404         | 404               | 404        | 404
POST /facilitate/sessions/[meeting=uuid]/console ?/hide - another’s | 401      | 404   | 404         | 404               | 404         | 404               | 404        | 404
POST /facilitate/sessions/[meeting=uuid]/console ?/highlight - another’s | 401      | 404   | 404         | 404               | 404         | 404               | 404        | 404
POST /facilitate/sessions/[meeting=uuid]/console ?/place - another’s | 401      | 404   | 404         | 404               | 404         | 404               | 404        | 404
POST /facilitate/sessions/[meeting=uuid]/console ?/renameTheme - another’s | 401      | 404   | 404         | 404               | 404         | 404               | 404        | 404
POST /facilitate/sessions/[meeting=uuid]/console ?/deleteTheme - another’s | 401      | 404   | 404         | 404               | 404         | 404               | 404        | 404
POST /facilitate/sessions/[meeting=uuid]/console ?/here | 401      | 404   | 404         | 404               | 200         | 404               | 404        | 404
POST /facilitate/sessions/[meeting=uuid]/console ?/guestHere | 401      | 404   | 404         | 404               | 200         | 404               | 404        | 404
POST /facilitate/sessions/[meeting=uuid]/console ?/left | 401      | 404   | 404         | 404               | 200         | 404               | 404        | 404
POST /facilitate/sessions/[meeting=uuid]/console ?/back | 401      | 404   | 404         | 404               | 200         | 404               | 404        | 404
POST /facilitate/sessions/[meeting=uuid]/console ?/where | 401      | 404   | 404         | 404               | 200         | 404               | 404        | 404
GET /facilitate/cohorts/[cohort=uuid]/guides/[module]/compare | sign-in | 404 | 404 | 404 | 200 | 404 | 404 | 404
GET /facilitate/cohorts/[cohort=uuid]/guides/[module]/booklet.pdf | sign-in | 404 | 404 | 404 | 200 | 404 | 404 | 404
GET /facilitate/cohorts/[cohort=uuid]/guides/[module]/adapt | sign-in | 404 | 404 | 404 | 200 | 404 | 404 | 404
POST /facilitate/cohorts/[cohort=uuid]/guides/[module]/adapt ?/writeBlock | 401 | 404 | 404 | 404 | 200 | 404 | 404 | 404
POST /facilitate/cohorts/[cohort=uuid]/guides/[module]/adapt ?/addBlock | 401 | 404 | 404 | 404 | 200 | 404 | 404 | 404
POST /facilitate/cohorts/[cohort=uuid]/guides/[module]/adapt ?/arrange | 401 | 404 | 404 | 404 | 200 | 404 | 404 | 404
POST /facilitate/cohorts/[cohort=uuid]/guides/[module]/adapt ?/settle | 401 | 404 | 404 | 404 | 200 | 404 | 404 | 404
POST /facilitate/cohorts/[cohort=uuid]/guides/[module]/adapt ?/share | 401 | 404 | 404 | 404 | 200 | 404 | 404 | 404
GET /facilitate/cohorts/[cohort=uuid]/guides/[module]/shared/[adaptation=uuid] | sign-in | 404 | 404 | 404 | 200 | 404 | 404 | 404
POST /facilitate/cohorts/[cohort=uuid]/guides/[module]/shared/[adaptation=uuid] ?/takeOver | 401 | 404 | 404 | 404 | adapt | 404 | 404 | 404
GET /facilitate/guides/[series]/[module]              | sign-in  | 404   | 404         | 404               | 200         | 200               | 404        | 404

GET /network                                          | sign-in  | 404   | 404         | 404               | 404         | 404               | 200        | 200
GET /network/practices                                | sign-in  | 404   | 404         | 404               | 404         | 404               | 200        | 200
POST /network/practices ?/decide                      | 401      | 404   | 404         | 404               | 404         | 404               | 404        | reviews
GET /network/requests                                 | sign-in  | 404   | 404         | 404               | 404         | 404               | 200        | 200
GET /network/requests/[request=uuid]                  | sign-in  | 404   | 404         | 404               | 404         | 404               | 404        | 200
POST /network/requests/[request=uuid] ?/take          | 401      | 404   | 404         | 404               | 404         | 404               | 404        | desk
POST /network/requests/[request=uuid] ?/answerRequest | 401      | 404   | 404         | 404               | 404         | 404               | 404        | desk
POST /network/requests/[request=uuid] ?/handUp        | 401      | 404   | 404         | 404               | 404         | 404               | 404        | desk
POST /network/requests/[request=uuid] ?/close         | 401      | 404   | 404         | 404               | 404         | 404               | 404        | desk
GET /network/feedback                                 | sign-in  | 404   | 404         | 404               | 404         | 404               | 200        | 200
POST /network/feedback ?/answerFeedback               | 401      | 404   | 404         | 404               | 404         | 404               | 404        | feedback
GET /network/theory                                   | sign-in  | 404   | 404         | 404               | 404         | 404               | 200        | 200
POST /network/theory ?/keepTheory                     | 401      | 404   | 404         | 404               | 404         | 404               | 404        | theory
GET /network/outcomes                                 | sign-in  | 404   | 404         | 404               | 404         | 404               | 200        | 200
GET /network/guides-in-use                            | sign-in  | 404   | 404         | 404               | 404         | 404               | 200        | 200
GET /network/guides-in-use/export.csv                 | sign-in  | 404   | 404         | 404               | 404         | 404               | 200        | 200
GET /network/guides                                   | sign-in | 404 | 404 | 404 | 404 | 404 | 200 | 200
GET /network/guides/[organisation=uuid]/[series]/[module] | sign-in | 404 | 404 | 404 | 404 | 404 | 404 | 200
POST /network/guides/[organisation=uuid]/[series]/[module] ?/writeBlock | 401 | 404 | 404 | 404 | 404 | 404 | 404 | 200
POST /network/guides/[organisation=uuid]/[series]/[module] ?/addBlock | 401 | 404 | 404 | 404 | 404 | 404 | 404 | 200
POST /network/guides/[organisation=uuid]/[series]/[module] ?/arrange | 401 | 404 | 404 | 404 | 404 | 404 | 404 | 200
POST /network/guides/[organisation=uuid]/[series]/[module] ?/settle | 401 | 404 | 404 | 404 | 404 | 404 | 404 | 200
GET /network/export.csv                               | sign-in  | 404   | 404         | 404               | 404         | 404               | 200        | 200
`;

export const actors = [
	'stranger',
	'alone',
	'participant',
	'other participant',
	'facilitator',
	'other facilitator',
	'other lead',
	'lead'
] as const;

export type Actor = (typeof actors)[number];

export type Row = {
	/** As `listRoutes` names it. */
	route: string;
	/** In which of several cases, or empty. */
	inCase: string;
	expected: Record<Actor, string>;
};

const [head = '', ...lines] = table.split('\n').filter((line) => line.trim() !== '');
const columns = cells(head).slice(1);

/** The table, row by row. */
export const rows: readonly Row[] = lines.map((line) => {
	const [name = '', ...expected] = cells(line);
	const [route = '', inCase = ''] = name.split(' - ');
	const of = (actor: Actor) => expected[columns.indexOf(actor)] ?? 'nothing';
	return {
		route,
		inCase,
		expected: {
			stranger: of('stranger'),
			alone: of('alone'),
			participant: of('participant'),
			'other participant': of('other participant'),
			facilitator: of('facilitator'),
			'other facilitator': of('other facilitator'),
			'other lead': of('other lead'),
			lead: of('lead')
		}
	};
});

function cells(line: string): string[] {
	return line.split('|').map((cell) => cell.trim());
}
