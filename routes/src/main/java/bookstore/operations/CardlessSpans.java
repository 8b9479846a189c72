package bookstore.operations;

import bookstore.shared.CardNumber;
import io.micrometer.tracing.exporter.FinishedSpan;
import io.micrometer.tracing.exporter.SpanFilter;
import java.util.HashMap;

/** Takes card numbers out of what traces say: an address that was refused for one stands in them all the same. */
class CardlessSpans implements SpanFilter {

    @Override
    public FinishedSpan map(FinishedSpan span) {
        var tags = new HashMap<>(span.getTags());
        tags.replaceAll((name, value) -> CardNumber.isIn(value) ? "(a card number)" : value);
        return tags.equals(span.getTags()) ? span : span.setTags(tags);
    }
}
