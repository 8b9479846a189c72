package bookstore.embedded.qdrant;

import io.grpc.Status;
import io.grpc.StatusRuntimeException;

/** Refusals in the words and with the codes of Qdrant, as its source has them. */
final class Errors {

    private Errors() {}

    static StatusRuntimeException noCollection(String name) {
        return error(Status.NOT_FOUND, "Not found: Collection `" + name + "` doesn't exist!");
    }

    static StatusRuntimeException collectionExists(String name) {
        return error(Status.ALREADY_EXISTS, "Wrong input: Collection `" + name + "` already exists!");
    }

    static StatusRuntimeException nameIsAlias(String name) {
        return badInput("Can't create collection with name " + name + ". Alias with the same name already exists");
    }

    static StatusRuntimeException noAlias(String name) {
        return error(Status.NOT_FOUND, "Not found: Alias " + name + " does not exists!");
    }

    static StatusRuntimeException noPoint(Id id) {
        return error(Status.NOT_FOUND, "Not found: No point with id " + id + " found");
    }

    static StatusRuntimeException wrongDimension(int expected, int got) {
        return badInput("Vector dimension error: expected dim: " + expected + ", got " + got);
    }

    static StatusRuntimeException noVectorNamed(String name) {
        return badInput("Not existing vector name error: " + name);
    }

    /** A request that cannot be understood. */
    static StatusRuntimeException malformed(String description) {
        return error(Status.INVALID_ARGUMENT, description);
    }

    /** A field out of its bounds. */
    static StatusRuntimeException invalid(String field, String description) {
        return malformed("Validation error in body: [" + field + ": " + description + "]");
    }

    /** What the real server has and this one has not. */
    static StatusRuntimeException missing(String what) {
        return error(Status.UNIMPLEMENTED, "The embedded Qdrant does not have " + what);
    }

    static StatusRuntimeException internal(RuntimeException cause) {
        return Status.INTERNAL
                .withDescription("Service internal error: " + cause)
                .withCause(cause)
                .asRuntimeException();
    }

    private static StatusRuntimeException badInput(String description) {
        return error(Status.INVALID_ARGUMENT, "Wrong input: " + description);
    }

    private static StatusRuntimeException error(Status status, String description) {
        return status.withDescription(description).asRuntimeException();
    }
}
