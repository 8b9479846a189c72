package bookstore.catalog.feeds;

import bookstore.catalog.Catalog;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.stream.Stream;

/** What a product record says of a book, by the code lists of ONIX 3.0. */
record OnixProduct(OnixElement product) {

    /** Notification type 05 (list 1). */
    boolean isWithdrawal() {
        return product.has("NotificationType", "05");
    }

    ObjectNode describe(ObjectNode book) {
        isbn().ifPresent(isbn -> book.put("isbn", isbn));
        title().flatMap(OnixProduct::titleText).ifPresent(title -> book.put("title", title));
        title().flatMap(title -> title.first("Subtitle")).ifPresent(subtitle -> book.put("subtitle", subtitle));
        description().ifPresent(text -> book.put("description", text));
        var authors = book.putArray("authors");
        authors().distinct().forEach(authors::add);
        publisher().ifPresent(publisher -> book.put("publisher", publisher));
        var categories = book.putArray("categories");
        product.all("DescriptiveDetail", "Subject")
                .flatMap(subject -> subject.first("SubjectHeadingText").stream())
                .distinct()
                .forEach(categories::add);
        language().ifPresent(language -> book.put("language", language));
        published().ifPresent(published -> book.put("published", published));
        price().ifPresent(price -> book.putObject("price")
                .put("amount", price.first("PriceAmount").orElse(""))
                .put("currency", price.first("CurrencyCode").orElse("")));
        product.first("ProductSupply", "SupplyDetail", "Stock", "OnHand")
                .ifPresent(copies -> book.put("stock", copies));
        cover().ifPresent(cover -> book.put("coverUrl", cover));
        return book;
    }

    /** ISBN-13, or GTIN-13, which is the same for a book (list 5). */
    private Optional<String> isbn() {
        return product.all("ProductIdentifier")
                .filter(identifier -> identifier.has("ProductIDType", "15", "03"))
                .flatMap(identifier -> identifier.first("IDValue").stream())
                .findFirst();
    }

    /** The distinctive title (list 15) of the product itself (list 149). */
    private Optional<OnixElement> title() {
        return product.all("DescriptiveDetail", "TitleDetail")
                .filter(detail -> detail.has("TitleType", "01"))
                .flatMap(detail -> detail.all("TitleElement"))
                .filter(element -> element.has("TitleElementLevel", "01"))
                .findFirst();
    }

    private static Optional<String> titleText(OnixElement title) {
        var prefix = title.first("TitlePrefix").map(text -> text + " ").orElse("");
        return title.first("TitleText")
                .or(() -> title.first("TitleWithoutPrefix").map(text -> prefix + text));
    }

    /** A long or a short description (list 153), the long one if there are both. */
    private Optional<String> description() {
        return Stream.of("03", "02")
                .flatMap(type ->
                        product.all("CollateralDetail", "TextContent").filter(content -> content.has("TextType", type)))
                .flatMap(content -> content.first("Text").stream())
                .map(text -> text.replaceAll("\\s+", " "))
                .findFirst();
    }

    /** Those who wrote it: roles A.. (list 17). */
    private Stream<String> authors() {
        return product.all("DescriptiveDetail", "Contributor")
                .filter(contributor -> contributor
                        .first("ContributorRole")
                        .filter(role -> role.startsWith("A"))
                        .isPresent())
                .flatMap(contributor -> name(contributor).stream());
    }

    private static Optional<String> name(OnixElement contributor) {
        var first =
                contributor.first("NamesBeforeKey").map(names -> names + " ").orElse("");
        return contributor
                .first("PersonName")
                .or(() -> contributor.first("KeyNames").map(names -> first + names))
                .or(() -> contributor.first("CorporateName"));
    }

    private Optional<String> publisher() {
        return product.first("PublishingDetail", "Publisher", "PublisherName")
                .or(() -> product.first("PublishingDetail", "Imprint", "ImprintName"));
    }

    private Optional<String> language() {
        return product.all("DescriptiveDetail", "Language")
                .filter(language -> language.has("LanguageRole", "01"))
                .flatMap(language -> language.first("LanguageCode").stream())
                .map(OnixLanguages::twoLetters)
                .findFirst();
    }

    /** Publication date (list 163), written YYYYMMDD, YYYYMM or YYYY. */
    private Optional<String> published() {
        return product.all("PublishingDetail", "PublishingDate")
                .filter(date -> date.has("PublishingDateRole", "01"))
                .flatMap(date -> date.first("Date").stream())
                .map(date -> date.replaceFirst("^(\\d{4})(\\d{2})(\\d{2})?$", "$1-$2-$3")
                        .replaceFirst("-$", ""))
                .findFirst();
    }

    private Optional<OnixElement> price() {
        var prices = product.all("ProductSupply", "SupplyDetail", "Price").toList();
        return prices.stream()
                .filter(price -> price.has("CurrencyCode", Catalog.CURRENCY))
                .findFirst()
                .or(() -> prices.stream().findFirst());
    }

    /** The front cover (list 158). */
    private Optional<String> cover() {
        return product.all("CollateralDetail", "SupportingResource")
                .filter(resource -> resource.has("ResourceContentType", "01"))
                .flatMap(resource -> resource.first("ResourceVersion", "ResourceLink").stream())
                .findFirst();
    }
}
