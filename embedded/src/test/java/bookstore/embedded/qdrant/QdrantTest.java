package bookstore.embedded.qdrant;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ArgumentsSource;

/** A check that holds for every Qdrant: the embedded one always, a real one where {@code QDRANT_URL} names it. */
@Retention(RetentionPolicy.RUNTIME)
@ParameterizedTest(name = "{0}")
@ArgumentsSource(Qdrants.class)
@interface QdrantTest {}
