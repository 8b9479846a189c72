-- Each statement finds what must not be, one line a finding. The numbers are those of docs/reliability.md.
-- :accepted are the orders that buyers were told of; :books came with :copies; :queues hear :keys of :exchanges.

-- I1 an accepted order is there
select format('%s was accepted and is not there', id)
  from unnest(:accepted) as a(id) where not exists (select from ordering.orders o where o.id = a.id);

-- I1 of one wish there is one order
select format('%s of %s have the same wish', count(*), buyer_id) from ordering.orders group by buyer_id having count(*) > 1;

-- I2 every order has ended, and its saga the same way
select format('%s is %s, its saga %s', o.id, o.status, s.status)
  from ordering.orders o left join ordering.sagas s on s.id = o.saga_id
 where (o.status, s.status) is distinct from ('ORDER_CONFIRMED', 'COMPLETED')
   and (o.status, s.status) is distinct from ('ORDER_CANCELLED', 'COMPENSATED');

-- I3 a confirmed order is paid for, a cancelled one has cost nothing: in our book and in the provider's
select format('%s is %s over %s; our book: %s %s refund %s; the provider''s: %s captured %s refunded %s', o.id, o.status,
              o.total_minor, p.state, p.amount_minor, p.refund_state, c.amount_minor, c.captured_at, r.refunded_at)
  from ordering.orders o
  left join finance.payments p on p.order_id = o.id
  left join finance.simulator_charges c on c.key = o.id
  left join finance.simulator_refunds r on r.key = o.id
 where case o.status
       when 'ORDER_CONFIRMED' then
           (p.state, p.refund_state, p.amount_minor) is distinct from ('CAPTURED', 'NONE', o.total_minor)
           or c.captured_at is null or r.refunded_at is not null or c.amount_minor is distinct from o.total_minor
       else
           coalesce(p.state, 'PENDING') = 'PENDING' or p.state = 'CAPTURED' and p.refund_state <> 'PROCESSED'
           or (c.captured_at is not null) <> (r.refunded_at is not null) end;

-- I4 nobody is charged for what is no order
select format('%s was charged and is no order', c.key)
  from finance.simulator_charges c where not exists (select from ordering.orders o where o.id = c.key);

-- I4 what happens once is told once
select format('%s was told %s times of %s', routing_key, count(*), payload::jsonb ->> 'orderId')
  from (select * from ordering.outbox union all select * from finance.outbox union all select * from inventory.outbox) o
 where routing_key in ('order.created', 'order.confirmed', 'order.cancelled', 'payment.processed', 'payment.rejected',
                       'stock.reserve', 'inventory.reserved', 'inventory.unavailable')
 group by routing_key, payload::jsonb ->> 'orderId' having count(*) > 1;

-- I4 a refund that is asked for again is told again, and is the same
select format('refund of %s was told of %s', payload::jsonb ->> 'orderId', string_agg(distinct payload::jsonb ->> 'reference', ', '))
  from finance.outbox where routing_key = 'refund.processed'
 group by payload::jsonb ->> 'orderId' having count(distinct payload::jsonb ->> 'reference') > 1;

-- I5 books are on the shelf or sold
select format('of %s there were %s; on hand are %s, reserved %s, sold %s', b.id, b.copies, s.on_hand, s.reserved, sold.n)
  from unnest(:books, :copies) as b(id, copies)
  left join inventory.stock s on s.book_id = b.id,
  lateral (select coalesce(sum(l.quantity), 0) as n
             from inventory.reserved_lines l join inventory.reservations r using (order_id)
            where l.book_id = b.id and r.state = 'SOLD') sold
 where (s.on_hand, s.reserved) is distinct from ((b.copies - sold.n)::int, 0);

-- I5 what is on hand is what has moved
select format('of %s on hand are %s, moved %s', s.book_id, s.on_hand, coalesce(m.copies, 0))
  from inventory.stock s left join (
       select book_id, sum(copies) as copies from inventory.movements group by book_id) m using (book_id)
 where s.on_hand <> coalesce(m.copies, 0);

-- I5 exactly the books of confirmed orders are sold
select format('%s: ordered %s of %s, sold %s', coalesce(o.order_id, s.order_id), o.quantity,
              coalesce(o.book_id, s.book_id), s.quantity)
  from (select l.order_id, l.book_id, sum(l.quantity) as quantity from ordering.order_lines l
          join ordering.orders o on o.id = l.order_id
         where o.status = 'ORDER_CONFIRMED' group by l.order_id, l.book_id) o
  full join (select l.* from inventory.reserved_lines l join inventory.reservations r using (order_id)
              where r.state = 'SOLD') s using (order_id, book_id)
 where o.quantity is distinct from s.quantity;

