package bookstore.catalog.feeds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import bookstore.catalog.Draft;
import bookstore.catalog.Fault;
import bookstore.catalog.FeedFormat;
import bookstore.catalog.FeedRecord;
import bookstore.catalog.Named;
import bookstore.shared.Money;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each format is read record by record, and what is wrong is said with its line. */
class FeedReadersTest {

    @Test
    void json_lines_are_read_one_by_one() {
        var records = read(
                FeedFormat.JSON_LINES,
                """
                {"isbn":"9780441172719","title":"Dune","authors":["Frank Herbert"],"language":"en","price":{"amount":"11.90","currency":"EUR"}}

                {"title":"Emma","language":"en","price":{"amount":"9.00","currency":"EUR"},"colour":"red"}
                {"title":"Emma","language":"en","price":{"amount":"cheap","currency":"EUR"}}
                {"title":"Emma",
                {"title":"Emma","language":"en","price":{"amount":"9.00","currency":"EUR"},"stock":"many"}
                {"title":"Emma","language":"en","price":{"amount":"9.00","currency":"EUR"}} true
                null
                """);

        assertThat(records.get(0).isSound()).isTrue();
        assertThat(records.get(0).draft().price()).isEqualTo(Money.of("11.90", "EUR"));
        assertThat(faults(records))
                .containsExactly(
                        tuple(3L, "colour", "is unknown"),
                        tuple(4L, "price", "is not what is expected here"),
                        tuple(5L, "", "is not JSON, or names a field twice"),
                        tuple(6L, "stock", "is not what is expected here"),
                        tuple(7L, "", "is not what is expected here"),
                        tuple(8L, "", "is null"));
    }

    @Test
    void csv_is_read_by_its_header() {
        var records = read(
                FeedFormat.CSV,
                """
                title,authors,language,price,isbn,description,stock
                Dune,Frank Herbert; Somebody Else,en,11.90,9780441172719,"A desert,
                and a spice.",7
                Emma,Jane Austen,en
                Persuasion,Jane Austen,en,8.00,9780441172718,,
                """);

        var dune = records.get(0).draft();
        assertThat(dune.authors()).containsExactly(Named.of("Frank Herbert"), Named.of("Somebody Else"));
        assertThat(dune.description()).isEqualTo("A desert,\nand a spice.");
        assertThat(dune.stock()).isEqualTo(7);
        assertThat(faults(records))
                .containsExactly(
                        tuple(4L, "", "has 3 fields where the header has 7"),
                        tuple(5L, "isbn", "is no ISBN-13, or a digit is wrong"));
    }

    @Test
    void csv_with_a_column_that_nobody_knows_is_not_read() {
        assertThat(faults(read(FeedFormat.CSV, "title,colour\nDune,red\n")))
                .containsExactly(tuple(1L, "colour", "is no column that is known; nothing was read"));
    }

    @Test
    void onix_is_read_by_its_code_lists() {
        var records = read(FeedFormat.ONIX, ONIX);

        assertThat(records).extracting(FeedRecord::faults).containsOnly(List.of());
        assertThat(records.get(0).draft())
                .isEqualTo(new Draft(
                        "9780441172719",
                        "The Dune",
                        "A Novel",
                        "A desert and a spice.",
                        List.of(Named.of("Frank Herbert"), Named.of("Brian Herbert")),
                        Named.of("Ace"),
                        List.of(Named.of("Science Fiction")),
                        "de",
                        "1965-08",
                        Money.of("11.90", "EUR"),
                        null,
                        7,
                        "https://covers.example/dune.jpg"));
    }

