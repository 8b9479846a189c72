package bookstore.catalog;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonCreator.Mode;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How somebody who describes a book refers to an author, a category or a publisher: by its name, or by its id, which
 * has to be known then. In JSON a text is a name.
 */
public record Named(@Nullable UUID id, @Nullable String name) {

    @JsonCreator(mode = Mode.PROPERTIES)
    public Named {
        name = name == null ? null : name.strip();
    }

    @JsonCreator(mode = Mode.DELEGATING)
    public static Named of(String name) {
        return new Named(null, name);
    }
}
