package bookstore.catalog;

import bookstore.shared.Money;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Looks for what keeps a draft from being a book. */
final class DraftCheck {

    private static final Pattern DATE = Pattern.compile("-?\\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\\d|3[01]))?)?");
    private static final Pattern URL = Pattern.compile("(https?://|/)[^\\s\"<>]{1,1000}");
    private static final Set<String> LANGUAGES = Set.of(Locale.getISOLanguages());
    private static final int MOST_NAMES = 50;
    private static final int MOST_COPIES = 1_000_000;
    private static final long MOST_MINOR = 100_000_00;

    private final Draft draft;
    private final List<Fault> faults = new ArrayList<>();

    DraftCheck(Draft draft) {
        this.draft = draft;
    }

    List<Fault> faults() {
        check(
                draft.isbn() == null || Isbn.find(draft.isbn()).isPresent(),
                "isbn",
                "is no ISBN-13, or a digit is wrong");
        check(!Spelling.key(draft.title()).isEmpty(), "title", "is needed");
        longest(500, "title", draft.title());
        longest(500, "subtitle", draft.subtitle());
        longest(10_000, "description", draft.description());
        names("authors", draft.authors());
        names("categories", draft.categories());
        if (draft.publisher() != null) {
            name("publisher", draft.publisher());
        }
        check(LANGUAGES.contains(draft.language()), "language", "is no ISO 639-1 code of two letters");
        check(
                draft.published() == null || DATE.matcher(draft.published()).matches(),
                "published",
                "is no year, year-month or date");
        prices(draft.price(), draft.salePrice());
        check(stock() >= 0 && stock() <= MOST_COPIES, "stock", "is not 0 to " + MOST_COPIES);
        check(draft.coverUrl() == null || URL.matcher(draft.coverUrl()).matches(), "coverUrl", "is no web address");
        return faults;
    }

    private int stock() {
        return draft.stock() == null ? 0 : draft.stock();
    }

    private void prices(@Nullable Money price, @Nullable Money salePrice) {
        if (price == null) {
            faults.add(new Fault("price", "is needed"));
            return;
        }
        money("price", price);
        if (salePrice != null) {
            money("salePrice", salePrice);
            check(salePrice.minor() < price.minor(), "salePrice", "is not below the price");
        }
    }

    private void money(String field, Money money) {
        check(money.currency().equals(Catalog.CURRENCY), field, "is not in " + Catalog.CURRENCY);
        check(money.minor() >= 0 && money.minor() <= MOST_MINOR, field, "is out of range");
    }

    private void names(String field, List<Named> names) {
        check(names.size() <= MOST_NAMES, field, "are more than " + MOST_NAMES);
        names.forEach(name -> name(field, name));
        check(names.stream().distinct().count() == names.size(), field, "name one twice");
    }

    private void name(String field, Named named) {
        if (named.id() == null) {
            check(named.name() != null && !Spelling.key(named.name()).isEmpty(), field, "want a name");
        }
        longest(200, field, named.name() == null ? "" : named.name());
    }

    private void longest(int most, String field, String text) {
        check(text.length() <= most, field, "has more than " + most + " characters");
        check(text.indexOf('\0') < 0 && text.indexOf('\uFFFD') < 0, field, "has a character that is none");
    }

    private void check(boolean holds, String field, String reason) {
        if (!holds) {
            faults.add(new Fault(field, reason));
        }
    }
}
