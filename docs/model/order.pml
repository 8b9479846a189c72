/*
 * One order from its placing to its end: the protocol of ordering, finance, inventory and notification over a broker
 * that delivers in any order and at times twice. README.md beside this file says what is in it and what is not.
 *
 * Each atomic block is one transaction with its inbox and outbox, or one call of the provider. A crash before a commit
 * changes nothing; one after it brings the message once more, which is what duplicate() does.
 *
 * With -D<DEFECT> something is built wrong, and Spin must find out.
 */

#ifndef DUPLICATES
#define DUPLICATES 1
#endif
#ifndef SILENCES
#define SILENCES 1
#endif
#ifndef CLAIMS
#define CLAIMS 2
#endif

mtype:order = { NONE, PENDING, PAID, FAILED, COMPENSATING, CONFIRMED, CANCELLED };
mtype:saga = { NO_SAGA, RUNNING, UNDOING, UNDONE, COMPLETED };
mtype:payment = { UNOPENED, OPEN, CAPTURED, DECLINED };
mtype:refund = { NOT_DUE, DUE, PROCESSED };
mtype:books = { UNHEARD, HELD, UNAVAILABLE, SOLD, RELEASED };
mtype:provider = { NOT_ASKED, UNDECIDED, TAKEN, REFUSED };
mtype:answer = { YES, NO, NOT_FOUND, UNKNOWN };

/* Messages: what waits in a queue. Those below TASKS are heard by way of an inbox. */
#define M_CREATED 0
#define M_PAID 1
#define M_REJECTED 2
#define M_RESERVE 3
#define M_RESERVED 4
#define M_MISSED 5
#define M_REFUNDED 6
#define M_CONFIRMED_STOCK 7
#define M_CONFIRMED_MAIL 8
#define M_CANCELLED_STOCK 9
#define M_CANCELLED_MONEY 10
#define M_CANCELLED_MAIL 11
#define TASKS 12
#define M_CHARGE 12
#define M_REFUND 13
#define MESSAGES 14

byte queue[MESSAGES];
bit heard[TASKS];

mtype:order order = NONE;
mtype:saga saga = NO_SAGA;
mtype:payment payment = UNOPENED;
mtype:refund refund = NOT_DUE;
mtype:books books = UNHEARD;
mtype:provider provider = NOT_ASKED;

bit paymentKnown, refundKnown;      /* the references that the order keeps */
bit joined, paymentUndone, orderUndone;
bit orderCancelled;                 /* as finance has heard it */
bit endedFirst;                     /* finance has heard of the end before the beginning */
bit waiting;                        /* the saga waits to be woken */
byte captures, refunds, confirmations, cancellations;
byte duplicates, silences, fence, claims;

#define ENDED (order == CONFIRMED || order == CANCELLED)
#define TELL(m) queue[m]++

#ifdef NO_INBOX
#define NEWS(m) true
#else
#define NEWS(m) (heard[m] == 0)
#endif

#define HEAR(m) queue[m] > 0 -> queue[m]--
#define NOTE(m) heard[m] = 1

/* The order is given up, unless that is decided already. */
inline giveUp() {
    if
    :: order == PENDING -> order = FAILED
    :: order == PAID -> order = COMPENSATING; TELL(M_REFUND)
    :: else
    fi
}

inline compensate() {
    if
    :: saga == RUNNING -> saga = UNDOING
    :: else -> assert(saga != COMPLETED)
    fi
}

active proctype Buyer() {
    atomic {
        TELL(M_CREATED);
        order = PENDING;
        saga = RUNNING
    }
#ifdef NO_OUTBOX
    /* the process dies after it has told and before it has committed */
    if
    :: d_step { order == PENDING && saga == RUNNING && !joined -> order = NONE; saga = NO_SAGA }
    :: skip
    fi;
#endif
end:
    atomic { order == PENDING || order == PAID -> giveUp(); compensate() }
}

/* The saga's time may be over at any moment, and an operator may undo it at any moment. */
active proctype Deadline() {
end:
    atomic { saga == RUNNING -> saga = UNDOING }
}

