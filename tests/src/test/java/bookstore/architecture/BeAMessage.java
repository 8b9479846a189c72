package bookstore.architecture;

import bookstore.shared.Command;
import bookstore.shared.DomainEvent;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.regex.Pattern;

/** A record of JDK types, an event named by what has happened or a command by what shall be done. */
class BeAMessage extends ArchCondition<JavaClass> {

    private static final Pattern PAST = Pattern.compile("[A-Z][A-Za-z]*(ed|Paid|Sent|Sold|Unavailable)");

    BeAMessage() {
        super("be messages");
    }

    @Override
    public void check(JavaClass type, ConditionEvents events) {
        var isEvent = type.getPackageName().endsWith(".events");
        require(type.isRecord(), type, "is no record", events);
        require(type.isAssignableTo(isEvent ? DomainEvent.class : Command.class), type, "has the wrong kind", events);
        require(PAST.matcher(type.getSimpleName()).matches() == isEvent, type, "is in the wrong tense", events);
        type.getAllFields().forEach(field -> require(isOfJdk(field, type), type, "holds " + field.getName(), events));
    }

    /** Its own nested records are JDK types in turn. */
    private static boolean isOfJdk(JavaField field, JavaClass message) {
        return field.getType().getAllInvolvedRawTypes().stream()
                .map(JavaClass::getBaseComponentType)
                .allMatch(type -> type.isPrimitive()
                        || type.getPackageName().startsWith("java.")
                        || type.getName().startsWith(message.getName() + "$"));
    }

    private static void require(boolean holds, JavaClass type, String complaint, ConditionEvents events) {
        if (!holds) {
            events.add(SimpleConditionEvent.violated(type, type.getName() + " " + complaint));
        }
    }
}