    @Test
    void short_tags_say_the_same() {
        var records = read(
                FeedFormat.ONIX,
                """
                <ONIXmessage release="3.0" xmlns="http://ns.editeur.org/onix/3.0/short"><product>
                <a001>1</a001><a002>03</a002>
                <productidentifier><b221>15</b221><b244>9780441172719</b244></productidentifier>
                <descriptivedetail><titledetail><b202>01</b202><titleelement><x409>01</x409><b030>The</b030>
                <b031>Dune</b031><b029>A Novel</b029></titleelement></titledetail>
                <contributor><b035>A01</b035><b039>Frank</b039><b040>Herbert</b040></contributor>
                <contributor><b035>A01</b035><b036>Brian Herbert</b036></contributor>
                <language><b253>01</b253><b252>ger</b252></language><subject><b070>Science Fiction</b070></subject>
                </descriptivedetail><collateraldetail>
                <textcontent><x426>03</x426><d104 textformat="05"><p>A desert <i>and</i> a spice.</p></d104></textcontent>
                <supportingresource><x436>01</x436><resourceversion><x435>https://covers.example/dune.jpg</x435>
                </resourceversion></supportingresource></collateraldetail><publishingdetail>
                <publisher><b291>01</b291><b081>Ace</b081></publisher>
                <publishingdate><x448>01</x448><b306>196508</b306></publishingdate></publishingdetail>
                <productsupply><supplydetail><stock><j350>7</j350></stock>
                <price><j151>11.90</j151><j152>EUR</j152></price></supplydetail></productsupply>
                </product></ONIXmessage>
                """);

        assertThat(records)
                .extracting(FeedRecord::draft)
                .containsExactly(read(FeedFormat.ONIX, ONIX).get(0).draft());
    }

    /** What is written in the trade's files all the time must not be counted as what attackers write. */
    @Test
    void a_hundred_thousand_ampersands_are_no_attack() {
        var product = ONIX.substring(ONIX.indexOf("<Product>"), ONIX.indexOf("</ONIXMessage>"))
                .replace("A desert", "A desert &amp; &#233; &lt;spice&gt;");
        var sound = new AtomicInteger();

        CatalogFeedsFixture.READERS.read(
                FeedFormat.ONIX,
                new Endless("<ONIXMessage release=\"3.0\">", product, 25_000),
                found -> sound.addAndGet(found.isSound() ? 1 : 0));

        assertThat(sound).hasValue(25_000);
    }

    @ParameterizedTest
    @EnumSource
    void a_feed_whose_sender_goes_away_is_none(FeedFormat format) {
        var half =
                switch (format) {
                    case JSON_LINES ->
                        "{\"title\":\"Emma\",\"language\":\"en\",\"price\":{\"amount\":\"9.00\",\"currency\":\"EUR\"}}\n";
                    case CSV -> "title,language,price\nEmma,en,9.00\nDune,en,";
                    case ONIX -> ONIX.substring(0, ONIX.indexOf("</ONIXMessage>")) + "<Product>";
                };
        var feed = new SequenceInputStream(new ByteArrayInputStream(half.getBytes(StandardCharsets.UTF_8)), gone());

        assertThatThrownBy(() -> CatalogFeedsFixture.READERS.read(format, feed, found -> {}))
                .isInstanceOf(UncheckedIOException.class)
                .hasRootCauseMessage("gone");
    }

    @Test
    void bytes_that_are_no_characters_are_bad_syntax_and_no_breakage() {
        var latin = ONIX.replace("Herbert", "H\u00e9rbert").getBytes(StandardCharsets.ISO_8859_1);
        var records = new ArrayList<FeedRecord>();

        CatalogFeedsFixture.READERS.read(FeedFormat.ONIX, new ByteArrayInputStream(latin), records::add);

        assertThat(records).hasSize(1).noneMatch(FeedRecord::isSound);
    }

