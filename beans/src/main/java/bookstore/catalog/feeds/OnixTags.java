package bookstore.catalog.feeds;

import java.util.Map;

/** ONIX 3.0 can be written with names or with short tags for them; those of what is read here. */
final class OnixTags {

    private static final Map<String, String> NAMES = Map.ofEntries(
            Map.entry("ONIXmessage", "ONIXMessage"),
            Map.entry("product", "Product"),
            Map.entry("a002", "NotificationType"),
            Map.entry("productidentifier", "ProductIdentifier"),
            Map.entry("b221", "ProductIDType"),
            Map.entry("b244", "IDValue"),
            Map.entry("descriptivedetail", "DescriptiveDetail"),
            Map.entry("titledetail", "TitleDetail"),
            Map.entry("b202", "TitleType"),
            Map.entry("titleelement", "TitleElement"),
            Map.entry("x409", "TitleElementLevel"),
            Map.entry("b203", "TitleText"),
            Map.entry("b030", "TitlePrefix"),
            Map.entry("b031", "TitleWithoutPrefix"),
            Map.entry("b029", "Subtitle"),
            Map.entry("contributor", "Contributor"),
            Map.entry("b035", "ContributorRole"),
            Map.entry("b036", "PersonName"),
            Map.entry("b039", "NamesBeforeKey"),
            Map.entry("b040", "KeyNames"),
            Map.entry("b047", "CorporateName"),
            Map.entry("language", "Language"),
            Map.entry("b253", "LanguageRole"),
            Map.entry("b252", "LanguageCode"),
            Map.entry("subject", "Subject"),
            Map.entry("b070", "SubjectHeadingText"),
            Map.entry("collateraldetail", "CollateralDetail"),
            Map.entry("textcontent", "TextContent"),
            Map.entry("x426", "TextType"),
            Map.entry("d104", "Text"),
            Map.entry("supportingresource", "SupportingResource"),
            Map.entry("x436", "ResourceContentType"),
            Map.entry("resourceversion", "ResourceVersion"),
            Map.entry("x435", "ResourceLink"),
            Map.entry("publishingdetail", "PublishingDetail"),
            Map.entry("imprint", "Imprint"),
            Map.entry("b079", "ImprintName"),
            Map.entry("publisher", "Publisher"),
            Map.entry("b081", "PublisherName"),
            Map.entry("publishingdate", "PublishingDate"),
            Map.entry("x448", "PublishingDateRole"),
            Map.entry("b306", "Date"),
            Map.entry("productsupply", "ProductSupply"),
            Map.entry("supplydetail", "SupplyDetail"),
            Map.entry("stock", "Stock"),
            Map.entry("j350", "OnHand"),
            Map.entry("price", "Price"),
            Map.entry("j151", "PriceAmount"),
            Map.entry("j152", "CurrencyCode"));

    private OnixTags() {}

    /** The name for a short tag; what is none is a name itself. */
    static String name(String tag) {
        return NAMES.getOrDefault(tag, tag);
    }
}