active proctype Ordering() {
end:
    do
    :: atomic { HEAR(M_PAID);
        if
        :: NEWS(M_PAID) -> NOTE(M_PAID);
            if
            :: saga == RUNNING -> joined = 1
            :: else
            fi;
            if
#ifdef HEARD_AFTER_END
            :: order == PENDING ->
#else
            :: saga == RUNNING && order == PENDING ->
#endif
                order = PAID; TELL(M_RESERVE)
            :: order == CANCELLED && !paymentKnown && !refundKnown -> TELL(M_REFUND)
            :: else
            fi;
            paymentKnown = 1
        :: else
        fi }
    :: atomic { HEAR(M_REJECTED);
        if
        :: NEWS(M_REJECTED) -> NOTE(M_REJECTED); assert(!paymentKnown); giveUp(); compensate()
        :: else
        fi }
    :: atomic { HEAR(M_RESERVED);
        if
        :: NEWS(M_RESERVED) -> NOTE(M_RESERVED);
            if
#ifdef HEARD_AFTER_END
            :: order == PAID ->
#else
            :: saga == RUNNING -> assert(order == PAID);
#endif
                saga = COMPLETED; order = CONFIRMED; TELL(M_CONFIRMED_STOCK); TELL(M_CONFIRMED_MAIL)
            :: else
            fi
        :: else
        fi }
    :: atomic { HEAR(M_MISSED);
        if
        :: NEWS(M_MISSED) -> NOTE(M_MISSED);
            assert(order != PENDING && order != CONFIRMED); giveUp(); compensate()
        :: else
        fi }
    :: atomic { HEAR(M_REFUNDED);
        if
        :: NEWS(M_REFUNDED) -> NOTE(M_REFUNDED); assert(order != CONFIRMED); refundKnown = 1
        :: else
        fi }
    od
}

#ifdef NO_FENCE
#define MINE true
#else
#define MINE (fence == mine)
#endif

/* Undoes in reverse order. Its lease may be over at any moment: then another claims the saga, and this one goes on. */
active [2] proctype Worker() {
    byte mine, turn;
end:
    do
    :: atomic { saga == UNDOING && claims < CLAIMS && (!waiting || refundKnown) ->
            claims++; fence++; mine = fence; waiting = 0 }
       do
       :: atomic { saga == UNDOING && MINE ->
            if
            :: joined && !paymentUndone -> turn = 1
            :: !(joined && !paymentUndone) && !orderUndone -> turn = 2
            :: else -> turn = 3
            fi }
          if                            /* here it may be held up */
          :: atomic { MINE && turn == 1 -> giveUp();
                if
#ifdef REFUND_NOT_AWAITED
                :: true ->
#else
                :: refundKnown ->
#endif
                    assert(!paymentUndone); paymentUndone = 1
                :: else -> waiting = 1; claims--; break     /* given back until the refund wakes it */
                fi }
          :: atomic { MINE && turn == 2 -> giveUp();
                assert(!orderUndone && order != CONFIRMED && (!joined || refundKnown));
                orderUndone = 1; order = CANCELLED;
                TELL(M_CANCELLED_STOCK); TELL(M_CANCELLED_MONEY); TELL(M_CANCELLED_MAIL) }
          :: atomic { MINE && turn == 3 -> saga = UNDONE; break }
          :: !MINE -> break
          fi
       :: saga != UNDOING || !MINE -> break
       od
    od
}

active proctype FinanceListener() {
end:
    do
    :: atomic { HEAR(M_CREATED);
        if
        :: NEWS(M_CREATED) -> NOTE(M_CREATED);
            if
#ifdef CHARGED_AFTER_END
            :: payment == UNOPENED || captures == 0 && payment == DECLINED -> orderCancelled = 0;
#else
            :: payment == UNOPENED ->
#endif
                payment = OPEN; TELL(M_CHARGE)
            :: else
            fi
        :: else
        fi }
    :: atomic { HEAR(M_CANCELLED_MONEY);
        if
        :: NEWS(M_CANCELLED_MONEY) -> NOTE(M_CANCELLED_MONEY);
            orderCancelled = 1;
            if
            :: payment == UNOPENED -> payment = DECLINED; endedFirst = 1    /* a mark */
            :: payment == CAPTURED && refund == NOT_DUE -> refund = DUE; TELL(M_REFUND)
            :: else
            fi
        :: else
        fi }
    od
}

/* Two, so that one may be held up between its note and its call, or between the answer and its note. */
active [2] proctype Charging() {
    bit looksUp;
    mtype:answer said;
end:
    do
    :: atomic { HEAR(M_CHARGE);
        if
#ifdef NO_IS_FINAL
        :: payment == OPEN ->
#else
        :: payment == OPEN || payment == DECLINED ->
#endif
            looksUp = (orderCancelled || payment == DECLINED)
        :: else -> goto next
        fi }
        atomic {
        if
        :: provider == TAKEN -> said = YES;
#ifdef CHARGE_WITHOUT_KEY
            if
            :: !looksUp -> captures++
            :: else
            fi
#endif
        :: provider == REFUSED -> said = NO
        :: looksUp && provider == NOT_ASKED -> said = NOT_FOUND
        :: !looksUp && provider == NOT_ASKED -> assert(!endedFirst); provider = TAKEN; captures++; said = YES
        :: !looksUp && provider == NOT_ASKED -> provider = REFUSED; said = NO
        :: !looksUp && provider == NOT_ASKED && silences < SILENCES -> silences++; provider = UNDECIDED; said = UNKNOWN
        :: provider == UNDECIDED -> provider = TAKEN; captures++; said = YES
        :: provider == UNDECIDED -> provider = REFUSED; said = NO
        fi;
        if                              /* the answer is lost, or the process dies before it can note it */
        :: silences < SILENCES -> silences++; said = UNKNOWN
        :: true
        fi }
        atomic {
        if
#ifdef UNKNOWN_IS_NO
        :: said == UNKNOWN && payment == OPEN -> payment = DECLINED; TELL(M_REJECTED)
        :: said == UNKNOWN && payment != OPEN
#else
        :: said == UNKNOWN -> TELL(M_CHARGE)        /* comes again after a while */
#endif
#ifdef NO_IS_FINAL
        :: said == YES && payment == OPEN ->
#else
        :: said == YES && (payment == OPEN || payment == DECLINED) ->
            orderCancelled = (orderCancelled || payment == DECLINED);
#endif
            payment = CAPTURED;
            if
            :: orderCancelled ->
#ifndef LATE_CAPTURE_KEPT
                refund = DUE; TELL(M_REFUND)
#else
                skip
#endif
            :: else -> TELL(M_PAID)
            fi
        :: (said == NO || said == NOT_FOUND) && payment == OPEN -> payment = DECLINED;
            if
            :: !orderCancelled -> TELL(M_REJECTED)
            :: else
            fi
        :: else
        fi }
next:   skip
    od
}