    @ParameterizedTest
    @EnumSource
    void a_feed_is_read_as_it_comes_and_not_kept(FeedFormat format) {
        var feed =
                switch (format) {
                    case JSON_LINES ->
                        new Endless(
                                "",
                                "{\"title\":\"Emma\",\"language\":\"en\",\"price\":{\"amount\":\"9.00\",\"currency\":\"EUR\"}}\n",
                                20_000);
                    case CSV -> new Endless("title,language,price\n", "Emma,en,9.00\n", 20_000);
                    case ONIX ->
                        new Endless(
                                "<ONIXMessage release=\"3.0\">",
                                ONIX.substring(ONIX.indexOf("<Product>"), ONIX.indexOf("</ONIXMessage>")),
                                20_000);
                };
        var read = new AtomicInteger();

        CatalogFeedsFixture.READERS.read(format, feed, found -> {
            if (found.isSound()) {
                assertThat(feed.given() - read.incrementAndGet())
                        .as("read ahead")
                        .isLessThan(2_000);
            }
        });

        assertThat(read).hasValue(20_000);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE x [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;\"><!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;\">"
                        + "<!ENTITY d \"&c;&c;&c;&c;&c;&c;&c;&c;\"><!ENTITY e \"&d;&d;&d;&d;&d;&d;&d;&d;\"><!ENTITY x \"&e;&e;&e;&e;\">]>",
                "<!DOCTYPE x [<!ENTITY x SYSTEM \"http://127.0.0.1:%d/x\">]>",
                "<!DOCTYPE x [<!ENTITY %% p SYSTEM \"http://127.0.0.1:%d/p\"> %%p;]>",
                "<!DOCTYPE x SYSTEM \"http://127.0.0.1:%d/x.dtd\">",
                "<!DOCTYPE x PUBLIC \"-//x\" \"http://127.0.0.1:%d/x.dtd\" [<!ENTITY x \"x\">]>"
            })
    void no_trick_with_entities_is_fallen_for_and_nobody_is_asked(String trick) throws IOException {
        try (var stranger = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var evil = ONIX.replaceFirst("<\\?xml.*\\?>\\s*", trick.formatted(stranger.getLocalPort()))
                    .replace("A desert", "A desert &x;");

            var records = read(FeedFormat.ONIX, evil);

            assertThat(records).hasSize(1).noneMatch(FeedRecord::isSound);
            stranger.setSoTimeout(1);
            assertThatThrownBy(stranger::accept).isInstanceOf(SocketTimeoutException.class);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<Product a=\"%s\"/>",
                "<Product><%s/></Product>",
                "<!-- %s --><Product/>",
                "<Product><![CDATA[%s]]></Product>",
                "<?x %s?><Product/>"
            })
    void no_part_of_a_product_is_gigantic(String gigantic) {
        var feed = "<ONIXMessage release=\"3.0\">" + gigantic.formatted("x".repeat(3_000_000)) + "</ONIXMessage>";

        assertThat(read(FeedFormat.ONIX, feed)).hasSize(1).noneMatch(FeedRecord::isSound);
    }

    @Test
    void elements_are_not_nested_without_end() {
        var feed = "<ONIXMessage release=\"3.0\"><Product>" + "<A>".repeat(10_000);

        assertThat(read(FeedFormat.ONIX, feed)).hasSize(1).noneMatch(FeedRecord::isSound);
    }

    @Test
    void entities_and_document_types_are_not_read() {
        var evil = "<!DOCTYPE ONIXMessage [<!ENTITY x SYSTEM \"file:///etc/hostname\">]>\n"
                + ONIX.replace("The", "&x;").replaceFirst("<\\?xml.*\\?>", "");

        var records = read(FeedFormat.ONIX, evil);

        assertThat(records).noneMatch(FeedRecord::isSound);
    }

    @Test
    void onix_that_breaks_off_keeps_what_came_before() {
        var records = read(FeedFormat.ONIX, ONIX.substring(0, ONIX.indexOf("</ONIXMessage>")) + "<Product><");

        assertThat(records).hasSize(2);
        assertThat(records.get(0).isSound()).isTrue();
        assertThat(records.get(1).faults())
                .containsExactly(new Fault("", "is not XML that is read here; nothing after it was read"));
    }

    @Test
    void another_vocabulary_is_no_onix() {
        assertThat(read(FeedFormat.ONIX, "<onix release=\"3.0\"/>").get(0).isSound())
                .isFalse();
        assertThat(read(FeedFormat.ONIX, "<ONIXMessage release=\"2.1\"/>")
                        .get(0)
                        .isSound())
                .isFalse();
    }

