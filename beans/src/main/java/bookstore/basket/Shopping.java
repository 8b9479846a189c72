package bookstore.basket;

import bookstore.basket.Offers.Offer;
import bookstore.basket.commands.BasketContents;
import bookstore.basket.commands.BasketFilled;
import bookstore.basket.commands.FillBasket;
import bookstore.basket.commands.ReadBasket;
import bookstore.ordering.events.OrderCreated;
import bookstore.shared.BookName;
import bookstore.shared.Ids;
import bookstore.shared.Money;
import bookstore.shared.Refusal;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** What can be done with a basket. A change that somebody else has come before is tried again on what there is then. */
public final class Shopping {

    private final Baskets baskets;
    private final Offers offers;
    private final Ids ids;
    private final Clock clock;
    private final String currency;

    public Shopping(Baskets baskets, Offers offers, Ids ids, Clock clock, String currency) {
        this.baskets = baskets;
        this.offers = offers;
        this.ids = ids;
        this.clock = clock;
        this.currency = currency;
    }

    /** The basket as it is now; whoever looks has seen its prices. */
    public BasketView show(Owner owner) {
        var found = baskets.find(owner);
        var lines = found.map(Basket::lines).orElse(List.of());
        var known = offers.find(lines.stream().map(BasketLine::bookId).toList());
        var items = lines.stream()
                .filter(line -> known.containsKey(line.bookId()))
                .map(line -> BasketView.item(line, known.get(line.bookId())))
                .toList();
        found.ifPresent(basket -> remember(owner, basket, known));
        var total = items.stream().map(BasketView.Item::lineTotal).reduce(Money.ofMinor(0, currency), Money::plus);
        var expiry = found.map(basket -> clock.instant().plus(baskets.keeps(owner)));
        return new BasketView(items, total, expiry.orElse(null));
    }

    /** Where a change comes between, its own answer shows the prices. */
    private void remember(Owner owner, Basket basket, Map<UUID, Offer> known) {
        var seen = basket.showing(line -> known.containsKey(line.bookId())
                ? line.showing(known.get(line.bookId()).price())
                : line);
        if (!seen.equals(basket)) {
            baskets.replace(owner, Optional.of(basket), seen);
        }
    }

    /** The book that is named. */
    public UUID meant(BookName name) {
        return name.id(offers::named);
    }

    /** Lays so many copies of a book aside, whatever was there of it before. */
    public BasketView put(Owner owner, UUID bookId, int quantity) {
        var offer = offers.onSale(bookId).orElseThrow(() -> Refusal.notFound("This book"));
        change(owner, basket -> basket.put(BasketLine.of(bookId, quantity, offer.price())));
        return show(owner);
    }

    public BasketView remove(Owner owner, UUID bookId) {
        if (baskets.find(owner).isPresent()) {
            change(owner, basket -> basket.remove(bookId));
        }
        return show(owner);
    }

    public void empty(Owner owner) {
        var found = baskets.find(owner);
        while (found.isPresent() && !baskets.remove(owner, found.get())) {
            found = baskets.find(owner);
        }
    }

    /** A guest has logged in: both baskets become one, with the greater quantity of each book. */
    public BasketView merge(Owner guest, Owner user) {
        var brought = baskets.find(guest);
        if (brought.isPresent()) {
            change(user, basket -> basket.fill(brought.get().lines()));
            baskets.remove(guest, brought.get());
        }
        return show(user);
    }

    public BasketContents read(ReadBasket request) {
        return baskets.find(Owner.user(request.buyerId()))
                .map(Basket::contents)
                .orElse(new BasketContents("", 0, List.of()));
    }

    public BasketFilled fill(FillBasket request) {
        var known = offers.find(
                request.lines().stream().map(FillBasket.Line::bookId).toList());
        var wanted = request.lines().stream()
                .filter(line -> known.containsKey(line.bookId())
                        && known.get(line.bookId()).onSale())
                .map(line -> BasketLine.of(
                        line.bookId(), line.quantity(), known.get(line.bookId()).price()))
                .toList();
        var owner = Owner.user(request.buyerId());
        change(owner, basket -> basket.fill(wanted));
        return show(owner).filled();
    }

    /** What was ordered is no longer laid aside; a basket that has changed since the order stays as it is. */
    public void ordered(OrderCreated event) {
        var owner = Owner.user(event.buyerId());
        baskets.find(owner)
                .filter(basket -> basket.id().equals(event.basketId()) && basket.version() == event.basketVersion())
                .ifPresent(basket -> baskets.remove(owner, basket));
    }

    private Basket change(Owner owner, UnaryOperator<Basket> change) {
        while (true) {
            var found = baskets.find(owner);
            var before = found.orElseGet(() -> Basket.fresh(ids.next()));
            var wanted = change.apply(before);
            if (wanted.equals(before)) {
                return before;
            }
            var dated = wanted.at(clock.millis());
            if (baskets.replace(owner, found, dated)) {
                return dated;
            }
        }
    }
}
