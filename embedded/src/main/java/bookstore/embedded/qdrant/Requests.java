package bookstore.embedded.qdrant;

import io.qdrant.client.grpc.Points.DenseVector;
import io.qdrant.client.grpc.Points.PointStruct;
import io.qdrant.client.grpc.Points.Query;
import io.qdrant.client.grpc.Points.QueryPoints;
import io.qdrant.client.grpc.Points.Vector;
import io.qdrant.client.grpc.Points.VectorInput;
import io.qdrant.client.grpc.Points.Vectors;
import java.util.List;

/** What is asked for, or the refusal of it. */
final class Requests {

    private static final int LONGEST_NAME = 255;

    private Requests() {}

    /** The name of a collection or alias. */
    static String name(String name) {
        int length = name.codePointCount(0, name.length());
        if (length < 1 || length > LONGEST_NAME) {
            throw Errors.invalid(
                    "collection_name",
                    "value \"" + name + "\" invalid, must be from 1 to " + LONGEST_NAME + " characters");
        }
        if (name.contains("/") || name.contains("\0")) {
            throw Errors.invalid("collection_name", "collection name cannot contain \"/\" char");
        }
        return name;
    }

    static int limit(boolean given, long limit, int otherwise) {
        if (given && limit == 0) {
            throw Errors.invalid("limit", "value 0 invalid, must be 1 or larger");
        }
        return given ? count(limit) : otherwise;
    }

    /** An unsigned number as far as there can be points. */
    static int count(long number) {
        return number < 0 || number > Integer.MAX_VALUE ? Integer.MAX_VALUE : (int) number;
    }

    static void unnamed(String vector) {
        if (!vector.isEmpty()) {
            throw Errors.noVectorNamed(vector);
        }
    }

    static void without(boolean asked, String feature) {
        if (asked) {
            throw Errors.missing(feature);
        }
    }

    static Id id(PointStruct point) {
        if (!point.hasId()) {
            throw Errors.malformed("Empty ID is not allowed");
        }
        return Id.of(point.getId());
    }

    /** The vector of a point as it was sent. */
    static float[] vector(PointStruct point) {
        if (!point.hasVectors()) {
            throw Errors.malformed("Expected some vectors");
        }
        Vectors vectors = point.getVectors();
        return switch (vectors.getVectorsOptionsCase()) {
            case VECTOR -> vector(vectors.getVector());
            case VECTORS -> named(vectors);
            case VECTORSOPTIONS_NOT_SET -> throw Errors.malformed("Expected some vectors");
        };
    }

    /** What to search for: a vector, or a point of that id. */
    static VectorInput nearest(QueryPoints request) {
        Query query = request.getQuery();
        if (query.getVariantCase() == Query.VariantCase.VARIANT_NOT_SET) {
            throw Errors.malformed("Query variant is missing");
        }
        without(!query.hasNearest(), "queries of the kind " + query.getVariantCase());
        VectorInput nearest = query.getNearest();
        if (nearest.getVariantCase() == VectorInput.VariantCase.VARIANT_NOT_SET) {
            throw Errors.malformed("VectorInput variant is missing");
        }
        without(!nearest.hasDense() && !nearest.hasId(), "vectors of the kind " + nearest.getVariantCase());
        return nearest;
    }

    static float[] floats(List<Float> numbers) {
        return Changes.floats(DenseVector.newBuilder().addAllData(numbers).build());
    }

    /** The one vector of a collection has the empty name. */
    private static float[] named(Vectors vectors) {
        var named = vectors.getVectors().getVectorsMap();
        named.keySet().forEach(Requests::unnamed);
        Vector vector = named.get("");
        without(vector == null, "points without a vector");
        return vector(vector);
    }

    // older clients send the numbers themselves
    @SuppressWarnings("deprecation")
    private static float[] vector(Vector vector) {
        return switch (vector.getVectorCase()) {
            case DENSE -> Changes.floats(vector.getDense());
            case VECTOR_NOT_SET -> {
                without(vector.hasIndices() || vector.hasVectorsCount(), "sparse vectors and multivectors");
                yield floats(vector.getDataList());
            }
            default -> throw Errors.missing("vectors of the kind " + vector.getVectorCase());
        };
    }
}
