package bookstore.architecture;

import bookstore.shared.Command;
import bookstore.shared.DomainEvent;
import bookstore.shared.Reply;
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
        var isReply = !isEvent && type.isAssignableTo(Reply.class);
        var kind = isEvent ? DomainEvent.class : Command.class;
        require(isReply || type.isAssignableTo(kind), type, "has the wrong kind", events);
        require(isReply || isPast(type) == isEvent, type, "is in the wrong tense", events);
        type.getAllFields().forEach(field -> require(isOfJdk(field, type), type, "holds " + field.getName(), events));
    }

    private static boolean isPast(JavaClass type) {
        return PAST.matcher(type.getSimpleName()).matches();
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