    @Test
    void a_record_without_end_ends_the_feed_in_every_format() {
        var endless = "x".repeat(2_000_000);
        assertThat(read(FeedFormat.JSON_LINES, "{\"title\":\"" + endless).get(0).isSound())
                .isFalse();
        assertThat(read(FeedFormat.CSV, "title\n\"" + endless).get(0).isSound()).isFalse();
        assertThat(read(FeedFormat.ONIX, "<ONIXMessage release=\"3.0\"><Product><A>" + endless)
                        .get(0)
                        .isSound())
                .isFalse();
    }

    private static InputStream gone() {
        return new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("gone");
            }
        };
    }

    private static List<FeedRecord> read(FeedFormat format, String feed) {
        var records = new ArrayList<FeedRecord>();
        var bytes = new ByteArrayInputStream(feed.getBytes(StandardCharsets.UTF_8));
        CatalogFeedsFixture.READERS.read(format, bytes, records::add);
        return records;
    }

    private static List<org.assertj.core.groups.Tuple> faults(List<FeedRecord> records) {
        return records.stream()
                .flatMap(found ->
                        found.faults().stream().map(fault -> tuple(found.line(), fault.field(), fault.reason())))
                .toList();
    }

    private static final String ONIX =
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <ONIXMessage release="3.0" xmlns="http://ns.editeur.org/onix/3.0/reference">
              <Header><Sender><SenderName>A house</SenderName></Sender></Header>
              <Product>
                <RecordReference>1</RecordReference>
                <NotificationType>03</NotificationType>
                <ProductIdentifier><ProductIDType>01</ProductIDType><IDValue>X1</IDValue></ProductIdentifier>
                <ProductIdentifier><ProductIDType>15</ProductIDType><IDValue>9780441172719</IDValue></ProductIdentifier>
                <DescriptiveDetail>
                  <TitleDetail><TitleType>01</TitleType><TitleElement><TitleElementLevel>01</TitleElementLevel>
                    <TitlePrefix>The</TitlePrefix><TitleWithoutPrefix>Dune</TitleWithoutPrefix>
                    <Subtitle>A Novel</Subtitle></TitleElement></TitleDetail>
                  <Contributor><ContributorRole>A01</ContributorRole><PersonName>Frank Herbert</PersonName></Contributor>
                  <Contributor><ContributorRole>A01</ContributorRole><NamesBeforeKey>Brian</NamesBeforeKey>
                    <KeyNames>Herbert</KeyNames></Contributor>
                  <Contributor><ContributorRole>B06</ContributorRole><PersonName>A Translator</PersonName></Contributor>
                  <Language><LanguageRole>01</LanguageRole><LanguageCode>ger</LanguageCode></Language>
                  <Subject><SubjectHeadingText>Science Fiction</SubjectHeadingText></Subject>
                </DescriptiveDetail>
                <CollateralDetail>
                  <TextContent><TextType>02</TextType><Text>Short.</Text></TextContent>
                  <TextContent><TextType>03</TextType><Text textformat="05"><p>A desert <i>and</i>
                    a spice.</p></Text></TextContent>
                  <SupportingResource><ResourceContentType>01</ResourceContentType>
                    <ResourceVersion><ResourceLink>https://covers.example/dune.jpg</ResourceLink></ResourceVersion>
                  </SupportingResource>
                </CollateralDetail>
                <PublishingDetail>
                  <Publisher><PublishingRole>01</PublishingRole><PublisherName>Ace</PublisherName></Publisher>
                  <PublishingDate><PublishingDateRole>01</PublishingDateRole><Date>196508</Date></PublishingDate>
                </PublishingDetail>
                <ProductSupply><SupplyDetail>
                  <Stock><OnHand>7</OnHand></Stock>
                  <Price><PriceAmount>13.90</PriceAmount><CurrencyCode>USD</CurrencyCode></Price>
                  <Price><PriceAmount>11.90</PriceAmount><CurrencyCode>EUR</CurrencyCode></Price>
                </SupplyDetail></ProductSupply>
              </Product>
            </ONIXMessage>
            """;
}
