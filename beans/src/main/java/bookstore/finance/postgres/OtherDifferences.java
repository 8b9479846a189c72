package bookstore.finance.postgres;

/**
 * Where the other contexts' books differ from ours or from one another, as SQL over their copies and over what is older
 * than {@code :grace} seconds.
 */
final class OtherDifferences {

    /** What ordering has sent to finance, against finance's inbox; what is a dead letter is found as that. */
    static final String FROM_SENT =
            """
            insert into differences (kind, order_id, ours, theirs)
            select 'MESSAGE_NOT_HEARD', s.message_id, 'nothing', s.routing_key || ' since ' || s.sent_at
              from sent_messages s
             where s.sent_at < now() - make_interval(secs => :grace)
               and not exists (select from inbox i
                                where i.consumed = 'finance.' || s.routing_key || ' ' || s.message_id)
               and not exists (select from dead_letters d where d.message_id = s.message_id::text)
            """;

    /** The orders against what finance has heard of their ends. */
    static final String FROM_ORDERS =
            """
            insert into differences (kind, order_id, ours, theirs)
            select case when o.order_id is null then 'ORDER_UNKNOWN'
                        when o.status not in ('ORDER_CONFIRMED', 'ORDER_CANCELLED') then 'ORDER_NEVER_ENDED'
                        else 'ORDER_END_NOT_HEARD' end,
                   coalesce(o.order_id, e.order_id),
                   coalesce(e.outcome || ' ' || e.total_minor || ' ' || e.currency, 'nothing'),
                   coalesce(o.status || ' ' || o.total_minor || ' ' || o.currency, 'nothing')
              from order_book o full join ended_orders e on e.order_id = o.order_id
             where coalesce(o.changed_at, e.ended_at) < now() - make_interval(secs => :grace)
               and (o.order_id is null
                    or o.status not in ('ORDER_CONFIRMED', 'ORDER_CANCELLED')
                    or o.status <> 'ORDER_' || coalesce(e.outcome, '')
                    or e.outcome = 'CONFIRMED' and (e.total_minor, e.currency) <> (o.total_minor, o.currency))
            """;

    /** The orders against what is held for them. */
    static final String FROM_RESERVATIONS =
            """
            insert into differences (kind, order_id, ours, theirs)
            select case when o.status = 'ORDER_CONFIRMED' then 'CONFIRMED_BUT_NOT_SHIPPED'
                        else 'BOOKS_WITHOUT_ORDER' end,
                   coalesce(o.order_id, r.order_id),
                   coalesce(o.status || ', copies ' || o.copies, 'nothing'),
                   coalesce(r.state || ', copies ' || r.copies, 'nothing')
              from order_book o full join reservation_book r on r.order_id = o.order_id
             where greatest(o.changed_at, r.changed_at) < now() - make_interval(secs => :grace)
               and case when o.status = 'ORDER_CONFIRMED'
                        then coalesce(r.state, '') <> 'SOLD' or r.copies <> o.copies
                        else coalesce(o.status, 'ORDER_CANCELLED') = 'ORDER_CANCELLED'
                             and r.state in ('HELD', 'SOLD') end
            """;

    /** Books of which more or fewer copies count as reserved than are held, or are on hand than have moved. */
    static final String FROM_STOCK =
            """
            insert into differences (kind, order_id, ours, theirs)
            select 'STOCK_MISCOUNTED', book_id, 'reserved ' || reserved, 'held ' || held from miscounts
             where reserved <> held and :grace is not null
            union all
            select 'STOCK_UNEXPLAINED', book_id, 'on hand ' || on_hand, 'moved ' || moved from miscounts
             where on_hand <> moved
            """;

    /** The orders against the mails: about their beginning, their payment where they were confirmed, and their end. */
    static final String FROM_MAILS =
            """
            insert into differences (kind, order_id, ours, theirs)
            select case when complete then 'MAIL_WITHOUT_CAUSE' else 'MAIL_MISSING' end,
                   coalesce(o.order_id, m.order_id),
                   coalesce(o.status, 'nothing'),
                   coalesce(m.kinds, 'nothing')
              from order_book o full join mail_book m on m.order_id = o.order_id,
                   lateral (select case o.status
                                   when 'ORDER_CONFIRMED' then '{ORDER_CREATED,PAYMENT_PROCESSED,ORDER_CONFIRMED}'
                                   when 'ORDER_CANCELLED' then '{ORDER_CREATED,ORDER_CANCELLED}'
                                   else '{}' end::text[] <@ string_to_array(coalesce(m.kinds, ''), ' ') as complete) due
             where greatest(o.changed_at, m.queued_at) < now() - make_interval(secs => :grace)
               and (not complete
                    or coalesce(o.status, '') <> 'ORDER_CONFIRMED'
                        and position('ORDER_CONFIRMED' in coalesce(m.kinds, '')) > 0)
            """;

    private OtherDifferences() {}
}