-- I6 nothing is held for an order that has ended
select format('%s is %s and its reservation %s', o.id, o.status, r.state)
  from inventory.reservations r left join ordering.orders o on o.id = r.order_id
 where r.state = 'HELD' or o.status is distinct from 'ORDER_CONFIRMED' and r.state = 'SOLD';

-- I7 the buyer has been written to of each thing once
select format('%s is %s and its mails are %s', o.id, o.status, m.kinds)
  from ordering.orders o left join lateral (
       select string_agg(kind || ' ' || status, ', ' order by kind) as kinds
         from notification.mails where about = o.id::text) m on true
 where case o.status when 'ORDER_CONFIRMED'
       then m.kinds is distinct from 'ORDER_CONFIRMED SENT, ORDER_CREATED SENT, PAYMENT_PROCESSED SENT'
       else m.kinds is distinct from 'ORDER_CANCELLED SENT, ORDER_CREATED SENT'
            and m.kinds is distinct from 'ORDER_CANCELLED SENT, ORDER_CREATED SENT, PAYMENT_PROCESSED SENT' end;

-- I8 what was told has been heard by everybody whom it concerns
with told as (
    select * from ordering.outbox union all select * from finance.outbox union all select * from inventory.outbox),
heard as (
    select consumed from ordering.inbox union all select consumed from finance.inbox
    union all select consumed from inventory.inbox union all select consumed from notification.inbox
    union all select consumed from basket.inbox)
select format('%s %s was not heard in %s', t.routing_key, t.message_id, e.queue)
  from told t join unnest(:queues, :exchanges, :keys) as e(queue, exchange, key)
    on (e.exchange, e.key) = (t.exchange, t.routing_key)
 where t.published_at is null or not exists (select from heard where consumed = e.queue || ' ' || t.message_id);

-- I8 nothing was given up
select format('%s in %s: %s', message_id, consumer, cause) from (
    select * from ordering.dead_letters union all select * from finance.dead_letters
    union all select * from inventory.dead_letters union all select * from notification.dead_letters
    union all select * from basket.dead_letters) d
 where state = 'PARKED';

-- I9 nothing was heard that was not told
with told as (
    select message_id from ordering.outbox union all select message_id from finance.outbox
    union all select message_id from inventory.outbox),
heard as (
    select consumed from ordering.inbox union all select consumed from finance.inbox
    union all select consumed from inventory.inbox union all select consumed from notification.inbox
    union all select consumed from basket.inbox)
select format('%s was heard and never told', consumed) from heard
 where split_part(consumed, ' ', 1) = any(:queues)
   and not exists (select from told where message_id::text = split_part(consumed, ' ', 2));

-- I10 orders move along the edges that there are, one version at a time
select format('%s went from %s (really %s) to %s at version %s', order_id, from_status, before, to_status, version)
  from (select *, lag(to_status) over w as before, row_number() over w as place
          from ordering.order_timeline window w as (partition by order_id order by version)) t
 where version <> place or from_status is distinct from before
    or from_status is distinct from to_status
       and (coalesce(from_status, ''), to_status) not in (
           ('', 'ORDER_INITIATED'), ('ORDER_INITIATED', 'PAYMENT_PENDING'), ('PAYMENT_PENDING', 'PAYMENT_COMPLETED'),
           ('PAYMENT_PENDING', 'PAYMENT_FAILED'), ('PAYMENT_COMPLETED', 'ORDER_CONFIRMED'),
           ('PAYMENT_COMPLETED', 'COMPENSATION_STARTED'), ('PAYMENT_FAILED', 'ORDER_CANCELLED'),
           ('COMPENSATION_STARTED', 'ORDER_CANCELLED'));

-- I11 finance has heard of the same ends
select format('%s is %s and finance believes %s', o.id, o.status, e.outcome)
  from ordering.orders o left join finance.ended_orders e on e.order_id = o.id
 where o.status is distinct from 'ORDER_' || e.outcome;

-- I11 every movement of money balances
select format('%s of %s adds up to %s', movement, order_id, sum(amount_minor))
  from finance.ledger_entries group by order_id, movement having sum(amount_minor) <> 0;

-- I11 the ledger and the payments agree
select format('%s is %s, refund %s, over %s; the ledger has %s in and %s out', order_id, p.state, p.refund_state,
              p.amount_minor, l.taken, l.returned)
  from finance.payments p full join (
       select order_id, sum(amount_minor) filter (where movement = 'CAPTURE') as taken,
              -sum(amount_minor) filter (where movement = 'REFUND') as returned
         from finance.ledger_entries where account = 'PROVIDER' group by order_id) l using (order_id)
 where l.taken is distinct from case when p.state = 'CAPTURED' then p.amount_minor end
    or l.returned is distinct from case when p.refund_state = 'PROCESSED' then p.amount_minor end;
