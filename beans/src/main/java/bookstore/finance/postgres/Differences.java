package bookstore.finance.postgres;

/** The differences between the books, as SQL over what is older than {@code :grace} seconds. */
final class Differences {

    /** The payments against the provider's book, which stands in the temporary table {@code provider_book}. Of what costs nothing it knows nothing. */
    static final String FROM_PROVIDER =
            """
            insert into differences (kind, order_id, ours, theirs)
            select case when b.captured_at is not null and coalesce(p.state, '') <> 'CAPTURED'
                             then 'CHARGE_UNKNOWN_TO_US'
                        when b.captured_at is null then 'CHARGE_UNKNOWN_TO_PROVIDER'
                        else 'CHARGE_DIFFERS' end,
                   coalesce(b.key, p.order_id),
                   coalesce(p.state || ' ' || p.amount_minor || ' ' || p.currency, 'nothing'),
                   case when b.captured_at is null then 'nothing' else b.amount_minor || ' ' || b.currency end
              from provider_book b
              full join (select * from payments where amount_minor > 0) p on p.order_id = b.key
             where (b.captured_at is not null) <> (coalesce(p.state, '') = 'CAPTURED')
                   and coalesce(b.captured_at, p.changed_at) < now() - make_interval(secs => :grace)
                or b.captured_at is not null and p.state = 'CAPTURED'
                   and (b.amount_minor, b.currency) <> (p.amount_minor, p.currency)
            union all
            select case when b.refunded_at is null then 'REFUND_UNKNOWN_TO_PROVIDER' else 'REFUND_UNKNOWN_TO_US' end,
                   coalesce(b.key, p.order_id),
                   coalesce(p.refund_state, 'nothing'),
                   case when b.refunded_at is null then 'nothing' else 'refunded' end
              from provider_book b
              full join (select * from payments where amount_minor > 0) p on p.order_id = b.key
             where (b.refunded_at is not null) <> (coalesce(p.refund_state, '') = 'PROCESSED')
               and coalesce(b.refunded_at, p.changed_at) < now() - make_interval(secs => :grace)
            """;

    /** The payments against the ends of the orders. */
    static final String FROM_ORDERS =
            """
            insert into differences (kind, order_id, ours, theirs)
            select case when o.outcome is null then 'PAID_BUT_NEVER_ENDED'
                        when o.outcome = 'CANCELLED' then 'CANCELLED_BUT_NOT_REFUNDED'
                        when p.state = 'CAPTURED' and p.refund_state = 'NONE' then 'CONFIRMED_FOR_ANOTHER_SUM'
                        else 'CONFIRMED_BUT_NOT_PAID' end,
                   coalesce(o.order_id, p.order_id),
                   coalesce(p.state || ' ' || p.amount_minor || ' ' || p.currency || ', refund ' || p.refund_state,
                            'nothing'),
                   coalesce(o.outcome || ' ' || o.total_minor || ' ' || o.currency, 'nothing')
              from ended_orders o full join payments p on p.order_id = o.order_id
             where coalesce(o.ended_at, p.changed_at) < now() - make_interval(secs => :grace)
               and case o.outcome
                   when 'CONFIRMED' then
                       coalesce(p.state, '') <> 'CAPTURED' or p.refund_state <> 'NONE'
                       or (p.amount_minor, p.currency) <> (o.total_minor, o.currency)
                   when 'CANCELLED' then p.state = 'CAPTURED' and p.refund_state <> 'PROCESSED'
                   else p.state = 'CAPTURED' and p.refund_state = 'NONE' end
            """;

    /** What the provider was asked long ago and has not said; it is asked again and again. */
    static final String FROM_SILENCE =
            """
            insert into differences (kind, order_id, ours, theirs)
            select 'CHARGE_UNANSWERED', order_id, 'PENDING since ' || created_at, 'nothing in ' || attempts || ' attempts'
              from payments
             where state = 'PENDING' and created_at < now() - make_interval(secs => :grace)
            """;

    /** What was given back at the provider's although we had not asked for it. */
    static final String FROM_NOTICES =
            """
            insert into differences (kind, order_id, ours, theirs)
            select 'REFUND_UNKNOWN_TO_US', order_id, refund_state, 'refunded as ' || unasked_refund
              from payments where unasked_refund <> '' and refund_state = 'NONE'
                   and changed_at < now() - make_interval(secs => :grace)
            """;

    /** The payments against the ledger. */
    static final String FROM_LEDGER =
            """
            insert into differences (kind, order_id, ours, theirs)
            select 'LEDGER_DIFFERS',
                   coalesce(l.order_id, p.order_id),
                   coalesce(p.state || ' ' || p.amount_minor || ' ' || p.currency || ', refund ' || p.refund_state,
                            'nothing'),
                   coalesce('taken ' || l.taken || ', given back ' || l.given_back || ', balance ' || l.balance,
                            'nothing')
              from payments p
              full join (select order_id, max(currency) as currency, sum(amount_minor) as balance,
                                coalesce(-sum(amount_minor) filter (where account = 'SALES'), 0) as taken,
                                coalesce(sum(amount_minor) filter (where account = 'REFUNDS'), 0) as given_back,
                                max(posted_at) as posted_at
                           from ledger_entries group by order_id) l on l.order_id = p.order_id
             where coalesce(p.changed_at, l.posted_at) < now() - make_interval(secs => :grace)
               and (coalesce(l.taken, 0) <> case when p.state = 'CAPTURED' then p.amount_minor else 0 end
                    or coalesce(l.given_back, 0)
                       <> case when p.refund_state = 'PROCESSED' then p.amount_minor else 0 end
                    or coalesce(l.balance, 0) <> 0
                    or l.currency <> p.currency
                    or p.state = 'CAPTURED' and l.order_id is null)
            """;

    /**
     * What finance has not told yet although it is long due, and what it has heard and could not handle; what it commands
     * itself is taken up again by the clock.
     */
    static final String FROM_MESSAGES =
            """
            insert into differences (kind, order_id, ours, theirs)
            select 'MESSAGE_NOT_SENT', message_id, routing_key || ' since ' || created_at, 'nothing'
              from outbox
             where published_at is null and created_at < now() - make_interval(secs => :grace)
            union all
            select 'MESSAGE_NOT_HANDLED', id, type || ' since ' || first_at, left(cause, 200)
              from dead_letters
             where state = 'PARKED' and last_at < now() - make_interval(secs => :grace)
               and type not in ('payment.charge', 'payment.refund')
            """;

    private Differences() {}
}
