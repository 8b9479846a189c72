package bookstore.embedded.qdrant;

import io.qdrant.client.grpc.Common.PointId;
import java.util.Comparator;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * The id of a point: an unsigned number or a UUID. Numbers come before UUIDs, each in unsigned order, which is the
 * order in which points are scrolled.
 *
 * @param high the first half of a UUID, 0 for a number
 */
record Id(boolean uuid, long high, long low) implements Comparable<Id> {

    private static final Comparator<Id> ORDER = Comparator.comparing(Id::uuid)
            .thenComparing(Id::high, Long::compareUnsigned)
            .thenComparing(Id::low, Long::compareUnsigned);
    private static final Pattern HYPHENATED =
            Pattern.compile("\\p{XDigit}{8}-\\p{XDigit}{4}-\\p{XDigit}{4}-\\p{XDigit}{4}-\\p{XDigit}{12}");
    private static final Pattern SIMPLE =
            Pattern.compile("(\\p{XDigit}{8})(\\p{XDigit}{4})(\\p{XDigit}{4})(\\p{XDigit}{4})(\\p{XDigit}{12})");

    static Id of(PointId id) {
        return switch (id.getPointIdOptionsCase()) {
            case NUM -> new Id(false, 0, id.getNum());
            case UUID -> parsed(id.getUuid());
            case POINTIDOPTIONS_NOT_SET -> throw Errors.malformed("No ID options provided");
        };
    }

    PointId toProto() {
        return uuid
                ? PointId.newBuilder().setUuid(toString()).build()
                : PointId.newBuilder().setNum(low).build();
    }

    @Override
    public int compareTo(Id other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return uuid ? new UUID(high, low).toString() : Long.toUnsignedString(low);
    }

    private static Id parsed(String text) {
        String hyphenated = SIMPLE.matcher(text).replaceFirst("$1-$2-$3-$4-$5");
        if (!HYPHENATED.matcher(hyphenated).matches()) {
            throw Errors.malformed("Unable to parse UUID: " + text);
        }
        UUID uuid = java.util.UUID.fromString(hyphenated);
        return new Id(true, uuid.getMostSignificantBits(), uuid.getLeastSignificantBits());
    }
}
