package bookstore;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Tests that can do with one context, and so share a JVM; all others have one of their own. */
@Target(ElementType.ANNOTATION_TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Tag("started-once")
@ExtendWith(StartedOnce.OwnThreadsOnly.class)
public @interface StartedOnce {

    /** What a context that is just closing meets in its threads says nothing about a test that waits. */
    final class OwnThreadsOnly implements BeforeAllCallback {

        @Override
        public void beforeAll(ExtensionContext context) {
            Awaitility.doNotCatchUncaughtExceptionsByDefault();
        }
    }
}
