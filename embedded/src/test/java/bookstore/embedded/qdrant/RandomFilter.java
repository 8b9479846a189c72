package bookstore.embedded.qdrant;

import bookstore.embedded.qdrant.RandomBooks.Book;
import io.qdrant.client.ConditionFactory;
import io.qdrant.client.PointIdFactory;
import io.qdrant.client.grpc.Common.Condition;
import io.qdrant.client.grpc.Common.Filter;
import io.qdrant.client.grpc.Common.MinShould;
import io.qdrant.client.grpc.Common.Range;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** A filter said twice: to the server, and in Java. */
record RandomFilter(Filter sent, Predicate<Book> meant) {

    static RandomFilter of(Random random, int depth) {
        var sent = Filter.newBuilder();
        List<Predicate<Book>> all = new ArrayList<>();
        for (Clause clause : clauses(random, 2, depth)) {
            sent.addMust(clause.sent());
            all.add(clause.meant());
        }
        for (Clause clause : clauses(random, 2, depth)) {
            sent.addMustNot(clause.sent());
            all.add(clause.meant().negate());
        }
        List<Clause> should = clauses(random, 3, depth);
        if (!should.isEmpty()) {
            should.forEach(clause -> sent.addShould(clause.sent()));
            all.add(book -> should.stream().anyMatch(clause -> clause.meant().test(book)));
        }
        if (random.nextInt(3) == 0) {
            List<Clause> some =
                    Stream.generate(() -> clause(random, depth)).limit(3).toList();
            sent.setMinShould(MinShould.newBuilder()
                    .addAllConditions(some.stream().map(Clause::sent).toList())
                    .setMinCount(2));
            all.add(book -> some.stream().filter(one -> one.meant().test(book)).count() >= 2);
        }
        return new RandomFilter(sent.build(), book -> all.stream().allMatch(one -> one.test(book)));
    }

    private static List<Clause> clauses(Random random, int limit, int depth) {
        return Stream.generate(() -> clause(random, depth))
                .limit(random.nextInt(limit))
                .toList();
    }

    private static Clause clause(Random random, int depth) {
        String language = RandomBooks.LANGUAGES.get(random.nextInt(3));
        String tag = RandomBooks.TAGS.get(random.nextInt(4));
        long stock = random.nextInt(5);
        double price = random.nextInt(40) / 2.0;
        return switch (random.nextInt(depth > 0 ? 9 : 8)) {
            case 0 ->
                new Clause(
                        ConditionFactory.matchKeyword("language", language),
                        book -> language.equals(book.facts().get("language")));
            case 1 ->
                new Clause(ConditionFactory.matchKeyword("tags", tag), book -> tags(book)
                        .contains(tag));
            case 2 ->
                new Clause(
                        ConditionFactory.matchExceptKeywords("language", List.of(language)),
                        book -> book.facts().containsKey("language")
                                && !language.equals(book.facts().get("language")));
            case 3 ->
                new Clause(ConditionFactory.match("stock", stock), book -> Long.valueOf(stock)
                        .equals(book.facts().get("stock")));
            case 4 ->
                new Clause(
                        ConditionFactory.range(
                                "price",
                                Range.newBuilder()
                                        .setGt(price)
                                        .setLte(price + 5)
                                        .build()),
                        book -> book.facts().get("price") instanceof Double there
                                && there > price
                                && there <= price + 5);
            case 5 ->
                new Clause(ConditionFactory.isEmpty("tags"), book -> tags(book).isEmpty());
            case 6 ->
                new Clause(
                        ConditionFactory.matchTextAny("language", "e r"),
                        book -> book.facts().get("language") instanceof String there
                                && (there.contains("e") || there.contains("r")));
            case 7 ->
                new Clause(
                        ConditionFactory.hasId(Stream.of(stock, stock + 7, stock + 99)
                                .map(id -> PointIdFactory.id(id))
                                .toList()),
                        book -> book.number() == stock || book.number() == stock + 7 || book.number() == stock + 99);
            default -> {
                RandomFilter inner = of(random, depth - 1);
                yield new Clause(ConditionFactory.filter(inner.sent()), inner.meant());
            }
        };
    }

    private static List<?> tags(Book book) {
        return (List<?>) book.facts().getOrDefault("tags", List.of());
    }

    private record Clause(Condition sent, Predicate<Book> meant) {}
}
