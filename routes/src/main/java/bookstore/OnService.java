package bookstore;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.context.annotation.Conditional;

/** Present only where {@code bookstore.services} is {@code all} or names this service. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Conditional(ServiceIsNamed.class)
public @interface OnService {

    /** The context's name, such as {@code ordering}. */
    String value();
}
