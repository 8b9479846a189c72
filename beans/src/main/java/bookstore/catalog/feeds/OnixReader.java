package bookstore.catalog.feeds;

import bookstore.catalog.FeedRecord;
import java.io.IOException;
import java.util.function.Consumer;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** ONIX 3.0, product by product. No document type and no entity is read. */
class OnixReader implements FeedReader {

    private final DraftReader drafts;
    private final XMLInputFactory factory = XMLInputFactory.newDefaultFactory();

    OnixReader(DraftReader drafts) {
        this.drafts = drafts;
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
    }

    @Override
    public void read(RecordLimit feed, Consumer<FeedRecord> each) throws IOException {
        XMLStreamReader xml = null;
        try {
            xml = factory.createXMLStreamReader(feed);
            xml.nextTag();
            if (isMessage(xml)) {
                products(xml, each);
            } else {
                each.accept(FeedRecord.unreadable(line(xml), "", "is no ONIX 3.0 message"));
            }
        } catch (XMLStreamException e) {
            var line = e.getLocation() == null ? 1 : Math.max(1, e.getLocation().getLineNumber());
            each.accept(FeedRecord.unreadable(line, "", "is not XML that is read here; nothing after it was read"));
        }
    }

    private static boolean isMessage(XMLStreamReader xml) {
        var release = xml.getAttributeValue(null, "release");
        return OnixTags.name(xml.getLocalName()).equals("ONIXMessage") && release != null && release.startsWith("3.");
    }

    private void products(XMLStreamReader xml, Consumer<FeedRecord> each) throws XMLStreamException {
        while (xml.hasNext()) {
            if (xml.next() == XMLStreamConstants.START_ELEMENT
                    && OnixTags.name(xml.getLocalName()).equals("Product")) {
                var line = line(xml);
                var product = new OnixProduct(OnixElement.read(xml));
                each.accept(
                        product.isWithdrawal()
                                ? FeedRecord.unreadable(
                                        line, "NotificationType", "withdraws a book, which is not taken")
                                : drafts.read(line, product.describe(drafts.newObject())));
            }
        }
    }

    private static long line(XMLStreamReader xml) {
        return xml.getLocation().getLineNumber();
    }
}