active proctype Refunding() {
    bit known;
end:
    do
    :: atomic { HEAR(M_REFUND);
        if
        :: payment == CAPTURED && refund != PROCESSED -> refund = DUE
        :: else -> goto next
        fi }
        atomic {
#ifdef REFUND_WITHOUT_KEY
        refunds++;
#else
        refunds = 1;
#endif
        if
        :: silences < SILENCES -> silences++; known = 0
        :: known = 1
        fi }
        atomic {
        if
        :: known && refund == DUE -> refund = PROCESSED; TELL(M_REFUNDED)
        :: known && refund != DUE
        :: !known -> TELL(M_REFUND)
        fi }
next:   skip
    od
}

active proctype Inventory() {
end:
    do
    :: atomic { HEAR(M_RESERVE);
        if
        :: NEWS(M_RESERVE) -> NOTE(M_RESERVE);
            if
#ifdef HELD_AFTER_END
            :: true ->
#else
            :: books == UNHEARD ->
#endif
                if
                :: books = HELD; TELL(M_RESERVED)
                :: books = UNAVAILABLE; TELL(M_MISSED)
                fi
            :: else
            fi
        :: else
        fi }
    :: atomic { HEAR(M_CONFIRMED_STOCK);
        if
        :: NEWS(M_CONFIRMED_STOCK) -> NOTE(M_CONFIRMED_STOCK); assert(books == HELD); books = SOLD
        :: else
        fi }
    :: atomic { HEAR(M_CANCELLED_STOCK);
        if
        :: NEWS(M_CANCELLED_STOCK) -> NOTE(M_CANCELLED_STOCK);
            assert(books != SOLD);
            if
            :: books == UNHEARD || books == HELD -> books = RELEASED
            :: else
            fi
        :: else
        fi }
    od
}

active proctype Notification() {
end:
    do
    :: atomic { HEAR(M_CONFIRMED_MAIL);
        if
        :: NEWS(M_CONFIRMED_MAIL) -> NOTE(M_CONFIRMED_MAIL); confirmations++
        :: else
        fi }
    :: atomic { HEAR(M_CANCELLED_MAIL);
        if
        :: NEWS(M_CANCELLED_MAIL) -> NOTE(M_CANCELLED_MAIL); cancellations++
        :: else
        fi }
    od
}

/* The broker delivers something a second time. */
active proctype Broker() {
    byte m;
end:
    do
    :: atomic { duplicates < DUPLICATES ->
        select(m : 0 .. 13);
        if
        :: queue[m] > 0 -> queue[m]++; duplicates++
        :: else
        fi;
        m = 0 }
    od
}

/* When nothing moves any more: what the shop promises. */
active proctype Promises() {
    timeout;
    assert(order == NONE -> captures == refunds : ENDED);
    assert(captures <= 1 && refunds <= 1);
    assert(captures - refunds == (order == CONFIRMED -> 1 : 0));
    assert((payment == CAPTURED) == (captures == 1));
    assert((refund == PROCESSED) == (refunds == 1));
    assert((books == SOLD) == (order == CONFIRMED));
    assert(books != HELD);
    assert(confirmations == (order == CONFIRMED -> 1 : 0));
    assert(cancellations == (order == CANCELLED -> 1 : 0));
    assert(saga == (order == CONFIRMED -> COMPLETED : UNDONE))
}

/* An order that has ended stays as it is; and, on small bounds, each order ends. */
ltl stays { [] ((order == CONFIRMED -> [] (order == CONFIRMED)) && (order == CANCELLED -> [] (order == CANCELLED))) }
ltl ends { <> ENDED }
